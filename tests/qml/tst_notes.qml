// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Controls
import Handrail.Testing

// NoteField: lines to write in, with an end that is said.
Item {
    id: root

    width: 390
    height: 844

    Component { id: note; NoteField { width: 350; label: "Note"; maximumLength: 10 } }

    TestCase {
        name: "Notes"
        when: windowShown

        function make(what, more): Item {
            const item = createTemporaryObject(what, root, more ?? {});
            verify(item);
            return item;
        }

        function test_note() {
            const item = make(note);
            let edits = 0;
            item.edited.connect(() => ++edits);
            const input = Probe.find(item, "Note", "EditableText");
            verify(!input.activeFocus);
            input.text = "a";
            compare(edits, 1);
            input.text = "";
            Probe.press(Probe.find(item, "Note", "EditableText"));
            for (let i = 0; i < 12; ++i)
                keyClick(Qt.Key_A);
            compare(item.text, "aaaaaaaaaa");
        }

        // A draft from a time when more was allowed, and a letter in the middle of a full note.
        function test_noteLosesNothingThatWasThere() {
            const was = "b".repeat(14) + "end";
            const item = make(note, {text: was});
            let edits = 0;
            item.edited.connect(() => ++edits);
            const input = Probe.find(item, "Note", "EditableText");
            Probe.press(input);
            input.cursorPosition = 3;
            keyClick(Qt.Key_A);
            compare(item.text, was);
            verify(Probe.find(item, "The note is full. What came after is not here."));
            keyClick(Qt.Key_Backspace);
            compare(item.text, was.slice(1));
            verify(edits > 0);
        }

        function test_noteSaysWhatIsLeft() {
            const item = make(note, {label: "", placeholder: "Write if you like", spokenName: "Anything you want to note?", maximumLength: 500});
            verify(Probe.find(item, "Anything you want to note?", "EditableText"));
            item.text = "a".repeat(449);
            const left = () => item.lettersLeft <= 50;
            verify(!left());
            verify(!Probe.find(item, "51 letter(s) left"));
            item.text = "a".repeat(450);
            verify(Probe.find(item, "50 letter(s) left"));
            item.text = "a".repeat(500);
            verify(Probe.find(item, "0 letter(s) left"));
            // Pasted beyond the end: it is cut, and that is said, until there is room again.
            item.text = "b".repeat(510);
            compare(item.text.length, 500);
            verify(Probe.find(item, "The note is full. What came after is not here."));
            item.text = "b".repeat(499);
            verify(Probe.find(item, "1 letter(s) left"));
        }
    }
}
