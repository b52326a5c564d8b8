// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A page before it is saved, as pictures or as words. pictures (an address for each sheet), shape (height by width), words, spoken.
Column {
    id: root

    property var pictures: []
    property double shape: 1.3
    property var words: []
    property string spoken

    // Large letters cannot be had in a picture: there it is read as text first.
    property bool isText: Metrics.reflows

    spacing: Metrics.cardGap
    visible: pictures.length > 0

    Segmented {
        width: parent.width
        name: qsTr("How to look at it")
        options: [qsTr("As a page"), qsTr("As text")]
        current: root.isText ? 1 : 0
        onPicked: index => root.isText = index === 1
    }

    Repeater {
        model: root.pictures

        Rectangle {
            id: sheet

            required property string modelData
            required property int index

            width: root.width
            height: width * root.shape
            visible: !root.isText
            border.width: Metrics.hairline
            border.color: Theme.outline

            Image {
                anchors.fill: parent
                anchors.margins: 1
                source: sheet.modelData
                fillMode: Image.PreserveAspectFit
                smooth: true
                mipmap: true
                // The first says all that is on the sheets.
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The page. %1").arg(root.spoken)
                Accessible.ignored: sheet.index > 0
            }
        }
    }

    Card {
        width: parent.width
        gap: 6
        visible: root.isText && root.words.length > 0

        Repeater {
            model: root.isText ? root.words : []

            Words {
                required property string modelData

                width: parent?.width ?? 0
                role: Words.Secondary
                color: Theme.ink
                text: modelData
            }
        }
    }
}
