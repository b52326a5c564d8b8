// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills
import Handrail.Theme
import Handrail.View

// After a skill: a kind word, where it leads, how it is now, whether it helped. All of it can be left out.
// Signals: done(), ledOn(id) to another skill.
PageScroll {
    id: root

    required property SkillView skill

    signal done
    signal ledOn(id: string)

    startPadding: 8
    gap: 20

    LiveWords {
        width: parent.width
        role: Words.Head
        text: root.visible ? (root.skill.afterwards !== "" ? root.skill.afterwards : qsTr("You gave this some time.")) : ""
    }

    TellClinic {
        width: parent.width
        visible: root.skill.report.isAsked
        isOn: root.skill.report.isOn
        page: root
        onSeen: root.skill.report.noteSeen()
        onToggledTo: isOn => root.skill.report.isOn = isOn
    }

    HrButton {
        width: parent.width
        visible: root.skill.nextTitle !== "" // it may be withdrawn
        iconName: "play"
        text: qsTr("Go on: %1").arg(root.skill.nextTitle)
        onClicked: root.ledOn(root.skill.next)
    }

    Card {
        width: parent.width
        gap: 12

        Words {
            width: parent.width
            role: Words.Subhead
            visible: root.skill.isRated
            text: qsTr("How strong is it now?")
        }

        RailSlider {
            width: parent.width
            visible: root.skill.isRated
            isCompact: true
            hasSkip: false
            name: qsTr("How strong is it now?")
            isSet: root.skill.after >= 0
            value: Math.max(0, root.skill.after)
            lowWord: qsTr("not there")
            highWord: qsTr("as strong as it gets")
            onPicked: value => root.skill.setAfter(value)
        }

        LiveWords {
            width: parent.width
            role: Words.Secondary
            visible: text !== ""
            text: root.skill.changeText
        }

        Words {
            width: parent.width
            topPadding: root.skill.isRated ? lead + 8 : lead
            role: Words.Subhead
            text: qsTr("Did it help?")
        }

        Flow {
            width: parent.width
            spacing: 8

            ChoiceChip {
                maximumWidth: parent.width
                isMany: false
                text: qsTr("Yes")
                isChosen: root.skill.help === SkillView.Helped
                onClicked: root.skill.setHelp(isChosen ? SkillView.Unsaid : SkillView.Helped)
            }

            ChoiceChip {
                maximumWidth: parent.width
                isMany: false
                text: qsTr("Not this time")
                isChosen: root.skill.help === SkillView.DidNotHelp
                onClicked: root.skill.setHelp(isChosen ? SkillView.Unsaid : SkillView.DidNotHelp)
            }
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: qsTr("You can skip this. What you say here stays on this device.")
        }
    }

    HrButton {
        width: parent.width
        kind: root.skill.nextTitle === "" ? HrButton.Primary : HrButton.Outline
        text: qsTr("Done")
        onClicked: root.done()
    }

    HrButton {
        width: parent.width
        kind: HrButton.Outline
        text: qsTr("Again")
        onClicked: root.skill.again()
    }

    KeepCard {
        width: parent.width
        skill: root.skill
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        color: Theme.ink
        text: root.skill.problemText
    }
}
