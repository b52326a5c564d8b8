// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The one filled card of a page: the next session. eyebrow, countdown (countdownIcon), title, time, place, note; two acts:
// primaryText (primaryIcon; not canPress: an outline that tells when), secondaryText, and below them moreText. Signals: primaryPressed(),
// secondaryPressed(), morePressed().
Rectangle {
    id: root

    property string eyebrow
    property string countdown
    property string countdownIcon: "clock"
    property string title
    property string time
    property string place
    property string note
    property string primaryText
    property string primaryIcon
    property bool canPress: true
    property string secondaryText
    property string moreText
    property string spokenName

    readonly property bool isWide: width >= 560 && !Metrics.reflows
    // Two acts beside each other only where neither wraps.
    readonly property bool stacks: Metrics.reflows || isWide || main.implicitWidth + 12 + details.implicitWidth > width - 38
    // Wide enough for its words in one line, if that leaves the others their half.
    readonly property real actsWidth: isWide ? Math.min(Math.max(190, main.implicitWidth, details.implicitWidth, hint.visible ? 220 : 0), width * 0.45)
        : width - 38

    signal primaryPressed
    signal secondaryPressed
    signal morePressed

    implicitWidth: 350
    implicitHeight: isWide ? Math.max(words.implicitHeight, acts.implicitHeight + (hint.visible ? hint.implicitHeight + 10 : 0)) + 44
        : words.implicitHeight + acts.implicitHeight + 34
          + (acts.implicitHeight > 0 ? 14 : 0) + (hint.visible ? hint.implicitHeight + 12 : 0)
    radius: Metrics.radiusHero
    color: Theme.hero

    Accessible.role: Accessible.Grouping
    Accessible.name: spokenName
    Accessible.ignored: spokenName === ""

    Column {
        id: words

        x: root.LayoutMirroring.enabled ? root.width - width - 20 : 20
        y: root.isWide ? 22 : 16
        width: root.isWide ? root.width - 44 - 24 - root.actsWidth : root.width - 38

        Flow {
            id: head

            readonly property real gap: width - eyebrow.implicitWidth - count.implicitWidth

            width: parent.width
            spacing: Math.max(8, root.isWide ? 14 : gap)

            Words {
                id: eyebrow

                width: Math.min(implicitWidth, head.width)
                role: Words.Secondary
                line: 20
                weight: 500
                text: root.eyebrow
                color: Theme.onHero2
                isSpoken: root.spokenName === ""
            }

            Row {
                id: count

                visible: root.countdown !== ""
                spacing: 6

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: root.countdownIcon
                    size: 18
                    color: Theme.onHero
                }

                Words {
                    width: Math.min(implicitWidth, head.width - 24)
                    role: Words.Section
                    text: root.countdown
                    color: Theme.onHero
                    isSpoken: root.spokenName === ""
                }
            }
        }

        Item { width: 1; height: 8 }

        Words {
            width: parent.width
            role: Words.Hero
            size: root.isWide ? 30 : 26
            line: root.isWide ? 36 : 32
            text: root.title
            color: Theme.onHero
            isSpoken: root.spokenName === ""
        }

        Item { width: 1; height: 3; visible: root.time !== "" }

        Words {
            width: parent.width
            weight: 500
            text: root.time
            visible: text !== ""
            color: Theme.onHero
            isSpoken: root.spokenName === ""
        }

        Item { width: 1; height: 2; visible: root.place !== "" }

        Words {
            width: parent.width
            role: Words.Secondary
            text: root.place
            visible: text !== ""
            color: Theme.onHero2
            isSpoken: root.spokenName === ""
        }
    }

    Column {
        id: acts

        spacing: 4
        x: root.isWide !== root.LayoutMirroring.enabled ? root.width - width - (root.isWide ? 24 : 20) : root.isWide ? 24 : 20
        y: root.isWide ? (root.height - height - (hint.visible ? hint.implicitHeight + 10 : 0)) / 2 : words.y + words.height + 14

        Grid {
            columns: root.stacks ? 1 : 2
            spacing: 12

            HrButton {
                id: main

                visible: root.primaryText !== ""
                width: root.stacks || !details.visible ? root.actsWidth : root.actsWidth - details.width - 12
                kind: root.canPress ? HrButton.Hero : HrButton.HeroOutline
                enabled: root.canPress
                // In large text the word comes before the picture.
                iconName: Metrics.reflows && root.width < 320 ? "" : root.primaryIcon
                text: root.primaryText
                onClicked: root.primaryPressed()
            }

            HrButton {
                id: details

                visible: root.secondaryText !== ""
                width: root.stacks || root.primaryText === "" ? root.actsWidth : implicitWidth
                kind: HrButton.HeroOutline
                leftPadding: 22
                rightPadding: 22
                text: root.secondaryText
                onClicked: root.secondaryPressed()
            }
        }

        HrButton {
            visible: root.moreText !== ""
            width: root.actsWidth
            kind: HrButton.Text
            isSmall: true
            ink: Theme.onHero
            ring: Theme.onHero
            text: root.moreText
            onClicked: root.morePressed()
        }
    }

    Words {
        id: hint

        x: root.isWide ? acts.x : root.LayoutMirroring.enabled ? root.width - width - 20 : 20
        y: acts.y + acts.height + 10
        width: root.actsWidth
        visible: text !== ""
        role: Words.Secondary
        text: root.note
        color: Theme.onHero2
        horizontalAlignment: Text.AlignHCenter
    }
}
