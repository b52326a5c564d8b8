// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills
import Handrail.Theme
import Handrail.View

// A skill on its own page: it runs at once. Help now stands below it, as in each flow.
Item {
    id: root

    Component.onCompleted: body.skillId = Navigator.argument

    Connections {
        target: Navigator

        // One skill led on to another; Help now that lies over it changes nothing.
        function onRouteChanged() {
            if (Navigator.route === Navigator.Skill)
                body.skillId = Navigator.argument;
        }
    }

    Rectangle {
        anchors.fill: footer
        visible: body.isCalm
        color: Theme.calm
    }

    SkillBody {
        id: body

        anchors.fill: parent
        anchors.bottomMargin: footer.height
        onClosed: Navigator.back()
        onLedOn: id => Navigator.replace(Navigator.Skill, id)
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        backText: ""
        nextText: ""
        onHelpPressed: Navigator.openHelp()
    }
}
