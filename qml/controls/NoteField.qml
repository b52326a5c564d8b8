// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Several lines to write in. label, text, placeholder, spokenName, maximumLength (what is added beyond it is not taken, and that is said; what was there stays), error,
// lines (shown when empty). Signals: edited(), whoever changed the
// text: keys, a screen reader without the focus, or who gives it; lineLeft(), the focus went.
Column {
    id: root

    property alias text: input.text
    property string label
    property string placeholder
    property string error
    property string spokenName: label === "" ? placeholder : label
    property int maximumLength: 500
    property int lines: 4

    // Said from here on, so that nobody writes against a wall.
    readonly property int lettersLeft: Math.max(0, maximumLength - input.length)
    // Some of what was typed or pasted was beyond the end.
    property bool wasCut: false

    signal edited
    signal lineLeft

    spacing: 6

    Words {
        width: parent.width
        role: Words.Section
        text: root.label
        color: Theme.ink
        visible: text !== ""
        isSpoken: false
    }

    WritingArea {
        id: input

        // What it begins with is nobody's doing.
        property bool isReady: false
        property int kept: 0 // letters, before this change

        width: parent.width
        implicitHeight: Math.max(25 * root.lines * Type.textScale, contentHeight) + 28
        placeholder: root.placeholder
        spokenName: root.spokenName
        Accessible.description: root.error
        onActiveFocusChanged: if (!activeFocus) root.lineLeft()
        Component.onCompleted: {
            kept = length;
            isReady = true;
        }
        onTextChanged: {
            if (!isReady)
                return;
            const over = length - Math.max(root.maximumLength, kept);
            if (over > 0) {
                // Of what was just written, and not of what stood behind it.
                const end = cursorPosition < over ? length : cursorPosition;
                remove(end - over, end);
                root.wasCut = true;
                return;
            }
            kept = length;
            if (length < root.maximumLength)
                root.wasCut = false;
            root.edited();
        }

        background: Plate {
            color: Theme.surface
            radius: Metrics.radiusField
            border.width: input.activeFocus ? Metrics.selected : Metrics.edge
            border.color: input.activeFocus ? Theme.primary : root.error !== "" ? Theme.ink : Theme.outline
        }
    }

    Words {
        width: parent.width
        role: Words.Caption
        visible: root.lettersLeft <= 50
        text: root.wasCut ? qsTr("The note is full. What came after is not here.") : qsTr("%n letter(s) left", "", root.lettersLeft)
        Accessible.role: Accessible.AlertMessage
    }

    FieldError {
        width: parent.width
        text: root.error
    }
}
