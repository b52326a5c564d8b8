// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn
import Handrail.Theme
import Handrail.View

// A module: what it is about, its lessons, its quiz, and on what it stands. isBeside: it stands beside the list of all.
PageScroll {
    id: root

    property bool isBeside: false

    margin: isBeside ? 32 : Metrics.screenMargin
    startPadding: isBeside ? 24 : 4
    endPadding: 48
    gap: 20

    Column {
        width: parent.width
        spacing: 8

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Title
            text: Learn.moduleTitle
        }

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            text: Learn.moduleNote
        }

        ReadingText {
            width: parent.width
            visible: text !== ""
            text: Learn.moduleText
        }
    }

    RowList {
        width: parent.width
        label: qsTr("Lessons")
        rows: Learn.lessons
        onOpened: id => Navigator.go(Navigator.Lesson, id)
    }

    CardList {
        width: parent.width
        visible: Learn.quizNote !== ""

        ListRow {
            tileIcon: "lightbulb-outline"
            title: qsTr("Quiz")
            note: Learn.quizNote
            onClicked: Navigator.go(Navigator.Quiz, Learn.moduleId)
        }
    }

    SourceList {
        width: parent.width
        visible: Learn.hasModule
        sources: Learn.sources
        review: Learn.reviewText
    }

    EmptyState {
        width: parent.width
        visible: !Learn.hasModule
        title: qsTr("This part is not here now")
        note: qsTr("It may come back, or have a new name. What you have read stays kept.")
    }
}
