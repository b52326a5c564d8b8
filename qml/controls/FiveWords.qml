// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A question answered by one of a few words. options: list of words; current: index, -1 while unset; name (spoken). At 150 %
// text a column. Signal: picked(index).
Grid {
    id: root

    required property var options
    property int current: -1
    property string name

    readonly property real share: Math.floor((width - spacing * (options.length - 1)) / options.length)
    // The widest word, when it was chosen and is bold.
    property real widest: 0
    readonly property bool isColumn: Metrics.reflows || widest > share
    readonly property real cell: isColumn ? width : share

    signal picked(int index)

    columns: isColumn ? 1 : options.length
    spacing: 6

    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Repeater {
        model: root.options

        Choice {
            id: word

            required property string modelData
            required property int index

            width: root.cell
            implicitHeight: Math.max(root.isColumn ? 52 : 64, face.implicitHeight + 16)
            radius: 16
            isChosen: index === root.current
            spokenName: modelData
            onClicked: root.picked(index)

            TextMetrics {
                font.family: label.font.family
                font.pixelSize: label.font.pixelSize
                font.weight: 600
                text: word.modelData
                onAdvanceWidthChanged: root.widest = Math.max(root.widest, Math.ceil(advanceWidth) + 4)
            }

            Column {
                id: face

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: word.isChosen
                    name: "check"
                    size: 18
                    color: word.ink
                }

                Words {
                    id: label

                    width: parent.width
                    role: Words.Secondary
                    line: 20
                    weight: word.isChosen ? 600 : 500
                    text: word.modelData
                    color: word.ink
                    horizontalAlignment: Text.AlignHCenter
                    isSpoken: false
                }
            }
        }
    }
}
