// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What is true about the connection, over the page. Nothing when all is well.
Item {
    id: root

    implicitHeight: banner.implicitHeight + 12

    Banner {
        id: banner

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 8
        iconName: Sync.isOffline ? "wifi-off" : "information-outline"
        title: Sync.bannerTitle
        actIcon: Account.needsSignIn ? "chevron-right" : "refresh"
        actSpoken: Account.needsSignIn ? qsTr("Opens the sign-in page.") : qsTr("Tries again.")
        note: Sync.isRunning && !Account.needsSignIn ? qsTr("Trying again…") : Sync.bannerText
        onClicked: Account.needsSignIn ? Account.signIn() : Sync.retry()
    }
}
