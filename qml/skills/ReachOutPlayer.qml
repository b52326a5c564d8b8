// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Somebody to reach: a call, or a text with words that are ready and can be changed. The app sends nothing; the phone does, when they
// press Send there. Signals: finished() once a call or a text was begun, ended() when not.
PageScroll {
    id: root

    required property SkillView skill
    property bool isReached: false

    readonly property var script: skill.script
    readonly property var messages: script.messages ?? []
    readonly property var calling: script.calling ?? []

    signal finished
    signal ended
    signal openSkill(id: string)

    // As it was left, for who gets it may have been chosen on another page.
    function begin() {
        words.text = skill.message() !== "" ? skill.message() : messages[0] ?? "";
    }

    function reach(act: var) {
        if (!MyPeople.isThere) {
            Navigator.go(Navigator.MyPerson);
            return;
        }
        isReached = true;
        act();
    }

    startPadding: 8
    gap: 16
    Component.onCompleted: begin()

    Connections {
        target: root.skill

        function onOpened() {
            root.begin();
        }
    }

    Cautions {
        width: parent.width
        lines: root.skill.cautions
    }

    Words {
        width: parent.width
        role: Words.Head
        text: root.script.ask ?? ""
    }

    Card {
        width: parent.width
        visible: Crisis.shownNumber !== ""
        gap: 4
        spokenName: qsTr("%1: %2").arg(Crisis.shownLabel).arg(Crisis.shownNumber)
        Accessible.role: Accessible.AlertMessage

        Words {
            width: parent.width
            role: Words.Secondary
            text: Crisis.shownLabel
        }

        Words {
            width: parent.width
            role: Words.Display
            text: Crisis.shownNumber
        }
    }

    CardList {
        width: parent.width
        spokenName: qsTr("People to reach")

        ListRow {
            tileIcon: "account"
            tone: IconTile.Plum
            title: MyPeople.isThere ? MyPeople.callText : qsTr("Choose a person")
            note: MyPeople.isThere ? qsTr("My person") : qsTr("Somebody who is good to hear")
            hasChevron: !MyPeople.isThere // a press that calls looks like no way to a page
            onClicked: root.reach(() => MyPeople.call())
        }

        ListRow {
            visible: Crisis.hasClinic
            tileIcon: "hospital-building"
            title: qsTr("Call my clinic")
            hasChevron: false
            note: Crisis.clinicHours === "" ? Crisis.clinicPhone : Crisis.clinicHours
            onClicked: {
                root.isReached = true;
                Crisis.call("clinic");
            }
        }

        ListRow {
            tileIcon: "phone"
            tone: IconTile.Help
            title: qsTr("Nobody there? Open Help now")
            note: qsTr("People answer day and night")
            onClicked: Navigator.openHelp()
        }
    }

    Card {
        width: parent.width
        visible: root.calling.length > 0
        gap: 6

        Words {
            width: parent.width
            role: Words.Subhead
            text: qsTr("When you call")
        }

        Repeater {
            model: root.calling

            Words {
                required property string modelData

                width: parent?.width ?? 0
                role: Words.Secondary
                color: Theme.ink
                text: modelData
            }
        }
    }

    Words {
        width: parent.width
        role: Words.Section
        text: qsTr("Or a text. Pick one and change it.")
    }

    Column {
        width: parent.width
        spacing: 8

        Repeater {
            model: root.messages

            AnswerOption {
                required property string modelData

                width: parent?.width ?? 0
                text: modelData
                isChosen: words.text === modelData
                onClicked: words.text = modelData
            }
        }
    }

    NoteField {
        id: words

        width: parent.width
        label: qsTr("Your message")
        lines: 2
        maximumLength: 300
        onTextChanged: root.skill.keepMessage(text)
    }

    HrButton {
        width: parent.width
        iconName: "message-text"
        enabled: words.text.trim() !== ""
        text: MyPeople.isThere ? MyPeople.textText : qsTr("Choose who gets it")
        onClicked: root.reach(() => MyPeople.text(words.text))
    }

    Words {
        width: parent.width
        role: Words.Caption
        text: qsTr("Your phone sends it when you press Send there. The app sends nothing.")
    }

    HrButton {
        width: parent.width
        kind: HrButton.Outline
        text: qsTr("Done")
        onClicked: root.isReached ? root.finished() : root.ended()
    }
}
