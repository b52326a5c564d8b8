// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One answer of a question as a row: mark and words. text, isChosen, isMany, isTall (forms with four answers),
// hasTick (a check after what is chosen; not where it would say that it is right). Signal: clicked().
Choice {
    id: root

    property bool isTall: false
    property bool hasTick: !isMany

    implicitHeight: Math.max(isTall ? 64 : 54, label.implicitHeight + 20)
    faceWidth: 76 + label.implicitWidth

    Icon {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        name: root.isMany ? (root.isChosen ? "checkbox-marked" : "checkbox-blank-outline") : root.isChosen ? "radiobox-marked" : "checkbox-blank-circle-outline"
        color: root.isChosen ? Theme.primary : Theme.outline
    }

    Words {
        id: label

        anchors.left: mark.right
        anchors.leftMargin: 12
        anchors.right: tick.left
        anchors.rightMargin: tick.visible ? 8 : 0
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
        // Large words need its room; the mark says the same.
        visible: !Metrics.reflows
        name: root.isChosen && root.hasTick ? "check" : ""
        size: visible ? 22 : 0
        color: Theme.primary
    }
}
