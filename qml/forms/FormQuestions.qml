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

    // "Over the last 2 weeks ...": what is written before the questions and asks them.
    readonly property string stem: {
        let words = Form.heading;
        for (const line of Form.lead)
            words += (words === "" ? "" : "\n") + line;
        return words;
    }
    property string toldStem

    // What shows is said, and the keys go on from its first question. Words that stand there as before are not said again; whoever reads
    // the question hears them after it.
    function turn() {
        const heading = questions.itemAt(0)?.["heading"];
        const first = heading ?? leads.itemAt(0);
        if (!visible || !first)
            return;
        first.forceActiveFocus(Qt.OtherFocusReason);
        if (stem !== toldStem) {
            Announcer.say(group);
            for (let i = 0; i < leads.count; ++i)
                Announcer.say(leads.itemAt(i) as Item);
        }
        toldStem = stem;
        Announcer.say(heading ?? null);
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

    LiveWords {
        id: notice

        width: parent.width
        visible: text !== ""
        topPadding: Form.step === 0 ? lead + 4 : lead
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
        id: group

        width: parent.width
        visible: text !== ""
        bottomPadding: 10 - lead
        topPadding: Form.step === 0 || notice.visible ? lead + 12 : lead
        color: Theme.ink2
        text: Form.heading
    }

    Repeater {
        id: leads

        model: Form.lead

        Words {
            required property string modelData

            width: parent?.width ?? 0
            activeFocusOnTab: activeFocus
            Accessible.focusable: true
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
            stem: isFirst ? root.stem : ""
        }
    }

    Repeater {
        model: Form.copies

        Flow {
            id: copy

            required property var modelData

            width: parent?.width ?? 0
            spacing: 8

            HrButton {
                width: Math.min(implicitWidth, copy.width)
                visible: text !== ""
                kind: HrButton.Soft
                text: copy.modelData.addText
                onClicked: Form.addCopy(copy.modelData.key)
            }

            HrButton {
                width: Math.min(implicitWidth, copy.width)
                visible: text !== ""
                kind: HrButton.Text
                text: copy.modelData.removeText
                onClicked: Form.removeCopy(copy.modelData.key)
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 8

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: Form.isAnswered
            kind: HrButton.Text
            text: Form.fields.count > 1 ? qsTr("Clear my answers") : qsTr("Clear my answer")
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
