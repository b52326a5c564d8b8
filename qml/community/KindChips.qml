// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What help is for, as a line of chips that goes on beyond the edge of a phone; with large text and in wide windows below each other. kinds: of
// {kind, text, isChosen}. Signal: picked(kind), empty when the chosen one is pressed again.
Flickable {
    id: root

    required property var kinds

    readonly property bool wraps: Metrics.reflows || width >= 500

    signal picked(string kind)

    // Brings a chip into view, with a bit of the next.
    function show(chip: Item) {
        const end = Math.max(0, contentWidth - width);
        contentX = Math.max(0, Math.min(end, chip.x < contentX ? chip.x - 24 : Math.max(contentX, chip.x + chip.width + 24 - width)));
    }

    implicitHeight: line.height
    contentWidth: wraps ? width : line.implicitWidth
    contentHeight: line.height
    interactive: !wraps
    clip: !wraps
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: false

    Flow {
        id: line

        width: root.wraps ? root.width : 4000
        spacing: 8

        Repeater {
            model: root.kinds

            ChoiceChip {
                id: chip

                required property var modelData

                maximumWidth: root.wraps ? root.width : Infinity
                text: modelData.text
                isMany: false
                isChosen: modelData.isChosen
                onActiveFocusChanged: {
                    if (activeFocus)
                        root.show(chip);
                }
                onClicked: root.picked(modelData.isChosen ? "" : modelData.kind)
            }
        }
    }
}
