// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// One of two to four views. options: list of words; current: index; name (spoken). Signal: picked(index).
Rectangle {
    id: root

    required property var options
    property int current: 0
    property string name

    signal picked(int index)

    implicitWidth: 350
    implicitHeight: grid.implicitHeight + 6
    radius: 16
    color: Theme.sunken

    Accessible.role: Accessible.PageTabList
    Accessible.name: name

    Grid {
        id: grid

        x: 3
        y: 3
        width: parent.width - 6
        columns: Metrics.reflows || width / root.options.length < 84 * Type.textScale ? 1 : root.options.length

        Repeater {
            model: root.options

            Pressable {
                id: choice

                required property string modelData
                required property int index

                readonly property bool isCurrent: index === root.current

                width: grid.width / grid.columns
                // Drawn 42 high in a track of 48; the whole height answers.
                implicitHeight: Math.max(48, label.implicitHeight + 16)
                hasPlate: false
                spokenName: modelData
                Accessible.role: Accessible.PageTab
                Accessible.selectable: true
                Accessible.selected: isCurrent
                onClicked: root.picked(index)

                Plate {
                    anchors.fill: parent
                    radius: 13
                    color: choice.isCurrent ? Theme.surface : Theme.clear
                    border.width: choice.isCurrent ? Metrics.hairline : 0
                    border.color: Theme.line
                    isPressed: choice.down
                    hasRing: choice.visualFocus
                    ringInset: 0
                }

                Words {
                    id: label

                    anchors.centerIn: parent
                    width: parent.width - 12
                    role: Words.Section
                    text: choice.modelData
                    color: choice.isCurrent ? Theme.ink : Theme.ink2
                    horizontalAlignment: Text.AlignHCenter
                    isSpoken: false
                }
            }
        }
    }
}
