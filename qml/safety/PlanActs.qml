// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// What can be done with the plan: a page to save, the care team, the lock screen. Each says what is true of it.
Column {
    id: root

    spacing: 8

    CardList {
        width: parent.width
        spokenName: qsTr("What I do with my plan")

        ListRow {
            title: qsTr("Share with my care team")
            note: SafetyPlan.shareText
            isNoteSmall: true
            isStrong: false
            isPressable: false
            iconName: "share-variant"

            Toggle {
                spokenName: qsTr("Share with my care team")
                isOn: SafetyPlan.isShared
                onToggledTo: isOn => SafetyPlan.setShared(isOn)
            }
        }

        ListRow {
            visible: SafetyPlan.canSendChanges
            iconName: "send"
            title: qsTr("Send my changes")
            isStrong: false
            hasChevron: false
            onClicked: SafetyPlan.sendChanges()
        }

        ListRow {
            visible: SafetyPlan.sentId !== ""
            iconName: "eye"
            title: qsTr("See what was sent")
            isStrong: false
            onClicked: Navigator.go(Navigator.FormAnswers, SafetyPlan.sentId)
        }

        ListRow {
            iconName: "download"
            title: qsTr("Save as a PDF")
            note: qsTr("You see it first")
            isNoteSmall: true
            isStrong: false
            onClicked: Navigator.go(Navigator.SafetyPlanPaper)
        }

        ListRow {
            iconName: "cellphone"
            title: qsTr("On the lock screen")
            note: LockHelp.stateText
            isNoteSmall: true
            isStrong: false
            onClicked: Navigator.go(Navigator.LockScreenHelp)
        }
    }

    Words {
        width: parent.width
        role: Words.Caption
        text: qsTr("The names and numbers on your My people list are never sent. What you write is. Nobody may read your plan right away.")
    }
}
