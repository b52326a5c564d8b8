// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Shell
import Handrail.Theme
import Handrail.View

// The places at the side of a tablet or desktop window.
NavRail {
    places: Pages.places(Navigator.isRelative)
    current: Pages.indexOf(Navigator.tab, Navigator.isRelative)
    isHelpCurrent: Navigator.tab === Navigator.Help
    initials: Account.initials
    helpKey: Window.width >= Metrics.wide ? "F1" : ""
    onPicked: index => Navigator.go(Pages.places(Navigator.isRelative)[index].route)
    onHelpPressed: Navigator.openHelp()
    onMePressed: Navigator.go(Navigator.Me)
}
