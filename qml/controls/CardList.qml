// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// A card of rows with thin lines between them: put ListRow, SessionRow, PersonRow or SyncRow inside. spokenName names the list.
Rectangle {
    id: root

    default property alias rows: body.data
    property string spokenName

    implicitWidth: 350
    implicitHeight: body.implicitHeight
    radius: Metrics.radiusCard
    color: Theme.surface

    Accessible.role: Accessible.List
    Accessible.name: spokenName
    Accessible.ignored: spokenName === ""

    Column {
        id: body

        width: root.width
    }

    // The edge is drawn over the rows, so that a filled row keeps inside it.
    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: Theme.clear
        border.width: Metrics.hairline
        border.color: Theme.line
    }
}
