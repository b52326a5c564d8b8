// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What is true about the connection, over the page. Nothing when all is well.
Item {
    id: root

    readonly property bool isOnOutbox: Navigator.route === Navigator.Outbox
    readonly property bool opensOutbox: Sync.waitingCount + Sync.refusedCount > 0 && !Account.needsSignIn && !isOnOutbox

    function act() {
        if (Account.needsSignIn)
            Account.signIn();
        else if (opensOutbox)
            Navigator.go(Navigator.Outbox);
        else
            Sync.retry();
    }

    implicitHeight: banner.implicitHeight + 12

    Banner {
        id: banner

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 8
        iconName: Sync.isOffline ? "wifi-off" : "information-outline"
        title: Sync.bannerTitle
        // On the page of what waits its own button tries again.
        actIcon: Account.needsSignIn || root.opensOutbox ? "chevron-right" : !root.isOnOutbox && (Sync.canRetry || Sync.isRunning) ? "refresh" : ""
        actSpoken: Account.needsSignIn ? qsTr("Opens the sign-in page.") : root.opensOutbox ? qsTr("Shows what waits.")
            : actIcon !== "" ? qsTr("Tries again.") : ""
        note: Sync.isRunning && !Account.needsSignIn ? qsTr("Trying again…") : Sync.bannerText
        onClicked: root.act()
    }
}
