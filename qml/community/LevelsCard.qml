// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The levels of care beside each other. A post of the rail is a day of a usual week; the words beside each level say the same number.
Card {
    id: root

    readonly property var levels: [
        {title: qsTr("Live-in care"), hours: qsTr("24 hours a day"), days: qsTr("7 days a week"), note: qsTr("You stay and sleep there."), weeks: 7},
        {title: qsTr("Day program"), hours: qsTr("20 hours a week or more"), days: qsTr("often 5 days a week"), note: qsTr("Most of the day, home at night."), weeks: 5},
        {title: qsTr("IOP"), hours: qsTr("9 to 19 hours a week"), days: qsTr("often 3 days a week"), note: qsTr("Keep work, school or family."), weeks: 3},
        {title: qsTr("Weekly care"), hours: qsTr("under 9 hours a week"), days: qsTr("often 1 day a week"), note: qsTr("One visit or group."), weeks: 1}
    ]

    padding: 8
    topPadding: 14

    RailPath {
        width: parent.width
        isCompared: true
        phase: 2
        phases: root.levels.map((level, index) => ({title: level.title, weeks: level.weeks, level: index}))
        spokenName: qsTr("Four levels of care, from the most to the least. IOP is the third.")
    }

    Repeater {
        model: root.levels

        Rectangle {
            id: level

            required property var modelData
            required property int index

            readonly property bool isHere: index === 2
            readonly property color ink: isHere ? Theme.onPrimarySoft : Theme.ink

            width: parent?.width ?? 0
            height: words.height + 16
            radius: Metrics.radiusChip
            color: isHere ? Theme.primarySoft : Theme.clear
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2, %3. %4").arg(modelData.title).arg(modelData.hours).arg(modelData.days).arg(modelData.note)

            Column {
                id: words

                x: 10
                y: 8
                width: parent.width - 20

                Words {
                    width: parent.width
                    role: Words.Subhead
                    color: level.ink
                    text: level.modelData.title
                    isSpoken: false
                }

                Words {
                    width: parent.width
                    role: Words.Secondary
                    weight: 500
                    color: level.ink
                    text: qsTr("%1, %2").arg(level.modelData.hours).arg(level.modelData.days)
                    isSpoken: false
                }

                Words {
                    width: parent.width
                    role: Words.Secondary
                    color: level.isHere ? Theme.onPrimarySoft : Theme.ink2
                    text: level.modelData.note
                    isSpoken: false
                }
            }
        }
    }

    Words {
        width: parent.width
        leftPadding: 10
        rightPadding: 10
        topPadding: 4
        bottomPadding: 6
        role: Words.Caption
        text: qsTr("These are the usual hours. Your clinic may differ. Each mark is one day of the week.")
    }
}
