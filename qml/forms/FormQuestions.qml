// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Questions
import Handrail.Theme
import Handrail.View

// The screen of one question of a form, or of a small group of them.
PageScroll {
    id: root

    readonly property bool isLow: Window.height < Metrics.low
    readonly property int step: Form.step

    // The question that shows is said, and the keys go on from it.
    function turn() {
        const heading = questions.itemAt(0)?.["heading"];
        if (!visible || !heading)
            return;
        heading.forceActiveFocus(Qt.OtherFocusReason);
        Announcer.say(heading);
    }

    onStepChanged: turning.restart()
    onVisibleChanged: turning.restart()

    Timer {
        id: turning

        interval: 0
        onTriggered: root.turn()
    }

    startPadding: isLow ? 4 : 12

    Words {
        width: parent.width
        visible: Form.step === 0
        role: Words.Secondary
        text: Form.title
    }

    Words {
        width: parent.width
        visible: Form.notice !== "" && Form.step === 0
        topPadding: lead + 4
        role: Words.Secondary
        text: Form.notice
    }

    Words {
        width: parent.width
        visible: Form.goesOn && Form.step === 0 && !root.isLow
        topPadding: lead + 4
        bottomPadding: 12 - lead
        role: Words.Secondary
        text: qsTr("After a tap the next question comes by itself.")
    }

    Words {
        width: parent.width
        visible: text !== ""
        bottomPadding: 10 - lead
        topPadding: Form.step === 0 ? lead + 12 : lead
        color: Theme.ink2
        text: Form.heading
    }

    Repeater {
        model: Form.lead

        Words {
            required property string modelData

            width: parent?.width ?? 0
            bottomPadding: 10 - lead
            color: Theme.ink2
            text: modelData
        }
    }

    Repeater {
        id: questions

        model: Form.fields

        Question {
            required property int index

            width: parent?.width ?? 0
            isFirst: index === 0
        }
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: Form.canAddCopy
        kind: HrButton.Soft
        text: qsTr("Add another")
        onClicked: Form.addCopy()
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: Form.canRemoveCopy
        kind: HrButton.Text
        text: qsTr("Take this one out")
        onClicked: Form.removeCopy()
    }

    Flow {
        width: parent.width
        spacing: 8

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: Form.isAnswered
            kind: HrButton.Text
            text: qsTr("Clear my answer")
            onClicked: Form.clearAnswers()
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            kind: HrButton.Text
            iconName: "bookmark"
            text: qsTr("Finish later")
            onClicked: Navigator.back()
        }
    }

    Words {
        width: parent.width
        role: Words.Caption
        horizontalAlignment: Text.AlignHCenter
        text: Form.isKept ? qsTr("Saved on this device after each answer") : qsTr("This device could not save your last answer. It is still here while the app is open.")
    }
}
