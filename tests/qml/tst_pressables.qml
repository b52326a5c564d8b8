// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// Every control that can be pressed: by finger, by key, by a screen reader; named, large enough, quiet when disabled.
Item {
    id: root

    width: 390
    height: 844

    Component { id: hrButton; HrButton { text: "Directions"; iconName: "directions" } }
    Component { id: smallButton; HrButton { text: "Start"; kind: HrButton.Soft; isSmall: true } }
    Component { id: heroButton; HrButton { text: "Join"; kind: HrButton.Hero } }
    Component { id: iconButton; IconButton { iconName: "play"; spokenName: "Play" } }
    Component { id: avatarButton; AvatarButton { text: "MB" } }
    Component { id: helpCircle; HelpCircle { } }
    Component { id: helpPill; HelpPill { } }
    Component { id: navItem; NavItem { text: "Today"; iconName: "leaf" } }
    Component { id: crisisTile; CrisisTile { text: "Call 988"; note: "Free, day and night." } }
    Component { id: dayCell; DayCell { weekday: "Fri"; day: "20"; dots: 3; spokenName: "Friday 20, 3 sessions" } }
    Component { id: answer; AnswerOption { text: "They fade"; width: 300 } }
    Component { id: answerMany; AnswerOption { text: "Sleep"; isMany: true; width: 300 } }
    Component { id: tile; TileChoice { text: "Hungry"; iconName: "fire" } }
    Component { id: chip; ChoiceChip { text: "Sick" } }
    Component { id: mood; MoodItem { text: "Okay"; width: Metrics.reflows ? 350 : 70 } }
    Component { id: toggle; Toggle { spokenName: "App lock" } }
    Component { id: banner; Banner { title: "You’re offline."; note: "3 answers waiting" } }

    TestCase {
        id: test

        name: "Pressables"
        when: windowShown

        function cleanup() {
            Type.textScale = 1;
        }

        function each() {
            return [
                { "tag": "HrButton", "what": hrButton, "role": "Button", "read": "Directions" },
                { "tag": "HrButton small", "what": smallButton, "role": "Button", "read": "Start" },
                { "tag": "HrButton hero", "what": heroButton, "role": "Button", "read": "Join" },
                { "tag": "IconButton", "what": iconButton, "role": "Button", "read": "Play" },
                { "tag": "AvatarButton", "what": avatarButton, "role": "Button", "read": "You and settings" },
                { "tag": "HelpCircle", "what": helpCircle, "role": "Button", "read": "Help now" },
                { "tag": "HelpPill", "what": helpPill, "role": "Button", "read": "Help now" },
                { "tag": "NavItem", "what": navItem, "role": "PageTab", "read": "Today" },
                { "tag": "CrisisTile", "what": crisisTile, "role": "Button", "read": "Call 988" },
                { "tag": "DayCell", "what": dayCell, "role": "PageTab", "read": "Friday 20, 3 sessions" },
                { "tag": "AnswerOption", "what": answer, "role": "RadioButton", "read": "They fade" },
                { "tag": "AnswerOption many", "what": answerMany, "role": "CheckBox", "read": "Sleep" },
                { "tag": "TileChoice", "what": tile, "role": "CheckBox", "read": "Hungry" },
                { "tag": "ChoiceChip", "what": chip, "role": "CheckBox", "read": "Sick" },
                { "tag": "MoodItem", "what": mood, "role": "RadioButton", "read": "Okay" },
                { "tag": "Toggle", "what": toggle, "role": "CheckBox", "read": "App lock" },
                { "tag": "Banner", "what": banner, "role": "Button", "read": "You’re offline." }
            ];
        }

        function make(data): Item {
            const item = createTemporaryObject(data.what, root);
            verify(item, data.tag);
            return item;
        }

        SignalSpy { id: clicks; signalName: "clicked" }

        function watch(item: Item) {
            clicks.target = item;
            clicks.clear();
        }

        function test_nameAndRole_data() { return each(); }
        function test_nameAndRole(data) {
            const item = make(data);
            compare(Probe.nameOf(item), data.read);
            compare(Probe.roleOf(item), data.role);
        }

        function test_screenReaderPress_data() { return each(); }
        function test_screenReaderPress(data) {
            const item = make(data);
            watch(item);
            verify(Probe.press(item));
            compare(clicks.count, 1);
            item.enabled = false;
            Probe.press(item);
            compare(clicks.count, 1);
        }

        function test_keys_data() { return each(); }
        function test_keys(data) {
            const item = make(data);
            watch(item);
            item.forceActiveFocus(Qt.TabFocusReason);
            verify(item.visualFocus);
            keyClick(Qt.Key_Space);
            compare(clicks.count, 1);
            keyClick(Qt.Key_Return);
            compare(clicks.count, 2);
            keyClick(Qt.Key_Enter);
            compare(clicks.count, 3);
        }

        function test_finger_data() { return each(); }
        function test_finger(data) {
            const item = make(data);
            watch(item);
            mouseClick(item);
            compare(clicks.count, 1);
            // At the very corner of its touch area.
            mouseClick(item, 2, item.height / 2);
            compare(clicks.count, 2);
            item.enabled = false;
            mouseClick(item);
            compare(clicks.count, 2);
        }

        function test_touchArea_data() { return each(); }
        function test_touchArea(data) {
            const item = make(data);
            verify(item.width >= 48, item.width);
            verify(item.height >= 48, item.height);
            compare(Probe.problems(item), []);
        }

        function test_doubleText_data() { return each(); }
        function test_doubleText(data) {
            const item = make(data);
            Type.textScale = 2;
            waitForRendering(root);
            compare(Probe.problems(item), []);
            verify(item.height >= 48);
        }

        function test_helpIsNeverDisabled() {
            compare(createTemporaryObject(helpCircle, root).enabled, true);
            compare(createTemporaryObject(helpPill, root).enabled, true);
        }

        function test_choiceIsSpoken_data() {
            return each().filter(row => ["CheckBox", "RadioButton"].includes(row.role) && row.tag !== "Toggle");
        }
        function test_choiceIsSpoken(data) {
            const item = make(data);
            verify(!Probe.isChecked(item));
            item.isChosen = true;
            verify(Probe.isChecked(item));
            // The page decides; a press alone changes nothing.
            Probe.press(item);
            compare(item.isChosen, true);
        }

        function test_toggle() {
            const item = createTemporaryObject(toggle, root);
            watch(item);
            verify(Probe.toggle(item));
            compare(clicks.count, 1);
            verify(!Probe.isChecked(item));
            item.isOn = true;
            verify(Probe.isChecked(item));
        }

        function test_busyButton() {
            const item = createTemporaryObject(hrButton, root, { "isBusy": true, "busyText": "Sending…" });
            compare(Probe.nameOf(item), "Sending…");
            watch(item);
            Probe.press(item);
            mouseClick(item);
            compare(clicks.count, 0);
        }

        function test_disabledButtonSaysWhy() {
            const item = createTemporaryObject(hrButton, root, { "reason": "Opens at 5:20 pm" });
            compare(Probe.descriptionOf(item), "");
            const height = item.height;
            item.enabled = false;
            compare(Probe.descriptionOf(item), "Opens at 5:20 pm");
            waitForRendering(root);
            verify(item.height >= height);
            compare(Probe.problems(item), []);
        }
    }
}
