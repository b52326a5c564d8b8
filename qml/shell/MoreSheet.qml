// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Shell
import Handrail.View

// The places that do not fit into the bar at large text sizes. Pages.moreAsked() opens it.
Sheet {
    id: root

    title: qsTr("More")
    onClosed: isOpen = false
    onHelpPressed: {
        closed();
        Navigator.openHelp();
    }

    Connections {
        target: Pages

        function onMoreAsked() {
            root.isOpen = true;
        }
    }

    Repeater {
        model: Pages.places(Navigator.isRelative).slice(1).concat([{text: qsTr("You and settings"), iconName: "account", route: Navigator.Me}])

        HrButton {
            required property var modelData

            width: root.bodyWidth
            kind: HrButton.Soft
            iconName: modelData.iconName
            text: modelData.text
            onClicked: {
                root.closed();
                Navigator.go(modelData.route);
            }
        }
    }
}
