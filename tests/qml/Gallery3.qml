// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme
import Handrail.Controls

// Questions of the check-in.
Rectangle {
    id: root

    width: 390
    height: scroll.contentHeight
    color: Theme.bg

    PageScroll {
        id: scroll

        anchors.fill: parent
        startPadding: 12
        gap: 12

        Words { width: parent.width; role: Words.Title; text: "How strong is your craving right now?" }
        RailSlider { width: parent.width; name: "Craving"; value: 4; isSet: true; word: "Some pull"; lowWord: "No pull"; highWord: "Very strong" }
        RailSlider { width: parent.width; name: "Craving, unset"; lowWord: "No pull"; highWord: "Very strong" }
        MoodFaces { width: parent.width; name: "Mood"; options: ["Very low", "Low", "Okay", "Good", "Very good"]; current: 2 }
        MoodFaces { width: parent.width; name: "Mood, unset"; options: ["Very low", "Low", "Okay", "Good", "Very good"] }
        Grid {
            columns: Metrics.reflows ? 1 : 2
            spacing: 12

            Repeater {
                model: [["Hungry", "silverware-variant"], ["Angry", "fire"], ["Lonely", "account"], ["Tired", "hotel"], ["Stressed", "weather-windy"], ["None now", "leaf"]]

                TileChoice { required property var modelData; required property int index; width: Metrics.reflows ? scroll.bodyWidth : (scroll.bodyWidth - 12) / 2; text: modelData[0]; iconName: modelData[1]; isChosen: index === 2 || index === 3 }
            }
        }
        HourStepper { width: parent.width; name: "Hours of sleep"; value: 6.5; isSet: true }
        HourStepper { width: parent.width; name: "Hours of sleep, unset" }
        FiveWords { width: parent.width; name: "Sleep"; options: ["Bad", "Poor", "Okay", "Good", "Great"]; current: 2 }
        AnswerOption { width: parent.width; text: "They fade with time" }
        AnswerOption { width: parent.width; text: "They last all day"; isChosen: true }
        Flow {
            width: parent.width
            spacing: 8

            ChoiceChip { text: "No ride"; isChosen: true }
            ChoiceChip { text: "Sick" }
            ChoiceChip { text: "Running late" }
        }
        NoteField { width: parent.width; label: "Anything else?"; placeholder: "You can leave this empty." }
        Field { width: parent.width; label: "Clinic address"; text: "https://"; error: "That is not an address yet. Check the spelling." }
        Field { width: parent.width; iconName: "magnify"; placeholder: "Search skills" }
        CodeBoxes { width: parent.width; label: "Your code"; code: "K7M4" }
        Segmented { width: parent.width; name: "Range"; options: ["2 weeks", "4 weeks", "All"] }
        FlowFooter { x: -20; width: root.width }
        FlowFooter { x: -20; width: root.width; isNextSoft: true; nextText: "Skip" }
    }
}
