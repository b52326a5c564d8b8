// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What is to be read first: for this week, from whom and for what, how far, and the way on. card (as LearnView gives it). Signal: started().
Card {
    id: root

    required property var card

    signal started

    gap: 6
    padding: 18

    Item {
        width: parent.width
        height: isStacked ? label.height + chip.height + 6 : Math.max(label.height, chip.height)

        readonly property bool isStacked: label.implicitWidth + chip.width + 12 > width

        Words {
            id: label

            width: parent.isStacked ? parent.width : implicitWidth
            anchors.left: parent.left
            y: parent.isStacked ? 0 : (parent.height - height) / 2
            color: Theme.ink2
            text: root.card.label
        }

        StatusChip {
            id: chip

            readonly property real start: parent.isStacked ? 0 : parent.width - width

            visible: text !== ""
            x: root.LayoutMirroring.enabled ? parent.width - width - start : start
            y: parent.isStacked ? label.height + 6 : (parent.height - height) / 2
            width: visible ? Math.min(implicitWidth, parent.width) : 0
            tone: StatusChip.Soft
            text: root.card.from
        }
    }

    Words {
        width: parent.width
        role: Words.Head
        text: root.card.title
    }

    Words {
        width: parent.width
        color: Theme.ink2
        text: root.card.note
    }

    Words {
        width: parent.width
        visible: root.card.isTold
        role: Words.Caption
        text: qsTr("Your clinic can hear when you are done. You choose at the end.")
    }

    Item {
        width: 1
        height: 2
    }

    Rectangle {
        width: parent.width
        height: Metrics.progressBar
        radius: 3
        visible: root.card.progress !== ""
        color: Theme.track

        Rectangle {
            x: root.LayoutMirroring.enabled ? parent.width - width : 0
            width: parent.width * Math.min(1, root.card.fraction)
            height: parent.height
            radius: parent.radius
            color: Theme.primary
        }
    }

    Item {
        width: parent.width
        height: isStacked ? progress.height + go.height + 8 : Math.max(progress.height, go.height)

        readonly property bool isStacked: Metrics.reflows || progress.implicitWidth + go.implicitWidth + 12 > width

        Words {
            id: progress

            anchors.left: parent.left
            width: parent.isStacked ? parent.width : implicitWidth
            height: text === "" ? 0 : implicitHeight
            y: parent.isStacked ? 0 : (parent.height - height) / 2
            color: Theme.ink2
            text: root.card.progress
        }

        HrButton {
            id: go

            readonly property real start: parent.isStacked ? 0 : parent.width - width

            x: root.LayoutMirroring.enabled ? parent.width - width - start : start
            y: parent.height - height
            width: parent.isStacked ? parent.width : implicitWidth
            visible: root.card.action !== ""
            text: root.card.action
            spokenName: qsTr("%1: %2").arg(root.card.action).arg(root.card.title)
            onClicked: root.started()
        }
    }
}
