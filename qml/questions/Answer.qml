// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Questions
import Handrail.Theme
import Handrail.View

// Puts one question the way its form asks for: faces, a slider, options, tiles, hours, words or text.
Item {
    id: root

    required property FormField field
    readonly property bool isLow: Window.height < Metrics.low
    // The feelings of the check-in are tiles with pictures; any other list is rows.
    readonly property bool hasTiles: field.linkId === "halt"
    readonly property bool isPicked: !field.isReadOnly && (field.control === FormField.Choice || field.control === FormField.YesNo
        || field.control === FormField.Chips && !hasTiles)
    readonly property bool isTyped: !field.isReadOnly && field.isTyped

    implicitHeight: childrenRect.height

    Repeater {
        model: root.field.control === FormField.Faces && !root.field.isReadOnly ? 1 : 0

        MoodFaces {
            width: root.width
            name: root.field.text
            options: root.field.optionTexts
            current: root.field.currentIndex
            isCompact: root.isLow
            onPicked: index => root.field.choose(index)
        }
    }

    Repeater {
        model: root.field.control === FormField.Slider && !root.field.isReadOnly ? 1 : 0

        NumberScale {
            width: root.width
            field: root.field
            isCompact: root.isLow
        }
    }

    Repeater {
        model: root.isPicked ? 1 : 0

        OptionList {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: root.field.control === FormField.OpenChoice && !root.field.isReadOnly ? 1 : 0

        OpenAnswer {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: root.isTyped ? 1 : 0

        TypedLines {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: root.field.isReadOnly && root.field.control !== FormField.Unsupported ? 1 : 0

        ReadOnlyAnswer {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: root.field.control === FormField.Chips && root.hasTiles && !root.field.isReadOnly ? 1 : 0

        FeelingTiles {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: root.field.control === FormField.Stepper && !root.field.isReadOnly ? 1 : 0

        NumberStepper {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: root.field.control === FormField.Scale && !root.field.isReadOnly ? 1 : 0

        FiveWords {
            width: root.width
            name: root.field.text
            options: root.field.optionTexts
            current: root.field.currentIndex
            onPicked: index => root.field.choose(index)
        }
    }

    Repeater {
        model: root.field.control === FormField.Text && !root.field.isReadOnly ? 1 : 0

        FreeText {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: root.field.control === FormField.Unsupported ? 1 : 0

        Words {
            width: root.width
            role: Words.Secondary
            text: qsTr("This question can’t be shown here. You can skip it, or bring it to your next session.")
        }
    }

    // The second half of a double tap is not an answer to a question that has just come.
    MouseArea {
        width: root.width
        height: fresh.running ? root.implicitHeight : 0 // not for longer: what shrinks must not be held up by it
        visible: fresh.running
        onPressed: mouse => mouse.accepted = true

        Timer {
            id: fresh

            interval: Motion.settle
            running: Motion.settle > 0
        }
    }
}
