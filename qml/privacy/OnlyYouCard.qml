// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What nobody else sees.
CardList {
    id: root

    spokenName: qsTr("Only you")

    ListRow {
        iconName: "note-text"
        title: qsTr("Worksheets, lists and checklists")
        note: Privacy.sheetsText
        isNoteSmall: true
        isStrong: false
        isPressable: false
    }

    ListRow {
        iconName: Privacy.isPlanShared ? "share-variant" : "file-document"
        title: qsTr("My safety plan")
        note: Privacy.planText
        isNoteSmall: true
        isStrong: false
        isPressable: false
    }

    ListRow {
        iconName: "account-multiple"
        title: qsTr("My people")
        note: Privacy.peopleText
        isNoteSmall: true
        isStrong: false
        isPressable: false
    }

    ListRow {
        iconName: "emoticon-neutral"
        title: qsTr("How sessions were for you")
        note: qsTr("Only you see it. It is never sent.")
        isNoteSmall: true
        isStrong: false
        isPressable: false
    }

    ListRow {
        iconName: "leaf"
        title: qsTr("Skills, lessons and marked days")
        note: qsTr("Only you see them, unless you tell your clinic.")
        isNoteSmall: true
        isStrong: false
        isPressable: false
    }
}
