// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Five moods: word, face and rail. options: five words from low to high; current: index, -1 while unset; unsetNote; name
// (spoken). At 150 % text a column of rows alone. Signal: picked(index).
Column {
    id: root

    required property var options
    property int current: -1
    property string unsetNote: qsTr("Nothing is picked yet")
    property string name
    // Low windows: the faces alone.
    property bool isCompact: false

    readonly property bool isSet: current >= 0
    readonly property real cell: Metrics.reflows ? width : width / 5

    // A second line of words, where two words do not fit beside each other.
    property bool hasTwoLines: false
    readonly property real extra: hasTwoLines ? 20 * Type.textScale : 0

    signal picked(int index)

    spacing: Metrics.reflows ? 20 : 36

    Column {
        width: parent.width
        visible: !root.isCompact && !Metrics.reflows // in a column the row itself shows it, and has to be seen without scrolling
        topPadding: 14
        bottomPadding: 14

        Item {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 136
            height: 136

            Face {
                visible: root.isSet
                level: Math.max(0, root.current)
                side: 136
                stroke: 1.9
                ink: Theme.primary
            }

            Mark {
                anchors.centerIn: parent
                visible: !root.isSet
                side: 132
                box: 132
                stroke: 2.5
                dashes: [0.2, 3.2]
                color: Theme.outline
                path: "M66 4A62 62 0 1 1 65.9 4Z"
            }
        }

        Item { width: 1; height: root.isSet ? 14 : 18 }

        Words {
            width: parent.width
            role: root.isSet ? Words.Head : Words.Body
            text: root.isSet ? root.options[root.current] : root.unsetNote
            color: root.isSet ? Theme.ink : Theme.ink2
            horizontalAlignment: Text.AlignHCenter
        }
    }

    Item {
        width: parent.width
        height: faces.height

        Accessible.role: Accessible.Grouping
        Accessible.name: root.name

        // The rail under the faces; the posts are the five moods.
        Item {
            y: 92 + 20 * Type.textScale + root.extra
            visible: !Metrics.reflows
            width: parent.width

            Rectangle {
                x: 11
                y: 5
                width: parent.width - 22
                height: 6
                radius: 3
                color: Theme.track
            }

            Repeater {
                model: 5

                Rectangle {
                    required property int index

                    x: root.cell * (index + 0.5) - 1.75
                    y: 15.25
                    width: 3.5
                    height: 18.5
                    radius: 1.75
                    color: (root.LayoutMirroring.enabled ? 4 - index : index) === root.current ? Theme.primary : Theme.track
                }
            }

            Rectangle {
                readonly property int slot: root.LayoutMirroring.enabled ? 4 - root.current : root.current

                visible: root.isSet
                x: root.cell * (slot + 0.5) - 11
                y: -3
                width: 22
                height: 22
                radius: 11
                color: Theme.bg

                Rectangle {
                    anchors.centerIn: parent
                    width: 16
                    height: 16
                    radius: 8
                    color: Theme.primary
                }
            }
        }

        Grid {
            id: faces

            width: parent.width
            columns: Metrics.reflows ? 1 : 5
            spacing: Metrics.reflows ? 8 : 0

            Repeater {
                model: root.options

                MoodItem {
                    required property string modelData
                    required property int index

                    width: root.cell
                    text: modelData
                    level: index
                    extra: root.extra
                    onIsTwoLinesChanged: {
                        if (isTwoLines)
                            root.hasTwoLines = true;
                    }
                    isChosen: index === root.current
                    onClicked: root.picked(index)
                }
            }
        }
    }
}
