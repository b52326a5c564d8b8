// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Messages
import Handrail.View

// What the clinic says to all, or to this patient.
Column {
    id: root

    spacing: 8

    Repeater {
        model: Messages.announcements

        ClinicWord {
            required property var modelData

            width: root.width
            text: modelData.text
            note: modelData.note
        }
    }
}
