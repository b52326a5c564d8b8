// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// One consent: with whom, what it covers, when. consent (of Privacy.consents).
Card {
    id: root

    required property var consent

    gap: 6
    spokenName: qsTr("%1. %2").arg(consent.name).arg(consent.state)

    Words {
        width: parent.width
        role: Words.Subhead
        text: root.consent.name
    }

    Words {
        width: parent.width
        role: Words.Secondary
        color: Theme.primary
        text: root.consent.state
    }

    Words {
        width: parent.width
        text: root.consent.what
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: root.consent.times
        visible: text !== ""
    }

    HrButton {
        width: parent.width
        kind: HrButton.Outline
        isSmall: true
        visible: root.consent.hasText
        text: qsTr("Read what I signed")
        spokenName: qsTr("Read what I signed: %1").arg(root.consent.name)
        onClicked: Navigator.go(Navigator.Consent, root.consent.id)
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: qsTr("The words are at your clinic. Ask for a copy.")
        visible: !root.consent.hasText
    }
}
