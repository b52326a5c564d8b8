// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls

// What is drawn as lines, by its pictures: that it follows its paths, stays in the page, and that marks stand apart.
Rectangle {
    id: root

    width: 390
    height: 844
    color: Theme.bg

    Component { id: chart; TrendChart { width: 318; spokenName: "Easing" } }
    Component { id: bars; SleepBars { width: 122; spokenName: "Sleep" } }
    Component {
        id: lines

        PageScroll {
            width: 200
            height: 100

            Item { width: 1; height: 200 }
            Mark { side: 150; box: 100; stroke: 8; color: "red"; path: "M0 33H100" }
            Item { width: 1; height: 200 }
        }
    }
    Component {
        id: drawn

        Strokes {
            width: 100
            height: 110
            lines: [{ "path": "M10 10H30M10 10V30M30 50A20 20 0 1 0 70 50A20 20 0 1 0 30 50M80 10A20 20 0 0 1 100 30M10 100Q20 80 30 100",
                "color": "#ff0000", "width": 4 }]
        }
    }

    TestCase {
        name: "Lines"
        when: windowShown

        function make(what, more): Item {
            const item = createTemporaryObject(what, root, more ?? {});
            verify(item);
            return item;
        }

        // Shapes of Qt Quick were drawn over whatever stood below the page.
        function test_linesStayInThePage() {
            const item = make(lines);
            const image = grabImage(root);
            const isBlank = (x, y) => Qt.colorEqual(image.pixel(x, y), Theme.bg);
            for (let y = item.height + 1; y < 500; y += 2)
                for (let x = 0; x < 200; x += 2)
                    verify(isBlank(x, y), `${x}, ${y}`);
            item.contentY = 200;
            waitForRendering(root);
            const there = grabImage(root);
            verify(Qt.colorEqual(there.pixel(75, 50), Qt.color("red")));
        }

        function test_strokesFollowTheirPaths() {
            const item = make(drawn);
            const image = grabImage(item);
            const isRed = (x, y) => image.pixel(x, y).r > 0.9 && image.pixel(x, y).g < 0.4;
            verify(isRed(20, 10)); // M H
            verify(isRed(10, 20)); // V
            // A circle of two arcs, 20 around 50, 50.
            for (const at of [[30, 50], [70, 50], [50, 30], [50, 70]])
                verify(isRed(at[0], at[1]), at);
            verify(!isRed(50, 50));
            // A quarter of a circle to the right and down, and nothing of the other three.
            verify(isRed(80 + 14, 10 + 6));
            verify(!isRed(80 + 6, 10 + 14));
            // The top of a bend: halfway between its ends and its corner.
            verify(isRed(20, 90));
            verify(!isRed(20, 98));
        }

        // No sleep at all is an answer; no answer is a gap.
        function test_aNightWithoutAnAnswerIsEmpty() {
            const item = make(bars, { "values": [8, undefined, 0, null, 8] });
            const image = grabImage(item);
            const shade = at => String(image.pixel(item.plotX + item.slot * (at + 0.5), item.height - 7));
            const empty = shade(1);
            compare(shade(3), empty);
            for (const answered of [0, 2, 4])
                verify(shade(answered) !== empty, answered);
            // 0 is flat.
            const above = at => String(image.pixel(item.plotX + item.slot * (at + 0.5), item.height - 16));
            compare(above(2), above(1));
            verify(above(0) !== above(1));
        }

        function test_marksOfTwoLinesStayApart() {
            const far = make(chart, { "first": [7, 8, 3], "second": [5, 5, 9] });
            verify(!far.marksMeet);
            const near = make(chart, { "first": [7, 8, 5], "second": [5, 5, 5] });
            verify(near.marksMeet);
            compare(near.secondMark.x, near.plotWidth / 2);
            const single = make(chart, { "first": [5], "second": [5] });
            verify(single.plotWidth - single.secondMark.x >= 12);
        }
    }
}
