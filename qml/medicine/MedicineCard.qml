// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// One medicine of the list: what the clinic wrote, a refill, and a question.
Card {
    id: root

    required property var medicine

    signal questionAsked

    padding: 14
    gap: 6

    Words {
        width: parent.width
        role: Words.Subhead
        text: root.medicine.name
    }

    Words {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: root.medicine.note
    }

    // The clinic's own words, and only these.
    Words {
        width: parent.width
        visible: text !== ""
        text: root.medicine.instruction === "" ? "" : qsTr("Your clinic wrote: %1").arg(root.medicine.instruction)
    }

    Words {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: root.medicine.untoldText
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: root.medicine.askedText === "" ? "" : qsTr("Refill asked. %1").arg(root.medicine.askedText)
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: root.medicine.canAskRefill
        kind: HrButton.Soft
        isSmall: true
        iconName: "refresh"
        text: qsTr("Ask for a refill")
        spokenName: qsTr("Ask for a refill: %1").arg(root.medicine.name)
        onClicked: Medicine.askRefill(root.medicine.id)
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: root.medicine.questionState === "" ? "" : qsTr("Your last question. %1").arg(root.medicine.questionState)
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: Medicine.canAsk
        kind: HrButton.Text
        leftPadding: 0
        isSmall: true
        text: root.medicine.questionText
        spokenName: qsTr("%1, about %2").arg(root.medicine.questionText).arg(root.medicine.name)
        onClicked: root.questionAsked()
    }
}
