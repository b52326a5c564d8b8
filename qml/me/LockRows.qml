// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The app lock: whether there is a PIN, when it locks, and what can be changed.
CardList {
    id: root

    spokenName: qsTr("Keep it private")

    ListRow {
        visible: !Lock.canHavePin
        iconName: "lock"
        title: qsTr("App lock")
        note: Lock.stateText
        isNoteSmall: true
        isStrong: false
        isPressable: false
    }

    ToggleRow {
        visible: Lock.canHavePin
        iconName: "lock"
        title: qsTr("App lock")
        note: Lock.stateText
        isOn: Lock.isOn
        onToggledTo: isOn => Lock.begin(isOn ? Lock.Set : Lock.TurnOff)
    }

    StepperRow {
        visible: Lock.isOn
        iconName: "timer-sand"
        title: qsTr("Lock after")
        value: Preferences.lockMinutes
        minimum: 0
        maximum: 5
        step: 1
        valueText: value === 0 ? qsTr("At once") : qsTr("%1 min").arg(value)
        onStepped: value => Preferences.lockMinutes = value
    }

    ToggleRow {
        visible: Lock.hasDevice
        iconName: "fingerprint"
        title: qsTr("Fingerprint or face")
        note: qsTr("Unlocks as well as the PIN")
        isOn: Lock.isDeviceOn
        onToggledTo: Lock.begin(Lock.Device)
    }

    ListRow {
        visible: Lock.isOn
        iconName: "key-variant"
        title: qsTr("Change PIN")
        isStrong: false
        onClicked: Lock.begin(Lock.Change)
    }

    // What somebody who went on without a PIN that they had forgotten left behind it.
    Repeater {
        model: Lock.earlierTexts

        ListRow {
            required property int index
            required property string modelData

            iconName: "key-variant"
            title: qsTr("You remember your old PIN?")
            note: modelData
            isNoteSmall: true
            isStrong: false
            onClicked: Lock.beginEarlier(index)
        }
    }

    ListRow {
        visible: Lock.isEarlierBack
        iconName: "check"
        title: qsTr("What was behind your old PIN is back")
        isStrong: false
        isPressable: false
    }

    ListRow {
        visible: Lock.isOn
        iconName: "lock"
        title: qsTr("Lock now")
        note: qsTr("Or press Ctrl+L")
        isNoteSmall: true
        isStrong: false
        hasChevron: false
        onClicked: Lock.lockNow()
    }
}
