// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A player as a skill's page holds it: a bar above, Help now below. player: its file.
Rectangle {
    id: root

    property url player
    property string title
    readonly property Item item: loader.item
    property bool isFinished: false
    property bool isEnded: false
    property string asked

    color: Theme.bg

    TopBar {
        id: bar

        width: parent.width
        title: Metrics.reflows ? "" : root.title
        isClose: true
    }

    Loader {
        id: loader

        anchors.fill: parent
        anchors.topMargin: bar.height + 48 // the question how strong it is
        anchors.bottomMargin: footer.height
        focus: true
    }

    onPlayerChanged: loader.setSource(player, {skill: null})

    Connections {
        target: loader.item

        function onFinished() {
            root.isFinished = true;
        }

        function onEnded() {
            root.isEnded = true;
        }

        function onOpenSkill(id: string) {
            root.asked = id;
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        backText: ""
        nextText: ""
    }
}
