// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What one person saw of it, hour by hour, as the clinic's log has it. called: the first name.
Column {
    id: root

    property string called

    readonly property bool isKnown: Sharing.seen.lines.length > 0
    readonly property bool isAsking: Sharing.seen.isBusy && !isKnown
    // What is not known to be nothing is not called nothing.
    readonly property string nothing: isKnown || isAsking ? ""
        : !Sharing.seen.isThere ? qsTr("Your clinic does not show this here. You can ask what %1 opened.").arg(called)
        : !Sharing.seen.isLoaded ? qsTr("This was not loaded yet.")
        : Sharing.seen.hasMore ? qsTr("Nothing lately. The whole list may have more.")
        : Sharing.seen.asOfText !== "" ? qsTr("%1 had not looked at anything then.").arg(called)
        : qsTr("%1 has not looked at anything yet.").arg(called)

    spacing: 8

    Words {
        width: parent.width
        role: Words.Section
        text: qsTr("What %1 saw, and when").arg(root.called)
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        color: Theme.ink
        text: Sharing.seen.asOfText
    }

    CardList {
        width: parent.width
        visible: root.isKnown
        spokenName: qsTr("What they saw")

        Repeater {
            model: Sharing.seen.lines

            ListRow {
                required property var modelData

                title: modelData.when
                note: modelData.what
                isNoteSmall: true
                isStrong: false
                isPressable: false
            }
        }
    }

    Words {
        width: parent.width
        visible: root.isAsking
        text: qsTr("Asking your clinic…")
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.nothing
    }

    LiveWords {
        width: parent.width
        visible: text !== "" && !Sharing.seen.isBusy
        role: Words.Secondary
        text: Sharing.seen.problemTitle
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: Sharing.seen.problemTitle !== "" && !Sharing.seen.isBusy
        kind: HrButton.Soft
        isSmall: true
        text: qsTr("Try again")
        onClicked: Sharing.seen.tryAgain()
    }

    CardList {
        width: parent.width
        visible: Sharing.seen.isThere
        spokenName: qsTr("Who looked")

        ListRow {
            iconName: "eye"
            title: qsTr("Who looked")
            note: qsTr("The whole list: everybody who opened your records")
            isNoteSmall: true
            isStrong: false
            onClicked: Navigator.go(Navigator.WhoLooked)
        }
    }
}
