// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What was found: microphone with its level, headphones, and the name that others see.
CardList {
    spokenName: qsTr("What we found")

    ListRow {
        id: heard

        iconName: "microphone"
        title: DeviceCheck.micText
        isStrong: false
        isPressable: false
        onTitleChanged: soon.restart()

        Timer {
            id: soon

            interval: 0
            onTriggered: Announcer.say(heard)
        }

        LevelMeter {
            visible: DeviceCheck.mic === DeviceCheck.Quiet || DeviceCheck.mic === DeviceCheck.Heard
            level: DeviceCheck.level
        }
    }

    ListRow {
        visible: DeviceCheck.mic !== DeviceCheck.Unknown
        iconName: "headphones"
        title: DeviceCheck.headphonesText
        isStrong: false
        isPressable: false

        Icon {
            visible: DeviceCheck.hasHeadphones
            name: "check"
            color: Theme.primary
        }
    }

    ListRow {
        visible: Joining.name !== ""
        iconName: "account"
        title: Joining.isLinkMade ? qsTr("The video page may show “%1”, or ask for your name").arg(Joining.name) : qsTr("The video page may ask for your name")
        isStrong: false
        isPressable: false
    }
}
