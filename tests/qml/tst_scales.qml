// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// Numbers and scales: RailSlider, HourStepper, MoodFaces, FiveWords, Segmented, WeekStrip. They ask, the page decides.
Item {
    id: root

    property real answer: 0
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
    Component { id: five; FiveWords { width: 350; name: "Sleep"; options: ["Bad", "Poor", "Okay", "Good", "Great"] } }
    Component { id: segmented; Segmented { width: 350; name: "Range"; options: ["2 weeks", "4 weeks", "All"] } }
    Component {
        id: week

        WeekStrip {
            width: 358
            current: 3
            days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((name, i) => ({ "weekday": name, "day": String(16 + i), "count": i, "spoken": name + " " + (16 + i) }))
        }
    }

    TestCase {
        name: "Scales"
        when: windowShown

        SignalSpy { id: picks; signalName: "picked" }

        function make(what, more): Item {
            const item = createTemporaryObject(what, root, more ?? {});
            verify(item);
            picks.target = item;
            picks.clear();
            return item;
        }

        function init() {
            root.answer = 0;
            root.isAnswered = false;
        }

        function cleanup() {
            Type.textScale = 1;
            root.LayoutMirroring.enabled = false;
        }

        function test_tenthsHaveNoDust() {
            const item = make(hours, {isHours: false, isSet: true, stepSize: 0.1, value: 0.2});
            verify(Probe.press(Probe.find(item, "More")));
            compare(String(picks.signalArguments[0][0]), "0.3");
        }

        function written(item: Item, text: string): Item {
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                const found = child["text"] === text && child.visible ? child : written(child, text);
                if (found)
                    return found;
            }
            return null;
        }

        // Set as tight as a whole number, its point would melt into a digit: 1.75 would read 175.
        function test_aPointIsSeen() {
            const hour = make(hours, {isHours: false, isSet: true, stepSize: 0.25, value: 1.75, written: "1.75"});
            compare(written(hour, "1.75").font.letterSpacing, 0);
            const rail = make(slider, {isSet: true, stepSize: 0.5, value: 1.5});
            compare(written(rail, "1.5").font.letterSpacing, 0);
            rail.value = 4;
            verify(written(rail, "4").font.letterSpacing < 0);
        }

        function test_hours() {
            const item = make(hours);
            compare(item.shown, "–");
            verify(Probe.increase(item));
            compare(picks.signalArguments[0][0], 7);
            item.isSet = true;
            item.value = 6.5;
            compare(item.shown, "6½");
            compare(Probe.descriptionOf(item), "6½ hours");
            verify(Probe.press(Probe.find(item, "Half an hour more")));
            compare(picks.signalArguments[1][0], 7);
            verify(Probe.press(Probe.find(item, "Half an hour less")));
            compare(picks.signalArguments[2][0], 6);
            item.value = 0.5;
            compare(item.shown, "½");
            item.value = 0;
            compare(item.shown, "0");
            verify(!Probe.find(item, "Half an hour less").enabled);
            Probe.decrease(item);
            compare(picks.count, 3);
            item.value = 16;
            Probe.increase(item);
            compare(picks.count, 3);
        }

        function test_moods() {
            const item = make(moods);
            const good = Probe.find(item, "Very good", "RadioButton");
            verify(Probe.press(good));
            compare(picks.signalArguments[0][0], 4);
            verify(!Probe.isChecked(good));
            item.current = 4;
            verify(Probe.isChecked(good));
            verify(!Probe.isChecked(Probe.find(item, "Low", "RadioButton")));
        }

        function test_fiveWords() {
            const item = make(five);
            verify(Probe.press(Probe.find(item, "Okay")));
            compare(picks.signalArguments[0][0], 2);
            item.current = 2;
            verify(Probe.isChecked(Probe.find(item, "Okay", "RadioButton")));
        }

        function test_segmented() {
            const item = make(segmented);
            verify(Probe.isSelected(Probe.find(item, "2 weeks")));
            verify(Probe.press(Probe.find(item, "All")));
            compare(picks.signalArguments[0][0], 2);
        }

        function test_week() {
            const item = make(week);
            verify(Probe.isSelected(Probe.find(item, "Thu 19")));
            verify(Probe.press(Probe.find(item, "Sun 22")));
            compare(picks.signalArguments[0][0], 6);
            Probe.find(item, "Thu 19").forceActiveFocus();
            keyClick(Qt.Key_Left);
            compare(picks.signalArguments[1][0], 2);
        }

        function test_weekScrollsWhenTextIsLarge() {
            Type.textScale = 2;
            const item = make(week, { "current": 6 });
            verify(item.contentWidth > item.width);
            waitForRendering(root);
            const day = Probe.find(item, "Sun 22");
            verify(day.mapToItem(item, day.width, 0).x <= item.width + 1);
        }

        function test_largeAndNarrow_data() {
            return [{ "tag": "slider", "what": slider }, { "tag": "hours", "what": hours }, { "tag": "moods", "what": moods },
                    { "tag": "five", "what": five }, { "tag": "segmented", "what": segmented }];
        }
        function test_largeAndNarrow(data) {
            const item = make(data.what, { "width": 280 });
            root.isAnswered = true;
            root.answer = 10;
            waitForRendering(root);
            compare(Probe.problems(item), []);
            item.width = 350;
            Type.textScale = 2;
            waitForRendering(root);
            compare(Probe.problems(item), []);
        }
    }
}
