// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The rail of tablets and desktops. places, current, isHelpCurrent as in BottomBar; initials; helpKey ("F1" on desktops).
// Signals: picked(index), helpPressed(), mePressed().
Rectangle {
    id: root

    required property var places
    property int current: 0
    property bool isHelpCurrent: false
    property string initials
    property string helpKey

    signal picked(int index)
    signal helpPressed
    signal mePressed

    implicitWidth: Math.max(helpKey === "" ? Metrics.railWidth : Metrics.railWidthWide, line.implicitWidth + 12)
    color: Theme.surface

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Rectangle {
        x: root.LayoutMirroring.enabled ? 0 : parent.width - width
        width: Metrics.hairline
        height: parent.height
        color: Theme.line
    }

    BrandMark {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 20
        visible: root.height > line.height + 160
    }

    Column {
        id: line

        anchors.centerIn: parent
        spacing: root.height > 560 ? 18 : 6

        Repeater {
            model: root.places.slice(0, 2)
            delegate: place
        }

        Item {
            anchors.horizontalCenter: parent.horizontalCenter
            width: circle.implicitWidth
            height: circle.implicitHeight + 16

            HelpCircle {
                id: circle

                y: 8
                isRaised: false
                labelSize: 13
                hint: root.helpKey
                isCurrent: root.isHelpCurrent
                onClicked: root.helpPressed()
            }
        }

        Repeater {
            model: root.places.slice(2)
            delegate: place
        }
    }

    Component {
        id: place

        NavItem {
            required property var modelData

            readonly property int number: root.places.findIndex(place => place.text === modelData.text)

            anchors.horizontalCenter: parent?.horizontalCenter
            text: modelData.text
            iconName: modelData.iconName
            isLarge: true
            isCurrent: root.current === number && !root.isHelpCurrent
            onClicked: root.picked(number)
        }
    }

    AvatarButton {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 14
        text: root.initials
        diameter: Metrics.avatar
        visible: root.initials !== "" && root.height > line.height + 140
        onClicked: root.mePressed()
    }
}
