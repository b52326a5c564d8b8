// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Whether a sheet goes along to the next one-on-one. What the clinic has can't be taken back, and then there is no switch.
Card {
    id: root

    required property string sheetId

    onSheetIdChanged: Made.sheetId = sheetId
    Component.onCompleted: Made.sheetId = sheetId

    visible: sheetId !== ""
    padding: 4
    gap: 0

    ListRow {
        width: parent.width
        iconName: Made.isBrought ? "account" : "eye"
        title: qsTr("Bring to my session")
        note: Made.bringText
        isStrong: false
        isPressable: false

        Repeater {
            model: Made.canSwitch ? 1 : 0

            Toggle {
                isOn: Made.isBrought
                spokenName: qsTr("Bring to my session, %1").arg(Made.bringText)
                onToggledTo: isOn => Made.setBrought(isOn)
            }
        }
    }

    HrButton {
        width: parent.width
        visible: Made.isOlder
        kind: HrButton.Text
        isSmall: true
        text: qsTr("Bring it as it is now")
        onClicked: Made.bringAsItIs()
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        leftPadding: 12
        rightPadding: 12
        role: Words.Secondary
        color: Theme.ink
        text: Made.bringProblem
    }
}
