// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The lines after an answer about self-harm, in the order of design clinical 3.3. isHurt: something was taken or done; then what saves a
// life comes first. Signal: hurt().
Column {
    id: root

    readonly property bool stacks: Metrics.reflows || width < 320

    property bool isHurt: false

    signal hurt

    spacing: 8

    CrisisTile {
        width: parent.width
        kind: CrisisTile.Urgent
        isMain: true
        visible: root.isHurt
        text: Crisis.emergency.callLabel
        note: Crisis.overdoseFirstNote
        onClicked: Crisis.call(Crisis.emergency.id)
    }

    CrisisTile {
        width: parent.width
        kind: CrisisTile.Soft
        visible: root.isHurt && Crisis.poison.id !== ""
        text: Crisis.poison.callLabel
        note: Crisis.poison.facts
        onClicked: Crisis.call(Crisis.poison.id)
    }

    CardList {
        width: parent.width
        visible: root.isHurt

        ListRow {
            tileIcon: "pill"
            title: qsTr("Could it be opioids?")
            note: qsTr("Give naloxone, even if unsure. See the steps.")
            onClicked: Navigator.go(Navigator.Overdose)
        }
    }

    Words {
        width: parent.width
        visible: root.isHurt
        role: Words.Section
        topPadding: lead + 4
        text: qsTr("More people who can help")
    }

    CrisisTile {
        width: parent.width
        kind: CrisisTile.Filled
        isMain: !root.isHurt
        visible: Crisis.lifeline.id !== ""
        text: Crisis.lifeline.callLabel
        note: Crisis.lifeline.callNote
        onClicked: Crisis.call(Crisis.lifeline.id)
    }

    CrisisTile {
        width: parent.width
        kind: CrisisTile.Soft
        visible: Crisis.lifeline.canText
        iconName: "message-text"
        text: Crisis.lifeline.textLabel
        note: Crisis.lifeline.textNote
        onClicked: Crisis.text(Crisis.lifeline.id)
    }

    CrisisTile {
        width: parent.width
        kind: CrisisTile.Urgent
        visible: !root.isHurt
        text: Crisis.emergency.callLabel
        note: Crisis.emergency.callNote
        onClicked: Crisis.call(Crisis.emergency.id)
    }

    Grid {
        width: parent.width
        columns: root.stacks || !Crisis.hasClinic ? 1 : 2
        spacing: 8

        CrisisTile {
            id: clinic

            width: (parent.width - (parent.columns - 1) * parent.spacing) / parent.columns
            height: Math.max(implicitHeight, parent.columns > 1 ? person.implicitHeight : 0)
            kind: CrisisTile.Soft
            visible: Crisis.hasClinic
            iconName: "hospital-building"
            text: Crisis.page.clinicLabel
            note: Crisis.clinicHours === "" ? Crisis.clinicPhone : Crisis.clinicHours
            onClicked: Crisis.call("clinic")
        }

        CrisisTile {
            id: person

            width: (parent.width - (parent.columns - 1) * parent.spacing) / parent.columns
            height: Math.max(implicitHeight, parent.columns > 1 ? clinic.implicitHeight : 0)
            kind: CrisisTile.Soft
            iconName: MyPeople.isThere ? "phone" : "account"
            text: MyPeople.isThere ? MyPeople.callText : qsTr("Call my person")
            note: MyPeople.isThere ? qsTr("My person") : qsTr("Choose a person")
            onClicked: MyPeople.isThere ? MyPeople.call() : Navigator.go(Navigator.MyPerson)
        }
    }

    PlanCard {
        width: parent.width
    }

    Row {
        id: question

        width: parent.width
        visible: !root.isHurt
        spacing: 12
        topPadding: 6
        bottomPadding: 4

        Words {
            width: parent.width - yes.width - parent.spacing
            role: Words.Subhead
            text: qsTr("Did you take something or hurt yourself?")
        }

        HrButton {
            id: yes

            kind: HrButton.Outline
            isSmall: true
            edge: Theme.urgent
            edgeWidth: Metrics.selected
            text: qsTr("Yes")
            spokenName: qsTr("Yes, I took something or hurt myself")
            onClicked: root.hurt()
        }
    }
}
