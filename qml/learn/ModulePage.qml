// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn
import Handrail.View

// A module on a page of its own. The route's argument is its id.
Item {
    id: root

    Component.onCompleted: {
        Learn.openModule(Navigator.argument);
        Learn.come();
    }
    Component.onDestruction: Learn.go()

    Connections {
        target: Navigator

        function onRouteChanged() {
            if (Navigator.route === Navigator.Module)
                Learn.openModule(Navigator.argument);
        }
    }

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    ModuleBody {
        anchors.fill: parent
        anchors.topMargin: bar.height
    }
}
