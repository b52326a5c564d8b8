// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What the answers lead to: skills that start at once, each with why, something to read, somebody to reach, and a plain word.
Column {
    id: root

    spacing: 8

    Words {
        width: parent.width
        role: Words.Section
        text: CheckInDone.skills.length > 1 ? qsTr("Things that may help") : qsTr("What may help")
    }

    Repeater {
        model: CheckInDone.notes

        Words {
            required property string modelData

            width: parent?.width ?? 0
            bottomPadding: 4 - lead
            text: modelData
        }
    }

    CardList {
        width: parent.width
        spokenName: qsTr("Things that may help")

        Repeater {
            model: CheckInDone.skills

            ListRow {
                id: row

                required property var modelData

                tileIcon: modelData.iconName
                tone: IconTile.Slate
                title: modelData.title
                note: modelData.note
                spokenName: qsTr("%1, %2, %3").arg(title).arg(note).arg(modelData.minutesText)
                onClicked: Navigator.go(Navigator.Skill, modelData.id)

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    role: Words.Secondary
                    text: row.modelData.minutesText
                    wrapMode: Text.NoWrap
                    isSpoken: false
                }
            }
        }

        Repeater {
            model: CheckInDone.modules

            ListRow {
                required property var modelData

                tileIcon: modelData.iconName
                tone: IconTile.Slate
                title: modelData.title
                note: qsTr("Short lessons, for today or later")
                onClicked: Navigator.go(Navigator.Module, modelData.id)
            }
        }

        ListRow {
            visible: CheckInDone.isTeamCallOffered && Crisis.hasClinic
            tileIcon: "hospital-building"
            title: qsTr("Ask my team to talk")
            note: Crisis.clinicHours === "" ? Crisis.clinicPhone : Crisis.clinicHours
            onClicked: Crisis.call("clinic")
        }

        ListRow {
            visible: CheckInDone.isAfterUse
            tileIcon: "heart"
            tone: IconTile.Plum
            title: qsTr("Stay safe today")
            note: qsTr("What helps after a hard day")
            onClicked: Navigator.go(Navigator.AfterUse)
        }

        ListRow {
            tileIcon: "account"
            tone: IconTile.Plum
            title: MyPeople.isThere ? MyPeople.callText : qsTr("Call my person")
            note: MyPeople.isThere ? qsTr("My person") : qsTr("Choose a person")
            onClicked: MyPeople.isThere ? MyPeople.call() : Navigator.go(Navigator.MyPerson)
        }

        ListRow {
            visible: CheckInDone.isHelpLinked
            tileIcon: "phone"
            tone: IconTile.Help
            title: qsTr("Open Help now")
            note: qsTr("People answer day and night")
            onClicked: Navigator.openHelp()
        }
    }
}
