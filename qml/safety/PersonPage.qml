// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Somebody to call on a hard day: added, changed, removed. It stays on this device.
Item {
    id: root

    // As it was when the page came: Help now that lies over it changes nothing.
    property string personId
    readonly property bool isNew: personId === ""

    function save() {
        if (MyPeople.save(personId, name.text, phone.text, role.text, message.text))
            Navigator.back();
    }

    Component.onCompleted: {
        personId = Navigator.argument;
        const person = MyPeople.person(personId);
        MyPeople.clearErrors();
        name.text = person.name ?? "";
        phone.text = person.phone ?? "";
        role.text = person.role ?? "";
        message.text = person.message ?? "";
    }

    TopBar {
        id: bar

        width: parent.width
        canLock: false
        title: root.isNew ? qsTr("Add a person") : qsTr("Change a person")
        onBackPressed: Navigator.back()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        startPadding: 8
        gap: 18

        Words {
            width: parent.width
            text: qsTr("Pick somebody who knows you. Ask them first if they agree.")
        }

        Field {
            id: name

            width: parent.width
            label: qsTr("Name")
            maximumLength: 60
            error: MyPeople.nameError
            onAccepted: root.save()
        }

        Field {
            id: phone

            width: parent.width
            label: qsTr("Phone number")
            maximumLength: 30
            error: MyPeople.phoneError
            inputMethodHints: Qt.ImhDialableCharactersOnly | Qt.ImhSensitiveData
            onAccepted: root.save()
        }

        Field {
            id: role

            width: parent.width
            label: qsTr("Who they are to you")
            placeholder: qsTr("My sister")
            maximumLength: 40
            onAccepted: root.save()
        }

        Column {
            width: parent.width
            spacing: 8

            NoteField {
                id: message

                width: parent.width
                label: qsTr("A text that is ready")
                placeholder: qsTr("Your own words")
                lines: 2
                maximumLength: 300
            }

            Repeater {
                model: MyPeople.offeredMessages

                AnswerOption {
                    required property string modelData

                    width: parent?.width ?? 0
                    text: modelData
                    isChosen: message.text === modelData
                    onClicked: message.text = modelData
                }
            }

            Words {
                width: parent.width
                role: Words.Caption
                text: qsTr("Your phone sends it when you press Send there. The app sends nothing.")
            }
        }

        Words {
            width: parent.width
            role: Words.Secondary
            visible: text !== ""
            color: Theme.ink
            text: MyPeople.problemText
            Accessible.role: Accessible.AlertMessage
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("It stays on this device. Nobody is told, and it is not sent.")
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: !root.isNew
            kind: HrButton.Text
            leftPadding: 0
            text: qsTr("Remove this person")
            onClicked: if (MyPeople.remove(root.personId)) Navigator.back()
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
