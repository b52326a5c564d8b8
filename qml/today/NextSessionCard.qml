// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The next session with what to do about it. Without one: what is true instead.
HeroCard {
    id: root

    readonly property sessionItem item: Today.next

    eyebrow: item.isValid ? (item.state === Sessions.InSession ? qsTr("In session") : qsTr("Next session")) : qsTr("Your sessions")
    aside: item.countdown
    asideIcon: item.countdown === "" ? "" : "clock"
    title: item.isValid ? item.title : qsTr("Nothing planned yet")
    when: item.isValid ? item.whenText : qsTr("Your clinic has not planned the next one.")
    place: item.placeLine
    spokenName: item.isValid ? qsTr("Next session: %1").arg(item.spoken) : title
    isSide: width > 560

    HrButton {
        kind: root.item.canJoin ? HrButton.Hero : HrButton.HeroOutline
        visible: root.item.isVideo && root.item.joinText !== ""
        iconName: root.item.canJoin ? "video" : "clock"
        text: root.item.joinText
        enabled: root.item.canJoin
        isBusy: SessionDetail.isJoining
        onClicked: SessionDetail.join(root.item.id)
    }

    HrButton {
        kind: HrButton.Hero
        visible: root.item.hasDirections
        iconName: "directions"
        text: qsTr("Directions")
        onClicked: SessionDetail.openDirections(root.item.id)
    }

    HrButton {
        kind: HrButton.HeroOutline
        visible: root.item.isValid
        text: qsTr("Details")
        onClicked: Navigator.go(Navigator.SessionPage, root.item.id)
    }
}
