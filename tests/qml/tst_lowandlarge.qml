// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// Where low and narrow windows and large text leave little room: what gives way, and what never does.
Item {
    id: root

    property int answer: 0
    property bool isAnswered: false

    width: 390
    height: 844

    Component {
        id: slider

        RailSlider {
            width: 350
            name: "Craving"
            value: root.answer
            isSet: root.isAnswered
            word: "Some pull"
            onPicked: to => {
                root.answer = to;
                root.isAnswered = true;
            }
        }
    }

    Component { id: hours; HourStepper { width: 350; name: "Hours of sleep" } }
    Component { id: moods; MoodFaces { width: 350; name: "Mood"; options: ["Very low", "Low", "Okay", "Good", "Very good"] } }
    Component {
        id: week

        WeekStrip {
            width: 358
            current: 3
            days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((name, i) => ({ "weekday": name, "day": String(16 + i), "count": i, "spoken": name + " " + (16 + i) }))
        }
    }

    Component { id: foot; FlowFooter { width: 390 } }
    Component { id: hero; HeroCard { width: 350; title: "Evening group"; primaryText: "Join"; secondaryText: "Details" } }

    TestCase {
        name: "LowAndLarge"
        when: windowShown

        function make(what, more): Item {
            const item = createTemporaryObject(what, root, more ?? {});
            verify(item);
            return item;
        }

        function init() {
            root.answer = 0;
            root.isAnswered = false;
        }

        function cleanup() {
            Type.textScale = 1;
        }

        function test_weekStandsInTheMargins() {
            const item = make(week, { "width": 390 });
            const monday = Probe.find(item, "Mon 16");
            compare(monday.width, 50);
            compare(monday.mapToItem(item, 0, 0).x, 20);
            compare(Probe.find(item, "Sun 22").mapToItem(item, 50, 0).x, 370);
        }

        // Whole days only, whichever is picked, and an arrow at each side where there are more.
        function test_weekNeverCutsADay_data() {
            return [{ "width": 320, "scale": 1 }, { "width": 320, "scale": 2 }, { "width": 390, "scale": 2 }, { "width": 360, "scale": 1 }];
        }
        function test_weekNeverCutsADay(data) {
            Type.textScale = data.scale;
            const item = make(week, { "width": data.width });
            for (let day = 0; day < 7; ++day) {
                item.current = day;
                let seen = 0;
                for (const name of item.days.map(d => d.spoken)) {
                    const cell = Probe.find(item, name);
                    const x = cell.mapToItem(item, 0, 0).x;
                    verify(cell.width >= 48);
                    const isIn = x >= 19.5 && x + cell.width <= data.width - 19.5;
                    verify(isIn || x + cell.width <= 20.5 || x >= data.width - 20.5, name + " at " + x);
                    seen += isIn;
                }
                compare(seen, item.shown);
                const chosen = Probe.find(item, item.days[day].spoken);
                verify(chosen.mapToItem(item, 0, 0).x >= 19.5);
                verify(chosen.mapToItem(item, chosen.width, 0).x <= data.width - 19.5);
                compare(Probe.textOf(item, Icons.glyph("chevron-right")) !== null, day < 7 - Math.ceil(item.shown / 2));
            }
        }

        function test_hoursKeepClearOfTheButtons() {
            Type.textScale = 2;
            const item = make(hours, { "width": 280, "isSet": true, "value": 12.5 });
            const number = Probe.textOf(item, "12½");
            verify(number);
            waitForRendering(root);
            const middle = number.mapToItem(item, number.width / 2, 0).x;
            const less = Probe.find(item, "Half an hour less");
            verify(number.contentWidth > 40);
            verify(middle - number.contentWidth / 2 >= less.mapToItem(item, less.width, 0).x + 7.5);
            item.isSet = false;
            verify(!Probe.textOf(item, "–"));
        }

        function test_moodWordsStandOverTheFacesAgain() {
            const item = make(moods, { "width": 350 });
            const word = Probe.textOf(item, "Okay");
            const y = word.mapToItem(item, 0, 0).y;
            Type.textScale = 2;
            waitForRendering(root);
            Type.textScale = 1;
            waitForRendering(root);
            compare(word.mapToItem(item, 0, 0).y, y);
        }

        function test_largeTextShowsTheFirstMoodAtOnce() {
            Type.textScale = 2;
            const faces = make(moods);
            verify(Probe.find(faces, "Very low").mapToItem(faces, 0, 0).y < 10);
        }

        function test_lowWindowsShowTheWayToAnswerAtOnce() {
            const faces = make(moods, { "isCompact": true, "current": 2 });
            verify(Probe.find(faces, "Okay").mapToItem(faces, 0, 0).y < 10);
            const scale = make(slider, { "isCompact": true });
            const track = Probe.find(scale, "Craving");
            const y = track.mapToItem(scale, 0, 0).y;
            verify(y <= 80);
            verify(Probe.press(Probe.find(scale, "One more")));
            compare([root.answer, root.isAnswered], [0, true]);
            verify(Probe.press(Probe.find(scale, "One more")));
            compare(root.answer, 1);
        }

        // Help now in large text, beside the arrow of a narrow phone.
        function test_helpStaysInItsPill_data() {
            return [{ "tag": "English", "text": "Help now" }, { "tag": "Spanish", "text": "Ayuda ahora" }];
        }
        function test_helpStaysInItsPill(data) {
            Type.textScale = 2;
            const item = make(foot, { "width": 320 });
            const pill = Probe.find(item, "Help now");
            pill.text = data.text;
            waitForRendering(root);
            const words = Probe.textOf(pill, data.text);
            verify(words.contentWidth <= words.width + 1);
            verify(words.mapToItem(pill, 0, 0).x >= 8);
            verify(words.mapToItem(pill, words.width, 0).x <= pill.width - 8);
            const arrow = Probe.find(item, "Back");
            verify(pill.mapToItem(item, 0, 0).x >= arrow.mapToItem(item, arrow.width, 0).x);
            compare(Probe.problems(item), []);
        }

        function test_heroStacksWhatWouldWrap() {
            const item = make(hero, { "primaryText": "Join opens at 11:50 am", "primaryIcon": "clock" });
            waitForRendering(root);
            const words = Probe.textOf(item, "Join opens at 11:50 am");
            compare(words.lineCount, 1);
            verify(item.stacks);
            item.primaryText = "Join";
            verify(!item.stacks);
        }
    }
}
