// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Forms
import Handrail.Theme
import Handrail.View

// All answers of a form before they are sent; each leads back to its question.
PageScroll {
    id: root

    readonly property var newer: Form.newerParts
    readonly property bool isOutrun: newer.length > 0
    property bool isSure: false

    startPadding: 8
    onNewerChanged: {
        isSure = false;
        if (newer.length > 0)
            coming.restart();
    }
    Component.onCompleted: coming.restart()

    // It can come by itself, after the last answer, and begin anew when newer answers are found: it is said, and the keys go on from it. After each
    // answer that is changed it is made anew, and what it said of the whole form is not said again.
    Timer {
        id: coming

        interval: 0
        onTriggered: {
            root.contentY = 0;
            heading.forceActiveFocus(Qt.OtherFocusReason);
            Announcer.say(heading);
            notice.isUntold = Form.takeUntold();
            if (notice.isUntold)
                Announcer.say(notice);
        }
    }

    Words {
        id: heading

        width: parent.width
        activeFocusOnTab: activeFocus
        Accessible.focusable: true
        role: Words.Title
        text: qsTr("Look before you send")
    }

    // It stands before the rows that it is about.
    component Hint: Words {
        width: parent?.width ?? 0
        topPadding: lead + 4
        bottomPadding: 16 - lead
        color: Theme.ink2
        text: qsTr("Tap an answer to change it. Skips are fine.")
    }

    Hint { visible: !root.isOutrun }

    Words {
        id: notice

        property bool isUntold: false

        width: parent.width
        visible: text !== ""
        bottomPadding: 16 - lead
        text: Form.notice
        Accessible.role: isUntold ? Accessible.AlertMessage : Accessible.StaticText
    }

    FieldError {
        width: parent.width
        bottomPadding: 12
        text: Form.missingText
    }

    SectionTitle {
        width: parent.width
        visible: root.isOutrun
        Accessible.role: Accessible.Heading
        text: qsTr("Your answers as they are now")
    }

    AnswerList {
        width: parent.width
        visible: root.isOutrun
        parts: root.newer
        spokenName: qsTr("Your answers as they are now")
    }

    SectionTitle {
        id: ours

        width: parent.width
        visible: root.isOutrun
        Accessible.role: Accessible.Heading
        text: Form.isAmending ? qsTr("With your change") : qsTr("What you answered here")
    }

    Hint { visible: root.isOutrun }

    AnswerList {
        width: parent.width
        canChange: true
        spokenName: root.isOutrun ? ours.text : qsTr("Your answers")
    }

    LiveWords {
        width: parent.width
        visible: root.isOutrun && root.isSure
        topPadding: 16 - lead
        role: Words.Secondary
        text: Form.isAmending ? qsTr("Your clinic keeps your answers as they are now. What you changed here was not sent. Removed, it can’t come back.")
            : qsTr("Your answers stay as they are now. What you answered here was not sent. Removed, it can’t come back.")
    }

    // The words come above what was pressed: it goes out of sight, or comes under the second half of a double press.
    Timer {
        id: asking

        interval: 0
        onTriggered: root.show(away)
    }

    Timer {
        id: fresh

        interval: Motion.settle
    }

    HrButton {
        id: away

        width: parent.width
        visible: root.isOutrun
        kind: root.isSure ? HrButton.Outline : HrButton.Text
        text: !root.isSure ? qsTr("Keep them as they are now") : Form.isAmending ? qsTr("Remove what I changed") : qsTr("Remove what I answered")
        onClicked: {
            if (!root.isSure) {
                root.isSure = true;
                asking.start();
                fresh.start();
                return;
            }
            if (fresh.running)
                return;
            const answers = Form.keepNewer();
            if (answers !== "")
                Navigator.replace(Navigator.FormAnswers, answers);
            else
                coming.restart(); // the notice at the top says why
        }
    }

    Row {
        width: parent.width
        topPadding: 16
        spacing: 12

        Icon {
            id: eye

            name: "eye"
        }

        Words {
            width: parent.width - eye.width - 12
            text: qsTr("Your care team will see these. Your family can’t.")
        }
    }

    // Whose words the form is made of: an instrument goes with its notice.
    Words {
        width: parent.width
        visible: text !== ""
        topPadding: lead + 16
        role: Words.Caption
        text: Form.copyright
    }
}
