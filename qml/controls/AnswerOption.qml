// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One answer of a question as a row: mark and words. text, isChosen, isMany, isTall (forms with four answers). Signal: clicked().
Choice {
    id: root

    property bool isTall: false

    implicitHeight: Math.max(isTall ? 64 : 54, label.implicitHeight + 20)
    faceWidth: 76 + label.implicitWidth

    Icon {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        name: root.isChosen ? (root.isMany ? "check-circle" : "radiobox-marked") : "checkbox-blank-circle-outline"
        color: root.isChosen ? Theme.primary : Theme.outline
    }

    Words {
        id: label

        anchors.left: mark.right
        anchors.leftMargin: 12
        anchors.right: tick.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        weight: root.isChosen ? 600 : 400
        color: root.ink
        isSpoken: false
    }

    Icon {
        id: tick

        anchors.right: parent.right
        anchors.rightMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        name: root.isChosen && !root.isMany ? "check" : ""
        size: 22
        color: Theme.primary
    }
}
