// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Somebody to reach, of all their people: a call, or a text with words that are ready and can be changed. The app sends nothing; the phone
// does, when they press Send there. Signals: finished() once a call or a text was begun, ended() when not.
PageScroll {
    id: root

    required property SkillView skill
    property bool isReached: false
    property string readerId // who gets the text; the first one until another is chosen

    readonly property var script: skill.script
    readonly property var messages: script.messages ?? []
    readonly property var calling: script.calling ?? []
    readonly property var people: MyPeople.people
    readonly property var reader: people.find(one => one.id === readerId) ?? people[0] ?? null

    signal finished
    signal ended
    signal openSkill(id: string)

    // As it was left, for who gets it may have been chosen on another page.
    function begin() {
        words.text = skill.message() !== "" ? skill.message() : messages[0] ?? "";
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
            visible: root.people.length === 0
            tileIcon: "account"
            tone: IconTile.Plum
            title: qsTr("Choose a person")
            note: qsTr("Somebody who is good to hear")
            onClicked: Navigator.go(Navigator.MyPerson)
        }

        // The first may not answer.
        Repeater {
            model: root.people

            ListRow {
                id: person

                required property var modelData
                required property int index

                tileIcon: "account"
                tone: IconTile.Plum
                title: modelData.callText
                note: modelData.role !== "" ? modelData.role : index === 0 ? qsTr("My person") : modelData.phone
                hasChevron: false // a press that calls looks like no way to a page
                onClicked: {
                    root.isReached = true;
                    MyPeople.callPerson(person.modelData.id);
                }
            }
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

    Words {
        width: parent.width
        visible: root.people.length > 1
        role: Words.Section
        text: qsTr("Who gets it?")
    }

    Flow {
        id: readers

        width: parent.width
        visible: root.people.length > 1
        spacing: 8

        Repeater {
            model: root.people.length > 1 ? root.people : []

            ChoiceChip {
                required property var modelData

                maximumWidth: readers.width
                isMany: false
                text: modelData.name
                isChosen: root.reader?.id === modelData.id
                onClicked: root.readerId = modelData.id
            }
        }
    }

    HrButton {
        width: parent.width
        iconName: "message-text"
        enabled: words.text.trim() !== ""
        text: root.reader?.textText ?? qsTr("Choose who gets it")
        onClicked: {
            if (root.reader === null) {
                Navigator.go(Navigator.MyPerson);
                return;
            }
            root.isReached = true;
            MyPeople.textPerson(root.reader.id, words.text);
        }
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
