// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// Whether the clinic hears that what it asked for was done. isOn, page: the one on which it stands. It changes nothing itself.
// Signals: toggledTo(isOn); seen(), when its middle stands in front of the person.
CardList {
    id: root

    property bool isOn: false
    property PageScroll page: null
    readonly property bool isSeen: visible && Application.state === Qt.ApplicationActive
                                   && (page === null || page.startPadding + y + height / 2 <= page.contentY + page.height)
    readonly property string said: isOn ? qsTr("Your clinic asked for this. When you leave this page or the app, it hears that you did it.")
                                        : qsTr("Your clinic asked for this. It hears nothing unless you switch this on.")

    signal toggledTo(bool isOn)
    signal seen

    spokenName: root.said

    // The switch may be on already: who does not see it hears that before leaving.
    Timer {
        interval: 0
        running: root.visible
        onTriggered: {
            if (Announcer.say(root)) // who hears it has it in front of them, wherever it stands
                root.seen();
        }
    }

    // Once it has its place.
    Timer {
        interval: 100
        running: root.isSeen
        onTriggered: root.seen()
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
