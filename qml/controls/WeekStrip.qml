// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Seven days, one picked. days: list of {weekday, day, count, isToday, spoken}; current: index. Scrolls sideways where seven
// do not fit. Signal: picked(index).
Flickable {
    id: root

    required property var days
    property int current: -1

    signal picked(int index)

    readonly property real cell: Math.max(width / 7, Metrics.reflows ? 96 : Metrics.touchMin)

    // The picked day is always in view.
    contentX: Math.max(0, Math.min(contentWidth - width, (current + 0.5) * cell - width / 2))

    implicitHeight: Math.max(74, line.implicitHeight)
    contentWidth: cell * 7
    contentHeight: height
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentWidth > width
    clip: interactive

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Days of this week")
    Keys.onLeftPressed: step(LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: step(LayoutMirroring.enabled ? -1 : 1)

    // Picks the day beside the one that has the focus, and moves the focus there.
    function step(by: int) {
        let from = current;
        for (let i = 0; i < cells.count; ++i)
            if (cells.itemAt(i).activeFocus)
                from = i;
        const to = Math.max(0, Math.min(6, from + by));
        picked(to);
        cells.itemAt(to)?.forceActiveFocus(Qt.TabFocusReason);
    }

    Row {
        id: line

        width: root.contentWidth

        Repeater {
            id: cells

            model: root.days

            DayCell {
                required property var modelData
                required property int index

                width: root.cell
                weekday: modelData.weekday
                day: modelData.day
                dots: modelData.count
                isToday: modelData.isToday === true
                isCurrent: root.current === index
                spokenName: modelData.spoken
                onClicked: root.picked(index)
            }
        }
    }
}
