// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// A number between two limits, by two buttons: the hours of sleep as people say them, any other as it is written, with the form's unit.
HourStepper {
    id: root

    required property FormField field

    isHours: field.linkId === "sleep-hours"
    written: field.valueText
    unit: isHours ? qsTr("hours") : field.units[0]?.text ?? ""
    startValue: isHours ? 7 : field.minimum
    name: field.text
    isSet: field.isAnswered
    value: field.isAnswered ? field.value : 0
    minimumValue: field.minimum
    maximumValue: field.maximum
    stepSize: field.step
    onPicked: value => field.answer(value)
}
