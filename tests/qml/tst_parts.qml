// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// Sheets, fields, words, the rail's and the chart's geometry, the scrolling page.
Item {
    id: root

    readonly property var places: [{ "text": "Today", "iconName": "leaf" }, { "text": "Schedule", "iconName": "clock" },
        { "text": "Skills", "iconName": "leaf" }, { "text": "Learn", "iconName": "school" }]

    width: 390
    height: 844

    Component { id: rail; NavRail { height: 768; places: root.places; initials: "MB"; helpKey: "F1" } }
    Component { id: error; ErrorCard { width: 350; title: "We can’t reach it"; callText: "Call 555-0142" } }
    Component { id: field; Field { width: 350; label: "Address" } }
    Component { id: sheet; Sheet { width: 390; height: 844; title: "Can’t make it?"; HrButton { width: parent.width; text: "Tell the clinic" } } }
    Component { id: sync; SyncRow { width: 350; title: "Forms"; note: "Loading 2 of 4" } }
    Component { id: segments; ProgressSegments { width: 300; step: 2; steps: 5 } }
    Component { id: railPath; RailPath { width: 332; spokenName: "Week 5 of 12"; week: 5; phases: [{ "weeks": 8, "level": 0 }, { "weeks": 4, "level": 1 }, { "weeks": 0, "level": 2 }] } }
    Component { id: chart; TrendChart { width: 318; spokenName: "Easing"; first: [7, 8, null, 6]; second: [null, null, 3, null] } }
    Component {
        id: page

        PageScroll {
            width: 390
            height: 400

            Repeater {
                model: 20

                HrButton { required property int index; width: parent?.width ?? 0; text: "Button " + index }
            }
        }
    }
    Component {
        id: actingTop

        TopBar {
            id: acting

            property bool isActing: false

            width: 390
            title: "Session"

            HrButton { visible: acting.isActing; text: "Steps"; isSmall: true }
        }
    }
    Component { id: geometry; RailGeometry { width: 332 } }
    Component { id: plot; PlotLine { width: 100; height: 100; minimumValue: 0; maximumValue: 10 } }

    TestCase {
        name: "Parts"
        when: windowShown

        function init() {
            root.LayoutMirroring.childrenInherit = true;
        }

        function cleanup() {
            Type.textScale = 1;
            Motion.lessMotion = false;
            root.LayoutMirroring.enabled = false;
            Locking.isOffered = false;
        }

        function make(what, more): Item {
            const item = createTemporaryObject(what, root, more ?? {});
            verify(item);
            return item;
        }

        // Where somebody reached for it, it still is.
        function test_theLockStays() {
            Locking.isOffered = true;
            const item = make(actingTop);
            waitForRendering(root);
            const lock = Probe.find(item, "Lock Handrail");
            const x = lock.x;
            item.isActing = true;
            waitForRendering(root);
            verify(Probe.find(item, "Steps"));
            compare(Probe.find(item, "Lock Handrail"), lock);
            compare(lock.x, x);
            compare(Probe.problems(item), []);
        }

        // Presses what is called name and expects the signal, once.
        function expectSignal(item: Item, name: string, signalName: string) {
            let count = 0;
            item[signalName].connect(() => ++count);
            const target = Probe.find(item, name);
            verify(target, name);
            verify(Probe.press(target), name);
            compare(count, 1, name);
        }

        function test_sheet() {
            const item = make(sheet);
            verify(!item.visible);
            item.isOpen = true;
            verify(item.visible);
            compare(Probe.roleOf(item), "Dialog");
            expectSignal(item, "Help now", "helpPressed");
            expectSignal(item, "Go back", "closed");
            let closed = 0;
            item.closed.connect(() => ++closed);
            keyClick(Qt.Key_Escape);
            compare(closed, 1);
            mouseClick(item, 100, 20);
            compare(closed, 2);
            tryVerify(() => Probe.find(item, "Tell the clinic").mapToItem(item, 0, 0).y < 844);
            wait(300);
            compare(Probe.problems(item), []);
            item.isOpen = false;
            tryCompare(item, "visible", false);
        }

        function test_sheetFadesWithLessMotion() {
            Motion.lessMotion = true;
            const item = make(sheet);
            const button = Probe.find;
            item.isOpen = true;
            tryVerify(() => Probe.find(item, "Tell the clinic") !== null);
            const y = Probe.find(item, "Tell the clinic").mapToItem(item, 0, 0).y;
            wait(200);
            compare(Probe.find(item, "Tell the clinic").mapToItem(item, 0, 0).y, y);
        }

        function test_field() {
            const item = make(field);
            const input = Probe.find(item, "Address", "EditableText");
            verify(Probe.press(input));
            verify(input.activeFocus);
            let edits = 0;
            item.edited.connect(() => ++edits);
            keyClick(Qt.Key_A);
            compare(item.text, "a");
            compare(edits, 1);
            input.focus = false;
            input.text = "ab"; // as a screen reader sets it, or voice control
            compare(edits, 2);
            item.error = "That is not an address yet.";
            compare(Probe.descriptionOf(input), "That is not an address yet.");
            verify(Probe.find(item, "That is not an address yet.", "AlertMessage"));
            input.focus = false;
            item.begin();
            verify(input.activeFocus);
        }

        function test_spoken() {
            compare(Probe.nameOf(make(segments)), "Step 2 of 5");
            compare(Probe.roleOf(make(railPath)), "Graphic");
            compare(Probe.nameOf(make(railPath)), "Week 5 of 12");
            compare(Probe.roleOf(make(chart)), "Chart");
            compare(Probe.nameOf(make(sync)), "Forms, Loading 2 of 4");
        }

        function test_words() {
            const item = createTemporaryObject(title, root);
            compare(Probe.roleOf(item), "Heading");
            compare(item.textFormat, Text.PlainText);
            compare(item.elide, Text.ElideNone);
            compare(item.text, "<b>One</b>");
            fuzzyCompare(item.implicitHeight, 34, 0.01);
            Type.textScale = 2;
            fuzzyCompare(item.implicitHeight, 51, 0.01);
        }
        Component { id: title; Words { role: Words.Title; text: "<b>One</b>"; width: 300 } }

        function test_railGeometry() {
            const phases = [{ "weeks": 8, "level": 0 }, { "weeks": 4, "level": 1 }, { "weeks": 0, "level": 2 }];
            const item = createTemporaryObject(geometry, root, { "phases": phases, "week": 5 });
            compare((item.postsDone.match(/M/g) ?? []).length, 5);
            compare((item.postsAhead.match(/M/g) ?? []).length, 7);
            compare(item.knob.y, 8.5);
            verify(item.rail.startsWith("M8.50 8.50"));
            verify(item.rail.endsWith("L323.50 34.50"), item.rail);
            const before = item.knob.x;
            item.week = 6;
            verify(item.knob.x > before);
            item.week = 9;
            compare(item.knob.y, 21.5);
            // Past the counted weeks: in the open phase.
            item.week = 13;
            item.phase = 2;
            compare(item.knob.y, 34.5);
            compare(item.postsAhead, "");
            // No dates: one flat run, no posts, no knob.
            item.week = 0;
            item.phase = 0;
            compare(item.rail, "M8.50 8.50L323.50 8.50");
            compare(item.postsDone + item.postsAhead, "");
            // Nor which phase it is: all of them, within the card.
            item.phases = phases.map(phase => ({ "weeks": 0, "level": phase.level }));
            item.phase = -1;
            verify(item.rail.endsWith("L323.50 34.50"), item.rail);
            item.isFull = true;
            verify(/L324.00 [0-9.]+$/.test(item.rail), item.rail);
            item.phases = [];
            compare(item.rail, "");
        }

        function test_plotKeepsGaps() {
            const item = createTemporaryObject(plot, root, { "values": [0, 5, null, 10, null] });
            compare((item.path.match(/M/g) ?? []).length, 2);
            verify(item.path.startsWith("M0.00 100.00"), item.path);
            compare(item.last, Qt.point(75, 0));
            compare(item.count, 3);
            item.values = ["x", undefined, null];
            compare(item.path, "");
            compare(item.count, 0);
            item.values = [42];
            compare(item.last, Qt.point(100, 0));
        }

        function test_pageShowsWhatHasFocus() {
            const item = make(page);
            compare(item.contentY, 0);
            const last = Probe.find(item, "Button 19");
            last.forceActiveFocus(Qt.TabFocusReason);
            tryVerify(() => item.contentY > 0);
            const y = last.mapToItem(item, 0, 0).y;
            verify(y >= 0 && y + last.height <= 400, y);
            Probe.find(item, "Button 0").forceActiveFocus(Qt.TabFocusReason);
            tryCompare(item, "contentY", 0);
            keyClick(Qt.Key_PageDown);
            verify(item.contentY > 300);
            keyClick(Qt.Key_End);
            compare(item.contentY, item.contentHeight - item.height);
            keyClick(Qt.Key_Home);
            compare(item.contentY, 0);
        }
    }
}
