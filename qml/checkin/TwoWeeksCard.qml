// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Urge, mood and sleep of its day, and the two weeks behind them.
Card {
    id: root

    gap: 10

    Grid {
        id: figures

        width: parent.width
        columns: Metrics.reflows ? 1 : 3
        rowSpacing: 6
        visible: CheckInDone.headline.length > 0

        Repeater {
            model: CheckInDone.headline

            Column {
                id: figure

                required property var modelData

                width: figures.width / figures.columns

                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2").arg(modelData.label).arg(modelData.value)

                Row {
                    width: parent.width
                    spacing: 5

                    Icon {
                        id: icon

                        anchors.verticalCenter: parent.verticalCenter
                        name: figure.modelData.iconName
                        size: 16
                        color: Theme.ink2
                    }

                    Words {
                        width: parent.width - icon.width - 5
                        role: Words.Caption
                        text: figure.modelData.label
                        isSpoken: false
                    }
                }

                Words {
                    width: parent.width
                    role: Words.Head
                    weight: 600
                    text: figure.modelData.value
                    isSpoken: false
                }
            }
        }
    }

    Rectangle {
        width: parent.width
        height: 1
        visible: figures.visible && CheckInDone.hasTrend
        color: Theme.line
    }

    Words {
        width: parent.width
        visible: CheckInDone.hasTrend
        role: Words.Subhead
        text: qsTr("Last 14 days")
    }

    Words {
        width: parent.width
        visible: CheckInDone.hasTrend && text !== ""
        role: Words.Caption
        text: CheckInDone.trendText
    }

    TrendChart {
        width: parent.width
        visible: CheckInDone.hasTrend
        first: CheckInDone.craving
        second: CheckInDone.mood
        firstName: qsTr("Urge")
        secondName: qsTr("Mood")
        startText: CheckInDone.trendStart
        endText: CheckInDone.trendEnd
        spokenName: CheckInDone.trendSpoken
    }
}
