// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Handrail.Theme

// The picture of the first page: a rail that steps down to the right, on its posts, under one sun.
Item {
    id: root

    readonly property real unit: Math.max(1, width / 390)
    // Where the rail is at each post, in the picture's own 390 x 300.
    readonly property list<real> posts: [86, 86, 86, 86, 86, 106, 132, 150, 150, 150, 155, 181, 206, 206]

    clip: true

    Item {
        width: 390
        height: 300
        anchors.bottom: parent.bottom
        scale: root.unit
        transformOrigin: Item.BottomLeft

        Rectangle {
            x: 264
            y: 44
            width: 80
            height: 80
            radius: 40
            color: Theme.sun
        }

        Repeater {
            model: root.posts

            Rectangle {
                required property int index
                required property real modelData

                x: 10 + index * 27.5
                y: modelData
                width: 4
                height: 310 - y
                color: Theme.heroLine
            }
        }

        Shape {
            anchors.fill: parent
            layer.enabled: GraphicsInfo.api !== GraphicsInfo.Software
            layer.samples: 4

            ShapePath {
                strokeColor: Theme.heroBtn
                strokeWidth: 11
                fillColor: Theme.clear
                joinStyle: ShapePath.RoundJoin

                PathSvg {
                    path: "M-20 86L102 86Q128 86 146.9 103.8L177.1 132.2Q196 150 222 150L256 150Q282 150 300.7 168.1L321.3 187.9"
                        + "Q340 206 366 206L410 206"
                }
            }
        }
    }
}
