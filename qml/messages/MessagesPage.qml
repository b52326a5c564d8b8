// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Messages
import Handrail.Theme
import Handrail.View

// The thread with the care team: who replies and when, what was written, and the box to write in. Where there is little height the box and
// the hours scroll with the thread.
FocusScope {
    id: root

    readonly property bool isLow: height < 430 + 260 * (Type.textScale - 1) + 40
    property bool isBoxInList
    property bool isWriting: false
    readonly property real side: Math.max(Metrics.screenMargin, (width - Metrics.contentMax) / 2)

    Component.onCompleted: Messages.open(Navigator.argument)
    Component.onDestruction: Messages.leave()

    // Help may lie over this page, and the whole app may be behind another.
    Binding {
        target: Messages
        property: "isSeen"
        value: Navigator.route === Navigator.Messages && root.Window.active
    }

    TopBar {
        id: bar

        width: parent.width
        title: Messages.teamName
        onBackPressed: Navigator.back()

        IconButton {
            visible: Crisis.hasClinic
            iconName: "phone"
            spokenName: qsTr("Call your clinic")
            onClicked: Crisis.call("clinic")
        }
    }

    // The keyboard takes height as soon as somebody writes: the box stays where it is until they are done.
    Binding {
        target: root
        property: "isBoxInList"
        when: !root.isWriting
        value: root.isLow
        restoreMode: Binding.RestoreNone
    }

    MessagesHeader {
        id: hours

        anchors.top: bar.bottom
        x: root.side
        width: root.width - 2 * root.side
        visible: !root.isLow
    }

    EmptyState {
        anchors.top: bar.bottom
        anchors.topMargin: 48
        x: root.side
        width: root.width - 2 * root.side
        visible: !Messages.isTaken
        title: qsTr("Your clinic does not take messages here")
        note: qsTr("Call your clinic instead.")
        actionText: Crisis.hasClinic ? qsTr("Call your clinic") : ""
        onActionPressed: Crisis.call("clinic")
    }

    ListView {
        id: list

        anchors.top: root.isLow ? bar.bottom : hours.bottom
        anchors.bottom: root.isBoxInList ? parent.bottom : fixedBox.top
        x: root.side
        width: root.width - 2 * root.side
        visible: Messages.isTaken
        clip: true
        // The newest is at the foot, as people read a thread.
        verticalLayoutDirection: ListView.BottomToTop
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        cacheBuffer: 400
        model: Messages.thread
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages")
        onIsNearOldestChanged: {
            if (isNearOldest && count > 0)
                Messages.more();
        }

        // Before the end is reached, not there: on Qt 6.4 a view that stands still at its end does not see that it grew.
        readonly property bool isNearOldest: contentY - originY < 3 * height

        delegate: Bubble {
            width: list.width
        }

        // Margins with something in them: Qt 6.4 makes no header of a view in a file whose components are bound.
        bottomMargin: foot.height
        topMargin: head.height

        // What the clinic says to all is seen with the newest, and scrolls as they do, however much it is.
        Column {
            id: foot

            parent: list.contentItem
            y: list.originY + list.contentHeight
            width: list.width
            topPadding: 8
            bottomPadding: 12
            spacing: 8

            ClinicWords {
                width: parent.width
            }

            MessageBox {
                visible: root.isBoxInList
                onIsWritingChanged: root.isWriting = isWriting
                onAttachAsked: attach.ask()
            }
        }

        Column {
            id: head

            parent: list.contentItem
            y: list.originY - height
            width: list.width

            MessagesHeader {
                width: parent.width
                visible: root.isLow && Messages.isTaken
            }

            Words {
                width: parent.width
                topPadding: 24
                bottomPadding: 12
                visible: list.count === 0
                horizontalAlignment: Text.AlignHCenter
                color: Theme.ink2
                text: qsTr("No messages yet. What you write here goes to your care team.")
            }
        }
    }

    MessageBox {
        id: fixedBox

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 12
        x: root.side
        width: root.width - 2 * root.side
        visible: !root.isBoxInList && Messages.isTaken
        onIsWritingChanged: root.isWriting = isWriting
        onAttachAsked: attach.ask()
    }

    AttachSheet {
        id: attach

        anchors.fill: parent
    }
}
