// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

import QtQuick
import QtTest
import Handrail.Controls
import Handrail.Testing
import Handrail.Worksheets

TestCase {
    id: test

    name: "Segments"
    when: windowShown
    visible: true
    width: 390
    height: 600

    Component {
        id: scale

        SegmentScale {
            width: 306
            name: "How strong?"
            lowWord: "Not at all"
            highWord: "Very strong"
            onPicked: to => value = to
        }
    }

    Component {
        id: page

        Flickable {
            property alias field: inner

            width: 306
            height: 300
            contentHeight: 900

            SegmentScale {
                id: inner

                y: 150
                width: 306
                name: "How strong?"
                onPicked: to => value = to
            }
        }
    }

    Component {
        id: note

        NoteField {
            width: 306
            maximumLength: 4000
        }
    }

    function bar(item: Item): Item {
        return item.children[0].children[2];
    }

    function test_itIsUnsetUntilItIsPicked() {
        const item = createTemporaryObject(scale, test);
        verify(!item.isSet);
        compare(bar(item).Accessible.description, "Nothing is picked yet");
        item.step(-1);
        verify(!item.isSet);
        item.step(1);
        compare(item.value, 0);
        verify(item.isSet);
        compare(bar(item).Accessible.description, "0 of 10");
    }

    // By whatever hand: one less than 0, and a tap on what is picked.
    function test_itIsUnsetAgain() {
        const item = createTemporaryObject(scale, test, {value: 1});
        const less = Probe.find(item, "One less");
        verify(Probe.press(less));
        compare(item.value, 0);
        verify(Probe.press(less));
        compare(item.value, -1);
        verify(!less.enabled);
        const track = bar(item);
        mouseClick(track, track.width * 0.65, track.height / 2);
        compare(item.value, 7);
        mouseClick(track, track.width * 0.65, track.height / 2);
        compare(item.value, -1);
        compare(track.Accessible.description, "Nothing is picked yet");
    }

    function test_aFingerThatScrollsPicksNothing() {
        const screen = createTemporaryObject(page, test);
        const item = screen.field;
        const track = bar(item);
        const at = track.mapToItem(screen, track.width * 0.65, track.height / 2);
        mousePress(screen, at.x, at.y);
        for (let by = 4; by <= 60; by += 4)
            mouseMove(screen, at.x + 2, at.y - by, -1, Qt.LeftButton);
        compare(item.value, -1);
        mouseRelease(screen, at.x + 2, at.y - 60);
        compare(item.value, -1);
        verify(screen.contentY > 0);
    }

    function test_aSlideIsNotTheScrollersToTake() {
        const screen = createTemporaryObject(page, test);
        const item = screen.field;
        const track = bar(item);
        mousePress(track, track.width * 0.25, track.height / 2);
        compare(item.value, -1); // not before the finger says more
        mouseMove(track, track.width * 0.45, track.height / 2, -1, Qt.LeftButton);
        compare(item.value, 5);
        mouseMove(track, track.width * 0.95, track.height / 2 - 40, -1, Qt.LeftButton);
        compare(item.value, 10);
        mouseRelease(track, track.width * 0.95, track.height / 2 - 40);
        compare(item.value, 10);
        compare(screen.contentY, 0);
    }

    function test_aTapAndTheKeys_data() {
        return [
            {tag: "start", at: 1, value: 1},
            {tag: "middle", at: 0.65, value: 7},
            {tag: "end", at: 0.97, value: 10}
        ];
    }

    function test_aTapAndTheKeys(data: var) {
        const item = createTemporaryObject(scale, test);
        const track = bar(item);
        mouseClick(track, data.at >= 1 ? data.at : track.width * data.at, track.height / 2);
        compare(item.value, data.value);
        track.forceActiveFocus();
        keyClick(Qt.Key_Left);
        compare(item.value, data.value - 1);
        keyClick(Qt.Key_Up);
        compare(item.value, data.value);
    }

    function test_rightToLeftItRunsTheOtherWay() {
        const item = createTemporaryObject(scale, test);
        item.LayoutMirroring.enabled = true;
        item.LayoutMirroring.childrenInherit = true;
        const track = bar(item);
        mouseClick(track, track.width * 0.95, track.height / 2);
        compare(item.value, 1);
        track.forceActiveFocus();
        keyClick(Qt.Key_Left);
        compare(item.value, 2);
    }

    // 1 MB from the clipboard: as much as there is room for, and it is said.
    function test_aHugePasteIsTakenAsFarAsItGoes() {
        const item = createTemporaryObject(note, test);
        item.text = "word ".repeat(200000);
        compare(item.text.length, 4000);
        verify(item.wasCut);
        item.text = "مرحبا 👩‍👧";
        compare(item.text, "مرحبا 👩‍👧");
    }
}
