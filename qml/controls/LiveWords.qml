// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// Words that a screen reader says when they come or change, wherever the focus is: an error, or what became of something.
Words {
    id: root

    function say() {
        Announcer.say(root);
    }

    // When the name that is read has followed.
    onTextChanged: soon.restart()
    onVisibleChanged: {
        if (visible)
            soon.restart();
    }

    Timer {
        id: soon

        interval: 0
        onTriggered: root.say()
    }

    Accessible.role: Accessible.AlertMessage
}
