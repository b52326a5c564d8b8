// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Handrail.Controls
import Handrail.Theme

// A short code, a box for each sign: one line to write in, so that it can be pasted and a screen reader meets one thing. code (what was made
// of what is typed), places, label, hint (below), error (in its place). Signals: edited(text), accepted().
Column {
    id: root

    required property string code
    property int places: 6
    property string label
    property string hint
    property string error

    readonly property real gap: width < 300 ? 6 : 10
    readonly property real side: Math.min(50 * Type.textScale, (width - (places - 1) * gap) / places)

    signal edited(string text)
    signal accepted

    function begin() {
        input.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: 8

    Words {
        width: parent.width
        role: Words.Section
        text: root.label
        isSpoken: false
    }

    T.TextField {
        id: input

        width: parent.width
        implicitHeight: Math.max(Metrics.touchMin, root.side * 1.24)
        maximumLength: 256
        color: "transparent"
        selectionColor: "transparent"
        selectedTextColor: "transparent"
        cursorDelegate: Item {}
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase | Qt.ImhSensitiveData
        Accessible.role: Accessible.EditableText
        Accessible.name: root.label
        Accessible.description: root.error === "" ? root.hint : root.error
        Accessible.onPressAction: input.forceActiveFocus()
        onTextChanged: {
            if (text === root.code)
                return;
            root.edited(text);
            text = root.code;
        }
        onAccepted: root.accepted()

        Binding {
            target: input
            property: "text"
            value: root.code
        }

        Row {
            height: parent.height
            spacing: Math.min(2 * root.gap, (parent.width - root.places * root.side) / (root.places - 1))
            layoutDirection: Qt.LeftToRight
            LayoutMirroring.enabled: false

            Repeater {
                model: root.places

                Plate {
                    id: box

                    required property int index
                    readonly property bool isNext: input.activeFocus && index === Math.min(root.code.length, root.places - 1)

                    width: root.side
                    height: input.height
                    color: Theme.surface
                    radius: Metrics.radiusField
                    border.width: isNext ? Metrics.selected : Metrics.edge
                    border.color: isNext ? Theme.primary : root.error !== "" ? Theme.ink : Theme.outline

                    Words {
                        anchors.centerIn: parent
                        role: Words.Title
                        size: Math.min(26, root.side * 0.56 / Type.textScale)
                        text: root.code.charAt(box.index)
                        color: Theme.ink
                        isSpoken: false
                    }

                    Rectangle {
                        anchors.centerIn: parent
                        width: 2
                        height: parent.height * 0.46
                        color: Theme.primary
                        visible: box.isNext && root.code.length < root.places
                    }
                }
            }
        }
    }

    FieldError {
        width: parent.width
        text: root.error
    }
}
