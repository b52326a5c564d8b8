// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The next family session with Join, which can be pressed from 10 minutes before. Without one: the plain truth, and no reason.
HeroCard {
    id: root

    readonly property sessionItem item: Family.session

    eyebrow: item.isValid ? qsTr("Your next family session") : qsTr("Family sessions")
    countdown: !item.isValid ? "" : item.isVideo ? qsTr("Video") : item.countdown
    countdownIcon: item.isVideo ? "video" : "clock"
    title: item.isValid ? item.whenText : qsTr("Nothing is shared right now")
    place: item.isValid ? (Family.withText !== "" ? Family.withText : item.placeLine) : qsTr("When there is a family session for you, it shows here.")
    note: item.join === Sessions.OpensLater ? qsTr("10 minutes before. Find a quiet spot.") : ""
    spokenName: item.isValid ? item.spoken : title
    primaryText: item.isVideo ? item.joinText : item.hasDirections ? qsTr("Directions") : ""
    primaryIcon: item.canJoin ? "video" : item.isVideo ? "clock" : "directions"
    canPress: item.isVideo ? item.canGetReady : true
    onPrimaryPressed: item.isVideo ? Joining.begin(item.id) : SessionDetail.openDirections(item.id)
}
