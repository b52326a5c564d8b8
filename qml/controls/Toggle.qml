// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// On or off; the shape differs as well as the colour. isOn, spokenName. It changes nothing itself. Signals: clicked(),
// toggledTo(isOn).
Pressable {
    id: root

    property bool isOn: false

    signal toggledTo(bool isOn)

    implicitWidth: Math.max(52, Metrics.touchMin)
    implicitHeight: Metrics.touchMin
    hasPlate: false
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: isOn
    Accessible.onToggleAction: root.press()
    onClicked: toggledTo(!isOn)

    Plate {
        anchors.centerIn: parent
        width: Metrics.toggleWidth
        height: Metrics.toggleHeight
        radius: 16
        color: root.isOn ? (!root.isOff ? Theme.primary : Theme.ink2) : Theme.clear
        border.width: root.isOn ? 0 : 2
        border.color: Theme.outline
        ink: root.isOn ? Theme.onPrimary : Theme.ink
        isPressed: root.down
        hasRing: root.visualFocus

        Rectangle {
            readonly property bool isAtEnd: root.isOn !== root.LayoutMirroring.enabled

            x: isAtEnd ? parent.width - width - (root.isOn ? 3 : 7) : root.isOn ? 3 : 7
            anchors.verticalCenter: parent.verticalCenter
            width: root.isOn ? 26 : 18
            height: width
            radius: width / 2
            color: root.isOn ? Theme.onPrimary : Theme.outline
        }
    }
}
