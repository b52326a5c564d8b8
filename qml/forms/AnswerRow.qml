// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// One of the rows that Form gives. canChange: it leads back to its question.
Column {
    id: root

    required property var modelData
    required property int index
    property bool canChange: false
    property bool isFirst: false

    readonly property string difference: root.modelData.isOther === true ? qsTr("Not the same in both") : ""

    Rectangle {
        width: parent.width
        height: Metrics.hairline
        visible: !root.isFirst
        color: Theme.line
    }

    Pressable {
        width: parent.width
        implicitHeight: Math.max(Metrics.touchMin, words.implicitHeight + 16)
        enabled: root.canChange && root.modelData.step >= 0
        text: root.modelData.label
        Accessible.role: root.canChange ? Accessible.Button : Accessible.StaticText
        Accessible.description: root.modelData.problem !== "" ? root.modelData.problem : root.difference === "" ? root.modelData.value
            : qsTr("%1. %2", "an answer, and that the other set has another").arg(root.modelData.value).arg(root.difference)
        onClicked: Form.goTo(root.modelData.step)

        Column {
            id: words

            anchors.left: parent.left
            anchors.right: mark.left
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                role: Words.Caption
                text: root.modelData.label
                isSpoken: false
            }

            Words {
                width: parent.width
                weight: root.modelData.isSkipped ? 400 : 600
                color: root.modelData.isSkipped ? Theme.ink2 : Theme.ink
                text: root.modelData.value
                isSpoken: false
            }

            Words {
                width: parent.width
                visible: text !== ""
                role: Words.Caption
                text: root.difference
                isSpoken: false
            }

            FieldError {
                width: parent.width
                text: root.modelData.problem
            }
        }

        Icon {
            id: mark

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: root.canChange ? "chevron-right" : ""
        }
    }
}
