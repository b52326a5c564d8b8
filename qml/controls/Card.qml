// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// A quiet surface that holds one thing; what is inside stands in a column. padding, gap, spokenName (one stop with a summary).
Rectangle {
    id: root

    default property alias content: body.data
    property real padding: Metrics.cardPadding
    property real topPadding: padding
    property real bottomPadding: padding
    property real leftPadding: padding
    property real rightPadding: padding
    property alias gap: body.spacing
    property string spokenName
    readonly property real availableWidth: width - leftPadding - rightPadding

    implicitWidth: 350
    implicitHeight: body.implicitHeight + topPadding + bottomPadding
    radius: Metrics.radiusCard
    color: Theme.surface
    border.width: Metrics.hairline
    border.color: Theme.line

    Accessible.role: Accessible.Grouping
    Accessible.name: spokenName
    Accessible.ignored: spokenName === ""

    Column {
        id: body

        x: root.LayoutMirroring.enabled ? root.rightPadding : root.leftPadding
        y: root.topPadding
        width: root.availableWidth
    }
}
