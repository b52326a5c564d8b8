// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme
import Handrail.Controls

// Two answers over days, craving (line and circle) and mood (dotted and square). first, second: lists of numbers or null (a
// gap stays a gap); minimumValue, maximumValue, hasNumbers; firstName, secondName; startText, endText; spokenName (one sentence). No
// zones, goals or arrows. Drawn by Strokes, which says why not by Shapes of Qt Quick.
Item {
    id: root

    property var first: []
    property var second: []
    // Without: the words beside the chart say what low and high are.
    property bool hasNumbers: true
    property real minimumValue: 0
    property real maximumValue: 10
    property string firstName
    property string secondName
    property string startText
    property string endText
    property string spokenName
    property real plotHeight: 134

    readonly property real labelRoom: Metrics.reflows ? 14 : 68
    readonly property real plotX: hasNumbers ? 10 + 12 * Type.textScale : 4
    readonly property real plotWidth: width - plotX - labelRoom

    // How far the first name goes down (or up), and the second the other way, to stand clear of each other.
    readonly property real nameGap: secondLine.last.y - firstLine.last.y
    readonly property real nameHeight: 18 * Type.textScale
    readonly property real nameShift: firstLine.count === 0 || secondLine.count === 0 || Math.abs(nameGap) >= nameHeight ? 0
        : (nameHeight - Math.abs(nameGap)) / 2 * (nameGap > 0 ? -1 : 1)

    // Where the marks at the ends would cover each other the second goes back to the day before on its line, or, when that has no number
    // or the first line's point is there too, aside.
    readonly property real day: plotWidth / Math.max(1, second.length - 1)
    readonly property bool hasDayBefore: secondLine.count > 1 && secondLine.last.x - secondLine.lastButOne.x < day * 1.5 && day >= markGap
    readonly property bool isDayBeforeClear: firstLine.count < 2
        || Math.hypot(firstLine.lastButOne.x - secondLine.lastButOne.x, firstLine.lastButOne.y - secondLine.lastButOne.y) >= markGap
    readonly property bool marksMeet: firstLine.count > 0 && secondLine.count > 0
        && Math.hypot(nameGap, secondLine.last.x - firstLine.last.x) < markGap
    readonly property point secondMark: !marksMeet ? secondLine.last
        : hasDayBefore && isDayBeforeClear ? secondLine.lastButOne
        : Qt.point(secondLine.last.x - markGap, secondLine.last.y)
    readonly property real markGap: 15

    implicitWidth: 318
    implicitHeight: plotHeight + 16 + (startText !== "" ? days.height : 0) + (Metrics.reflows ? legend.implicitHeight : 0)

    Accessible.role: Accessible.Chart
    Accessible.name: spokenName

    Repeater {
        model: 3

        Item {
            id: level

            required property int index

            readonly property real number: root.minimumValue + (root.maximumValue - root.minimumValue) * index / 2

            y: 8 + root.plotHeight * (1 - index / 2)

            Rectangle {
                x: root.plotX
                width: root.plotWidth
                height: 1
                color: Theme.line
            }

            Words {
                x: root.plotX - 8 - width
                y: -height / 2
                role: Words.NavLabel
                text: level.number
                color: Theme.ink3
                visible: root.hasNumbers
                wrapMode: Text.NoWrap
                isSpoken: false
            }
        }
    }

    PlotLine {
        id: firstLine

        values: root.first
        minimumValue: root.minimumValue
        maximumValue: root.maximumValue
        width: root.plotWidth
        height: root.plotHeight
    }

    PlotLine {
        id: secondLine

        values: root.second
        minimumValue: root.minimumValue
        maximumValue: root.maximumValue
        width: root.plotWidth
        height: root.plotHeight
    }

    Strokes {
        x: root.plotX - inset
        y: 8 - inset
        width: root.plotWidth + 2 * inset
        height: root.plotHeight + 2 * inset
        inset: 4
        lines: [{path: firstLine.path, color: Theme.primary, width: Metrics.chart},
            {path: secondLine.path, color: Theme.plum, width: Metrics.chart, dashes: [0.4, 2.4]}]
    }

    component End: Item {
        id: end

        property PlotLine line
        property point mark: line.last
        property string text
        property color tone
        property real corner
        property real side
        property real shift: 0 // of the name, so that two names do not meet

        x: root.plotX + line.last.x
        y: 8 + line.last.y
        visible: line.count > 0

        Rectangle {
            x: end.mark.x - end.line.last.x - width / 2
            y: end.mark.y - end.line.last.y - width / 2
            width: end.side
            height: end.side
            radius: end.corner
            color: end.tone
            border.width: 2
            border.color: Theme.surface
        }

        Words {
            x: 12
            y: end.shift - height / 2
            visible: !Metrics.reflows
            role: Words.Caption
            weight: 600
            text: end.text
            color: end.tone
            wrapMode: Text.NoWrap
            isSpoken: false
        }
    }

    End { line: firstLine; text: root.firstName; tone: Theme.primary; side: 14; corner: 7; shift: root.nameShift }
    End { line: secondLine; mark: root.secondMark; text: root.secondName; tone: Theme.plum; side: 13; corner: 3; shift: -root.nameShift }

    Item {
        id: days

        x: root.plotX
        y: root.plotHeight + 16
        width: root.plotWidth
        height: Math.max(from.implicitHeight, to.implicitHeight) + 2

        Words { id: from; y: 2; role: Words.Caption; text: root.startText; isSpoken: false }
        Words { id: to; x: parent.width - width; y: 2; role: Words.Caption; text: root.endText; isSpoken: false }
    }

    Column {
        id: legend

        y: days.y + days.height
        visible: Metrics.reflows

        Words { role: Words.Caption; weight: 600; text: root.firstName; color: Theme.primary; isSpoken: false }
        Words { role: Words.Caption; weight: 600; text: root.secondName; color: Theme.plum; isSpoken: false }
    }
}
