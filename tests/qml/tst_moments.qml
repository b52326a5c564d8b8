// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// What happens at the moment when something changes: what is said, what takes a press, what looks as if it could not be pressed.
Item {
    id: root

    width: 390
    height: 844

    Component { id: error; ErrorCard { width: 350; title: "We can’t reach it"; note: "Check your connection." } }
    Component { id: field; Field { width: 350; label: "Address" } }
    Component { id: footer; FlowFooter { width: 390; about: 0 } }
    Component {
        id: stage

        Column {
            HrButton { text: "Sign in"; reason: "First type an address." }
            HrButton { text: "Not yet"; enabled: false; reason: "Type more." }
        }
    }

    Component { id: tell; TellClinic { width: 350; isOn: true } }

    Component {
        id: ending

        PageScroll {
            id: sheet

            property int seen: 0

            width: 390
            height: 500

            Item { width: 1; height: 600 }

            TellClinic {
                width: parent.width
                page: sheet
                onSeen: sheet.seen += 1
            }

            Item { width: 1; height: 600 }
        }
    }
    Component { id: stepper; ListRow { width: 350; iconName: "clock"; title: "Before a session"; note: "The day before, and 2 hours before"; isPressable: false; leastWords: 150; Item { width: 148; height: 48 } } }

    TestCase {
        name: "Moments"
        when: windowShown

        function make(what, more): Item {
            const item = createTemporaryObject(what, root, more ?? {});
            verify(item);
            return item;
        }

        function test_errorsAreSaidAtOnce() {
            const input = make(field);
            wait(50);
            const said = [];
            Announcer.said.connect(words => said.push(words));
            input.error = "That is not an address yet.";
            wait(50);
            compare(said.splice(0), ["That is not an address yet."]);
            const card = make(error, {visible: false});
            wait(50);
            compare(said.splice(0), []); // nobody sees it
            card.visible = true;
            wait(50);
            compare(said.splice(0), ["We can’t reach it", "Check your connection."]);
            card.note = "Ask your clinic.";
            wait(50);
            compare(said.splice(0), ["Ask your clinic."]);
        }

        // The second half of a double press would fall on what came in the place of what was pressed.
        function test_aNewStepTakesNoPressAtOnce() {
            const item = make(footer);
            let count = 0;
            item.nextPressed.connect(() => ++count);
            const next = Probe.find(item, "Next");
            Probe.press(next);
            compare(count, 0); // it has just come
            wait(Motion.settle + 100);
            Probe.press(next);
            compare(count, 1);
            item.about = 1;
            Probe.press(next);
            mouseClick(next);
            next.forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(count, 1);
            wait(Motion.settle + 100);
            keyClick(Qt.Key_Return);
            compare(count, 2);
        }

        // Nothing behind a sheet turns grey or gives a reason that is not so.
        function test_whatASheetLiesOverLooksAsItDid() {
            const item = make(stage);
            const free = Probe.find(item, "Sign in");
            const off = Probe.find(item, "Not yet");
            const fill = free.fill;
            verify(!Qt.colorEqual(fill, Theme.sunken));
            item.enabled = false;
            verify(!free.enabled);
            verify(Qt.colorEqual(free.fill, fill));
            verify(!Probe.textOf(item, "First type an address."));
            verify(Qt.colorEqual(off.fill, Theme.sunken));
            verify(Probe.textOf(item, "Type more."));
            item.enabled = true;
            verify(Qt.colorEqual(off.fill, Theme.sunken));
            free.enabled = false;
            verify(Qt.colorEqual(free.fill, Theme.sunken));
            verify(Probe.textOf(item, "First type an address."));
        }

        // The list's name is the sentence; the row beneath does not say it again.
        function test_tellClinicIsSaidOnce() {
            const card = createTemporaryObject(tell, root);
            verify(card);
            verify(card.said !== "");
            verify(Probe.find(card, card.said, "List"));
            verify(Probe.textOf(card, card.said), "it is written, too");
            verify(!Probe.textOf(card, card.said).isSpoken);
            verify(Probe.find(card, "I did it. Tell my clinic", "StaticText"));
        }

        // Below the fold nobody has seen it.
        function test_tellClinicIsSeenWhereItStandsInView() {
            const sheet = createTemporaryObject(ending, root);
            verify(sheet);
            wait(300);
            compare(sheet.seen, 0);
            sheet.contentY = 400;
            tryCompare(sheet, "seen", 1);
        }

        // A value with less and more stands below words that would be squeezed beside it.
        function test_rowStacksWhatWouldSqueezeItsWords() {
            const row = createTemporaryObject(stepper, root);
            verify(row);
            verify(row.stacks);
            row.leastWords = 50;
            verify(!row.stacks);
        }
    }
}
