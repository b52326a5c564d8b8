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

    spokenName: qsTr("When, where and who")

    ListRow {
        iconName: "clock"
        title: root.item.whenText
        note: root.item.startsText
        isPressable: false

        HrButton {
            visible: root.item.state === Sessions.Upcoming
            kind: HrButton.Soft
            isSmall: true
            leftPadding: 12
            rightPadding: 14
            iconName: "calendar-plus"
            text: root.width > 420 && !Metrics.reflows ? qsTr("Add to calendar") : qsTr("Add")
            spokenName: qsTr("Add to calendar")
            onClicked: SessionDetail.addToCalendar()
        }
    }

    ListRow {
        visible: root.item.isVideo || root.item.place !== ""
        iconName: root.item.isVideo ? "video" : "map-marker"
        title: root.item.isVideo ? qsTr("By video") : root.item.place
        note: root.item.isVideo ? qsTr("From a quiet place, with headphones if you have them") : root.item.address
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
