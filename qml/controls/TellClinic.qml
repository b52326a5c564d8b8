// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// Whether the clinic hears that what it asked for was done. isOn. It changes nothing itself. Signal: toggledTo(isOn).
CardList {
    id: root

    property bool isOn: false

    signal toggledTo(bool isOn)

    spokenName: qsTr("Your clinic asked for this")

    ListRow {
        iconName: "hospital-building"
        title: qsTr("I did it. Tell my clinic")
        note: root.isOn ? qsTr("Your clinic asked for this. It hears that you did it when you leave this page.")
                        : qsTr("Your clinic asked for this. It hears nothing unless you switch this on.")
        isStrong: false
        isPressable: false

        Toggle {
            isOn: root.isOn
            spokenName: qsTr("Tell my clinic that I did this")
            onToggledTo: isOn => root.toggledTo(isOn)
        }
    }
}
