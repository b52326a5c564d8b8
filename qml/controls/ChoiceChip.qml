// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// A short answer as a pill; put several in a Flow. text, isChosen, isMany, maximumWidth (its words wrap there). Signal: clicked().
Choice {
    id: root

    property real maximumWidth: Infinity

    isMany: true
    width: Math.min(implicitWidth, maximumWidth)
    implicitHeight: Math.max(48, label.implicitHeight + 16)
    radius: Math.min(height / 2, 24)
    leftPadding: isChosen ? 12 : 16
    rightPadding: 16
    faceWidth: beside + Math.ceil(natural.advanceWidth) + 1

    readonly property real beside: isChosen ? tick.width + line.spacing : 0

    TextMetrics {
        id: natural

        font: label.font
        text: root.text
    }

    Row {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        x: root.LayoutMirroring.enabled ? root.width - width - root.leftPadding : root.leftPadding
        spacing: 8

        Icon {
            id: tick

            anchors.verticalCenter: parent.verticalCenter
            visible: root.isChosen
            name: "check"
            size: 20
            color: root.ink
        }

        Words {
            id: label

            width: root.width - root.leftPadding - root.rightPadding - root.beside
            role: Words.Secondary
            text: root.text
            weight: root.isChosen ? 600 : 500
            color: root.ink
            isSpoken: false
        }
    }
}
