// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Coming
import Handrail.Controls
import Handrail.Schedule
import Handrail.View

// A session on its own page (phones, and everywhere but the wide schedule).
Item {
    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.back()
    }

    SessionBody {
        id: body

        anchors.fill: parent
        enabled: !isHeld
        isHeld: decline.isOpen || travel.isOpen
        anchors.topMargin: bar.height
        sessionId: Navigator.argument
        startPadding: 0
        onDeclineAsked: decline.openFor(sessionId)
        onTravelAsked: travel.open()
    }

    ComingSheet {
        id: decline

        anchors.fill: parent
    }

    TravelSheet {
        id: travel

        anchors.fill: parent
    }
}
