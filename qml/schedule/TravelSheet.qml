// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// How I get there: the way, its minutes, and whether to be reminded. Asked once for each place; it stays on this device. Call open().
Sheet {
    id: root

    property int way: Travel.Car
    property bool isReminded: true
    readonly property list<string> ways: [qsTr("Own car"), qsTr("A ride"), qsTr("Bus or train"), qsTr("On foot or by bike"), qsTr("Online")]

    function open() {
        way = Travel.way;
        isReminded = Travel.isReminded;
        minutes.text = Travel.minutes > 0 ? Travel.minutes : "";
        Travel.clearProblem();
        isOpen = true;
    }

    title: qsTr("How I get there")
    note: Travel.placeName
    actText: qsTr("Save")
    onClosed: isOpen = false
    onActed: isOpen = !Travel.save(way, way === Travel.Online ? "" : minutes.text, isReminded)
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    Flow {
        width: root.bodyWidth
        spacing: 8

        Repeater {
            model: root.ways

            ChoiceChip {
                required property string modelData
                required property int index

                maximumWidth: root.bodyWidth
                text: modelData
                isMany: false
                isChosen: root.way === index
                onClicked: root.way = index
            }
        }
    }

    Field {
        id: minutes

        width: root.bodyWidth
        visible: root.way !== Travel.Online
        label: qsTr("Minutes from door to door")
        maximumLength: 4
        error: Travel.problemText
        inputMethodHints: Qt.ImhDigitsOnly
        onEdited: if (Travel.problemText !== "") Travel.clearProblem()
    }

    CardList {
        width: root.bodyWidth
        visible: root.way !== Travel.Online
        spokenName: remind.title

        ListRow {
            id: remind

            iconName: "bell-outline"
            title: qsTr("Remind me when to leave")
            note: qsTr("It says “Time to go”, and nothing more. Only while Handrail is open.")
            isNoteSmall: true
            isStrong: false
            isPressable: false

            Toggle {
                isOn: root.isReminded
                spokenName: remind.title
                onToggledTo: isOn => root.isReminded = isOn
            }
        }
    }

    Words {
        width: root.bodyWidth
        role: Words.Caption
        text: qsTr("You say it once for this place. It stays on this device. Handrail does not look where you are.")
    }
}
