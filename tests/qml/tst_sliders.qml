// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// RailSlider: unset until it is chosen, by finger, keys, buttons and screen reader. It asks, the page decides.
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

    TestCase {
        name: "Sliders"
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

        function test_sliderStartsUnset() {
            const item = make(slider);
            const track = Probe.find(item, "Craving", "Slider");
            verify(track);
            compare(Probe.descriptionOf(track), "Nothing is picked yet");
            verify(!Probe.find(item, "One more"));
        }

        function test_sliderByScreenReader() {
            const item = make(slider);
            const track = Probe.find(item, "Craving");
            verify(Probe.increase(track));
            compare([root.answer, root.isAnswered], [0, true]);
            Probe.increase(track);
            Probe.increase(track);
            compare(root.answer, 2);
            Probe.decrease(track);
            compare(root.answer, 1);
            compare(Probe.descriptionOf(track), "1, Some pull");
        }

        function test_sliderByKeys() {
            const track = Probe.find(make(slider), "Craving");
            track.forceActiveFocus();
            keyClick(Qt.Key_7);
            compare(root.answer, 7);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Up);
            compare(root.answer, 9);
            keyClick(Qt.Key_Left);
            compare(root.answer, 8);
            keyClick(Qt.Key_End);
            compare(root.answer, 10);
            keyClick(Qt.Key_Right);
            compare(root.answer, 10);
            keyClick(Qt.Key_Home);
            keyClick(Qt.Key_Down);
            compare(root.answer, 0);
        }

        // In the steps of its form, by whatever hand: tens, and tenths without their dust.
        function test_sliderInSteps_data() {
            return [{tag: "tens", minimumValue: 0, maximumValue: 100, stepSize: 10, third: 30, last: 100, off: 37, up: 40, down: 30},
                {tag: "tenths", minimumValue: 0, maximumValue: 1, stepSize: 0.1, third: 0.3, last: 1, off: 0.55, up: 0.6, down: 0.5},
                {tag: "the end is no step", minimumValue: -3, maximumValue: 20, stepSize: 6, third: 15, last: 15, off: 4, up: 9, down: 3}];
        }

        function test_sliderInSteps(data) {
            const item = make(slider, {minimumValue: data.minimumValue, maximumValue: data.maximumValue, stepSize: data.stepSize});
            const track = Probe.find(item, "Craving");
            verify(Probe.increase(track));
            compare(root.answer, data.minimumValue);
            for (let i = 0; i < 3; ++i)
                Probe.increase(track);
            compare(root.answer, data.third);
            compare(Probe.descriptionOf(track), data.third + ", Some pull");
            track.forceActiveFocus();
            keyClick(Qt.Key_End);
            compare(root.answer, data.last);
            keyClick(Qt.Key_Right);
            compare(root.answer, data.last);
            keyClick(Qt.Key_Home);
            compare(root.answer, data.minimumValue);
            keyClick(Qt.Key_7);
            compare(root.answer, data.minimumValue); // 7 is no step of any of these
            // A finger takes the nearest, also while it slides.
            const gap = (track.width - 56) * data.stepSize / (data.maximumValue - data.minimumValue);
            mouseClick(track, 28 + 3.3 * gap, 32);
            compare(root.answer, data.third);
            mouseDrag(track, 28, 32, track.width - 29, 0);
            compare(root.answer, data.last);
            // What lies between two of them goes to the next.
            root.answer = data.off;
            Probe.press(Probe.find(item, "More"));
            compare(root.answer, data.up);
            root.answer = data.off;
            Probe.press(Probe.find(item, "Less"));
            compare(root.answer, data.down);
            verify(!Probe.find(item, "One more"));
        }

        function test_sliderByFinger() {
            const track = Probe.find(make(slider), "Craving");
            // The numbers stand at 28 + n * (width - 56) / 10, and the track takes the nearest.
            mouseClick(track, 28 + 4 * 29.4, 80);
            compare(root.answer, 4);
            mouseClick(track, 28 + 6 * 29.4 + 12, 32);
            compare(root.answer, 6);
            mouseClick(track, 28 + 6 * 29.4 + 18, 32);
            compare(root.answer, 7);
            mousePress(track, 28 + 6 * 29.4, 32);
            mouseMove(track, 345, 32);
            mouseRelease(track, 345, 32);
            compare(root.answer, 10);
        }

        function test_sliderByButtons() {
            const item = make(slider);
            root.answer = 9;
            root.isAnswered = true;
            verify(Probe.press(Probe.find(item, "One more")));
            compare(root.answer, 10);
            verify(!Probe.find(item, "One more").enabled);
            verify(Probe.press(Probe.find(item, "One less")));
            compare(root.answer, 9);
            let skipped = 0;
            item.skipped.connect(() => ++skipped);
            verify(Probe.press(Probe.find(item, "Skip this one")));
            compare(skipped, 1);
        }

        function test_sliderMirrored() {
            root.LayoutMirroring.childrenInherit = true;
            root.LayoutMirroring.enabled = true;
            const track = Probe.find(make(slider), "Craving");
            mouseClick(track, 28, 32);
            compare(root.answer, 10);
            track.forceActiveFocus();
            keyClick(Qt.Key_Right);
            compare(root.answer, 9);
        }
    }
}
