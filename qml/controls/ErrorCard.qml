// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Something did not work: plain words, a way on. title, note, iconName, retryText, callText (the clinic's number). Signals:
// retried(), called().
Card {
    id: root

    property string title
    property string note
    property string iconName: "cloud-outline"
    property string retryText: qsTr("Try again")
    property string callText

    signal retried
    signal called

    padding: 20
    gap: 0

    IconTile {
        iconName: root.iconName
        tone: IconTile.Ochre
        side: 48
    }

    Item { width: 1; height: 14 }

    Words { width: parent.width; role: Words.Head; text: root.title }

    Item { width: 1; height: 6 }

    Words { width: parent.width; text: root.note; color: Theme.ink2; visible: text !== "" }

    Item { width: 1; height: 18; visible: root.retryText !== "" }

    HrButton {
        width: parent.width
        visible: root.retryText !== ""
        text: root.retryText
        onClicked: root.retried()
    }

    Item { width: 1; height: 12; visible: root.callText !== "" }

    HrButton {
        width: parent.width
        visible: root.callText !== ""
        kind: HrButton.Outline
        iconName: "phone"
        text: root.callText
        onClicked: root.called()
    }
}
