// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Outbox
import Handrail.Theme
import Handrail.View

// What waits to be sent, what needs the person first, and what was sent in the last days.
Item {
    id: root

    readonly property bool isEmpty: Outbox.waiting.count + Outbox.sentToday.count + Outbox.sentBefore.count === 0

    function explain(thing) {
        why.thing = thing;
        why.isOpen = true;
    }

    Component.onCompleted: Outbox.isShown = true
    Component.onDestruction: Outbox.isShown = false

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        endPadding: 48

        EmptyState {
            width: parent.width
            topPadding: 40
            visible: root.isEmpty && !Outbox.hasProblem
            title: Outbox.title
            note: qsTr("What you send to your clinic shows here: when it is saved, when it is sent.")
        }

        Column {
            width: parent.width
            visible: !root.isEmpty
            spacing: 4

            Words {
                width: parent.width
                role: Words.Title
                text: Outbox.title
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: Outbox.lead
            }
        }

        ErrorCard {
            width: parent.width
            visible: Outbox.hasProblem
            title: Outbox.problemTitle
            note: Outbox.problemText
            retryText: ""
            callText: Crisis.hasClinic ? qsTr("Call %1").arg(Crisis.clinicPhone) : ""
            onCalled: Crisis.call("clinic")
        }

        Column {
            width: parent.width
            topPadding: 16
            spacing: 22

            OutboxList {
                width: parent.width
                model: Outbox.waiting
                spokenName: qsTr("Waiting")
                onWhyAsked: thing => root.explain(thing)
            }

            HrButton {
                width: parent.width
                visible: Outbox.canGo
                kind: HrButton.Soft
                iconName: "refresh"
                text: qsTr("Try now")
                isBusy: Sync.isRunning
                busyText: qsTr("Trying now…")
                enabled: Sync.canRetry
                reason: Sync.isRunning ? "" : qsTr("You can try again in a minute.")
                onClicked: Sync.retry()
            }

            OutboxList {
                width: parent.width
                model: Outbox.sentToday
                label: qsTr("Sent today")
            }

            OutboxList {
                width: parent.width
                model: Outbox.sentBefore
                label: qsTr("Sent in the last days")
            }

            Flow {
                width: parent.width
                visible: !root.isEmpty && !Metrics.reflows
                leftPadding: 8
                spacing: 20

                Repeater {
                    model: [qsTr("Saved"), qsTr("Sending"), qsTr("Sent")]

                    Row {
                        id: stage

                        required property string modelData
                        required property int index

                        spacing: 8

                        SendRail {
                            width: 44
                            stage: stage.index
                            ground: Theme.bg
                        }

                        Words {
                            role: Words.Caption
                            text: stage.modelData
                            isSpoken: false
                        }
                    }
                }
            }
        }
    }

    WhySheet {
        id: why

        anchors.fill: parent
    }
}
