// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Sessions that are over, by the clinic's word: what happened counts, and nothing has a colour of its own. isList.
Card {
    id: root

    property bool isList: false

    gap: 2
    visible: Progress.sessions.length > 0

    Words {
        width: parent.width
        role: Words.Subhead
        text: qsTr("Sessions")
    }

    Repeater {
        model: [Progress.attendanceText, Progress.unmarkedText]

        Words {
            required property string modelData

            width: parent?.width ?? 0
            role: Words.Secondary
            text: modelData
            visible: text !== ""
        }
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        kind: HrButton.Text
        isSmall: true
        leftPadding: 0
        text: qsTr("See all your sessions so far")
        onClicked: Navigator.go(Navigator.Attendance)
    }

    Repeater {
        model: root.isList ? Progress.sessions : []

        Row {
            id: row

            required property var modelData

            width: parent?.width ?? 0
            topPadding: 10
            spacing: 10
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.note === "" ? modelData.text : qsTr("%1, %2").arg(modelData.text).arg(modelData.note)

            Icon {
                id: mark

                name: row.modelData.isAttended ? "check-circle" : "checkbox-blank-circle-outline"
                size: 20
                color: row.modelData.isAttended ? Theme.primary : Theme.ink2
            }

            Column {
                width: parent.width - mark.width - 10

                Words {
                    width: parent.width
                    role: Words.Secondary
                    color: Theme.ink
                    text: row.modelData.text
                    isSpoken: false
                }

                Words {
                    width: parent.width
                    role: Words.Caption
                    text: row.modelData.note
                    visible: text !== ""
                    isSpoken: false
                }
            }
        }
    }
}
