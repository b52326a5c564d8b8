// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// Something to calm down with, over Help now: it asks nothing, keeps nothing, and Back leads to the numbers. Words and a ring; nothing moves.
Item {
    id: root

    readonly property bool isSeen: visible && Window.visibility !== Window.Hidden && Window.visibility !== Window.Minimized

    onIsSeenChanged: Calm.isShown = isSeen
    Component.onCompleted: {
        Calm.isShown = isSeen;
        Calm.open(Navigator.argument);
    }
    Component.onDestruction: Calm.close()

    TopBar {
        id: bar

        width: parent.width
        title: Metrics.reflows ? "" : Calm.title
        onBackPressed: Navigator.back()
    }

    Loader {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.visible ? footer.height : 0
        focus: true
        source: Calm.state === Calm.Over ? "CalmEnd.qml" : Calm.state === Calm.Closed ? "" : Calm.isCounting ? "CalmCounting.qml" : "CalmTimed.qml"
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        visible: !Navigator.hasBar // where there is one, Help now is in it
        backText: ""
        nextText: ""
        onHelpPressed: Navigator.openHelp()
    }
}
