// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Crisis
import Handrail.Safety
import Handrail.Theme
import Handrail.View

// The safety plan: read at a glance, each step changed in two taps, shared only when asked.
Item {
    id: root

    property bool isEditing: false
    readonly property bool isMade: SafetyPlan.hasPlan
    readonly property real foot: number.visible ? number.height + 36 : 0

    onIsMadeChanged: SafetyPlan.askToTell()
    Component.onCompleted: SafetyPlan.come()
    Component.onDestruction: SafetyPlan.leave()

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()

        HrButton {
            visible: SafetyPlan.hasPlan
            kind: HrButton.Text
            isSmall: true
            iconName: root.isEditing ? "check" : "pencil"
            text: root.isEditing ? qsTr("Done") : qsTr("Edit")
            onClicked: root.isEditing = !root.isEditing
        }
    }

    PageScroll {
        id: body

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: root.foot
        startPadding: 0
        endPadding: 48
        gap: Metrics.cardGap

        Column {
            width: parent.width
            bottomPadding: 4

            Words {
                width: parent.width
                role: Words.Title
                text: qsTr("My safety plan")
            }

            Words {
                width: parent.width
                visible: text !== ""
                color: Theme.ink2
                text: SafetyPlan.madeText
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: SafetyPlan.problemText
            Accessible.role: Accessible.AlertMessage
        }

        ClinicPlanCard {
            width: parent.width
        }

        FirstPlanCard {
            width: parent.width
            visible: !SafetyPlan.hasPlan && !SafetyPlan.isUnreadable
        }

        PlanSteps {
            width: parent.width
            visible: SafetyPlan.hasPlan
            canEdit: root.isEditing
        }

        TellClinic {
            width: parent.width
            visible: SafetyPlan.report.isAsked
            isOn: SafetyPlan.report.isOn
            page: body
            onSeen: SafetyPlan.report.noteSeen()
            onToggledTo: isOn => SafetyPlan.report.isOn = isOn
        }

        PlanActs {
            width: parent.width
            visible: SafetyPlan.hasPlan
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: qsTr("No one watches this page. In danger, use Help now.")
        }
    }

    NumberCard {
        id: number

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        x: (root.width - width) / 2
        width: Math.min(root.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        visible: Crisis.shownNumber !== ""
    }
}
