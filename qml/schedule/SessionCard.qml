// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// One session of the agenda as a row, with the one thing to do about it.
SessionRow {
    id: root

    required property sessionItem item

    kind: item.kind
    time: item.timeText
    title: item.title
    note: item.state === Sessions.Cancelled ? qsTr("Nothing you need to do")
        : item.isMoved ? qsTr("%1 · %2").arg(item.wasText).arg(item.isVideo ? qsTr("Video") : item.place) : item.placeLine
    isCancelled: item.state === Sessions.Cancelled
    isMoved: item.isMoved
    isPast: item.state === Sessions.Past || item.state === Sessions.Attended
    pastText: item.state === Sessions.Attended ? qsTr("You were there") : item.state === Sessions.Declined ? qsTr("You can’t come") : ""
    actionText: item.canJoin ? qsTr("Join") : item.hasDirections && item.state === Sessions.Upcoming && item.isToday ? qsTr("Directions") : ""
    isActionPrimary: item.canJoin
    spokenName: item.spoken
    onActionPressed: item.canJoin ? SessionDetail.join(item.id) : SessionDetail.openDirections(item.id)
}
