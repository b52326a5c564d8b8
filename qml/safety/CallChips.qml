// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Who can be called, two in a row where there is room. isHelp: professionals, in the colour of help; choices: a list of {id, text,
// spokenName}. Signal: called(id).
Grid {
    id: root

    property bool isHelp: false
    property var choices: []

    readonly property bool isStacked: Metrics.reflows || width < 260

    signal called(id: string)

    columns: isStacked || choices.length < 2 ? 1 : 2
    spacing: 8
    visible: choices.length > 0

    Repeater {
        model: root.choices

        HrButton {
            required property var modelData

            width: (root.width - (root.columns - 1) * root.spacing) / root.columns
            kind: root.isHelp ? HrButton.HelpSoft : HrButton.Soft
            iconName: "phone"
            text: modelData.text
            spokenName: modelData.spokenName
            onClicked: root.called(modelData.id)
        }
    }
}
