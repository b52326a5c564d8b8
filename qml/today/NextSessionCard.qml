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
    countdown: item.countdown
    title: item.isValid ? item.title : qsTr("Nothing planned yet")
    time: item.isValid ? item.whenText : qsTr("Your clinic has not planned the next one.")
    place: item.placeLine
    note: SessionDetail.message
    spokenName: item.isValid ? qsTr("Next session: %1").arg(item.spoken) : title
    primaryText: SessionDetail.isJoining ? qsTr("Asking your clinic…") : item.isVideo ? item.joinText : item.hasDirections ? qsTr("Directions") : ""
    primaryIcon: item.canJoin ? "video" : item.isVideo ? "clock" : "directions"
    canPress: item.isVideo ? item.canJoin && !SessionDetail.isJoining : true
    secondaryText: item.isValid ? qsTr("Details") : ""
    onPrimaryPressed: item.isVideo ? SessionDetail.join(item.id) : SessionDetail.openDirections(item.id)
    onSecondaryPressed: Navigator.go(Window.width >= Metrics.wide ? Navigator.Schedule : Navigator.SessionPage, item.id)
}
