// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// A number on the rail; unset until the person picks one.
RailSlider {
    id: root

    required property FormField field

    name: field.text
    minimumValue: field.minimum
    maximumValue: field.maximum
    stepSize: field.step
    point: field.numberText(0.5).charAt(1)
    isSet: field.isAnswered
    value: field.isAnswered ? field.value : field.minimum
    word: field.valueWord
    lowWord: field.lowerLabel
    highWord: field.upperLabel
    hasSkip: false
    onPicked: value => field.answer(value)
    onTapped: field.pick()
}
