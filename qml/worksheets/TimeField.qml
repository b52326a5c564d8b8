// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// A time in words of one's own, or one of some that fit often. text, name (spoken), longest. Signal: edited(text).
Column {
    id: root

    property string text
    property string name
    property int longest: 300

    signal edited(string text)

    spacing: 8

    Flow {
        width: root.width
        spacing: 8

        Repeater {
            model: [qsTr("Now"), qsTr("In 1 hour"), qsTr("This evening"), qsTr("Tomorrow")]

            ChoiceChip {
                required property string modelData

                maximumWidth: root.width
                text: modelData
                isMany: false
                isChosen: root.text === modelData
                onClicked: root.edited(isChosen ? "" : modelData)
            }
        }
    }

    Field {
        id: own

        width: root.width
        maximumLength: root.longest
        spokenName: root.name
        placeholder: qsTr("Or like this: 6:30 pm")
        text: root.text
        onEdited: root.edited(own.text)
    }
}
