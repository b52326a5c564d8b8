// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The one person to call on a hard day. It stays on this device.
Item {
    id: root

    function save() {
        if (MyPerson.save(name.text, phone.text))
            Navigator.back();
    }

    Component.onCompleted: MyPerson.clearErrors()

    TopBar {
        id: top

        width: parent.width
        title: qsTr("My person")
        onBackPressed: Navigator.back()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: top.height
        anchors.bottomMargin: footer.height
        startPadding: 8
        gap: 18

        Words {
            width: parent.width
            text: qsTr("Who is good to call on a hard day? Pick one person who knows you.")
        }

        Field {
            id: name

            width: parent.width
            label: qsTr("Name")
            text: MyPerson.name
            maximumLength: 60
            error: MyPerson.nameError
            inputMethodHints: Qt.ImhNoPredictiveText
            onAccepted: root.save()
        }

        Field {
            id: phone

            width: parent.width
            label: qsTr("Phone number")
            text: MyPerson.phone
            maximumLength: 30
            error: MyPerson.phoneError
            inputMethodHints: Qt.ImhDialableCharactersOnly
            onAccepted: root.save()
        }

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            color: Theme.ink
            text: MyPerson.problemText
            Accessible.role: Accessible.AlertMessage
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("It stays on this device. Nobody is told, and it is not sent.")
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: MyPerson.isThere
            kind: HrButton.Text
            leftPadding: 0
            text: qsTr("Remove this person")
            onClicked: if (MyPerson.remove()) Navigator.back()
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        nextText: qsTr("Save")
        onBackPressed: Navigator.back()
        onHelpPressed: Navigator.openHelp()
        onNextPressed: root.save()
    }
}
