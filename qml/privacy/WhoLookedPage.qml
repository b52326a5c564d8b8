// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The clinic's log, in plain words, the newest first.
Item {
    id: root

    Component.onCompleted: AccessLog.look()

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Who looked")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("Your clinic writes down who opens your records. Your own visits are not in this list.")
        }

        LiveWords {
            width: parent.width
            role: Words.Secondary
            color: Theme.ink
            text: AccessLog.asOfText
            visible: text !== ""
        }

        ErrorCard {
            width: parent.width
            visible: AccessLog.problemTitle !== "" && !AccessLog.isBusy
            title: AccessLog.problemTitle
            note: AccessLog.problemText
            onRetried: AccessLog.tryAgain()
        }

        EmptyState {
            width: parent.width
            visible: AccessLog.isThere && !AccessLog.isBusy && AccessLog.lines.length === 0 && AccessLog.problemTitle === ""
            title: qsTr("Nobody so far")
            note: qsTr("When somebody opens your records, it shows here.")
        }

        EmptyState {
            width: parent.width
            visible: !AccessLog.isThere && !AccessLog.isBusy
            title: qsTr("Your clinic does not show this")
            note: qsTr("You can ask your clinic who opened your records.")
        }

        CardList {
            width: parent.width
            visible: AccessLog.lines.length > 0
            spokenName: qsTr("Who looked")

            Repeater {
                model: AccessLog.lines

                ListRow {
                    required property var modelData

                    title: modelData.who
                    note: modelData.what + "\n" + modelData.when
                    isNoteSmall: true
                    isStrong: false
                    isPressable: false
                }
            }
        }

        Skeleton {
            width: parent.width
            visible: AccessLog.isBusy && AccessLog.lines.length === 0
            text: qsTr("Asking your clinic…")
        }

        HrButton {
            width: parent.width
            visible: AccessLog.hasMore
            kind: HrButton.Soft
            text: qsTr("Show earlier")
            isBusy: AccessLog.isBusy
            busyText: qsTr("Asking your clinic…")
            onClicked: AccessLog.more()
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("Does something look wrong? Ask your clinic.")
        }

        HrButton {
            width: parent.width
            visible: Messages.isOffered
            kind: HrButton.Text
            isSmall: true
            iconName: "message-text"
            text: qsTr("Write to your clinic")
            onClicked: Navigator.go(Navigator.Messages)
        }
    }
}
