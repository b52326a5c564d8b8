// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// A skill in its short form: its steps, one below the other. skill: one of CheckInDone.skills.
Sheet {
    id: root

    property var skill: null

    title: skill?.title ?? ""
    note: skill?.note ?? ""

    Column {
        width: root.bodyWidth
        spacing: 12

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Subhead
            text: root.skill?.caution ?? ""
        }

        Repeater {
            model: root.skill?.steps ?? []

            Words {
                required property string modelData
                required property int index

                width: parent?.width ?? 0
                text: qsTr("%1. %2").arg(index + 1).arg(modelData)
            }
        }
    }
}
