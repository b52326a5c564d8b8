// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The foot of a full-screen flow: Back, Help now, Next. backText, nextText (empty: not there), isNextSoft (nothing is
// answered: "Skip"), canGoNext, nextBusyText + isBusy. Large text puts Next on top. Signals: backPressed(), helpPressed(),
// nextPressed().
Item {
    id: root

    property string backText: qsTr("Back")
    property string nextText: qsTr("Next")
    property bool isNextSoft: false
    property bool canGoNext: true
    property bool isBusy: false
    property string nextBusyText: qsTr("Sending…")
    property real safeBottom: 16
    property real maxWidth: Metrics.contentMax

    readonly property real side: (body.width - help.implicitWidth - 24) / 2
    readonly property bool stacks: Metrics.reflows || width < 340 || side < Math.max(back.faceWidth, next.faceWidth) + 16

    signal backPressed
    signal helpPressed
    signal nextPressed

    implicitWidth: 390
    implicitHeight: body.height + 24 + safeBottom

    Item {
        id: body

        x: (root.width - width) / 2
        y: 12
        width: Math.min(root.width - 40, root.maxWidth)
        height: root.stacks ? (next.visible ? next.height + 12 : 0) + help.height : Math.max(52, help.height)

        HrButton {
            id: back

            x: root.LayoutMirroring.enabled ? body.width - width : 0
            y: body.height - height
            width: root.side
            visible: root.backText !== "" && !root.stacks
            kind: HrButton.Outline
            leftPadding: 8
            rightPadding: 8
            text: root.backText
            onClicked: root.backPressed()
        }

        IconButton {
            id: backArrow

            x: root.LayoutMirroring.enabled ? body.width - width : 0
            y: body.height - (height + help.height) / 2
            visible: root.backText !== "" && root.stacks
            kind: IconButton.Outline
            diameter: 52
            iconName: "arrow-left"
            spokenName: root.backText
            onClicked: root.backPressed()
        }

        HelpPill {
            id: help

            readonly property real room: backArrow.visible ? body.width - 2 * (backArrow.width + 8) : body.width

            x: (body.width - width) / 2
            y: body.height - height
            width: root.stacks ? Math.min(implicitWidth, room) : implicitWidth
            onClicked: root.helpPressed()
        }

        HrButton {
            id: next

            x: root.stacks || root.LayoutMirroring.enabled ? 0 : body.width - width
            y: root.stacks ? 0 : body.height - height
            width: root.stacks ? body.width : root.side
            visible: root.nextText !== ""
            enabled: root.canGoNext && !isBusy
            kind: root.isNextSoft ? HrButton.Soft : HrButton.Primary
            leftPadding: 8
            rightPadding: 8
            text: root.nextText
            isBusy: root.isBusy
            busyText: root.nextBusyText
            onClicked: root.nextPressed()
        }
    }
}
