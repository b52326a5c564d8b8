// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Questions
import Handrail.Theme
import Handrail.View

// The screen of one question, or of a small group of them. Signal: finishAsked().
PageScroll {
    id: root

    readonly property bool isLow: Window.height < Metrics.low

    readonly property int step: CheckIn.step
    property bool hasCome: false
    property bool hasTurned: false

    signal finishAsked

    function say() {
        hasCome = true;
        Announcer.say(day);
        Announcer.say(heading);
    }

    // The next question: it is said, and the keys go on from it. Return does nothing there.
    function turn() {
        if (!visible)
            return;
        // Whoever came by keys stays with them; nobody else needs a ring on the next page.
        heading.isTouched = Window.activeFocusItem?.["isTouched"] !== false;
        heading.forceActiveFocus(Qt.OtherFocusReason);
        Announcer.say(heading);
    }

    startPadding: isLow ? 4 : 12
    onStepChanged: {
        if (!hasCome)
            return;
        hasTurned = true;
        turning.restart();
    }
    Component.onCompleted: coming.restart()

    // What is no part of the question: before it, and in large text after its answers, so that these are in sight.
    Component {
        id: beside

        Column {
            width: parent?.width ?? 0
            topPadding: Metrics.reflows && (other.visible || notice.visible) ? 24 : 0
            bottomPadding: other.visible && !notice.visible ? spacing : 0
            spacing: 12

            HrButton {
                id: other

                width: Math.min(implicitWidth, parent.width)
                visible: CheckIn.otherText !== "" && (!root.hasTurned || CheckIn.step === 0)
                kind: HrButton.Soft
                isSmall: true
                text: CheckIn.otherText
                onClicked: {
                    CheckIn.takeOther();
                    turning.restart();
                }
            }

            LiveWords {
                id: notice

                width: parent.width
                visible: text !== ""
                bottomPadding: 12 - lead
                role: Words.Secondary
                text: CheckIn.notice
            }
        }
    }

    Timer {
        id: turning

        interval: 0
        onTriggered: root.turn()
    }

    Timer {
        id: coming

        interval: 0
        onTriggered: root.say()
    }

    Words {
        id: day

        width: parent.width
        visible: text !== ""
        bottomPadding: 12 - lead
        role: Words.Secondary
        text: Metrics.reflows ? CheckIn.shortDayText : CheckIn.dayText
        Accessible.name: CheckIn.dayText
    }

    Repeater {
        model: Metrics.reflows ? 0 : 1
        delegate: beside
    }

    Words {
        width: parent.width
        visible: !CheckIn.isKept
        bottomPadding: 12 - lead
        role: Words.Secondary
        color: Theme.ink
        text: qsTr("This device could not save your last answer. It is still here while the app is open.")
    }

    Words {
        id: heading

        property bool isTouched: false

        width: parent.width
        // A stop of Tab only while it is the one that Tab goes on from.
        activeFocusOnTab: activeFocus
        Accessible.focusable: true
        // Where there is no room to write it, it is said.
        Accessible.description: root.isLow && CheckIn.step === 0 && CheckIn.goesOn ? hint.text : ""
        role: root.isLow ? Words.Head : Words.Title
        text: CheckIn.title
    }

    Words {
        width: parent.width
        visible: text !== ""
        topPadding: lead + (root.isLow ? 2 : 10)
        color: Theme.ink2
        text: CheckIn.step > 0 ? CheckIn.help : qsTr("%1 You can skip any.").arg(CheckIn.help).trim()
    }

    Words {
        id: hint

        width: parent.width
        visible: CheckIn.step === 0 && CheckIn.goesOn && !root.isLow
        topPadding: lead + 2
        color: Theme.ink2
        text: qsTr("After a tap the next one comes by itself.")
    }

    Words {
        width: parent.width
        visible: CheckIn.canFinish && !root.isLow
        topPadding: lead + 2
        bottomPadding: 10 - lead
        color: Theme.ink2
        text: qsTr("You can finish now, or go on if you like.")
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: CheckIn.canFinish
        kind: HrButton.Soft
        isSmall: true
        text: qsTr("Finish now")
        onClicked: root.finishAsked()
    }

    Repeater {
        model: CheckIn.lead

        Words {
            required property string modelData

            width: parent?.width ?? 0
            topPadding: lead + 2
            color: Theme.ink2
            text: modelData
        }
    }

    Item {
        width: 1
        height: root.isLow ? 4 : 26
    }

    Repeater {
        model: CheckIn.fields

        Question {
            width: parent?.width ?? 0
            isFirst: false
            isTextTold: field.text === CheckIn.title || field.linkId === "sleep-hours" // its stepper says hours
            isHelpTold: field.help === CheckIn.help
            canSkip: true
            saysItself: true
        }
    }

    HrButton {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width)
        visible: CheckIn.isAnswered
        kind: HrButton.Text
        text: CheckIn.fields.count > 1 ? qsTr("Clear my answers") : qsTr("Clear my answer")
        onClicked: CheckIn.clearAnswers()
    }

    Repeater {
        model: Metrics.reflows ? 1 : 0
        delegate: beside
    }
}
