// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Me
import Handrail.View

// Whether and when Handrail reminds, and what others can read of it.
CardList {
    id: root

    readonly property bool isOn: Preferences.hasReminders
    readonly property int quarter: 15
    readonly property int lastQuarter: 1425

    spokenName: qsTr("Reminders")

    ToggleRow {
        iconName: "bell-outline"
        title: qsTr("Discreet reminders")
        note: qsTr("No health words. Two a day at most. Only while Handrail is open.")
        isOn: root.isOn
        onToggledTo: isOn => Preferences.hasReminders = isOn
    }

    ReminderPreview {
        visible: root.isOn
    }

    StepperRow {
        visible: root.isOn
        iconName: "calendar"
        title: qsTr("Before a session")
        note: Preferences.sessionReminders === 2 ? qsTr("The day before, 2 hours before, and when a video session begins") : Preferences.sessionReminders === 1 ? qsTr("2 hours before, and when a video session begins") : ""
        isNoteSmall: true
        value: Preferences.sessionReminders
        minimum: 0
        maximum: 2
        valueText: Reminders.sessionText
        onStepped: value => Preferences.sessionReminders = value
    }

    ToggleRow {
        visible: root.isOn
        iconName: "message-text"
        title: qsTr("What is new")
        note: Account.isRelative ? qsTr("When a time changes") : qsTr("Messages, answers, and when a time changes")
        isOn: Preferences.hasNewsReminder
        onToggledTo: isOn => Preferences.hasNewsReminder = isOn
    }

    ToggleRow {
        visible: root.isOn && !Account.isRelative
        iconName: "checkbox-marked-circle-outline"
        title: qsTr("Daily list")
        note: qsTr("For check-ins and forms that are not done")
        isOn: Preferences.hasListReminder
        onToggledTo: isOn => Preferences.hasListReminder = isOn
    }

    StepperRow {
        visible: root.isOn && !Account.isRelative && Preferences.hasListReminder
        iconName: "clock"
        title: qsTr("Daily list at")
        value: Preferences.listReminderAt
        minimum: 0
        maximum: root.lastQuarter
        step: root.quarter
        valueText: Reminders.listTimeText
        onStepped: value => Preferences.listReminderAt = value
    }

    StepperRow {
        visible: root.isOn
        iconName: "weather-night"
        title: qsTr("Quiet from")
        value: Preferences.quietFrom
        minimum: 0
        maximum: root.lastQuarter
        step: root.quarter
        valueText: Reminders.quietFromText
        onStepped: value => Preferences.quietFrom = value
    }

    StepperRow {
        visible: root.isOn
        iconName: "white-balance-sunny"
        title: qsTr("Quiet until")
        value: Preferences.quietTo
        minimum: 0
        maximum: root.lastQuarter
        step: root.quarter
        valueText: Reminders.quietToText
        onStepped: value => Preferences.quietTo = value
    }
}
