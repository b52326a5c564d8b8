// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The bar of phones. places: four {text, iconName}; current: index of the open one, -1 for none; isHelpCurrent; safeBottom
// (dp); hasLabels (false in low windows). In large text it is first place, Help now, More. Signals: picked(index),
// helpPressed(), morePressed().
Rectangle {
    id: root

    required property var places
    property int current: 0
    property bool isHelpCurrent: false
    property bool hasLabels: true
    property real safeBottom: 0

    signal picked(int index)
    signal helpPressed
    signal morePressed

    // Where five labels do not fit there are three places.
    readonly property bool isShort: Metrics.reflows || (width - 12) / 5 < 56 * Type.textScale
    readonly property int columns: isShort ? 3 : 5
    readonly property real column: (width - 12) / columns
    readonly property real barHeight: Metrics.reflows ? 88 : Math.max(Metrics.bar, 48 + 16 * Type.textScale)

    implicitHeight: barHeight + safeBottom
    color: Theme.surface

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Rectangle {
        width: parent.width
        height: Metrics.hairline
        color: Theme.line
    }

    // First in the order of Tab, wherever it is drawn.
    HelpCircle {
        x: (root.width - width) / 2
        y: Metrics.reflows ? -19 : -18
        z: 1
        width: Math.max(root.column, implicitWidth)
        height: root.barHeight - y
        isCurrent: root.isHelpCurrent
        onClicked: root.helpPressed()
    }

    Repeater {
        model: root.isShort ? root.places.slice(0, 1) : root.places

        NavItem {
            required property var modelData
            required property int index

            x: 6 + root.column * slot
            y: 9
            width: root.column
            height: root.barHeight - 9
            text: modelData.text
            iconName: modelData.iconName
            isCurrent: root.current === index && !root.isHelpCurrent
            hasLabel: root.hasLabels
            onClicked: root.picked(index)

            readonly property int place: index < 2 ? index : index + 1
            readonly property int slot: LayoutMirroring.enabled ? root.columns - 1 - place : place
        }
    }

    Repeater {
        model: root.isShort ? 1 : 0

        NavItem {
            x: 6 + (LayoutMirroring.enabled ? 0 : root.column * 2)
            y: 9
            width: root.column
            height: root.barHeight - 9
            text: qsTr("More")
            iconName: "menu"
            isCurrent: root.current > 0 && !root.isHelpCurrent
            onClicked: root.morePressed()
        }
    }
}
