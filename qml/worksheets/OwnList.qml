// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// One group of a list: own lines, a line to add, and suggestions. group: one of Worksheet.groups. What is typed is kept before it is added,
// and what is taken away can be put back.
Column {
    id: root

    property var group: null
    readonly property string name: group?.label ?? ""

    spacing: 8

    function add() {
        if (group)
            Worksheet.add(group.id, line.text);
    }

    // The button that was pressed goes with its line: the keyboard goes on where that can be taken back, or at the list.
    Timer {
        id: goingOn

        interval: 0
        onTriggered: (away.visible ? undo : line).forceActiveFocus(Qt.OtherFocusReason)
    }

    Words {
        width: parent.width
        visible: text !== ""
        role: Words.Section
        text: root.name
    }

    CardList {
        width: parent.width
        visible: own.count > 0
        spokenName: root.name === "" ? qsTr("My list") : root.name

        Repeater {
            id: own

            model: root.group?.own ?? []

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
                    spokenName: qsTr("Take away: %1").arg(row.modelData)
                    onClicked: {
                        goingOn.start();
                        Worksheet.takeAway(root.group.id, row.index);
                    }
                }
            }
        }
    }

    Flow {
        id: away

        readonly property string words: root.group?.taken ?? ""

        width: parent.width
        visible: words !== ""
        spacing: 8

        LiveWords {
            width: Math.min(implicitWidth, away.width)
            topPadding: lead + 12
            text: away.words === "" ? "" : qsTr("“%1” is taken away.").arg(away.words)
        }

        HrButton {
            id: undo

            kind: HrButton.Soft
            isSmall: true
            text: qsTr("Undo")
            spokenName: qsTr("Undo: %1").arg(away.words)
            onClicked: {
                goingOn.start();
                Worksheet.putBack();
            }
        }
    }

    Field {
        id: line

        width: parent.width
        maximumLength: Worksheet.longestLine
        spokenName: root.name === "" ? qsTr("Add my own") : qsTr("Add my own: %1").arg(root.name)
        placeholder: qsTr("Add my own")
        text: root.group?.typed ?? ""
        onEdited: Worksheet.type(root.group?.id ?? "", line.text)
        onAccepted: root.add()
    }

    HrButton {
        visible: line.text.trim() !== ""
        kind: HrButton.Soft
        isSmall: true
        iconName: "plus"
        text: qsTr("Add")
        spokenName: qsTr("Add: %1").arg(line.text)
        onClicked: root.add()
    }

    Flow {
        width: parent.width
        spacing: 8

        Repeater {
            model: root.group?.suggestions ?? []

            ChoiceChip {
                required property string modelData

                maximumWidth: root.width
                text: modelData
                isChosen: false
                onClicked: Worksheet.add(root.group.id, modelData)
            }
        }
    }
}
