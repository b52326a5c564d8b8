// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The next family session with Join, which can be pressed from 10 minutes before. Without one: the plain truth, and no reason.
HeroCard {
    id: root

    readonly property sessionItem item: Family.session

    eyebrow: item.isValid ? qsTr("Your next family session") : qsTr("Family sessions")
    aside: !item.isValid ? "" : item.isVideo ? qsTr("Video") : item.countdown
    asideIcon: !item.isValid ? "" : item.isVideo ? "video" : "clock"
    title: item.isValid ? item.whenText : qsTr("Nothing is shared right now")
    when: ""
    place: item.isValid ? (Family.withText !== "" ? Family.withText : item.placeLine) : qsTr("When there is a family session for you, it shows here.")
    note: item.join === Sessions.OpensLater ? qsTr("10 minutes before. Find a quiet spot.") : ""
    spokenName: item.isValid ? item.spoken : title

    HrButton {
        kind: root.item.canJoin ? HrButton.Hero : HrButton.HeroOutline
        visible: root.item.isVideo && root.item.joinText !== ""
        iconName: root.item.canJoin ? "video" : "clock"
        text: root.item.canJoin ? qsTr("Join") : root.item.joinText
        enabled: root.item.canJoin
        isBusy: SessionDetail.isJoining
        busyText: qsTr("Asking the clinic…")
        onClicked: SessionDetail.join(root.item.id)
    }

    HrButton {
        kind: HrButton.Hero
        visible: root.item.hasDirections
        iconName: "directions"
        text: qsTr("Directions")
        onClicked: SessionDetail.openDirections(root.item.id)
    }
}
