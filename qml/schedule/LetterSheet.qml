// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Asks the clinic for a letter for work or school: for whom, from when, to when. It never says what for.
Sheet {
    id: root

    property int who: Attendance.Work

    component DayRow: ListRow {
        id: day

        signal moved(int days)

        isStrong: false
        isPressable: false

        Row {
            spacing: 8

            IconButton {
                iconName: "minus"
                spokenName: qsTr("%1, a day earlier").arg(day.title)
                onClicked: day.moved(-1)
            }

            IconButton {
                iconName: "plus"
                spokenName: qsTr("%1, a day later").arg(day.title)
                onClicked: day.moved(1)
            }
        }
    }

    title: qsTr("A letter for work or school")
    note: qsTr("It says that you had appointments. It does not say what for.")
    actText: qsTr("Ask for the letter")
    onClosed: isOpen = false
    onActed: isOpen = !Attendance.askLetter(who)
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    Flow {
        width: root.bodyWidth
        spacing: 8

        Repeater {
            model: [qsTr("For work"), qsTr("For school"), qsTr("For somebody else")]

            ChoiceChip {
                required property string modelData
                required property int index

                maximumWidth: root.bodyWidth
                text: modelData
                isMany: false
                isChosen: root.who === index
                onClicked: root.who = index
            }
        }
    }

    CardList {
        width: root.bodyWidth
        spokenName: qsTr("For which days")

        DayRow {
            title: qsTr("From")
            note: Attendance.letterFromText
            onMoved: days => Attendance.moveLetterFrom(days)
        }

        DayRow {
            title: qsTr("To")
            note: Attendance.letterToText
            onMoved: days => Attendance.moveLetterTo(days)
        }
    }

    LiveWords {
        width: root.bodyWidth
        visible: text !== ""
        text: Attendance.message
    }
}
