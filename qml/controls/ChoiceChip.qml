// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// A short answer as a pill; put several in a Flow. text, isChosen, isMany. Signal: clicked().
Choice {
    id: root

    isMany: true
    implicitHeight: Math.max(48, label.implicitHeight + 16)
    radius: height / 2
    leftPadding: isChosen ? 12 : 16
    rightPadding: 16
    faceWidth: line.implicitWidth

    Row {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        x: root.LayoutMirroring.enabled ? root.width - width - root.leftPadding : root.leftPadding
        spacing: 8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.isChosen
            name: "check"
            size: 20
            color: root.ink
        }

        Words {
            id: label

            role: Words.Secondary
            text: root.text
            weight: root.isChosen ? 600 : 500
            color: root.ink
            wrapMode: Text.NoWrap
            isSpoken: false
        }
    }
}
