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

    time: item.timeText
    title: item.title
    place: item.rowNote
    iconName: item.iconName
    tone: Math.min(item.kind, IconTile.Mute)
    isCancelled: item.state === Sessions.Cancelled
    chipText: item.chip
    chipIcon: item.chipIcon
    chipTone: item.isMoved && item.state === Sessions.Upcoming ? StatusChip.Ochre : StatusChip.Neutral
    actionText: item.canJoin ? qsTr("Join") : chipText === "" && item.hasDirections && item.isToday && item.state === Sessions.Upcoming
        ? qsTr("Directions") : ""
    actionIcon: item.canJoin ? "video" : ""
    actionSpoken: qsTr("%1, %2").arg(actionText).arg(item.title)
    isActionMain: item.canJoin
    spokenName: item.spoken
    onActionPressed: item.canJoin ? Joining.begin(item.id) : SessionDetail.openDirections(item.id)
}
