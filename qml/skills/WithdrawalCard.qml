// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Above what may help with pain, and above what a search for signs of withdrawal finds: such signs are for a doctor, and not for a skill.
UrgentCard {
    id: root

    title: qsTr("These signs need medical help now")
    note: Crisis.withdrawal
    callText: Crisis.emergency.callLabel
    stepsText: qsTr("Open Help now")
    onCalled: {
        Crisis.call(Crisis.emergency.id);
        if (Crisis.shownNumber !== "") // to be called on another phone: it has room there
            Navigator.openHelp();
    }
    onStepsOpened: Navigator.openHelp()

    // Who does not see it hears that it has come.
    Timer {
        interval: 0
        running: root.visible
        onTriggered: Announcer.say(root.heading)
    }
}
