// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn
import Handrail.Theme
import Handrail.View

// After the last card: what it leads to, on what it stands, and who has looked at it. Signal: followed(kind, id, host).
PageScroll {
    id: root

    signal followed(string kind, string id, string host)

    startPadding: 24
    gap: 20

    Timer {
        interval: 0
        running: true
        onTriggered: Announcer.say(heading)
    }

    Column {
        width: parent.width
        spacing: 8

        Words {
            id: heading

            width: parent.width
            role: Words.Title
            text: Lesson.isQuiz ? qsTr("That was the quiz") : qsTr("You read it all")
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: Lesson.isQuiz ? qsTr("You can do it again at any time. Nobody sees your answers.")
                                : qsTr("“%1” is done. You can read it again at any time.").arg(Lesson.title)
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            text: Lesson.problemText
        }
    }

    TellClinic {
        width: parent.width
        visible: Lesson.report.isAsked
        isOn: Lesson.report.isOn
        page: root
        onSeen: Lesson.report.noteSeen()
        onToggledTo: isOn => Lesson.report.isOn = isOn
    }

    CardList {
        width: parent.width
        visible: Lesson.ahead.length > 0
        spokenName: qsTr("What you can do now")

        Repeater {
            model: Lesson.ahead

            ListRow {
                id: row

                required property var modelData

                tileIcon: ({skill: "leaf", quiz: "lightbulb-outline", lesson: "book-open-variant"})[modelData.kind]
                title: modelData.title
                note: modelData.note
                onClicked: root.followed(row.modelData.kind, row.modelData.id, "")
            }
        }
    }

    HrButton {
        width: Metrics.reflows ? parent.width : Math.min(implicitWidth, parent.width)
        kind: HrButton.Outline
        iconName: "refresh"
        text: Lesson.isQuiz ? qsTr("Do it again") : qsTr("Read it again")
        onClicked: Lesson.restart()
    }

    SourceList {
        width: parent.width
        sources: Lesson.sources
        review: Lesson.reviewText
    }
}
