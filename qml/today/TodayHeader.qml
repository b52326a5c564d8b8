// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The date, the greeting, and the door to one's own page, which a rail has too.
PageHeader {
    id: root

    dateText: Today.dateText
    greeting: Today.greeting
    endWidth: me.width - 5
    endHeight: me.height

    AvatarButton {
        id: me

        // Its edge, not its touch target, is in line with the cards.
        x: root.endX + (root.LayoutMirroring.enabled ? -5 : 0)
        y: root.endY
        visible: Window.width < Metrics.medium
        text: Account.initials
        onClicked: Navigator.go(Navigator.Me)
    }
}
