// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// A relative tells the clinic something, one way. Above it what helps at once. What is in the box is kept as it is typed.
Item {
    id: root

    Component.onCompleted: Concern.open()
    Component.onDestruction: Concern.leave()

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Tell the clinic")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap

        CrisisTile {
            width: parent.width
            kind: CrisisTile.Urgent
            visible: Crisis.emergency.id !== ""
            iconName: "phone"
            text: Crisis.emergency.callLabel
            note: qsTr("Someone is in danger now")
            onClicked: Crisis.call(Crisis.emergency.id)
        }

        CrisisTile {
            width: parent.width
            kind: CrisisTile.Soft
            visible: Crisis.lifeline.id !== ""
            iconName: "phone"
            text: Crisis.lifeline.callLabel
            note: qsTr("For you too, day or night")
            onClicked: Crisis.call(Crisis.lifeline.id)
        }

        Words {
            width: parent.width
            text: qsTr("We can listen; we may not be able to answer or say if someone is a patient.")
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("It may not be read right away.")
        }

        NoteField {
            id: note

            width: parent.width
            label: qsTr("What should the clinic know?")
            lines: 5
            maximumLength: 20000
            text: Concern.text
            onEdited: Concern.text = text

            Connections {
                target: Concern

                function onBegunChanged() {
                    if (note.text !== Concern.text)
                        note.text = Concern.text;
                }
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Caption
            color: Theme.ink
            text: Concern.problemText !== "" ? Concern.problemText : Concern.lengthText
            Accessible.role: Accessible.AlertMessage
        }

        HrButton {
            width: parent.width
            iconName: "send"
            text: qsTr("Send to the clinic")
            enabled: Concern.canSend
            onClicked: Concern.send()
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            color: Theme.ink
            text: Concern.said.length > 0 ? Concern.said[0].state : ""
        }

        CardList {
            width: parent.width
            visible: Concern.said.length > 0
            spokenName: qsTr("What you told the clinic")

            Repeater {
                model: Concern.said

                ListRow {
                    required property var modelData
                    required property int index

                    iconName: modelData.isSent ? "check" : "clock"
                    title: modelData.title
                    // The newest one's state stands above.
                    note: [modelData.text, index === 0 ? "" : modelData.state].filter(line => line !== "").join("\n")
                    spokenName: modelData.text === "" ? qsTr("%1, %2").arg(title).arg(modelData.state)
                        : qsTr("%1, %2, %3").arg(title).arg(modelData.state).arg(modelData.text)
                    isNoteSmall: true
                    isStrong: false
                    isPressable: false
                }
            }
        }
    }
}
