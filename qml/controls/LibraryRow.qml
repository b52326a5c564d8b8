// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A row of a long list in a CardList, plain so that many are there at once: its words are laid out a single time, in a width that is known
// before. title, note, spokenName, isSelected, leadWidth and endWidth (dp that what stands before and after the words takes; it
// is put inside with x: at(dp from the start, its width)), footHeight (below the words), padding (above and below). place of places. Signal:
// clicked().
Item {
    id: root

    property string title
    property string note
    property string spokenName
    property int place: 0
    property int places: 1
    property bool isSelected: false
    property real leadWidth: 0
    property real endWidth: 16
    property real footHeight: 0
    property real lineInset: 16
    property real padding: 20
    property real minHeight: Metrics.listRow

    readonly property bool isMirrored: LayoutMirroring.enabled
    readonly property real start: 16 + (leadWidth > 0 ? leadWidth + 14 : 0)
    readonly property real wordsWidth: width - start - endWidth
    readonly property real wordsHeight: name.height + (note === "" ? 0 : about.height)
    readonly property real wordsTop: (height - wordsHeight - footHeight) / 2

    signal clicked

    // Where what is so far from the start, and so wide, stands.
    function at(along: real, wide: real): real {
        return isMirrored ? width - wide - along : along;
    }

    width: parent?.width ?? 0
    implicitHeight: Math.max(minHeight, wordsHeight + footHeight + padding)

    RowPlate {
        anchors.fill: parent
        isFirst: root.place === 0
        isLast: root.place === root.places - 1
        isSelected: root.isSelected
        isPressed: press.down
        hasRing: press.visualFocus
        lineInset: root.lineInset
    }

    Pressable {
        id: press

        anchors.fill: parent
        hasPlate: false
        spokenName: root.spokenName
        onClicked: root.clicked()
    }

    Words {
        id: name

        x: root.isMirrored ? root.endWidth : root.start
        y: root.wordsTop
        width: root.wordsWidth
        role: Words.Subhead
        text: root.title
        isSpoken: false
    }

    Words {
        id: about

        x: name.x
        y: root.wordsTop + name.height
        width: root.wordsWidth
        visible: text !== ""
        role: Words.Secondary
        text: root.note
        isSpoken: false
    }
}
