// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// How many digits of a PIN are in, as knobs on a rail: filled or empty, never which digit. places, count, ground (what lies
// behind). Nothing shakes and nothing turns red when they are emptied.
Item {
    id: root

    property int places: 6
    property int count: 0
    property color ground: Theme.bg

    readonly property real step: Math.min(44, (width - 24) / Math.max(1, places))
    readonly property real start: (width - step * (places - 1)) / 2

    implicitWidth: 44 * places + 4
    implicitHeight: 44

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%n number(s) in", "", root.count)

    component Bar: Rectangle {
        height: 6
        y: 6
        radius: 3
    }

    Bar {
        x: root.start - 18
        width: root.step * (root.places - 1) + 36
        color: Theme.track
    }

    Bar {
        x: root.LayoutMirroring.enabled ? root.width - root.start + 18 - width : root.start - 18
        width: 18 + root.step * (root.count - 1)
        visible: root.count > 0
        color: Theme.primary
    }

    Repeater {
        model: root.places

        Item {
            id: place

            required property int index
            readonly property bool isIn: index < root.count
            readonly property real at: root.start + index * root.step

            x: root.LayoutMirroring.enabled ? root.width - at : at

            Rectangle {
                x: -2
                y: 22
                width: 4
                height: 20
                radius: 2
                color: place.isIn ? Theme.primary : Theme.track
            }

            Rectangle {
                x: -12
                y: -3
                width: 24
                height: 24
                radius: 12
                color: root.ground

                Rectangle {
                    anchors.centerIn: parent
                    width: 18
                    height: 18
                    radius: 9
                    color: place.isIn ? Theme.primary : Theme.surface
                    border.width: place.isIn ? 0 : 2
                    border.color: Theme.outline

                    Behavior on color {
                        enabled: Motion.gentle > 0

                        ColorAnimation {
                            duration: 90
                        }
                    }
                }
            }
        }
    }
}
