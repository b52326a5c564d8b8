// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View
import Handrail.Worksheets

// What to bring up next time: own lines, by choice what the last check-in said, which skills were tried, and what was made. Only the switch sends it.
Item {
    id: root

    function add() {
        if (BringUp.add(line.text))
            line.text = "";
    }

    Component.onCompleted: {
        BringUp.isShown = true;
        Made.isShown = true;
        line.text = BringUp.typed;
    }
    Component.onDestruction: {
        BringUp.setTyped(line.text);
        BringUp.isShown = false;
        Made.isShown = false;
    }

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap

        Words {
            width: parent.width
            role: Words.Title
            text: qsTr("Bring up next time")
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: qsTr("Only you see this, unless you bring it to a session.")
        }

        CardList {
            width: parent.width
            visible: BringUp.lines.length > 0
            spokenName: qsTr("My list")

            Repeater {
                model: BringUp.lines

                ListRow {
                    id: row

                    required property string modelData
                    required property int index

                    title: modelData
                    isStrong: false
                    isPressable: false

                    IconButton {
                        iconName: "close"
                        iconSize: 20
                        spokenName: qsTr("Take off: %1").arg(row.modelData)
                        onClicked: BringUp.remove(row.index)
                    }
                }
            }
        }

        Field {
            id: line

            width: parent.width
            label: qsTr("Something to bring up")
            maximumLength: 300
            onEdited: BringUp.setTyped(text)
            onAccepted: root.add()
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            kind: HrButton.Soft
            isSmall: true
            iconName: "plus"
            text: qsTr("Add to my list")
            onClicked: root.add()
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            text: BringUp.problemText
        }

        BringCard {
            width: parent.width
            sheetId: BringUp.sheetId
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: BringUp.canBeginAnew
            kind: HrButton.Text
            leftPadding: 0
            isSmall: true
            text: qsTr("Begin a new list")
            onClicked: BringUp.beginAnew()
        }

        BringUpChoices {
            width: parent.width
        }
    }
}
