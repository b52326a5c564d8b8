// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Safety
import Handrail.View

// The whole plan, in order: own words, skills that start, people and professionals to call. canEdit shows how each is changed.
Column {
    id: root

    property bool canEdit: false

    readonly property var all: MyPeople.people
    readonly property var people: all.map(person => ({id: person.id, text: person.name, spokenName: qsTr("Call %1").arg(person.name)}))
    readonly property var lines: [
        {id: Crisis.lifeline.id, text: Crisis.lifeline.shown, spokenName: Crisis.lifeline.callLabel},
        {id: Crisis.hasClinic ? "clinic" : "", text: qsTr("Clinic"), spokenName: Crisis.page.clinicLabel}
    ]
    readonly property var professionals: lines.filter(line => line.id !== "")

    Repeater {
        model: SafetyPlan.steps

        PlanPart {
            id: step

            required property var modelData
            required property int index

            width: root.width
            number: modelData.number
            title: modelData.title
            note: modelData.text
            isLast: index === SafetyPlan.steps.length - 1
            canEdit: root.canEdit
            onEdited: {
                SafetyPlan.setGuided(false); // the guided way may have been left without its own button
                Navigator.go(Navigator.SafetyPlanStep, modelData.part);
            }

            CardList {
                width: parent.width
                visible: step.modelData.part === "coping" && SafetyPlan.skills.length > 0
                spokenName: step.title

                Repeater {
                    model: step.modelData.part === "coping" ? SafetyPlan.skills : []

                    ListRow {
                        required property var modelData

                        tileIcon: modelData.iconName
                        tone: IconTile.Slate
                        title: modelData.title
                        isStrong: false
                        hasChevron: false
                        onClicked: Navigator.go(Navigator.Skill, modelData.id)

                        Icon {
                            name: "play"
                        }
                    }
                }
            }

            CallChips {
                width: parent.width
                choices: step.modelData.part === "contacts" ? root.people : step.modelData.part === "pros" ? root.professionals : []
                isHelp: step.modelData.part === "pros"
                onCalled: id => isHelp ? Crisis.call(id) : MyPeople.callPerson(id)
            }
        }
    }
}
