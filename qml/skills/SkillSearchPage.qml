// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills
import Handrail.Theme
import Handrail.View

// Search over skills, lessons and worksheets, without a network. What was typed stays while a skill is looked at.
SkillsFrame {
    id: root

    // Of each section; the rest comes when it is asked for, so that a keystroke makes few rows.
    property int most: 6

    readonly property bool isSeen: visible && Window.visibility !== Window.Hidden && Window.visibility !== Window.Minimized
    readonly property var foundSkills: Skills.foundSkills
    readonly property var foundLessons: Skills.foundLessons
    readonly property var foundWorksheets: Skills.foundWorksheets

    function ask(words: string) {
        most = 6;
        field.text = words;
        Skills.query = words;
    }

    Component.onCompleted: {
        field.text = Skills.query;
        field.begin();
    }

    // What is searched is read when the page is there, and not under the first letter.
    Timer {
        interval: 100
        running: root.isSeen
        onTriggered: Skills.prepareSearch()
    }

    component Section: Words {
        width: parent?.width ?? 0
        topPadding: lead + 16
        bottomPadding: 8 - lead
        role: Words.Section
    }

    Row {
        id: head

        x: 8
        y: 8
        width: parent.width - 16 - (Metrics.screenMargin - 8)
        spacing: 4

        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            iconName: "arrow-left"
            spokenName: qsTr("Back")
            onClicked: Navigator.back()
        }

        Field {
            id: field

            width: parent.width - 48 - 4 - (clear.visible ? 52 : 0)
            iconName: "magnify"
            placeholder: Metrics.reflows ? qsTr("Search") : qsTr("Search skills")
            spokenName: qsTr("Search skills")
            inputMethodHints: Qt.ImhSensitiveData // words may be suggested, and none is learned
            maximumLength: 100
            onEdited: root.ask(text)
        }

        IconButton {
            id: clear

            anchors.verticalCenter: parent.verticalCenter
            visible: Skills.isAsked
            iconName: "close"
            spokenName: qsTr("Clear")
            onClicked: {
                root.ask("");
                field.begin();
            }
        }
    }

    PageScroll {
        id: page

        anchors.fill: parent
        anchors.topMargin: head.y + head.height + 8

        LiveWords {
            width: parent.width
            visible: Skills.isAsked && Skills.foundCount > 0
            role: Words.Caption
            text: Skills.isAsked ? qsTr("%n found", "", Skills.foundCount) : ""
        }

        // Whoever searches for this may be in danger, and so may who finds nothing: where that was about withdrawal, its card leads there, too.
        HelpCard {
            width: parent.width
            visible: Skills.isHelpDue || (none.visible && !Skills.isWithdrawalDue)
            onClicked: Navigator.openHelp()
        }

        Repeater {
            model: Skills.isWithdrawalDue ? 1 : 0

            WithdrawalCard {
                width: page.bodyWidth
            }
        }

        Section { visible: skills.visible; text: qsTr("Skills") }

        SkillRows {
            id: skills

            width: parent.width
            skills: root.foundSkills.slice(0, root.most)
            currentId: root.shownId
            hasStar: false
            spokenName: qsTr("Skills")
            onOpened: id => root.open(id)
        }

        Section { visible: lessons.visible; text: qsTr("Lessons") }

        SkillRows {
            id: lessons

            width: parent.width
            skills: root.foundLessons.slice(0, root.most)
            hasStar: false
            spokenName: qsTr("Lessons")
            onOpened: id => Navigator.go(Navigator.Lesson, id)
        }

        Section { visible: worksheets.visible; text: qsTr("Worksheets") }

        SkillRows {
            id: worksheets

            width: parent.width
            skills: root.foundWorksheets.slice(0, root.most)
            currentId: root.shownId
            hasStar: false
            spokenName: qsTr("Worksheets")
            onOpened: id => root.open(id)
        }

        HrButton {
            visible: Math.max(Skills.foundSkills.length, Skills.foundLessons.length, Skills.foundWorksheets.length) > root.most
            kind: HrButton.Text
            leftPadding: 0
            text: qsTr("See all %n found", "", Skills.foundCount)
            onClicked: root.most = 10000
        }

        Item { width: 1; height: 16; visible: none.visible }

        EmptyState {
            id: none

            width: parent.width
            visible: Skills.isAsked && Skills.foundCount === 0
            title: qsTr("Nothing found for “%1”").arg(Skills.query.trim())
            note: Skills.nearest === "" ? qsTr("Try another word, or pick how you feel.") : ""
            actionText: Skills.nearest === "" ? "" : qsTr("Did you mean %1?").arg(Skills.nearest)
            onActionPressed: root.ask(Skills.nearest)
        }

        Item { width: 1; height: 20 }

        NeedTiles {
            width: parent.width
            visible: Skills.foundCount === 0
            onStarted: id => root.open(id)
        }

        Item { width: 1; height: 16; visible: none.visible }

        HrButton {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            visible: none.visible
            kind: HrButton.Soft
            text: qsTr("See all skills")
            onClicked: Navigator.go(Navigator.SkillList, "all")
        }
    }
}
