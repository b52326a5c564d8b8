// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills
import Handrail.View

// The skills for one feeling, all of them, or those that were hidden; the route's argument says which.
SkillsFrame {
    id: root

    property string what: "all"
    readonly property bool isHiddenList: what === "hidden"
    // Named, so that the list is made again when a choice changes.
    readonly property var rows: isHiddenList ? Skills.hidden : what === "all" ? Skills.all : Skills.isRead ? Skills.rowsFor(what) : []

    hasTop: true
    Component.onCompleted: what = Navigator.argument

    TopBar {
        id: bar

        width: parent.width
        title: root.isHiddenList ? qsTr("Hidden skills") : root.what === "all" ? qsTr("All skills") : Skills.textOf(root.what)
        onBackPressed: Navigator.back()
    }

    PageScroll {
        id: page

        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 8
        gap: 16

        Words {
            width: parent.width
            visible: root.isHiddenList && root.rows.length > 0
            text: qsTr("These are not offered. An update does not change that.")
        }

        Repeater {
            model: root.what === "pain" ? 1 : 0

            WithdrawalCard {
                width: page.bodyWidth
            }
        }

        SkillRows {
            width: parent.width
            skills: root.rows
            currentId: root.shownId
            isHiddenList: root.isHiddenList
            room: page.height - page.startPadding
            spokenName: bar.title
            onOpened: id => root.open(id)
        }

        Repeater {
            model: Skills.isRead && root.rows.length === 0 ? 1 : 0

            EmptyState {
                width: page.bodyWidth
                title: root.isHiddenList ? qsTr("No skill is hidden") : qsTr("No skills here")
                note: root.isHiddenList ? "" : qsTr("You may have hidden them. All skills has the rest.")
                actionText: root.what === "all" ? "" : qsTr("See all skills")
                onActionPressed: Navigator.replace(Navigator.SkillList, "all")
            }
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: !root.isHiddenList && Skills.hidden.length > 0
            kind: HrButton.Text
            leftPadding: 0
            text: qsTr("Show hidden (%n)", "", Skills.hidden.length)
            onClicked: Navigator.go(Navigator.SkillList, "hidden")
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            text: Skills.problemText
        }
    }

    Connections {
        target: Navigator

        // From one list to another.
        function onRouteChanged() {
            if (Navigator.route === Navigator.SkillList)
                root.what = Navigator.argument;
        }
    }
}
