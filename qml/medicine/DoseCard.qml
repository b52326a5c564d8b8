// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// One dose of today: when, which, and what was said of it, in one tap.
Card {
    id: root

    required property var dose
    property bool isChanging: false

    readonly property bool isAnswered: dose.answer >= 0

    padding: 14
    gap: 12

    Item {
        id: head

        readonly property bool stacks: Metrics.reflows

        width: parent.width
        height: Math.max(tile.height, words.height) + (stacks && chip.visible ? chip.height + 8 : 0)

        IconTile {
            id: tile

            x: root.LayoutMirroring.enabled ? parent.width - width : 0
            width: head.stacks ? 0 : side
            visible: !head.stacks
            side: 48
            tone: root.dose.tone
            iconName: root.dose.iconName
        }

        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: head.stacks ? 0 : tile.side + 14
            anchors.right: parent.right
            anchors.rightMargin: head.stacks || !chip.visible ? 0 : chip.width + 8

            Words {
                width: parent.width
                role: Words.Secondary
                text: root.dose.timeText
            }

            Words {
                width: parent.width
                role: Words.Subhead
                text: root.dose.name
            }
        }

        StatusChip {
            id: chip

            x: head.stacks !== root.LayoutMirroring.enabled ? 0 : parent.width - width
            y: head.stacks ? words.height + 8 : 8
            width: Math.min(implicitWidth, head.width)
            isTall: true
            visible: root.isAnswered
            tone: root.dose.answer === Medicine.Taken ? StatusChip.Soft : StatusChip.Neutral
            iconName: root.dose.answer === Medicine.Taken ? "check" : ""
            text: root.dose.answerText
        }
    }

    ButtonRow {
        width: parent.width
        visible: !root.isAnswered || root.isChanging
        texts: [qsTr("Taken"), qsTr("Not taken"), qsTr("Not sure")]
        spokenNames: [qsTr("Taken: %1").arg(root.dose.spoken), qsTr("Not taken: %1").arg(root.dose.spoken), qsTr("Not sure: %1").arg(root.dose.spoken)]
        current: root.dose.answer
        onPicked: index => {
            root.isChanging = false;
            Medicine.say(root.dose.key, index);
        }
    }

    Flow {
        width: parent.width
        visible: root.isAnswered && !root.isChanging
        spacing: 8

        Words {
            width: Math.min(implicitWidth, parent.width)
            height: Math.max(implicitHeight, Metrics.reflows ? 0 : 48)
            verticalAlignment: Text.AlignVCenter
            role: Words.Caption
            text: root.dose.stateText
        }

        HrButton {
            kind: HrButton.Text
            isSmall: true
            text: qsTr("Change")
            spokenName: qsTr("Change: %1").arg(root.dose.spoken)
            onClicked: root.isChanging = true
        }
    }
}
