// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Forms
import Handrail.View

// The forms that are due, those that come later, and those that were answered.
Item {
    id: root

    readonly property bool isEmpty: Assignments.due.length + Assignments.later.length + Assignments.done.length + Assignments.checkIns.length === 0

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Forms")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: 22

        EmptyState {
            width: parent.width
            topPadding: 40
            visible: root.isEmpty
            title: qsTr("No forms right now")
            note: qsTr("When your clinic asks you something, it shows here.")
        }

        Words {
            width: parent.width
            visible: !root.isEmpty && !Assignments.hasDue
            role: Words.Secondary
            text: qsTr("Nothing is due right now.")
        }

        FormList {
            width: parent.width
            label: qsTr("Due now")
            forms: Assignments.due
            onOpened: id => Navigator.go(Navigator.Form, id)
        }

        FormList {
            width: parent.width
            label: qsTr("Later")
            tileIcon: "clock"
            canOpen: false
            forms: Assignments.later
        }

        FormList {
            width: parent.width
            label: qsTr("Answered")
            tileIcon: "check"
            forms: Assignments.done
            onOpened: id => Navigator.go(Navigator.FormAnswers, id)
        }

        // Apart: there are so many of them.
        FormList {
            width: parent.width
            label: qsTr("Daily check-ins")
            tileIcon: "check"
            forms: Assignments.checkIns
            onOpened: id => Navigator.go(Navigator.FormAnswers, id)
        }

        HrButton {
            width: parent.width
            visible: Assignments.hasEarlier
            kind: HrButton.Soft
            text: qsTr("Show earlier")
            onClicked: Assignments.showEarlier()
        }
    }
}
