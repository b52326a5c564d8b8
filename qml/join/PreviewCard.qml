// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Join
import Handrail.Theme
import Handrail.View

// What only the person sees: the first letter of their name, or their own camera; and both switches. countdown, initial.
Rectangle {
    id: root

    property string countdown
    property string initial

    implicitHeight: body.implicitHeight + 36
    radius: Metrics.radiusHero
    color: Theme.hero

    Column {
        id: body

        x: 16
        y: 18
        width: parent.width - 32
        spacing: 12

        Flow {
            width: parent.width
            spacing: Math.max(8, width - only.implicitWidth - count.implicitWidth)

            Words {
                id: only

                width: Math.min(implicitWidth, parent.width)
                role: Words.Secondary
                weight: 500
                text: qsTr("Only you see this")
                color: Theme.onHero2
            }

            Words {
                id: count

                visible: text !== ""
                role: Words.Section
                text: root.countdown
                color: Theme.onHero
            }
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 78 * Metrics.iconScale
            height: width
            radius: width / 2
            color: Theme.heroBtn

            Words {
                anchors.centerIn: parent
                visible: !DeviceCheck.isCameraOn && root.initial !== ""
                role: Words.Hero
                text: root.initial
                color: Theme.onHeroBtn
                isSpoken: false
            }

            Icon {
                anchors.centerIn: parent
                visible: !DeviceCheck.isCameraOn && root.initial === ""
                name: "account"
                color: Theme.onHeroBtn
            }

            CameraCircle {
                anchors.fill: parent
                visible: DeviceCheck.isCameraOn
                picture: DeviceCheck.picture
            }
        }

        LiveWords {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            role: Words.Secondary
            text: DeviceCheck.cameraText
            color: Theme.onHero2
        }

        Flow {
            id: switches

            readonly property real both: mic.implicitWidth + camera.implicitWidth + spacing
            readonly property bool stacks: both > body.width

            x: stacks ? 0 : (body.width - both) / 2
            width: body.width - x
            spacing: 12

            HrButton {
                id: mic

                width: switches.stacks ? body.width : implicitWidth
                kind: DeviceCheck.isMicOn ? HrButton.Hero : HrButton.HeroOutline
                iconName: "microphone"
                text: DeviceCheck.isMicOn ? qsTr("Mic on") : qsTr("Mic off")
                onClicked: DeviceCheck.isMicOn = !DeviceCheck.isMicOn
            }

            HrButton {
                id: camera

                width: switches.stacks ? body.width : implicitWidth
                kind: DeviceCheck.isCameraOn ? HrButton.Hero : HrButton.HeroOutline
                iconName: DeviceCheck.isCameraOn ? "video" : "video-off"
                text: DeviceCheck.isCameraOn ? qsTr("Camera on") : qsTr("Camera off")
                onClicked: DeviceCheck.isCameraOn = !DeviceCheck.isCameraOn
            }
        }
    }
}
