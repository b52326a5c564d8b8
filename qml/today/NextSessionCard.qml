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
    // The clinic asks, and the session is not so near that the way there is more useful.
    readonly property bool plansToCome: item.isAsked && !item.canJoin && !item.canBeLate
    // To a session that is held in a room too, the way there comes first until Join opens.
    readonly property bool joins: item.isVideo && (item.canJoin || !item.hasDirections)

    signal lateAsked

    function sayComing() {
        Coming.sessionId = item.id;
        Coming.tell(Coming.Come);
    }

    eyebrow: item.isValid ? (item.state === Sessions.InSession ? qsTr("In session") : qsTr("Next session")) : qsTr("Your sessions")
    countdown: item.countdown
    title: item.isValid ? item.title : qsTr("Nothing planned yet")
    time: item.isValid ? item.whenText : qsTr("Your clinic has not planned the next one.")
    place: Today.leaveByText === "" ? item.placeLine : item.placeLine === "" ? Today.leaveByText : qsTr("%1\n%2").arg(item.placeLine).arg(Today.leaveByText)
    // Of this session alone: what was told of another is said on its page.
    note: SessionDetail.message !== "" ? SessionDetail.message : Coming.sessionId === item.id ? Coming.message : ""
    spokenName: item.isValid ? qsTr("Next session: %1").arg(Today.leaveByText === "" ? item.spoken : qsTr("%1, %2").arg(item.spoken).arg(Today.leaveByText)) : title
    primaryText: plansToCome ? qsTr("I plan to come") : joins ? item.joinText : item.hasDirections ? qsTr("Directions") : ""
    primaryIcon: plansToCome ? "check" : item.canJoin ? "video" : joins ? "clock" : "directions"
    canPress: plansToCome || !joins || item.canGetReady
    secondaryText: item.isValid ? qsTr("Details") : ""
    moreText: item.canDecline ? qsTr("Late, or can’t come?") : ""
    onPrimaryPressed: plansToCome ? root.sayComing() : joins ? Joining.begin(item.id) : SessionDetail.openDirections(item.id)
    onSecondaryPressed: Navigator.go(Window.width >= Metrics.wide ? Navigator.Schedule : Navigator.SessionPage, item.id)
    onMorePressed: root.lateAsked()
}
