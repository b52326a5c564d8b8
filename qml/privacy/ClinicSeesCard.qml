// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Who at the clinic sees what was sent, and who looked.
CardList {
    id: root

    spokenName: qsTr("Your clinic")

    ListRow {
        iconName: "hospital-building"
        title: Privacy.clinicName === "" ? qsTr("Your care team sees") : qsTr("Your care team at %1 sees").arg(Privacy.clinicName)
        note: qsTr("What you send: check-ins, forms, messages, medicine marks. And your plan and sessions.")
        isNoteSmall: true
        isStrong: false
        isPressable: false
    }

    Repeater {
        model: Privacy.team

        ListRow {
            required property var modelData

            initials: modelData.initials
            title: modelData.name
            note: modelData.role
            isNoteSmall: true
            isStrong: false
            isPressable: false
        }
    }

    ListRow {
        iconName: "send"
        title: qsTr("Sent and waiting")
        note: qsTr("What went from here, and when")
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.Outbox)
    }

    ListRow {
        visible: AccessLog.isThere
        iconName: "eye"
        title: qsTr("Who looked")
        note: AccessLog.leadText
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.WhoLooked)
    }
}
