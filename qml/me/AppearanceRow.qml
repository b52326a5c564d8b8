// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Light, dark or as the device, in the card of what makes it comfortable: the choice below its name.
Item {
    id: root

    width: parent?.width ?? implicitWidth
    implicitWidth: 350
    implicitHeight: name.y + name.height + choice.height + 24

    RowPlate {
        anchors.fill: parent
        isFirst: false
    }

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: name.verticalCenter
        visible: !Metrics.reflows
        name: "white-balance-sunny"
        color: Theme.primary
    }

    Words {
        id: name

        anchors.left: parent.left
        anchors.leftMargin: icon.visible ? 54 : 16
        anchors.right: parent.right
        anchors.rightMargin: 16
        y: 12
        role: Words.Subhead
        weight: 500
        text: qsTr("Appearance")
    }

    Segmented {
        id: choice

        anchors.horizontalCenter: parent.horizontalCenter
        y: name.y + name.height + 8
        width: parent.width - 32
        name: qsTr("Appearance")
        options: [qsTr("As the device"), qsTr("Light"), qsTr("Dark")]
        current: Preferences.appearance
        onPicked: index => Preferences.appearance = index
    }
}
