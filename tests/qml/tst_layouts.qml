// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// Where things stand together: rows, bars, sheets, fields, the rail, charts, the flow's foot, the scrolling page.
Item {
    id: root

    readonly property var places: [{ "text": "Today", "iconName": "leaf" }, { "text": "Schedule", "iconName": "clock" },
        { "text": "Skills", "iconName": "leaf" }, { "text": "Learn", "iconName": "school" }]

    width: 390
    height: 844

    Component { id: bar; BottomBar { width: 390; places: root.places } }
    Component { id: rail; NavRail { height: 768; places: root.places; initials: "MB"; helpKey: "F1" } }
    Component { id: topBar; TopBar { width: 390; title: "Session" } }
    Component { id: flowTop; TopBar { width: 390; isClose: true; step: 2; steps: 5 } }
    Component { id: foot; FlowFooter { width: 390 } }
    Component { id: row; ListRow { width: 350; title: "Room 2"; note: "Harbor Street" } }
    Component { id: session; SessionRow { width: 350; time: "6:00 pm"; title: "Evening group"; place: "Room 2"; actionText: "Directions" } }
    Component { id: person; PersonRow { width: 350; name: "Rosa"; note: "My sister"; initials: "RB" } }
    Component { id: hero; HeroCard { width: 350; title: "Evening group"; primaryText: "Join"; secondaryText: "Details" } }
    Component { id: urgent; UrgentCard { width: 350; title: "Overdose?"; callText: "Call 911"; stepsText: "See steps" } }
    Component { id: empty; EmptyState { width: 350; title: "No sessions"; actionText: "See that week"; secondText: "Message" } }
    Component { id: error; ErrorCard { width: 350; title: "We can’t reach it"; callText: "Call 555-0142" } }
    Component { id: field; Field { width: 350; label: "Address" } }
    Component { id: note; NoteField { width: 350; label: "Note"; maximumLength: 10 } }
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
    Component { id: geometry; RailGeometry { width: 332 } }
    Component { id: plot; PlotLine { width: 100; height: 100; minimumValue: 0; maximumValue: 10 } }

    TestCase {
        name: "Layouts"
        when: windowShown

        function init() {
            root.LayoutMirroring.childrenInherit = true;
        }

        function cleanup() {
            Type.textScale = 1;
            Motion.lessMotion = false;
            root.LayoutMirroring.enabled = false;
        }

        function make(what, more): Item {
            const item = createTemporaryObject(what, root, more ?? {});
            verify(item);
            return item;
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

        function test_signals_data() {
            return [
                { "tag": "BottomBar Help", "what": bar, "press": "Help now", "says": "helpPressed" },
                { "tag": "BottomBar", "what": bar, "press": "Learn", "says": "picked" },
                { "tag": "NavRail Help", "what": rail, "press": "Help now", "says": "helpPressed" },
                { "tag": "NavRail", "what": rail, "press": "Skills", "says": "picked" },
                { "tag": "NavRail me", "what": rail, "press": "You and settings", "says": "mePressed" },
                { "tag": "TopBar", "what": topBar, "press": "Back", "says": "backPressed" },
                { "tag": "TopBar close", "what": flowTop, "press": "Close. Your answers are kept.", "says": "backPressed" },
                { "tag": "FlowFooter back", "what": foot, "press": "Back", "says": "backPressed" },
                { "tag": "FlowFooter help", "what": foot, "press": "Help now", "says": "helpPressed" },
                { "tag": "FlowFooter next", "what": foot, "press": "Next", "says": "nextPressed" },
                { "tag": "ListRow", "what": row, "press": "Room 2, Harbor Street", "says": "clicked" },
                { "tag": "SessionRow", "what": session, "press": "6:00 pm, Evening group, Room 2", "says": "clicked" },
                { "tag": "SessionRow action", "what": session, "press": "Directions", "says": "actionPressed" },
                { "tag": "PersonRow text", "what": person, "press": "Text Rosa", "says": "texted" },
                { "tag": "PersonRow call", "what": person, "press": "Call Rosa", "says": "called" },
                { "tag": "HeroCard", "what": hero, "press": "Join", "says": "primaryPressed" },
                { "tag": "HeroCard second", "what": hero, "press": "Details", "says": "secondaryPressed" },
                { "tag": "UrgentCard", "what": urgent, "press": "Call 911", "says": "called" },
                { "tag": "UrgentCard steps", "what": urgent, "press": "See steps", "says": "stepsOpened" },
                { "tag": "EmptyState", "what": empty, "press": "See that week", "says": "actionPressed" },
                { "tag": "EmptyState second", "what": empty, "press": "Message", "says": "secondPressed" },
                { "tag": "ErrorCard", "what": error, "press": "Try again", "says": "retried" },
                { "tag": "ErrorCard call", "what": error, "press": "Call 555-0142", "says": "called" }
            ];
        }
        function test_signals(data) {
            expectSignal(make(data.what), data.press, data.says);
        }

        function test_layout_data() {
            return test_signals_data().concat([{ "tag": "Field", "what": field }, { "tag": "NoteField", "what": note }, { "tag": "SyncRow", "what": sync }]);
        }
        function test_layout(data) {
            const item = make(data.what);
            waitForRendering(root);
            compare(Probe.problems(item), []);
            Type.textScale = 2;
            waitForRendering(root);
            compare(Probe.problems(item), []);
            root.LayoutMirroring.enabled = true;
            waitForRendering(root);
            compare(Probe.problems(item), []);
        }

        function test_barOrderAndState() {
            const item = make(bar, { "current": 1 });
            verify(Probe.isSelected(Probe.find(item, "Schedule")));
            verify(!Probe.isSelected(Probe.find(item, "Today")));
            const help = Probe.find(item, "Help now");
            compare(help.x + help.width / 2, 195);
            verify(help.y < 0);
            item.isHelpCurrent = true;
            verify(!Probe.isSelected(Probe.find(item, "Schedule")));
            verify(Probe.find(item, "Today").x < Probe.find(item, "Learn").x);
            root.LayoutMirroring.enabled = true;
            verify(Probe.find(item, "Today").x > Probe.find(item, "Learn").x);
            compare(Probe.find(item, "Help now").x + help.width / 2, 195);
        }

        function test_barOfLargeText() {
            Type.textScale = 1.5;
            const item = make(bar);
            verify(Probe.find(item, "Today"));
            verify(!Probe.find(item, "Learn"));
            expectSignal(item, "More", "morePressed");
        }

        function test_railNumbersItsPlaces() {
            const item = make(rail);
            let place = -1;
            item.picked.connect(index => place = index);
            for (let i = 0; i < 4; ++i) {
                verify(Probe.press(Probe.find(item, root.places[i].text)));
                compare(place, i);
            }
        }

        function test_heroNotYetOpen() {
            const item = make(hero, { "canPress": false, "primaryText": "Join opens at 5:20 pm" });
            let count = 0;
            item.primaryPressed.connect(() => ++count);
            Probe.press(Probe.find(item, "Join opens at 5:20 pm"));
            compare(count, 0);
            item.canPress = true;
            Probe.press(Probe.find(item, "Join opens at 5:20 pm"));
            compare(count, 1);
        }

        function test_mirroredRow() {
            const item = make(row, { "iconName": "clock" });
            const title = Probe.find(item, "Room 2, Harbor Street");
            verify(title);
            root.LayoutMirroring.enabled = true;
            waitForRendering(root);
            compare(Probe.problems(item), []);
            const icon = Probe.textOf(item, Icons.glyph("clock"));
            compare(icon.mapToItem(item, icon.width, 0).x, item.width - 16);
        }

        function test_flowFooterStacks() {
            const item = make(foot);
            verify(!item.stacks);
            const help = Probe.find(item, "Help now");
            fuzzyCompare(help.mapToItem(item, help.width / 2, 0).x, 195, 0.6);
            Type.textScale = 2;
            verify(item.stacks);
            verify(Probe.find(item, "Next").mapToItem(item, 0, 0).y < Probe.find(item, "Help now").mapToItem(item, 0, 0).y);
            expectSignal(item, "Back", "backPressed");
        }

        function test_footerWithoutAnswer() {
            const item = make(foot, { "nextText": "Skip", "isNextSoft": true, "canGoNext": false });
            verify(!Probe.find(item, "Skip").enabled);
            item.canGoNext = true;
            expectSignal(item, "Skip", "nextPressed");
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
            item.error = "That is not an address yet.";
            compare(Probe.descriptionOf(input), "That is not an address yet.");
            verify(Probe.find(item, "That is not an address yet.", "StaticText"));
        }

        function test_note() {
            const item = make(note);
            Probe.press(Probe.find(item, "Note", "EditableText"));
            for (let i = 0; i < 12; ++i)
                keyClick(Qt.Key_A);
            compare(item.text, "aaaaaaaaaa");
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
