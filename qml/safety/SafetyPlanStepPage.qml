// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// One step of the plan to write in. What is typed is kept as it is typed; an empty step is fine.
Item {
    id: root

    property string part
    readonly property bool isGuided: SafetyPlan.isGuided

    function next() {
        const follower = SafetyPlan.after(part);
        if (isGuided && follower !== "") {
            Navigator.replace(Navigator.SafetyPlanStep, follower);
            return;
        }
        SafetyPlan.setGuided(false);
        Navigator.back();
    }

    Component.onCompleted: part = Navigator.argument
    Component.onDestruction: SafetyPlan.closeStep()

    Connections {
        target: Navigator

        // One step led on to the next; Help now that lies over it changes nothing.
        function onRouteChanged() {
            if (Navigator.route !== Navigator.SafetyPlanStep || root.part === Navigator.argument)
                return;
            SafetyPlan.closeStep();
            root.part = Navigator.argument;
        }
    }

    TopBar {
        id: bar

        width: parent.width
        title: root.isGuided ? "" : qsTr("My safety plan")
        isClose: root.isGuided
        spokenBack: root.isGuided ? qsTr("Close. Your words are kept.") : qsTr("Back")
        step: SafetyPlan.indexOf(root.part)
        steps: root.isGuided ? 7 : 0
        onBackPressed: {
            SafetyPlan.setGuided(false);
            Navigator.back();
        }
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        startPadding: 8
        gap: 14

        Words {
            width: parent.width
            role: Words.Head
            text: SafetyPlan.titleOf(root.part)
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: SafetyPlan.askOf(root.part)
        }

        Flow {
            width: parent.width
            visible: root.part === "coping"
            spacing: 8

            Repeater {
                model: root.part === "coping" ? SafetyPlan.offeredSkills : []

                ChoiceChip {
                    required property var modelData

                    maximumWidth: parent?.width ?? 0
                    text: modelData.title
                    isChosen: modelData.isChosen
                    onClicked: SafetyPlan.toggleSkill(modelData.id)
                }
            }
        }

        StepPeople {
            width: parent.width
            part: root.part
        }

        NoteField {
            id: words

            width: parent.width
            label: qsTr("My own words")
            spokenName: qsTr("%1, in my own words").arg(SafetyPlan.titleOf(root.part))
            placeholder: SafetyPlan.hintOf(root.part)
            lines: 4
            maximumLength: 500
            text: SafetyPlan.words(root.part)
            onEdited: SafetyPlan.setWords(root.part, words.text)
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: SafetyPlan.savedText === "" ? qsTr("Each line is a thing of its own. You can leave it empty.") : SafetyPlan.savedText
        }

        ErrorCard {
            width: parent.width
            visible: SafetyPlan.problemText !== ""
            title: qsTr("Your words are not saved yet.")
            note: SafetyPlan.problemText
            onRetried: SafetyPlan.tryAgain()
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        about: SafetyPlan.indexOf(root.part)
        nextText: root.isGuided && SafetyPlan.after(root.part) !== "" ? qsTr("Next") : qsTr("Done")
        onBackPressed: {
            SafetyPlan.setGuided(false);
            Navigator.back();
        }
        onHelpPressed: Navigator.openHelp()
        onNextPressed: root.next()
    }
}
