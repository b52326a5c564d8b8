// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Controls
import Handrail.Learn
import Handrail.Theme

// What a card of a lesson is made of: drawings with their words, lists, bold words, and what its links lead to.
Item {
    id: root

    width: 390
    height: 844

    readonly property var names: ["craving-wave", "habit-loop", "thought-loop", "rail-steps", "two-roads", "sleep-night", "circle-of-people",
        "tolerance-line"]

    Component { id: drawing; LessonDrawing { width: 350; name: ""; says: "What it shows" } }
    Component { id: blocks; CardBlocks { width: 350; blocks: [] } }
    Component { id: words; ReadingText { width: 350 } }

    TestCase {
        name: "Drawings"
        when: windowShown

        function make(what, more): Item {
            const item = createTemporaryObject(what, root, more ?? {});
            verify(item);
            waitForRendering(root);
            return item;
        }

        // How many points of a picture differ from its corner.
        function inked(item): int {
            const image = grabImage(item);
            let count = 0;
            for (let x = 0; x < image.width; x += 2)
                for (let y = 0; y < Math.min(image.height, 150); y += 2)
                    if (!Qt.colorEqual(image.pixel(x, y), image.pixel(0, 0)))
                        ++count;
            return count;
        }

        function test_eachDrawingIsThere_data() {
            return root.names.map(name => ({tag: name}));
        }
        function test_eachDrawingIsThere(data) {
            verify(Drawings.has(data.tag));
            const item = make(drawing, {name: data.tag});
            verify(item.height > 140, item.height);
            verify(inked(item) > 150, inked(item));
            for (const line of Drawings.lines[data.tag])
                verify(Theme[line.ink] !== undefined, line.ink);
        }

        function test_oneThatIsNotKnownIsItsWords() {
            const item = make(drawing, {name: "of-a-later-version"});
            verify(item.height < 60, item.height);
            compare(Array.from(item.children).filter(child => child.visible && child.text === "What it shows").length, 1);
        }

        function test_wordsStayPlainAndCanBeChosen() {
            const item = make(words, {text: "<b>Not</b> bold. This is.", bold: [16, 4]});
            compare(item.getText(0, 12), "<b>Not</b> b");
            compare(item.readOnly, true);
            item.select(0, 6);
            compare(item.selectedText, "<b>Not");
            verify(!item.activeFocusOnTab);
        }

        function test_boldWordsAreWider() {
            const text = "mmmmmmmm mmmmmmmm";
            const plain = make(words, {text: text});
            const bold = make(words, {text: text, bold: [0, text.length]});
            verify(bold.contentWidth > plain.contentWidth + 2, bold.contentWidth + " " + plain.contentWidth);
            // What lies beyond the text is passed over.
            make(words, {text: "ab", bold: [1, 99, 7, 3, -4, 2]});
        }

        function test_linksAreButtonsThatSayWhereTheyLead() {
            const item = make(blocks, {blocks: [
                {kind: "words", text: "Try Ride the urge.", bold: []},
                {kind: "links", links: [{kind: "skill", id: "ride-the-urge", text: "Ride the urge", host: ""},
                    {kind: "help", id: "", text: "Help now", host: ""}]}]});
            const followed = [];
            item.followed.connect((kind, id, host) => followed.push(kind + ":" + id + ":" + host));
            const buttons = [];
            const look = up => {
                for (const child of Array.from(up.children)) {
                    if (child instanceof HrButton)
                        buttons.push(child);
                    look(child);
                }
            };
            look(item);
            compare(buttons.length, 2);
            for (const button of buttons) {
                verify(button.height >= 48);
                mouseClick(button);
            }
            compare(followed, ["skill:ride-the-urge:", "help::"]);
        }
    }
}
