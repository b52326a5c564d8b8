// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// After a video session: one question, for the person alone, and when the next one is. Every way out of it is one tap and needs no answer.
Item {
    id: root

    TopBar {
        id: bar

        width: parent.width
        title: HowWasIt.title
        isClose: true
        isKept: HowWasIt.current >= 0
        onBackPressed: Navigator.back()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        startPadding: 8
        gap: 16

        Column {
            width: parent.width
            spacing: 6

            Words {
                width: parent.width
                visible: text !== ""
                role: Words.Secondary
                text: HowWasIt.whenText
            }

            Words {
                id: question

                width: parent.width
                role: Words.Title
                text: qsTr("How was it?")
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: qsTr("Only on this device. Nobody else sees it.")
            }
        }

        MoodFaces {
            width: parent.width
            name: question.text
            options: HowWasIt.options
            current: HowWasIt.current
            isCompact: Window.height < Metrics.low
            onPicked: index => HowWasIt.choose(index)
        }

        HrButton {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            visible: HowWasIt.current >= 0
            kind: HrButton.Text
            text: qsTr("Clear my answer")
            onClicked: HowWasIt.choose(-1)
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            color: Theme.ink
            text: HowWasIt.problemText
        }

        CardList {
            width: parent.width

            ListRow {
                iconName: "calendar-today"
                title: HowWasIt.nextText
                isStrong: false
                isPressable: false
            }
        }
    }

    FlowFooter {
        id: footer

        anchors.bottom: parent.bottom
        width: parent.width
        backText: ""
        nextText: HowWasIt.current >= 0 ? qsTr("Done") : qsTr("Skip")
        isNextSoft: HowWasIt.current < 0
        onHelpPressed: Navigator.openHelp()
        onNextPressed: Navigator.back()
    }
}
