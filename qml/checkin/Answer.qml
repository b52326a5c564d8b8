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
    readonly property bool isLow: Window.height < Metrics.low

    implicitHeight: childrenRect.height

    Repeater {
        model: root.field.control === FormField.Faces ? 1 : 0

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
        model: root.field.control === FormField.Slider ? 1 : 0

        NumberScale {
            width: root.width
            field: root.field
            isCompact: root.isLow
        }
    }

    Repeater {
        model: root.field.control === FormField.Choice || root.field.control === FormField.YesNo ? 1 : 0

        Column {
            width: root.width
            spacing: 10

            Accessible.role: Accessible.Grouping
            Accessible.name: root.field.text

            Repeater {
                model: root.field.options

                AnswerOption {
                    required property var modelData

                    width: root.width
                    text: modelData.text
                    isChosen: root.field.value === modelData.code
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
            name: root.field.text
            isSet: root.field.isAnswered
            value: root.field.isAnswered ? root.field.value : 0
            minimumValue: root.field.minimum
            maximumValue: root.field.maximum
            stepSize: root.field.step
            onPicked: value => root.field.answer(value)
        }
    }

    Repeater {
        model: root.field.control === FormField.Scale ? 1 : 0

        FiveWords {
            width: root.width
            name: root.field.text
            options: root.field.optionTexts
            current: root.field.currentIndex
            onPicked: index => root.field.choose(index)
        }
    }

    Repeater {
        model: root.field.control === FormField.Text ? 1 : 0

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
}
