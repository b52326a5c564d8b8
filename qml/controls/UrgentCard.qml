// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The frame for 911: what it is for, one line, two acts, and more words below (default property). title, note, callText, stepsText,
// heading (the title as it shows). Signals: called(), stepsOpened().
Rectangle {
    id: root

    default property alias more: below.data
    property string title
    property string note
    property string callText
    property string stepsText

    readonly property Item heading: head
    readonly property bool stacks: Metrics.reflows || call.implicitWidth + steps.implicitWidth + 12 > width - 32

    signal called
    signal stepsOpened

    implicitWidth: 350
    implicitHeight: words.implicitHeight + 12 + acts.implicitHeight + 30 + (below.children.length > 0 ? below.implicitHeight + 12 : 0)
    radius: 22
    color: Theme.surface
    border.width: Metrics.selected
    border.color: Theme.urgent

    Column {
        id: words

        x: 16
        y: 14
        width: parent.width - 32

        Words { id: head; width: parent.width; role: Words.Subhead; text: root.title }
        Words { width: parent.width; role: Words.Secondary; text: root.note; visible: text !== "" }
    }

    Grid {
        id: acts

        x: 16
        y: words.y + words.height + 12
        width: parent.width - 32
        columns: root.stacks ? 1 : 2
        spacing: 12

        HrButton {
            id: call

            width: root.stacks ? acts.width : acts.width - (steps.visible ? steps.width + 12 : 0)
            kind: HrButton.Urgent
            iconName: "phone"
            text: root.callText
            onClicked: root.called()
        }

        HrButton {
            id: steps

            width: root.stacks ? acts.width : implicitWidth
            kind: HrButton.Outline
            edge: Theme.urgent
            text: root.stepsText
            visible: text !== ""
            onClicked: root.stepsOpened()
        }
    }

    Column {
        id: below

        x: 16
        y: acts.y + acts.height + 12
        width: parent.width - 32
        spacing: 8
    }
}
