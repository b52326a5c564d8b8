// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Asks whether to open what a link brought while the app was locked, or in the middle of something.
Sheet {
    id: root

    title: Links.title
    note: qsTr("A link asked for this. If you did not tap one, choose “Not now”.")
    backText: qsTr("Not now")
    actText: Links.acceptText
    onClosed: Links.decline()
    onActed: Links.accept()
    onHelpPressed: Navigator.openHelp() // and it is asked afterwards
}
