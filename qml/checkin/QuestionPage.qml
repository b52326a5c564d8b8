// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.CheckIn
import Handrail.Controls
import Handrail.Questions
import Handrail.Theme
import Handrail.View

// The screen of one question, or of a small group of them.
PageScroll {
    id: root

    readonly property bool isLow: Window.height < Metrics.low

    startPadding: isLow ? 4 : 12

    Words {
        width: parent.width
        visible: CheckIn.notice !== "" && CheckIn.step === 0
        bottomPadding: 12 - lead
        role: Words.Secondary
        text: CheckIn.notice
    }

    Words {
        width: parent.width
        role: root.isLow ? Words.Head : Words.Title
        text: CheckIn.title
    }

    Words {
        width: parent.width
        visible: text !== ""
        topPadding: lead + 10
        color: Theme.ink2
        text: CheckIn.step > 0 ? CheckIn.help : qsTr("%1 You can skip any.").arg(CheckIn.help).trim()
    }

    Item {
        width: 1
        height: root.isLow ? 12 : 26
    }

    Repeater {
        model: CheckIn.fields

        Column {
            id: part

            required property FormField modelData
            required property int index

            width: parent?.width ?? 0
            bottomPadding: 20
            spacing: 10

            Words {
                width: parent.width
                visible: CheckIn.fields.length > 1 && part.index > 0
                role: Words.Subhead
                text: part.modelData.text
            }

            Answer {
                width: parent.width
                field: part.modelData
            }
        }
    }

    Words {
        width: parent.width
        visible: CheckIn.isSafetyUnsaid
        text: qsTr("You do not have to say. Help is here any time.")
        Accessible.role: Accessible.AlertMessage
    }

    HrButton {
        visible: CheckIn.isSafetyUnsaid
        kind: HrButton.Text
        text: qsTr("Open Help now")
        onClicked: Navigator.openHelp()
    }

    HrButton {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width)
        visible: CheckIn.isAnswered
        kind: HrButton.Text
        text: qsTr("Clear my answer")
        onClicked: CheckIn.clearAnswers()
    }
}
