// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn
import Handrail.Theme
import Handrail.View

// The card that shows. When it turns it is said, and the keys go on from its title. Signal: followed(kind, id, host).
PageScroll {
    id: root

    readonly property int card: Lesson.card
    readonly property bool isLow: Window.height < Metrics.low
    property bool hasCome: false

    signal followed(string kind, string id, string host)

    function turn() {
        if (!visible)
            return;
        contentY = 0;
        if (hasCome) {
            // Whoever came by keys stays with them; nobody else needs a ring on the next card.
            heading.isTouched = Window.activeFocusItem?.["isTouched"] !== false;
            heading.forceActiveFocus(Qt.OtherFocusReason);
        }
        hasCome = true;
        Announcer.say(heading);
    }

    startPadding: isLow ? 4 : 16
    gap: 14
    onCardChanged: turning.restart()
    Component.onCompleted: turning.restart()

    Timer {
        id: turning

        interval: 0
        onTriggered: root.turn()
    }

    // When the reply has its place, and the page its new height.
    Timer {
        id: bringing

        property Item reply: null

        interval: 50
        onTriggered: root.show(reply)
    }

    Words {
        width: parent.width
        visible: text !== "" && (Lesson.card === 0 || Lesson.isQuiz)
        role: Words.Section
        text: Lesson.isQuiz ? qsTr("Quiz: %1").arg(Lesson.title) : Lesson.title
    }

    Words {
        width: parent.width
        visible: text !== "" && Lesson.card === 0
        role: Words.Secondary
        text: Lesson.languageNote
    }

    Words {
        id: heading

        property bool isTouched: false

        width: parent.width
        // A stop of Tab only while it is the one that Tab goes on from.
        activeFocusOnTab: activeFocus
        Accessible.focusable: true
        role: root.isLow ? Words.Head : Words.Title
        text: Lesson.cardTitle
    }

    CardBlocks {
        width: parent.width
        visible: Lesson.blocks.length > 0
        blocks: Lesson.blocks
        onFollowed: (kind, id, host) => root.followed(kind, id, host)
    }

    Rectangle {
        width: parent.width
        height: Metrics.hairline
        visible: check.visible && !Lesson.isQuiz
        color: Theme.line
    }

    QuickCheck {
        id: check

        width: parent.width
        visible: Lesson.ask !== ""
        isTitled: Lesson.isQuiz
        onChosen: reply => {
            bringing.reply = reply;
            bringing.restart();
        }
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        role: Words.Secondary
        text: Lesson.problemText
    }
}
