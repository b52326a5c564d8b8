// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills
import Handrail.Theme
import Handrail.View

// A page of skills (default property); from 900 dp on with the skill that was opened beside it. Where the window gets narrower it has the
// whole page, and goes on. open(id).
Item {
    id: root

    default property alias list: pane.data
    property string shownId
    property bool hasTop: false // the list has a top of its own, with the button that locks

    readonly property bool isWide: width >= Metrics.wide - Metrics.railWidthWide

    function open(id: string) {
        if (isWide)
            shownId = id;
        else
            Navigator.go(Navigator.Skill, id);
    }

    Component.onCompleted: Skills.setShown(true)
    Component.onDestruction: Skills.setShown(false)

    Item {
        id: pane

        visible: root.isWide || root.shownId === ""
        width: root.isWide ? Metrics.listPane : parent.width
        height: parent.height
    }

    Rectangle {
        anchors.left: pane.right
        visible: root.isWide
        width: Metrics.hairline
        height: parent.height
        color: Theme.line
    }

    Item {
        anchors.left: root.isWide ? pane.right : parent.left
        anchors.leftMargin: root.isWide ? 1 : 0
        anchors.right: parent.right
        height: parent.height

        Repeater {
            model: root.shownId !== "" ? 1 : 0

            SkillBody {
                anchors.fill: parent
                skillId: root.shownId
                canLock: !(root.hasTop && root.isWide)
                onClosed: root.shownId = ""
                onLedOn: id => root.shownId = id
            }
        }

        Repeater {
            model: root.isWide && root.shownId === "" ? 1 : 0

            EmptyState {
                anchors.centerIn: parent
                width: Math.min((parent?.width ?? 0) - 64, Metrics.readable)
                title: qsTr("Pick a skill")
                note: qsTr("It starts here, and you can stop at any time.")
            }
        }
    }
}
