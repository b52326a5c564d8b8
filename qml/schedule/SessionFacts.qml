// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// When, where and who, as a list.
CardList {
    id: root

    required property sessionItem item

    // Whether the longer words of the button leave those beside it in one line: 144 are the row's margins and icons, and the button's.
    readonly property bool hasRoom: !Metrics.reflows && width >= 144 + add.advanceWidth + Math.max(when.advanceWidth, starts.advanceWidth)

    spokenName: qsTr("When, where and who")

    component Measure: TextMetrics {
        property int role: Words.Subhead

        font.family: Type.family
        font.weight: 600
        font.pixelSize: Math.round(Type.sizes[role] * Type.scaleOf(Type.sizes[role]))
    }

    Measure { id: add; role: Words.Secondary; text: qsTr("Add to calendar") }
    Measure { id: when; text: root.item.whenText }
    Measure { id: starts; role: Words.Secondary; text: root.item.startsText }

    ListRow {
        iconName: "clock"
        title: root.item.whenText
        note: root.item.endsText + (root.item.endsText !== "" && root.item.startsText !== "" ? "\n" : "") + root.item.startsText
        isPressable: false

        HrButton {
            visible: root.item.state === Sessions.Upcoming
            kind: HrButton.Soft
            isSmall: true
            leftPadding: 12
            rightPadding: 14
            iconName: "calendar-plus"
            text: root.hasRoom ? qsTr("Add to calendar") : qsTr("Add")
            spokenName: qsTr("Add to calendar")
            onClicked: SessionDetail.addToCalendar()
        }
    }

    ListRow {
        visible: root.item.place !== ""
        iconName: "map-marker"
        title: root.item.place
        note: root.item.address
        isPressable: false
    }

    ListRow {
        visible: root.item.isVideo
        iconName: "video"
        title: root.item.place === "" ? qsTr("By video") : qsTr("Or by video")
        note: qsTr("From a quiet place, with headphones if you have them")
        isPressable: false
    }

    ListRow {
        visible: root.item.leaders !== ""
        iconName: "account"
        title: root.item.leaders
        note: root.item.leaderRoles
        isPressable: false
    }
}
