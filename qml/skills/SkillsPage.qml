// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills
import Handrail.View

// The library: search, how somebody feels, and rows that start at once: what may help now, and their favorites.
SkillsFrame {
    id: root

    // What can be seen is there, so that what stands below it may come; it stays then.
    readonly property bool isWhole: Skills.isRead && suggested.isWhole
    property bool hasMore: false

    onIsWholeChanged: hasMore = hasMore || isWhole
    Component.onCompleted: Skills.query = ""

    PageScroll {
        id: page

        anchors.fill: parent
        startPadding: 16

        Words {
            width: parent.width
            role: Words.Title
            text: qsTr("Skills")
        }

        Item { width: 1; height: 16 }

        SearchButton {
            width: parent.width
            text: qsTr("Search skills")
            onClicked: Navigator.go(Navigator.SkillSearch)
        }

        Item { width: 1; height: 20 }

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("How are you right now?")
        }

        Item { width: 1; height: 8 }

        NeedTiles {
            id: tiles

            width: parent.width
            onStarted: id => root.open(id)
        }

        Item { width: 1; height: 12 }

        Flow {
            width: parent.width

            Words {
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(implicitHeight, 48)
                verticalAlignment: Text.AlignVCenter
                role: Words.Section
                text: qsTr("What may help now")
            }

            Item {
                width: Math.max(0, parent.width - parent.children[0].width - all.width)
                height: 1
            }

            HrButton {
                id: all

                kind: HrButton.Text
                isSmall: true
                leftPadding: 0
                rightPadding: 0
                text: qsTr("See all %n", "", Skills.all.length)
                onClicked: Navigator.go(Navigator.SkillList, "all")
            }
        }

        SkillRows {
            id: suggested

            width: parent.width
            room: page.height - page.startPadding - tiles.implicitHeight // below the tiles; it has no place yet
            skills: Skills.suggested
            currentId: root.shownId
            spokenName: qsTr("What may help now")
            onOpened: id => root.open(id)
        }

        Words {
            width: parent.width
            visible: Skills.favourites.length > 0
            topPadding: lead + 20
            bottomPadding: 8 - Math.abs(lead)
            role: Words.Section
            text: qsTr("Your favorites")
        }

        SkillRows {
            width: parent.width
            skills: Skills.favourites
            currentId: root.shownId
            spokenName: qsTr("Your favorites")
            onOpened: id => root.open(id)
        }

        Item { width: 1; height: 16 }

        Repeater {
            model: root.hasMore ? 1 : 0

            CardList {
                width: page.bodyWidth
                spokenName: qsTr("What I made")

                ListRow {
                    iconName: "note-text"
                    title: qsTr("What I made")
                    note: qsTr("Worksheets and lists, kept on this device")
                    onClicked: Navigator.go(Navigator.Made)
                }
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            topPadding: lead + 12
            role: Words.Secondary
            text: ClinicTexts.updateText
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            topPadding: lead + 12
            text: Skills.problemText
        }

        NotTold {
            width: parent.width
            isUntold: Skills.current.report.isUntold
        }
    }
}
