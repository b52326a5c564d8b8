// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.Today
import Handrail.View

// The first page: what is next, the check-in, where in the program this is. From 900 dp on with the days ahead beside it.
Item {
    id: root

    readonly property bool isWide: width >= Metrics.wide - Metrics.railWidthWide
    readonly property real sideWidth: isWide ? Math.min(408, width * 0.36) : 0

    PageScroll {
        id: main

        anchors.fill: parent
        anchors.rightMargin: root.LayoutMirroring.enabled ? 0 : root.sideWidth
        anchors.leftMargin: root.LayoutMirroring.enabled ? root.sideWidth : 0
        margin: root.isWide ? 32 : Metrics.screenMargin
        maxWidth: root.isWide ? 760 : Metrics.contentMax
        startPadding: root.isWide ? 20 : 12
        endPadding: 48
        gap: Metrics.cardGap

        TodayHeader {
            width: parent.width
        }

        Loader {
            width: parent.width
            active: Safety.isFollowUpDue
            visible: active
            source: "FollowUpCard.qml"
        }

        Loader {
            width: parent.width
            active: HowWasIt.dueId !== ""
            visible: active
            source: "qrc:/qt/qml/Handrail/Join/HowWasItCard.qml"
        }

        // After the program what is said first is where somebody is, and not what comes next.
        Loader {
            width: parent.width
            active: Today.isAftercare && Today.hasProgram
            visible: active
            source: "ProgramCard.qml"
        }

        NextSessionCard {
            width: parent.width
            onLateAsked: {
                sheet.active = false;
                sheet.active = true;
            }
        }

        Loader {
            width: parent.width
            active: Coming.soonLines.length > 0
            visible: active
            source: "ToldCard.qml"
        }

        CheckInCard {
            width: parent.width
        }

        Loader {
            width: parent.width
            active: Today.isAftercare
            visible: active
            source: "AftercareCards.qml"
        }

        // Before what can grow long: where somebody is stands on the first screen.
        ProgramCard {
            width: parent.width
            visible: Today.hasProgram && !Today.isAftercare
        }

        Loader {
            width: parent.width
            active: Medicine.today.length > 0
            visible: active
            source: "MedicineToday.qml"
        }

        Loader {
            width: parent.width
            active: Assignments.hasDue
            visible: active
            source: "FormsCard.qml"
        }

        Loader {
            width: parent.width
            active: Messages.newTitle !== ""
            visible: active
            source: "MessageCard.qml"
        }

        Row {
            width: parent.width
            visible: Sync.savedText !== ""
            topPadding: 4
            spacing: 8

            Icon {
                id: saved

                name: "check-circle"
                size: 18
                color: Theme.primary
            }

            Words {
                width: parent.width - saved.width - 8
                role: Words.Caption
                text: Sync.savedText
            }
        }
    }

    // A phone has no room for it, and need not pay for it.
    Loader {
        anchors.right: parent.right
        width: root.sideWidth
        height: parent.height
        active: root.isWide
        source: "ComingUp.qml"
    }

    // Made when it is asked for. Without a size of its own: the sheet has that of what it lies on, which is more than this page.
    Loader {
        id: sheet

        active: false
        source: "LateSheet.qml"
    }
}
