// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The way to the people with whom the patient shares, in a CardList. Not there where the clinic has nothing of this.
ListRow {
    iconName: "account"
    title: Sharing.isOffered ? qsTr("People I share with") : qsTr("Family")
    note: Sharing.isOffered ? qsTr("Invite somebody, or stop sharing") : qsTr("Ask your clinic who else can see sessions")
    isNoteSmall: true
    isStrong: false
    isPressable: Sharing.isOffered
    onClicked: Navigator.go(Navigator.Sharing)
}
