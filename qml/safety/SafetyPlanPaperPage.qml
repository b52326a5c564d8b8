// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The plan as a page, to look at before anything is written.
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

    Component.onCompleted: SafetyPlanPaper.isShown = true
    Component.onDestruction: SafetyPlanPaper.isShown = false

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("My plan on paper")
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

        PagePreview {
            width: parent.width
            pictures: SafetyPlanPaper.pictures
            shape: SafetyPlanPaper.shape
            words: SafetyPlanPaper.words
            spoken: SafetyPlanPaper.spoken
        }

        CardList {
            width: parent.width
            spokenName: qsTr("What is on it")

            Choice {
                title: qsTr("My name")
                isOn: SafetyPlanPaper.hasName
                onToggledTo: isOn => SafetyPlanPaper.hasName = isOn
            }

            Choice {
                title: qsTr("My people’s numbers")
                isOn: SafetyPlanPaper.hasNumbers
                onToggledTo: isOn => SafetyPlanPaper.hasNumbers = isOn
            }
        }

        HrButton {
            width: parent.width
            visible: SafetyPlanPaper.pictures.length > 0
            iconName: "download"
            text: qsTr("Save as a PDF")
            onClicked: SafetyPlanPaper.save()
        }

        Words {
            width: parent.width
            role: Words.Secondary
            color: Theme.ink
            text: SafetyPlanPaper.savedText
            wrapMode: Text.Wrap // it names a file, which may be longer than a line
            visible: text !== ""
        }
    }
}
