// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// One group of a list: own lines, a line to add, and suggestions. group: {id, label, own, suggestions}. What is taken away stands in the
// line again, so that it can be changed or put back.
Column {
    id: root

    property var group: null
    readonly property string name: group?.label ?? ""

    spacing: 8

    function add() {
        if (group && Worksheet.add(group.id, line.text))
            line.text = "";
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
                        line.text = row.modelData;
                        Worksheet.change(root.group.id, row.index, "");
                    }
                }
            }
        }
    }

    Field {
        id: line

        width: parent.width
        maximumLength: Worksheet.longestLine
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        spokenName: root.name === "" ? qsTr("Add my own") : qsTr("Add my own: %1").arg(root.name)
        placeholder: qsTr("Add my own")
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
