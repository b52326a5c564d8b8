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

    readonly property real word: Math.ceil(natural.advanceWidth) + 1
    // What does not fit goes: first the note, then the buoy; the words wrap last.
    readonly property bool hasIcon: icon.width + line.spacing + word <= availableWidth + 0.5
    readonly property bool hasNote: isWide && note !== ""
        && icon.width + 2 * line.spacing + word + extra.implicitWidth <= availableWidth

    text: qsTr("Help now")
    implicitHeight: Math.max(isWide ? 60 : Metrics.helpPill, label.implicitHeight + 16)
    leftPadding: isWide ? 20 : 16
    rightPadding: isWide ? 20 : 18
    radius: height / 2
    fill: Theme.helpSoft
    edge: Theme.help
    edgeWidth: Metrics.edge
    ink: Theme.onHelpSoft
    spokenHint: note
    faceWidth: icon.width + line.spacing + word

    Item {
        anchors.fill: parent

        // The width of the words in one line, which does not change when they wrap.
        TextMetrics {
            id: natural

            font: label.font
            text: root.text
        }

        Row {
            id: line

            anchors.centerIn: parent
            spacing: root.isWide ? 10 : 8

            Icon {
                id: icon

                anchors.verticalCenter: parent.verticalCenter
                visible: root.hasIcon
                name: "buoy"
                size: root.isWide ? 24 : 22
                color: root.ink
            }

            Words {
                id: label

                width: Math.min(root.word, root.availableWidth)
                role: Words.Button
                size: root.isWide ? 17 : 16
                line: 24
                text: root.text
                color: root.ink
                horizontalAlignment: Text.AlignHCenter
                isSpoken: false
            }

            Words {
                id: extra

                role: Words.Secondary
                line: 24
                text: root.note
                color: root.ink
                wrapMode: Text.NoWrap
                visible: root.hasNote
                isSpoken: false
            }
        }
    }
}
