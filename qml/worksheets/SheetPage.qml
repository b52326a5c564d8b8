// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View
import Handrail.Worksheets

// One thing that was made: to read, and to change. Help now stands below it, as in each flow.
Item {
    id: root

    property int ticket: -1
    property bool isChanging: false
    readonly property bool isThere: Worksheet.state === Worksheet.Open

    function leave() {
        forceActiveFocus(Qt.OtherFocusReason); // Qt Quick commits the word that is still being composed when the focus goes
        if (isChanging)
            isChanging = false;
        else
            Navigator.back();
    }

    Component.onCompleted: ticket = Worksheet.open(Navigator.argument)
    Component.onDestruction: Worksheet.close(ticket)

    TopBar {
        id: bar

        width: parent.width
        title: root.isChanging && !Metrics.reflows ? Worksheet.title : ""
        onBackPressed: root.leave()

        HrButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.isChanging && Worksheet.hasScript
            kind: HrButton.Text
            isSmall: true
            iconName: "pencil"
            text: qsTr("Change")
            onClicked: Worksheet.isPlan ? Navigator.go(Navigator.SafetyPlan) : root.isChanging = true
        }
    }

    Item {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height

        Repeater {
            model: root.isThere && !root.isChanging ? 1 : 0

            SheetReading {
                anchors.fill: parent
                onDeleteAsked: {
                    Made.remove(Worksheet.sheetId);
                    Navigator.back();
                    Navigator.go(Navigator.Made); // where it can be had back
                }
            }
        }

        Repeater {
            id: sheets

            model: root.isChanging && Worksheet.kind === "worksheet" ? 1 : 0

            SheetBody {
                anchors.fill: parent
            }
        }

        Repeater {
            id: lists

            model: root.isChanging && Worksheet.kind === "list" ? 1 : 0

            ListBody {
                anchors.fill: parent
            }
        }

        Repeater {
            id: checks

            model: root.isChanging && Worksheet.kind === "checklist" ? 1 : 0

            ChecklistBody {
                anchors.fill: parent
            }
        }

        PageScroll {
            anchors.fill: parent
            visible: !root.isThere
            startPadding: 24

            EmptyState {
                width: parent.width
                title: qsTr("This is not here any more")
                actionText: qsTr("See what I made")
                onActionPressed: Navigator.replace(Navigator.Made)
            }
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        backText: root.isChanging ? qsTr("Back") : ""
        nextText: root.isChanging ? qsTr("Done") : ""
        onBackPressed: root.leave()
        onHelpPressed: Navigator.openHelp()
        onNextPressed: {
            if (Worksheet.done()) {
                root.isChanging = false;
            } else { // it says why at the top
                const body = (sheets.itemAt(0) ?? lists.itemAt(0) ?? checks.itemAt(0)) as PageScroll;
                body.contentY = 0;
            }
        }
    }
}
