// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The next family session and how it stands now. Join opens 10 minutes before. Without one: the plain truth, and no reason.
HeroCard {
    id: root

    readonly property sessionItem item: Family.session
    readonly property bool calls: Family.isTooLate && Crisis.hasClinic
    // One in a room too: the way there until Join opens.
    readonly property bool joins: item.isVideo && (item.canJoin || !item.hasDirections)

    function act() {
        if (calls)
            Crisis.call("clinic");
        else if (joins)
            Joining.begin(item.id);
        else
            SessionDetail.openDirections(item.id);
    }

    eyebrow: item.isValid ? qsTr("Your next family session") : qsTr("Family sessions")
    countdown: !item.isValid ? "" : joins && !item.isUnconfirmed ? qsTr("Video") : item.countdown
    countdownIcon: joins && !item.isUnconfirmed ? "video" : "clock"
    title: item.isValid ? item.whenText : Family.emptyTitle
    time: item.isValid && item.isMoved ? qsTr("Moved. %1").arg(item.wasText) : ""
    place: item.isValid ? (Family.withText !== "" ? Family.withText : item.placeLine) : Family.emptyText
    note: Family.momentText
    spokenName: item.isValid ? item.spoken : title
    primaryText: !item.isValid ? "" : calls ? qsTr("Call your clinic") : Family.isTooLate ? "" : joins ? item.joinText
        : item.hasDirections ? qsTr("Directions") : ""
    primaryIcon: calls ? "phone" : item.canJoin ? "video" : joins ? "clock" : "directions"
    canPress: calls || !joins || item.canGetReady
    // Who was in before may come back late: the clinic decides that, behind Details.
    secondaryText: item.isValid && (!item.canJoin || Family.isTooLate) ? qsTr("Details") : ""
    onPrimaryPressed: act()
    onSecondaryPressed: Navigator.go(Navigator.SessionPage, item.id)
}
