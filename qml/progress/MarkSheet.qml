// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Marks a day, gives the mark another word, or takes it away.
Sheet {
    id: root

    title: qsTr("A day I took care of myself")
    note: qsTr("Only you see it. It is not sent, and no other day changes it.")
    actText: qsTr("Save")
    onClosed: isOpen = false
    onActed: {
        if (Progress.mark(word.text))
            isOpen = false;
    }
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    Item {
        width: root.bodyWidth
        height: Math.max(52, day.implicitHeight + 8)

        IconButton {
            id: earlier

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            kind: IconButton.Outline
            iconName: "chevron-left"
            spokenName: qsTr("The day before")
            onClicked: Progress.lookEarlier()
        }

        Words {
            id: day

            anchors.left: earlier.right
            anchors.right: later.left
            anchors.margins: 8
            anchors.verticalCenter: parent.verticalCenter
            role: Words.Subhead
            horizontalAlignment: Text.AlignHCenter
            text: Progress.markDayText
        }

        IconButton {
            id: later

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            kind: IconButton.Outline
            iconName: "chevron-right"
            spokenName: qsTr("The day after")
            enabled: Progress.hasLaterDay
            onClicked: Progress.lookLater()
        }
    }

    Field {
        id: word

        width: root.bodyWidth
        label: qsTr("A word of your own, or none")
        maximumLength: Progress.longestWord
        text: Progress.markWord
        error: Progress.markProblem
        onAccepted: root.acted()

        // What was typed goes when another day is looked at.
        Connections {
            target: Progress

            function onMarkChanged() {
                if (Progress.markProblem === "")
                    word.text = Progress.markWord;
            }
        }
    }

    HrButton {
        width: root.bodyWidth
        visible: Progress.isDayMarked
        kind: HrButton.Text
        text: qsTr("Take the mark away")
        onClicked: {
            if (Progress.unmark())
                root.isOpen = false;
        }
    }
}
