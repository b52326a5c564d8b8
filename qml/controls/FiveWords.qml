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
    property int changes: 0 // a reason to look again: an item that is still to come cannot be watched
    // The widest word, when it was chosen and is bold.
    readonly property real widest: {
        let most = 0;
        for (let i = 0; changes >= 0 && i < words.count; ++i)
            most = Math.max(most, words.itemAt(i)?.["natural"] ?? 0);
        return most;
    }
    readonly property bool isColumn: Metrics.reflows || widest > share
    readonly property real cell: isColumn ? width : share

    signal picked(int index)

    columns: isColumn ? 1 : options.length
    spacing: 6

    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Repeater {
        id: words

        model: root.options
        onItemAdded: ++root.changes
        onItemRemoved: ++root.changes

        Choice {
            id: word

            required property string modelData
            required property int index
            readonly property real natural: Math.ceil(bold.advanceWidth) + 4

            width: root.cell
            implicitHeight: Math.max(root.isColumn ? 52 : 64, face.implicitHeight + 16)
            radius: 16
            isChosen: index === root.current
            spokenName: modelData
            onClicked: root.picked(index)

            TextMetrics {
                id: bold

                font.family: label.font.family
                font.pixelSize: label.font.pixelSize
                font.weight: 600
                text: word.modelData.split(" ").reduce((a, b) => b.length > a.length ? b : a)
            }

            // Beside the word, so that a choice moves nothing.
            Icon {
                anchors.right: parent.right
                anchors.rightMargin: 14
                anchors.verticalCenter: parent.verticalCenter
                visible: word.isChosen && root.isColumn
                name: "check"
                size: 18
                color: word.ink
            }

            Column {
                id: face

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: word.isChosen && !root.isColumn
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
