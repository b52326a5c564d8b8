// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Before the browser opens: where it leads. address, host.
Sheet {
    id: root

    property string address
    property string host
    property bool hasFailed: false

    function ask(to: string, at: string) {
        address = to;
        host = at;
        hasFailed = false;
        isOpen = true;
    }

    title: qsTr("Open a web page?")
    note: hasFailed ? qsTr("Nothing on this device opens web pages.") : qsTr("It is at %1. Handrail does not go there with you.").arg(host)
    actText: qsTr("Open in the browser")
    onClosed: isOpen = false
    onActed: {
        hasFailed = !Lesson.openWeb(address);
        isOpen = hasFailed;
    }
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }
}
