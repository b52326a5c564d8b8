// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Questions
import Handrail.Theme
import Handrail.View

// One question of a form: what is asked, the form's help, whether an answer is needed, the answer, and what is wrong with it.
// isFirst: of its screen. isTextTold, isHelpTold: the page has said it above. canSkip: whatever the form says.
// saysItself: the form is ours, and its help says who reads it. stem: words before it that ask it too.
Column {
    id: root

    required property FormField field
    property bool isFirst: true
    property bool isTextTold: false
    property bool isHelpTold: false
    property bool canSkip: false
    property bool saysItself: false
    property string stem

    readonly property bool isLow: Window.height < Metrics.low
    readonly property alias heading: heading

    bottomPadding: 24

    Accessible.role: Accessible.Grouping
    Accessible.name: field.text
    Accessible.ignored: isTextTold

    Words {
        id: heading

        width: parent.width
        visible: !root.isTextTold
        // A stop of Tab only while it is the one that Tab goes on from.
        activeFocusOnTab: activeFocus
        Accessible.focusable: true
        Accessible.description: root.stem
        role: !root.isFirst ? Words.Subhead : root.isLow ? Words.Head : Words.Title
        text: root.field.text
    }

    Words {
        width: parent.width
        visible: text !== "" && !root.isHelpTold
        topPadding: lead + 6
        color: Theme.ink2
        text: root.field.help
    }

    Words {
        width: parent.width
        visible: root.field.isRequired && !root.canSkip
        topPadding: lead + 6
        role: Words.Secondary
        text: qsTr("Your clinic needs an answer here.")
    }

    Item {
        width: 1
        height: root.isTextTold ? 0 : root.isLow || !root.isFirst ? 12 : 22
    }

    Answer {
        width: parent.width
        field: root.field
    }

    FieldError {
        width: parent.width
        topPadding: 10
        // A typed answer says it at its own line.
        text: root.field.isTyped ? "" : root.field.problemText
    }

    // Next to each box for own words, and to what asks about safety, unless the form is ours and says it in its own way (design clinical, rules 3 and 4).
    Words {
        readonly property bool isOwnWords: root.field.control === FormField.Text || root.field.control === FormField.Line
            || root.field.control === FormField.OpenChoice

        width: parent.width
        visible: text !== ""
        topPadding: lead + 10
        role: Words.Secondary
        text: {
            if (root.field.isReadOnly || root.saysItself && root.field.help !== "")
                return "";
            if (root.field.isSafety)
                return qsTr("Your care team can see this, but not right away. In danger? Tap Help now.");
            return isOwnWords ? qsTr("Your care team may not read this right away. In danger now? Tap Help now.") : "";
        }
    }

    // Whatever form asks it (design clinical 3.2).
    LiveWords {
        width: parent.width
        visible: root.field.isSafetyUnsaid
        topPadding: lead + 14
        text: qsTr("You do not have to say. Help is here any time.")
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: root.field.isSafetyUnsaid
        kind: HrButton.Text
        text: qsTr("Open Help now")
        onClicked: Navigator.openHelp()
    }
}
