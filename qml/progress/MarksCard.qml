// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The days that the person marked, each with a word of their own. Signal: picked(day); empty for today.
Column {
    id: root

    signal picked(day: string)

    // A long list opens with a press, so that the rest of the page stays near.
    property bool isWhole: false
    readonly property int few: 4

    spacing: Metrics.cardGap

    Card {
        width: parent.width
        gap: 2

        Words {
            width: parent.width
            role: Words.Subhead
            text: qsTr("Days I took care of myself")
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: Progress.marksText === "" ? qsTr("Mark a day, with a star or a word of your own.") : Progress.marksText
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: qsTr("Only you see them. They are not sent.")
        }

        Item { width: 1; height: 8 }

        // The days from left to right, as in the charts; the list below says the same.
        Row {
            id: days

            readonly property real slot: width / Math.max(1, Progress.markRow.length)

            width: parent.width
            height: visible ? 30 : 0
            visible: Progress.marks.length > 0

            Repeater {
                model: days.visible ? Progress.markRow : []

                Item {
                    id: day

                    required property bool modelData

                    width: days.slot
                    height: 22

                    Icon {
                        anchors.centerIn: parent
                        visible: day.modelData
                        name: "star"
                        size: Math.min(20, days.slot + 4)
                        color: Theme.ochre
                    }

                    Rectangle {
                        anchors.centerIn: parent
                        visible: !day.modelData
                        width: Math.min(5, day.width * 0.6)
                        height: width
                        radius: width / 2
                        color: Theme.track
                    }
                }
            }
        }

        HrButton {
            width: parent.width
            kind: HrButton.Soft
            iconName: "star"
            text: qsTr("Mark a day")
            onClicked: root.picked("")
        }
    }

    CardList {
        width: parent.width
        visible: Progress.marks.length > 0
        spokenName: qsTr("Days I took care of myself")

        Repeater {
            model: Progress.marks

            ListRow {
                required property var modelData
                required property int index

                visible: root.isWhole || index < root.few

                tileIcon: "star"
                tone: IconTile.Ochre
                tileSide: 40
                title: modelData.title
                note: modelData.word
                isStrong: false
                onClicked: root.picked(modelData.day)
            }
        }

        ListRow {
            visible: !root.isWhole && Progress.marks.length > root.few
            title: qsTr("Show all %n day(s)", "", Progress.marks.length)
            isStrong: false
            hasChevron: false
            onClicked: root.isWhole = true
        }
    }
}
