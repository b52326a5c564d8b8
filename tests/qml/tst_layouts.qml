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
    Component { id: sync; SyncRow { width: 350; title: "Forms"; note: "Loading 2 of 4" } }
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
            Locking.isOffered = false;
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

        function test_topLocks_data() {
            return [
                { "tag": "a title", "what": topBar, "width": 390 },
                { "tag": "narrow", "what": topBar, "width": 320 },
                { "tag": "tablet", "what": topBar, "width": 1024 },
                { "tag": "a flow", "what": flowTop, "width": 390 },
                { "tag": "a narrow flow", "what": flowTop, "width": 320 }
            ];
        }
        function test_topLocks(data) {
            let count = 0;
            const item = make(data.what, { "width": data.width });
            verify(!Probe.find(item, "Lock Handrail")); // nobody has a PIN
            Locking.isOffered = true;
            Locking.asked.connect(() => ++count);
            waitForRendering(root);
            const lock = Probe.find(item, "Lock Handrail");
            verify(lock);
            verify(lock.width >= 48 && lock.height >= 48);
            verify(Probe.press(lock));
            compare(count, 1);
            compare(Probe.problems(item), []);
            // In large text it goes where a title would be cut, and nothing else ever does.
            Type.textScale = 2;
            waitForRendering(root);
            compare(Probe.problems(item), []);
            verify(data.width < 1024 || Probe.find(item, "Lock Handrail"));
            if (data.what === topBar && data.width === 320) {
                item.title = "Notificaciones";
                waitForRendering(root);
                compare(Probe.problems(item), []);
                verify(!Probe.find(item, "Lock Handrail"));
            }
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

    }
}
