// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// Long lists: which rows come with the page, and when the others do; and the row that they are made of.
Item {
    id: root

    width: 390
    height: 400

    Component {
        id: list

        CardList {
            id: card

            property alias wanted: rows.wanted
            property alias isWhole: rows.isWhole
            property alias room: rows.room
            readonly property alias count: rows.count

            width: 350
            spokenName: "Numbers"

            GrowingRows {
                id: rows

                room: 300

                LibraryRow {
                    required property int index

                    place: index
                    places: card.wanted
                    title: "Row " + index
                    note: "It says a little"
                    spokenName: title
                }
            }
        }
    }

    Component {
        id: row

        LibraryRow {
            id: one

            title: "A walk around the block"
            note: "It takes the edge off, and a few minutes"
            spokenName: "A walk"
            leadWidth: 44
            endWidth: 14 + 48 + 12

            Rectangle {
                objectName: "lead"
                x: one.at(16, width)
                width: 44
                height: 44
            }
        }
    }

    TestCase {
        name: "Rows"
        when: windowShown

        function cleanup() {
            Type.textScale = 1;
            root.LayoutMirroring.enabled = false;
        }

        function make(what: Component, more: var): Item {
            const item = createTemporaryObject(what, root, more ?? {});
            verify(item);
            return item;
        }

        function test_whatIsSeenComesFirst() {
            const item = make(list, {"wanted": 40});
            // Enough to fill the room, and none for below it.
            verify(item.implicitHeight >= 300 || item.count * Metrics.listRow >= 300);
            verify(item.count <= 6, item.count);
            verify(!item.isWhole);
            tryCompare(item, "count", 40);
            verify(item.isWhole);
            waitForRendering(root);
            for (let i = 0; i < 40; ++i)
                verify(Probe.find(item, "Row " + i), i);
            compare(Probe.problems(item), []);
        }

        // What was asked for later: a list that is read after its page was made.
        function test_whatIsReadLater() {
            const item = make(list);
            verify(item.isWhole);
            item.wanted = 40;
            verify(item.count >= 4 && item.count <= 6, item.count);
            tryCompare(item, "count", 40);
        }

        function test_aRowStays() {
            const item = make(list, {"wanted": 5, "room": 1000});
            const third = Probe.find(item, "Row 2");
            third.forceActiveFocus();
            item.wanted = 4;
            compare(item.count, 4);
            verify(third.activeFocus);
            item.wanted = 6;
            compare(item.count, 6);
            compare(Probe.find(item, "Row 2"), third);
            item.wanted = 0;
            compare(item.count, 0);
        }

        function test_nothingComesUnseen() {
            const item = make(list, {"wanted": 40, "visible": false});
            const first = item.count;
            wait(200);
            compare(item.count, first);
            item.visible = true;
            tryCompare(item, "count", 40);
        }

        function test_theRow_data() {
            return [{"tag": "100 %", "scale": 1, "isMirrored": false}, {"tag": "200 %", "scale": 2, "isMirrored": false},
                {"tag": "from the right", "scale": 1, "isMirrored": true}];
        }
        function test_theRow(data) {
            Type.textScale = data.scale;
            root.LayoutMirroring.enabled = data.isMirrored;
            root.LayoutMirroring.childrenInherit = true;
            const item = make(row, {"width": 350});
            waitForRendering(root);
            compare(Probe.problems(item), []);
            compare(findChild(item, "lead").x, data.isMirrored ? item.width - 60 : 16);
            verify(item.height >= item.wordsHeight + 20);
            let count = 0;
            item.clicked.connect(() => ++count);
            verify(Probe.press(Probe.find(item, "A walk")));
            compare(count, 1);
            // By finger, too.
            mouseClick(item, 100, 30);
            compare(count, 2);
        }
    }
}
