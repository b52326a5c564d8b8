// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Help now on the pages that have no bar.
HelpPill {
    isWide: true
    note: Navigator.route === Navigator.Locked ? qsTr("No PIN needed") : qsTr("No sign-in needed")
    onClicked: Navigator.openHelp()
}
