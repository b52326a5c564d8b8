// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// A clinic that has a form of its own for such a plan has it filled in in the place of ours.
Card {
    id: root

    visible: SafetyPlan.clinicForm !== ""
    gap: 8

    Words {
        width: parent.width
        role: Words.Subhead
        text: qsTr("Your clinic has its own plan")
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: qsTr("“%1”. Your care team sees the answers that you send.").arg(SafetyPlan.clinicFormTitle)
    }

    HrButton {
        width: parent.width
        text: SafetyPlan.clinicAnswers === "" ? qsTr("Fill in the clinic’s plan") : qsTr("See the clinic’s plan")
        onClicked: SafetyPlan.clinicAnswers === "" ? Navigator.go(Navigator.Form, SafetyPlan.clinicForm)
            : Navigator.go(Navigator.FormAnswers, SafetyPlan.clinicAnswers)
    }
}
