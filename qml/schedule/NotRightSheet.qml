// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Asks once more before the clinic is told that its record of a session is not right. Call openFor(id, name).
Sheet {
    id: root

    property string sessionId
    property string name

    function openFor(id: string, name: string) {
        root.sessionId = id;
        root.name = name;
        isOpen = true;
    }

    title: qsTr("Is something not right?")
    note: root.name
    actText: qsTr("Ask your clinic to look")
    onClosed: isOpen = false
    onActed: {
        Attendance.contest(sessionId);
        isOpen = false;
    }
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    Words {
        width: root.bodyWidth
        text: qsTr("We ask your clinic to look at its record. It is sent as a message. The record changes when your clinic changes it.")
    }
}
