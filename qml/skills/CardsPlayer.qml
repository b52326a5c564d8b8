// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// A game: answer each card, with one of its answers or in one's own words. No answer is wrong, each has a reply. Signals: finished(), ended() before the last card.
PageScroll {
    id: root

    required property SkillView skill
    property int at: 0
    property int chosen: -1
    property bool isOwn: false // said in their own words

    readonly property var script: skill.script
    readonly property var cards: script.cards ?? []
    readonly property var card: cards[at] ?? null
    readonly property var answer: card?.answers[chosen] ?? null
    readonly property bool isLast: at >= cards.length - 1

    signal finished
    signal ended
    signal openSkill(id: string)

    function turn() {
        if (isLast) {
            finished();
            return;
        }
        chosen = -1;
        isOwn = false;
        own.text = "";
        at += 1;
        contentY = 0;
    }

    function settle() {
        if (visible)
            settled.restart();
    }

    startPadding: 8
    onVisibleChanged: settled.stop()
    onContentHeightChanged: settle()
    gap: 16

    // The reply comes into view once it has its place, and the way on below it, where both have room.
    Timer {
        id: settled

        interval: 0
        onTriggered: {
            if (!reply.visible)
                return;
            root.show(next);
            root.show(reply);
        }
    }

    Cautions {
        width: parent.width
        visible: root.at === 0 && root.skill.cautions.length > 0
        lines: root.skill.cautions
    }

    ProgressSegments {
        width: parent.width
        step: root.at + 1
        steps: root.cards.length
    }

    Card {
        width: parent.width
        gap: 8
        padding: 20

        Words {
            width: parent.width
            role: Words.Caption
            text: qsTr("Card %1 of %2").arg(root.at + 1).arg(root.cards.length)
        }

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            text: root.card?.hint ?? ""
        }

        LiveWords {
            width: parent.width
            role: Words.Head
            text: root.card ? qsTr("“%1”").arg(root.card.front) : ""
        }
    }

    Words {
        width: parent.width
        role: Words.Section
        text: qsTr("What could you say?")
    }

    Column {
        width: parent.width
        spacing: 8

        Repeater {
            model: root.card?.answers ?? []

            AnswerOption {
                required property var modelData
                required property int index

                width: parent?.width ?? 0
                isTall: true
                hasTick: false
                text: modelData.say
                isChosen: root.chosen === index && !root.isOwn
                onClicked: {
                    root.isOwn = false;
                    root.chosen = index;
                }
            }
        }
    }

    NoteField {
        id: own

        width: parent.width
        visible: root.card?.canAnswerOwn ?? false
        label: qsTr("Or in your own words")
        lines: 1
        maximumLength: 200
        onEdited: root.isOwn = text.trim() !== ""
    }

    Words {
        width: parent.width
        visible: own.visible
        role: Words.Caption
        text: qsTr("Your words are not kept. Say them out loud, too.")
    }

    Card {
        id: reply

        width: parent.width
        visible: root.answer !== null || root.isOwn

        LiveWords {
            width: parent.width
            text: root.isOwn ? qsTr("These are your own words. Do they help you hold on to what you want?") : (root.answer?.reply ?? "")
        }
    }

    HrButton {
        id: next

        width: parent.width
        kind: reply.visible ? HrButton.Primary : HrButton.Soft
        text: root.isLast ? qsTr("Finish") : reply.visible ? qsTr("Next card") : qsTr("Skip this card")
        onClicked: root.turn()
    }

    HrButton {
        width: parent.width
        visible: !root.isLast
        kind: HrButton.Text
        text: qsTr("End here")
        onClicked: root.ended()
    }
}
