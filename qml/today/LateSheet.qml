// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Coming
import Handrail.View

// About the next session; open as soon as it is made.
ComingSheet {
    anchors.fill: parent
    Component.onCompleted: openFor(Today.next.id)
}
