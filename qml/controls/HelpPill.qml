// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Help now as a pill, for full-screen flows and pages without a bar. isWide (signed out: full width, taller), note (wide only).
// Never disabled. Signal: clicked().
Pressable {
    id: root

    property bool isWide: false
    property string note

    text: qsTr("Help now")
    implicitHeight: Math.max(isWide ? 60 : Metrics.helpPill, faceHeight + 16)
    leftPadding: isWide ? 20 : 16
    rightPadding: isWide ? 20 : 18
    radius: height / 2
    fill: Theme.helpSoft
    edge: Theme.help
    edgeWidth: Metrics.control
    ink: Theme.onHelpSoft
    spokenHint: note

    faceWidth: line.all
    faceHeight: line.implicitHeight

    Item {
        anchors.fill: parent

        Flow {
            id: line

            readonly property real all: icon.width + spacing + label.implicitWidth
                + (extra.visible ? spacing + extra.implicitWidth : 0)

            anchors.centerIn: parent
            width: Math.min(all + 1, root.availableWidth)
            spacing: root.isWide ? 10 : 8

            Icon {
                id: icon

                name: "buoy"
                size: root.isWide ? 24 : 22
                color: root.ink
                height: label.height
            }

            Words {
                id: label

                role: Words.Button
                size: root.isWide ? 17 : 16
                line: 24
                text: root.text
                color: root.ink
                wrapMode: Text.NoWrap
                isSpoken: false
            }

            Words {
                id: extra

                width: Math.min(implicitWidth, line.width)
                role: Words.Secondary
                line: 24
                text: root.note
                color: root.ink
                visible: root.isWide && text !== ""
                isSpoken: false
            }
        }
    }
}
