// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A button with words. text, kind, iconName, isSmall, busyText (shown while isBusy, which also stops presses),
// reason (a second line, shown while it is disabled: why). Signal: clicked().
Pressable {
    id: root

    enum Kind { Primary, Soft, Outline, Text, Hero, HeroOutline, Help, HelpSoft, Urgent, Surface }

    property int kind: HrButton.Primary
    property string iconName
    property bool isSmall: false
    property bool isBusy: false
    property string busyText: qsTr("Working…")
    property string reason

    readonly property bool isOutlined: kind === HrButton.Outline || kind === HrButton.HeroOutline
    readonly property bool isOnHero: kind === HrButton.Hero || kind === HrButton.HeroOutline
    readonly property string label: isBusy ? busyText : text
    readonly property real labelSize: isSmall ? 15 : 17

    enabled: !isBusy
    leftPadding: isSmall ? 16 : 20
    rightPadding: leftPadding
    topPadding: Metrics.reflows ? 14 : 6
    bottomPadding: topPadding
    faceWidth: line.spacing + (icon.visible ? icon.width : 0) + line.natural
    faceHeight: line.implicitHeight
    implicitHeight: Math.max(isSmall ? Metrics.buttonSmall : Metrics.button, faceHeight + topPadding + bottomPadding)
    radius: isSmall ? 15 : Metrics.radiusButton
    edgeWidth: isOutlined ? Metrics.edge : 0
    edge: isOnHero ? Theme.onHero2 : Theme.outline
    fill: isOff && !isOutlined && kind !== HrButton.Text ? Theme.sunken : Tones.buttonFills[kind]
    ring: isOnHero ? Theme.onHero : Theme.focus
    ink: isOff && kind !== HrButton.HeroOutline ? Theme.ink2 : Tones.buttonInks[kind]
    spokenName: label
    spokenHint: isOff ? reason : ""

    Item {
        anchors.fill: parent

        // The width of the words in one line, which does not change when they wrap.
        TextMetrics {
            id: wordsNatural

            font: words.font
            text: root.label
        }

        Row {
            id: line

            readonly property real natural: Math.ceil(Math.max(wordsNatural.advanceWidth, why.natural)) + 1

            anchors.centerIn: parent
            spacing: icon.visible ? (root.isSmall ? 8 : 10) : 0

            Icon {
                id: icon

                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: root.iconName
                size: root.isSmall ? 20 : 22
                color: root.ink
            }

            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(line.natural, root.availableWidth - line.spacing - (icon.visible ? icon.width : 0))

                Words {
                    id: words

                    width: parent.width
                    role: Words.Button
                    size: root.labelSize
                    text: root.label
                    color: root.ink
                    isSpoken: false
                    horizontalAlignment: Text.AlignHCenter
                }

                Repeater {
                    id: why

                    property real natural: 0

                    model: root.isOff && root.reason !== "" ? 1 : 0
                    onItemRemoved: natural = 0

                    Words {
                        id: reason

                        width: parent?.width ?? 0
                        role: Words.Caption
                        text: root.reason
                        color: root.ink
                        isSpoken: false
                        horizontalAlignment: Text.AlignHCenter

                        TextMetrics {
                            font: reason.font
                            text: reason.text
                            onAdvanceWidthChanged: why.natural = advanceWidth
                            Component.onCompleted: why.natural = advanceWidth
                        }
                    }
                }
            }
        }
    }
}
