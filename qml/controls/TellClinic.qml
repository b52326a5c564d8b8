// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// Whether the clinic hears that what it asked for was done. isOn. It changes nothing itself. Signal: toggledTo(isOn).
CardList {
    id: root

    property bool isOn: false
    readonly property string said: isOn ? qsTr("Your clinic asked for this. When you leave this page, it hears that you did it.")
                                        : qsTr("Your clinic asked for this. It hears nothing unless you switch this on.")

    signal toggledTo(bool isOn)

    spokenName: root.said

    // The switch may be on already: who does not see it hears that before leaving.
    Timer {
        interval: 0
        running: root.visible
        onTriggered: Announcer.say(root)
    }

    ListRow {
        iconName: "hospital-building"
        title: qsTr("I did it. Tell my clinic")
        note: root.said
        isNoteSpoken: false
        isStrong: false
        isPressable: false

        Toggle {
            isOn: root.isOn
            spokenName: qsTr("Tell my clinic that I did this")
            onToggledTo: isOn => root.toggledTo(isOn)
        }
    }
}
