// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Somebody is signed in on this device: asks before an invitation is accepted on it.
Column {
    id: root

    spacing: 10

    Words {
        width: parent.width
        role: Words.Display
        text: qsTr("Accept it on this device?")
    }

    Words {
        width: parent.width
        color: Theme.ink2
        text: Invitation.whoText
    }

    Words {
        width: parent.width
        bottomPadding: 14
        color: Theme.ink2
        text: qsTr("The app then opens for whoever accepts. What is saved here stays locked and apart. It is there after the next sign-in.")
    }

    HrButton {
        width: parent.width
        text: qsTr("Accept it here")
        onClicked: Invitation.goOn()
    }

    HrButton {
        width: parent.width
        kind: HrButton.Outline
        text: qsTr("Not now")
        onClicked: Navigator.back()
    }
}
