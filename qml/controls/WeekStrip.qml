// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Seven days, one picked. days: list of {weekday, day, count, isToday, spoken}; current: index. Where seven do not fit it scrolls
// sideways by whole days, and an arrow in the margin (dp, outside the days) says where there are more. Signal: picked(index).
Item {
    id: root

    required property var days
    property int current: -1
    property real margin: Metrics.screenMargin

    signal picked(int index)

    readonly property real room: width - 2 * margin
    readonly property int shown: Math.max(1, Math.min(7, Math.floor(room / (Metrics.reflows ? 96 : Metrics.touchMin))))
    readonly property real cell: room / shown
    readonly property alias contentWidth: strip.contentWidth

    implicitHeight: Math.max(74, line.implicitHeight)

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Days of this week")
    Keys.onLeftPressed: step(LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: step(LayoutMirroring.enabled ? -1 : 1)
    onCurrentChanged: show(current)
    onCellChanged: show(current)

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

    // Brings a day into the middle.
    function show(day: int) {
        const first = Math.max(0, Math.min(7 - shown, day - Math.floor(shown / 2)));
        strip.contentX = cell * (LayoutMirroring.enabled ? 7 - shown - first : first);
    }

    Flickable {
        id: strip

        x: root.margin
        width: root.room
        height: parent.height
        contentWidth: root.cell * 7
        contentHeight: height
        boundsBehavior: Flickable.StopAtBounds
        interactive: root.shown < 7
        clip: interactive
        onMovementEnded: contentX = root.cell * Math.round(contentX / root.cell)

        Row {
            id: line

            width: strip.contentWidth

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
                    onActiveFocusChanged: if (visualFocus && root.shown < 7) root.show(index)
                }
            }
        }
    }

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        x: (root.margin - width) / 2
        visible: strip.contentX > 1
        name: root.LayoutMirroring.enabled ? "chevron-right" : "chevron-left"
        size: 20 / Metrics.iconScale
        color: Theme.ink2
    }

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        x: root.width - (root.margin + width) / 2
        visible: strip.contentX < strip.contentWidth - strip.width - 1
        name: root.LayoutMirroring.enabled ? "chevron-left" : "chevron-right"
        size: 20 / Metrics.iconScale
        color: Theme.ink2
    }
}
