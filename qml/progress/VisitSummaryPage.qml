// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What the page for a visit holds, to look at before anything is written; each part can be left out.
Item {
    id: root

    component Choice: ListRow {
        id: choice

        property bool isOn: false

        signal toggledTo(isOn: bool)

        isStrong: false
        isPressable: false

        Toggle {
            spokenName: choice.spokenName
            isOn: choice.isOn
            onToggledTo: isOn => choice.toggledTo(isOn)
        }
    }

    Component.onCompleted: VisitSummary.isShown = true
    Component.onDestruction: VisitSummary.isShown = false

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("For your next visit")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("This is all that will be on the page. Nothing is written before you say so.")
        }

        ErrorCard {
            width: parent.width
            visible: VisitSummary.problemTitle !== ""
            title: VisitSummary.problemTitle
            note: VisitSummary.problemText
            retryText: ""
            callText: Crisis.hasClinic ? qsTr("Call %1").arg(Crisis.clinicPhone) : ""
            onCalled: Crisis.call("clinic")
        }

        PagePreview {
            width: parent.width
            pictures: VisitSummary.pictures
            shape: VisitSummary.shape
            words: VisitSummary.words
            spoken: VisitSummary.spoken
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: VisitSummary.keptText
            visible: text !== ""
        }

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("What is on it")
        }

        CardList {
            width: parent.width
            spokenName: qsTr("What is on it")

            Choice { title: qsTr("My name"); isOn: VisitSummary.hasName; onToggledTo: isOn => VisitSummary.hasName = isOn }
            Choice {
                title: qsTr("The visit")
                note: VisitSummary.visitText
                visible: VisitSummary.visitText !== ""
                isOn: VisitSummary.hasVisit
                onToggledTo: isOn => VisitSummary.hasVisit = isOn
            }
            Choice {
                title: qsTr("What I want to talk about")
                note: qsTr("Your own list of what to bring up")
                isOn: VisitSummary.hasTalk
                onToggledTo: isOn => VisitSummary.hasTalk = isOn
            }
            Choice { title: qsTr("My program"); isOn: VisitSummary.hasProgram; onToggledTo: isOn => VisitSummary.hasProgram = isOn }
            Choice { title: qsTr("My goals"); isOn: VisitSummary.hasGoals; onToggledTo: isOn => VisitSummary.hasGoals = isOn }
            Choice { title: qsTr("Urges and mood"); isOn: VisitSummary.hasTrend; onToggledTo: isOn => VisitSummary.hasTrend = isOn }
            Choice { title: qsTr("Sleep"); isOn: VisitSummary.hasSleep; onToggledTo: isOn => VisitSummary.hasSleep = isOn }
            Choice { title: qsTr("Mood and worry checks"); isOn: VisitSummary.hasChecks; onToggledTo: isOn => VisitSummary.hasChecks = isOn }
            Choice {
                title: qsTr("Medicine")
                note: qsTr("The names on your list")
                isOn: VisitSummary.hasMedicine
                onToggledTo: isOn => VisitSummary.hasMedicine = isOn
            }
            Choice { title: qsTr("Sessions"); isOn: VisitSummary.hasSessions; onToggledTo: isOn => VisitSummary.hasSessions = isOn }
            Choice {
                title: qsTr("Days I took care of myself")
                isOn: VisitSummary.hasMarks
                onToggledTo: isOn => VisitSummary.hasMarks = isOn
            }
            Choice { title: qsTr("Skills I used"); isOn: VisitSummary.hasSkills; onToggledTo: isOn => VisitSummary.hasSkills = isOn }
            Choice { title: qsTr("Notes from the visit"); isOn: VisitSummary.hasNotes; onToggledTo: isOn => VisitSummary.hasNotes = isOn }
        }

        HrButton {
            width: parent.width
            visible: VisitSummary.pictures.length > 0
            iconName: "download"
            text: qsTr("Save as a PDF")
            onClicked: VisitSummary.save()
        }

        Words {
            width: parent.width
            role: Words.Secondary
            color: Theme.ink
            text: VisitSummary.savedText
            wrapMode: Text.Wrap // it names a file, which may be longer than a line
            visible: text !== ""
        }
    }
}
