// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The foot of a full-screen flow: Back, Help now, Next. backText, nextText (empty: not there), isNextSoft (nothing is
// answered: "Skip"), canGoNext, nextBusyText + isBusy. In low windows Back is an arrow, so that all three stay in one row. Where they
// do not fit, and in large text, Next goes on top. about: what Next is for; when that changes, the second half of a double press does
// nothing. isAlone: that changed by itself, so that a finger may still be on its way to the Next before. Signals: backPressed(), helpPressed(), nextPressed().
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
    property int about: -1
    property bool isAlone: false

    // What Next is for has just changed.
    readonly property bool isFresh: fresh.running
    readonly property bool hasBack: backText !== ""
    readonly property bool hasNext: nextText !== ""
    // Beside Help now in the middle, and beside it and the arrow.
    readonly property real side: (body.width - help.implicitWidth - 24) / 2
    readonly property real rest: body.width - help.implicitWidth - 12 - (hasBack ? backArrow.width + 8 : 0)
    readonly property bool isOneRow: !Metrics.reflows && side >= Math.max(back.faceWidth, next.faceWidth) + 16
    readonly property bool isTight: !isOneRow && !Metrics.reflows && (!hasBack || Window.height < Metrics.low) && rest >= next.faceWidth + 16
    readonly property bool stacks: !isOneRow && !isTight && hasNext
    readonly property bool hasBackWords: hasBack && !Metrics.reflows && !isTight && side >= back.faceWidth + 16

    signal backPressed
    signal helpPressed
    signal nextPressed

    // From the start of the row, whichever side that is.
    function at(item: Item, along: real): real {
        return LayoutMirroring.enabled ? body.width - item.width - along : along;
    }

    onAboutChanged: {
        if (Motion.settle > 0)
            fresh.restart();
    }

    Timer {
        id: fresh

        interval: root.isAlone ? 2 * Motion.settle : Motion.settle
    }

    implicitWidth: 390
    implicitHeight: body.height + 24 + safeBottom

    Item {
        id: body

        x: (root.width - width) / 2
        y: 12
        width: Math.min(root.width - 40, root.maxWidth)
        height: (root.stacks ? next.height + 12 : 0) + Math.max(52, help.height)

        HrButton {
            id: back

            x: root.at(back, 0)
            y: body.height - height
            width: root.side
            visible: root.hasBackWords
            kind: HrButton.Outline
            leftPadding: 8
            rightPadding: 8
            text: root.backText
            onClicked: root.backPressed()
        }

        IconButton {
            id: backArrow

            x: root.at(backArrow, 0)
            y: body.height - (height + help.height) / 2
            visible: root.hasBack && !root.hasBackWords
            kind: IconButton.Outline
            diameter: 52
            iconName: "arrow-left"
            spokenName: root.backText
            onClicked: root.backPressed()
        }

        HelpPill {
            id: help

            readonly property real start: backArrow.visible ? backArrow.width + 8 : 0

            // In the middle, unless the arrow is in the way.
            x: root.at(help, root.isTight ? start : Math.max(start, (body.width - width) / 2))
            y: body.height - height
            width: Math.min(implicitWidth, body.width - start)
            onClicked: root.helpPressed()
        }

        HrButton {
            id: next

            x: root.at(next, body.width - next.width)
            y: root.stacks ? 0 : body.height - height
            width: root.stacks ? body.width : root.isTight ? root.rest : root.side
            visible: root.hasNext
            enabled: root.canGoNext && !isBusy
            kind: root.isNextSoft ? HrButton.Soft : HrButton.Primary
            leftPadding: 8
            rightPadding: 8
            text: root.nextText
            isBusy: root.isBusy
            busyText: root.nextBusyText
            onClicked: {
                if (!root.isFresh)
                    root.nextPressed();
            }
        }
    }
}
