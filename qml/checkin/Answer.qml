// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Puts one question the way its form asks for: faces, a slider, options, tiles, hours, words or text.
Item {
    id: root

    required property FormField field

    implicitHeight: childrenRect.height

    Repeater {
        model: root.field.control === FormField.Faces ? 1 : 0

        MoodFaces {
            width: root.width
            spokenName: root.field.text
            labels: root.field.options.map(option => option.text)
            currentIndex: root.field.options.findIndex(option => option.code === root.field.value)
            onPicked: index => root.field.answer(root.field.options[index].code)
        }
    }

    Repeater {
        model: root.field.control === FormField.Slider ? 1 : 0

        NumberScale {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: [FormField.Choice, FormField.YesNo].includes(root.field.control) ? 1 : 0

        Column {
            width: root.width
            spacing: 10

            Repeater {
                model: root.field.options

                AnswerOption {
                    required property var modelData

                    width: root.width
                    text: modelData.text
                    checked: root.field.value === modelData.code
                    onClicked: root.field.answer(modelData.code)
                }
            }
        }
    }

    Repeater {
        model: root.field.control === FormField.Chips ? 1 : 0

        FeelingTiles {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: root.field.control === FormField.Stepper ? 1 : 0

        HourStepper {
            width: root.width
            spokenName: root.field.text
            isSet: root.field.isAnswered
            value: root.field.isAnswered ? root.field.value : 0
            minimum: root.field.minimum
            maximum: root.field.maximum
            step: root.field.step
            unit: qsTr("hours")
            onStepped: value => root.field.answer(value)
        }
    }

    Repeater {
        model: root.field.control === FormField.Scale ? 1 : 0

        FiveWords {
            width: root.width
            spokenName: root.field.text
            labels: root.field.options.map(option => option.text)
            currentIndex: root.field.options.findIndex(option => option.code === root.field.value)
            onPicked: index => root.field.answer(root.field.options[index].code)
        }
    }

    Repeater {
        model: root.field.control === FormField.Text ? 1 : 0

        NoteField {
            width: root.width
            field: root.field
        }
    }

    Repeater {
        model: root.field.control === FormField.Unsupported ? 1 : 0

        Words {
            width: root.width
            role: Words.Secondary
            text: qsTr("This question can't be shown here. You can skip it, or bring it to your next session.")
        }
    }
}
