// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Whom something is shared with now, and what was signed.
CardList {
    id: root

    spokenName: qsTr("People I share with")

    ListRow {
        visible: Privacy.relatives.length === 0
        iconName: "account-multiple"
        // What was never asked for is not known to be nothing.
        title: Sharing.isOffered ? qsTr("No relative sees anything") : qsTr("Family")
        note: Sharing.isOffered ? qsTr("You share nothing with a relative now.") : qsTr("Ask your clinic who else can see sessions")
        isNoteSmall: true
        isStrong: false
        isPressable: false
    }

    Repeater {
        model: Privacy.relatives

        ListRow {
            required property var modelData

            initials: modelData.initials
            title: modelData.name
            note: modelData.what
            isNoteSmall: true
            isStrong: false
            onClicked: Navigator.go(Navigator.SharingPerson, modelData.page)
        }
    }

    ListRow {
        iconName: "file-document"
        title: qsTr("What you signed")
        note: qsTr("Each consent: when, until when, and its words")
        isNoteSmall: true
        isStrong: false
        onClicked: Navigator.go(Navigator.Consents)
    }
}
