// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What to ask about cost and cover, to take along, and whom to ask.
Card {
    id: root

    readonly property var questions: [
        qsTr("Do you take my insurance or Medicaid?"),
        qsTr("What do I pay for each week?"),
        qsTr("How many sessions does my plan pay for?"),
        qsTr("Do I need a note from a doctor first?"),
        qsTr("Is there a lower price if I can’t pay it all?"),
        qsTr("Who helps me with the forms?"),
        qsTr("What if my cover ends while I am here?")
    ]
    readonly property string all: [qsTr("My questions about cost:"), ...questions.map(each => "- " + each)].join("\n")

    gap: 12

    TickList {
        width: parent.width
        iconName: "chevron-right"
        lines: root.questions
    }

    Flow {
        width: parent.width
        spacing: 8

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            kind: HrButton.Outline
            isSmall: true
            iconName: "content-copy"
            text: qsTr("Copy the questions")
            onClicked: Community.copyWords(root.all)
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: Messages.isOffered
            kind: HrButton.Soft
            isSmall: true
            iconName: "message-text"
            text: qsTr("Ask my care team")
            onClicked: {
                Messages.begin(root.all);
                Navigator.go(Navigator.Messages);
            }
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: Crisis.hasClinic
            kind: HrButton.Soft
            isSmall: true
            iconName: "phone"
            text: qsTr("Call my clinic")
            onClicked: Crisis.call("clinic")
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            kind: HrButton.Soft
            isSmall: true
            iconName: "phone"
            text: qsTr("Ask about health plans")
            onClicked: Community.call("health-cover")
        }
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: Community.noteText
    }

    Words {
        width: parent.width
        role: Words.Caption
        text: qsTr("Your plan’s own number is on the back of your card.")
    }
}
