// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Sharing
import Handrail.Theme
import Handrail.View

// Step 1: whom, what they will see, until when.
PageScroll {
    id: root

    readonly property string called: Invite.calledName

    startPadding: 8
    gap: 18

    component ShareRow: ListRow {
        id: share

        property bool isOn: false

        signal toggledTo(bool isOn)

        isStrong: false
        isPressable: false
        isNoteSmall: true

        Toggle {
            isOn: share.isOn
            spokenName: share.spokenName
            onToggledTo: isOn => share.toggledTo(isOn)
        }
    }

    Component.onCompleted: {
        name.text = Invite.name;
        own.text = Invite.ownWords;
    }

    Column {
        width: parent.width
        spacing: 6

        Words {
            width: parent.width
            role: Words.Title
            text: qsTr("Who do you want to invite?")
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: qsTr("They will know you are in this program. You can stop sharing at any time.")
        }
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        color: Theme.ink
        text: Invite.problemText
    }

    Field {
        id: name

        width: parent.width
        label: qsTr("Their first and last name")
        iconName: "account-outline"
        maximumLength: 120
        error: Invite.nameError
        onEdited: Invite.name = text
        onAccepted: Invite.next()
    }

    Flow {
        width: parent.width
        spacing: 8

        Repeater {
            model: Invite.relationships

            ChoiceChip {
                required property string modelData
                required property int index

                maximumWidth: root.bodyWidth
                isMany: false
                text: modelData
                isChosen: Invite.relationship === index
                onClicked: Invite.relationship = index
            }
        }
    }

    Field {
        id: own

        width: parent.width
        label: qsTr("In your own words, if you like")
        placeholder: qsTr("my sister")
        maximumLength: 80
        error: Invite.wordsError
        onEdited: Invite.ownWords = text
        onAccepted: Invite.next()
    }

    Column {
        width: parent.width
        spacing: 8

        Words {
            width: parent.width
            role: Words.Section
            text: root.called === "" ? qsTr("What they will see") : qsTr("What %1 will see").arg(root.called)
        }

        CardList {
            width: parent.width
            spokenName: qsTr("What they will see")

            ListRow {
                iconName: "home"
                title: Invite.sessionText === "" ? qsTr("Family session times") : qsTr("One family session")
                note: Invite.sessionText === "" ? qsTr("With the place, who leads it, and the link to join") : Invite.sessionText
                isNoteSmall: true
                isStrong: false
                isPressable: false
                spokenName: qsTr("%1, %2. Always").arg(title).arg(note)

                StatusChip {
                    iconName: "check"
                    text: qsTr("Always")
                }
            }

            ShareRow {
                iconName: "calendar"
                title: qsTr("When I am busy")
                note: qsTr("“Busy 6–9 pm”, nothing more")
                isOn: Invite.isBusyShared
                onToggledTo: isOn => Invite.isBusyShared = isOn
            }

            ShareRow {
                iconName: "calendar-check"
                title: qsTr("If I came to a session")
                note: qsTr("The day, and yes or no")
                isOn: Invite.isAttendanceShared
                onToggledTo: isOn => Invite.isAttendanceShared = isOn
            }
        }
    }

    NeverShared {
        width: parent.width
    }

    Column {
        width: parent.width
        spacing: 8

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("Until when")
        }

        Repeater {
            model: Invite.ends

            AnswerOption {
                required property string modelData
                required property int index

                width: parent?.width ?? 0
                text: modelData
                isChosen: Invite.end === index
                onClicked: Invite.end = index
            }
        }

        FieldError {
            width: parent.width
            text: Invite.endError
        }
    }
}
