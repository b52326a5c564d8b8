// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Telling the clinic that one can't come, is late or needs a ride: one tap here. The reason is never needed. Call openFor(id).
Sheet {
    id: root

    property string sessionId // that it was opened for
    readonly property bool isClosed: Coming.closedText !== ""
    property string reason
    readonly property list<string> reasons: [qsTr("No ride"), qsTr("Sick"), qsTr("Work"), qsTr("Child care"), qsTr("Hard day"),
        qsTr("Rather not say")]
    readonly property string said: reason === reasons[5] ? "" : reason

    function openFor(id: string) {
        sessionId = id;
        Coming.sessionId = id;
        reason = "";
        isOpen = true;
    }

    function tell(word: int) {
        Coming.sessionId = sessionId;
        isOpen = !Coming.tell(word, said);
    }

    function ask(wish: int) {
        Coming.sessionId = sessionId;
        isOpen = !Coming.ask(wish, said);
    }

    title: qsTr("Can’t make it?")
    note: root.isClosed ? "" : qsTr("%1. %2. Your place is safe.").arg(Coming.item.title).arg(Coming.item.whenText)
    actText: root.isClosed ? "" : qsTr("Tell your clinic I can’t come")
    onClosed: isOpen = false
    onActed: tell(Coming.CannotCome)
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    LiveWords {
        width: root.bodyWidth
        visible: text !== ""
        text: root.isClosed ? Coming.closedText : Coming.message
    }

    Words {
        width: root.bodyWidth
        visible: !root.isClosed && Coming.item.state === Sessions.InSession
        text: qsTr("It has begun. You can still come.")
    }

    Words {
        width: root.bodyWidth
        visible: !root.isClosed
        role: Words.Section
        text: qsTr("What is going on? You can skip this.")
    }

    Flow {
        width: root.bodyWidth
        visible: !root.isClosed
        spacing: 8

        Repeater {
            model: root.reasons

            ChoiceChip {
                required property string modelData

                maximumWidth: root.bodyWidth
                text: modelData
                isMany: false
                isChosen: root.reason === modelData
                onClicked: root.reason = isChosen ? "" : modelData
            }
        }
    }

    Words {
        width: root.bodyWidth
        visible: others.visible
        role: Words.Section
        text: qsTr("Or ask for this")
    }

    CardList {
        id: others

        width: root.bodyWidth
        visible: !root.isClosed && (Coming.item.canBeLate || Coming.canAskRide || Coming.canAskOtherTime)
        spokenName: qsTr("Or ask for this")

        ListRow {
            visible: Coming.item.canBeLate
            tileIcon: "clock"
            tone: IconTile.Primary
            title: qsTr("I’ll be late")
            note: qsTr("Tell your clinic. Come when you can.")
            onClicked: root.tell(Coming.Late)
        }

        ListRow {
            visible: Coming.canAskRide
            tileIcon: "car"
            tone: IconTile.Ochre
            title: qsTr("I need a ride")
            note: qsTr("Ask your clinic for one.")
            onClicked: root.ask(Coming.Ride)
        }

        ListRow {
            visible: Coming.canAskOtherTime
            tileIcon: "swap-horizontal"
            tone: IconTile.Slate
            title: qsTr("Another time")
            note: qsTr("Ask your clinic. This time stays until it changes.")
            onClicked: root.ask(Coming.OtherTime)
        }
    }

    Words {
        width: root.bodyWidth
        visible: !root.isClosed
        role: Words.Caption
        text: qsTr("It is sent as a request. Your schedule shows it at once. You can still change your mind.")
    }
}
