// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Before there is a plan: what it is, and the way through its steps. Every one can be left empty.
Column {
    id: root

    spacing: Metrics.cardGap

    Words {
        width: parent.width
        text: qsTr("A plan for a hard hour, in your own words. You write it before the hour comes.")
    }

    Words {
        width: parent.width
        text: qsTr("Take your time. You can make it with your counselor. You can skip any step and change it later.")
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: qsTr("It stays on this device. Nothing is sent unless you say so.")
    }

    HrButton {
        width: parent.width
        kind: SafetyPlan.clinicForm === "" ? HrButton.Primary : HrButton.Outline
        text: SafetyPlan.clinicForm === "" ? qsTr("Begin") : qsTr("Write my own here instead")
        onClicked: {
            SafetyPlan.setGuided(true);
            Navigator.go(Navigator.SafetyPlanStep, "signs");
        }
    }
}
