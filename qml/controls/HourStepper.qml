// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Hours in half steps, unset until one button is pressed. minimumValue, maximumValue, value, isSet, step, unit, startValue (the first
// press), name (spoken). isHours false: any other number; `written` says how it is written. It changes nothing itself. Signal: picked(value).
Rectangle {
    id: root

    property real minimumValue: 0
    property real maximumValue: 16
    property real value: 0
    property real stepSize: 0.5
    property real startValue: 7
    property bool isSet: false
    property string unit: qsTr("hours")
    property string name
    property bool isHours: true
    property string written
    readonly property string shown: !isSet ? "–" : !isHours ? written
        : (value >= 1 || value === 0 ? Math.floor(value) : "") + (value % 1 === 0.5 ? "½" : "")

    signal picked(real value)

    function step(by: real) {
        const sum = Number((value + by).toFixed(9)); // 0.3, not 0.30000000000000004
        const to = isSet ? Math.max(minimumValue, Math.min(maximumValue, sum)) : startValue;
        if (!isSet || to !== value)
            picked(to);
    }

    implicitWidth: 350
    implicitHeight: Math.max(60, middle.implicitHeight) + 46
    radius: Metrics.radiusHero
    color: Theme.surface
    border.width: Metrics.hairline
    border.color: Theme.line
    activeFocusOnTab: true

    Accessible.role: Accessible.SpinBox
    Accessible.name: name
    Accessible.description: isSet ? (unit === "" ? shown : qsTr("%1 %2").arg(shown).arg(unit)) : qsTr("Nothing is picked yet")
    Accessible.focusable: true
    Accessible.onIncreaseAction: step(stepSize)
    Accessible.onDecreaseAction: step(-stepSize)
    Keys.onUpPressed: step(stepSize)
    Keys.onDownPressed: step(-stepSize)

    Plate {
        anchors.fill: parent
        radius: root.radius
        hasRing: root.activeFocus
    }

    IconButton {
        anchors.left: parent.left
        anchors.leftMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        kind: IconButton.Outline
        diameter: 60
        iconSize: 28
        iconName: "minus"
        spokenName: root.isHours ? qsTr("Half an hour less") : qsTr("Less")
        enabled: !root.isSet || root.value > root.minimumValue
        onClicked: root.step(-root.stepSize)
    }

    Column {
        id: middle

        anchors.centerIn: parent
        // The buttons, their margins, and 8 between them and the number.
        width: parent.width - 2 * (20 + 60 + 8)

        Words {
            id: number

            readonly property real fit: Math.min(1, (width - 2) / Math.max(1, natural.advanceWidth))

            width: parent.width
            role: Words.NumeralXL
            size: 72
            line: 76
            wrapMode: Text.NoWrap
            isTight: root.isHours || root.value % 1 === 0
            font: Type.fontOf(role, size * Math.max(0.1, fit), weight, isTight, false)
            text: root.isSet ? root.shown : ""
            color: Theme.primary
            horizontalAlignment: Text.AlignHCenter
            isSpoken: false

            // How wide it would be in its full size.
            TextMetrics {
                id: natural

                font: Type.fontOf(number.role, number.size, number.weight, number.isTight, false)
                text: number.text
            }

            Rectangle {
                anchors.centerIn: parent
                visible: !root.isSet
                width: 32
                height: 3
                radius: 1.5
                color: Theme.ink2
            }
        }

        Item { width: 1; height: 2 }

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Head
            text: root.unit
            horizontalAlignment: Text.AlignHCenter
            isSpoken: false
        }
    }

    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        kind: IconButton.Outline
        diameter: 60
        iconSize: 28
        iconName: "plus"
        spokenName: root.isHours ? qsTr("Half an hour more") : qsTr("More")
        enabled: !root.isSet || root.value < root.maximumValue
        onClicked: root.step(root.stepSize)
    }
}
