// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// After a skill: a kind word, how it is now, whether it helped. All of it can be left out. Signal: done().
PageScroll {
    id: root

    required property SkillView skill

    signal done

    startPadding: 8
    gap: 20

    LiveWords {
        width: parent.width
        role: Words.Head
        text: root.visible ? (root.skill.afterwards !== "" ? root.skill.afterwards : qsTr("You gave this some time.")) : ""
    }

    Card {
        width: parent.width
        gap: 12

        Words {
            width: parent.width
            role: Words.Subhead
            text: qsTr("How strong is it now?")
        }

        RailSlider {
            width: parent.width
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
            topPadding: lead + 8
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
            text: qsTr("You can skip this. It stays on this device.")
        }
    }

    HrButton {
        width: parent.width
        text: qsTr("Done")
        onClicked: root.done()
    }

    HrButton {
        width: parent.width
        kind: HrButton.Outline
        text: qsTr("Again")
        onClicked: root.skill.again()
    }

    CardList {
        width: parent.width

        ListRow {
            title: qsTr("Favorite")
            isPressable: false
            isStrong: false
            iconName: "star-outline"

            Toggle {
                isOn: root.skill.isFavourite
                spokenName: qsTr("Save as a favorite")
                onToggledTo: isOn => root.skill.setFavourite(isOn)
            }
        }

        ListRow {
            title: qsTr("Hide this skill")
            note: qsTr("It is not offered any more. You can show it again.")
            isNoteSmall: true
            isPressable: false
            isStrong: false
            iconName: "close-circle-outline"

            Toggle {
                isOn: root.skill.isHidden
                spokenName: qsTr("Hide this skill")
                onToggledTo: isOn => root.skill.setHidden(isOn)
            }
        }
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        color: Theme.ink
        text: root.skill.problemText
    }
}
