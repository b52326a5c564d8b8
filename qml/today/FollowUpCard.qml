// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Asked once, within a day after a safety answer: when it was on the screen, it is not asked at another opening. Whatever is pressed, it goes.
Card {
    id: root

    property bool wasShown: false

    gap: 14

    Connections {
        target: root.Window.window
        enabled: root.visible && !root.wasShown && Application.state === Qt.ApplicationActive

        function onFrameSwapped() {
            const y = root.mapToItem(null, 0, 0).y;
            if (y + root.height > 0 && y < root.Window.height) {
                root.wasShown = true;
                Safety.noteFollowUpShown();
            }
        }
    }

    Row {
        width: parent.width
        spacing: 12

        IconTile {
            id: tile

            visible: !Metrics.reflows
            side: 48
            tone: IconTile.Plum
            iconName: "heart"
        }

        Column {
            width: parent.width - (tile.visible ? tile.width + 12 : 0)

            Words {
                width: parent.width
                role: Words.Subhead
                text: Safety.followUpText
            }

            Words {
                width: parent.width
                text: qsTr("How are you now?")
            }
        }
    }

    Grid {
        id: answers

        readonly property bool isStacked: Metrics.reflows || width < okay.implicitWidth + help.implicitWidth + 8

        width: parent.width
        columns: isStacked ? 1 : 2
        spacing: 8

        HrButton {
            id: okay

            width: answers.isStacked ? answers.width : (answers.width - 8) / 2
            kind: HrButton.Soft
            isSmall: true
            text: qsTr("Okay for now")
            onClicked: Safety.endFollowUp()
        }

        HrButton {
            id: help

            width: okay.width
            kind: HrButton.HelpSoft
            isSmall: true
            text: qsTr("I’d like help")
            onClicked: {
                Safety.endFollowUp();
                Navigator.openHelp();
            }
        }
    }
}
