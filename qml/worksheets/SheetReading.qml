// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View
import Handrail.Worksheets

// A sheet to read: what was written, place by place. The safety plan has people and lines to call. Signals: deleteAsked().
PageScroll {
    id: root

    signal deleteAsked

    startPadding: 4
    gap: 16

    Column {
        width: parent.width

        Words {
            width: parent.width
            role: Words.Title
            text: Worksheet.title
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: Worksheet.madeText
        }
    }

    Repeater {
        model: Worksheet.entries

        NumberedField {
            id: place

            required property var modelData
            required property int index
            // Of two with one name nobody knows who is meant.
            readonly property var named: modelData.isPerson ? MyPeople.people.filter(one => one.name === modelData.text) : []
            readonly property var person: named.length === 1 ? named[0] : null

            number: modelData.number
            label: modelData.label
            isLast: index === Worksheet.entries.length - 1

            Words {
                width: parent?.width ?? 0
                color: Theme.ink2
                wrapMode: Text.Wrap
                text: place.modelData.text
            }

            HrButton {
                visible: place.person !== null
                kind: HrButton.Soft
                isSmall: true
                iconName: "phone"
                text: place.person?.callText ?? ""
                onClicked: MyPeople.callPerson(place.person.id)
            }
        }
    }

    Column {
        width: parent.width
        visible: Worksheet.isPlan
        spacing: 8

        HrButton {
            width: parent.width
            kind: HrButton.Outline
            iconName: "file-document"
            text: qsTr("Open my safety plan")
            onClicked: Navigator.go(Navigator.SafetyPlan)
        }

        HrButton {
            width: parent.width
            visible: Crisis.lifeline.id !== ""
            kind: HrButton.HelpSoft
            iconName: "phone"
            text: Crisis.lifeline.callLabel
            onClicked: Crisis.call(Crisis.lifeline.id)
        }

        HrButton {
            width: parent.width
            visible: Crisis.hasClinic
            kind: HrButton.HelpSoft
            iconName: "phone"
            text: Crisis.page.clinicLabel
            onClicked: Crisis.call("clinic")
        }
    }

    BringCard {
        width: parent.width
        sheetId: Worksheet.sheetId
    }

    Words {
        width: parent.width
        visible: !Worksheet.hasScript
        role: Words.Secondary
        text: qsTr("This skill is not here any more. Your words stay.")
    }

    HrButton {
        kind: HrButton.Text
        leftPadding: 0
        text: qsTr("Delete this")
        onClicked: root.deleteAsked()
    }
}
