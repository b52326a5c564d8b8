// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Outbox
import Handrail.Theme
import Handrail.View

// One thing on its way: what it is, where it is, how old it is, and when it needs the person what they can do. thing, isFirst.
// Signal: whyAsked().
Item {
    id: root

    required property outgoingItem thing
    property bool isFirst: true

    // One button to sign in is enough.
    readonly property bool canSignIn: thing.canSignIn && isFirst
    readonly property real start: tile.visible ? 74 : 16
    // The chip goes above the words where it would leave them too little room.
    readonly property bool stacks: Metrics.reflows || width - start - chip.implicitWidth - 24 < 110
    readonly property bool hasChoice: root.canSignIn || thing.canChange || (thing.needsYou && !thing.canSignIn)
    readonly property bool isOutrun: thing.outrun !== ""
    readonly property string answers: isOutrun ? thing.outrun : thing.answers

    signal whyAsked

    width: parent?.width ?? implicitWidth
    implicitWidth: 350
    implicitHeight: Math.max(66, words.y + words.implicitHeight + 13)

    RowPlate {
        anchors.fill: parent
        isFirst: root.Positioner.index <= 0
        isLast: root.Positioner.isLastItem || root.Positioner.index < 0
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.ListItem
        Accessible.name: root.thing.needsYou ? qsTr("Needs you: %1").arg(root.thing.spoken) : root.thing.spoken
    }

    IconTile {
        id: tile

        anchors.left: parent.left
        anchors.leftMargin: 16
        y: 13
        visible: !Metrics.reflows
        iconName: root.thing.iconName
        tone: ({"clipboard-check": IconTile.Dusk, "calendar": IconTile.Slate, "note-text": IconTile.Moss,
                   "alert-circle-outline": IconTile.Ochre, "lock": IconTile.Mute})[root.thing.iconName] ?? IconTile.Primary
    }

    StatusChip {
        id: chip

        // No anchors that come and go: for a moment both would hold, and the width that they give would stay.
        readonly property real along: root.stacks ? root.start : root.width - width - 16

        x: root.LayoutMirroring.enabled ? root.width - width - along : along
        y: 13
        width: Math.min(implicitWidth, root.width - root.start - 16)
        visible: root.thing.needsYou
        tone: StatusChip.Ochre
        iconName: "alert-circle-outline"
        text: qsTr("Needs you")
        Accessible.ignored: true
    }

    SendRail {
        id: rail

        anchors.right: parent.right
        anchors.rightMargin: 20
        y: 22
        visible: !root.thing.needsYou && !Metrics.reflows
        stage: root.thing.stage
    }

    Column {
        id: words

        readonly property real end: rail.visible ? 96 : chip.visible && !root.stacks ? chip.width + 28 : 16

        anchors.left: parent.left
        anchors.leftMargin: root.start
        y: chip.visible && root.stacks ? chip.y + chip.height + 8 : 12
        width: root.width - root.start - end

        Words {
            width: parent.width
            role: Words.Subhead
            text: root.thing.title
            isSpoken: false
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: root.thing.stateText
            isSpoken: false
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: root.thing.ageText
            visible: text !== ""
            isSpoken: false
        }

        Flow {
            id: choices

            width: root.width - root.start - 16
            topPadding: 10
            spacing: 4
            visible: root.hasChoice || root.thing.why !== ""

            HrButton {
                width: Metrics.reflows ? choices.width : Math.min(implicitWidth, choices.width)
                visible: root.hasChoice
                kind: root.isFirst ? HrButton.Primary : HrButton.Soft
                isSmall: true
                text: root.canSignIn ? qsTr("Sign in") : root.thing.canChange ? qsTr("Change it") : root.isOutrun ? qsTr("Look at both")
                    : root.answers !== "" ? qsTr("Look at it") : qsTr("See what to do")
                spokenName: root.canSignIn ? text : qsTr("%1: %2").arg(text).arg(root.thing.title)
                onClicked: {
                    if (root.canSignIn)
                        Account.signIn();
                    else if (root.thing.canChange)
                        Navigator.go(Navigator.CheckIn, root.thing.identifier);
                    else if (root.answers !== "")
                        Navigator.go(Navigator.FormAnswers, root.answers);
                    else
                        root.whyAsked();
                }
            }

            HrButton {
                width: Metrics.reflows ? choices.width : implicitWidth
                visible: root.thing.why !== "" && (!root.hasChoice || root.canSignIn || root.thing.canChange || root.answers !== "")
                kind: HrButton.Text
                isSmall: true
                text: qsTr("Why?")
                spokenName: qsTr("Why? %1").arg(root.thing.title)
                onClicked: root.whyAsked()
            }
        }
    }
}
