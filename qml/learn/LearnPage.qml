// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn
import Handrail.Theme
import Handrail.View

// Short lessons: what is asked for this week, then all. From 900 dp on with the chosen module beside them. A relative sees the family's alone.
Item {
    id: root

    readonly property bool isWide: width >= Metrics.wide - Metrics.railWidthWide
    property bool hasCome: false // what there is was read
    // What stands below a long list comes when the list is there.
    readonly property bool isWhole: hasCome && first.isWhole
    readonly property bool isEmpty: hasCome && Learn.modules.length + Learn.family.length + Learn.cards.length === 0

    function open(id: string) {
        if (root.isWide)
            Learn.openModule(id);
        else
            Navigator.go(Navigator.Module, id);
    }

    function start(what: string, id: string) {
        Navigator.go(what === "skill" ? Navigator.Skill : Navigator.Lesson, id);
    }

    onIsWideChanged: chooseFirst()
    Component.onCompleted: {
        Learn.come();
        hasCome = true;
        chooseFirst();
    }
    Component.onDestruction: Learn.go()

    function chooseFirst() {
        if (root.isWide && Learn.moduleId === "")
            Learn.openModule(Learn.firstModule);
    }

    PageScroll {
        id: list

        width: root.isWide ? Metrics.listPane : parent.width
        height: parent.height
        startPadding: 16
        endPadding: 40
        gap: 22

        Words {
            width: parent.width
            role: Words.Title
            text: Navigator.isRelative ? qsTr("Lessons") : qsTr("Learn")
        }

        SearchButton {
            width: parent.width
            visible: !Navigator.isRelative // the page finds what is a patient's
            text: qsTr("Search lessons and skills")
            onClicked: {
                Skills.query = "";
                Navigator.go(Navigator.SkillSearch);
            }
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            text: Learn.problemText
        }

        NotTold {
            width: parent.width
            isUntold: Lesson.report.isUntold
        }

        Repeater {
            model: Learn.cards

            LearnCard {
                required property var modelData

                width: list.bodyWidth
                card: modelData
                onStarted: root.start(card.what, card.id)
            }
        }

        Repeater {
            model: Learn.alsoAsked.length > 0 ? 1 : 0

            CardList {
                width: list.bodyWidth
                spokenName: qsTr("Also for you")

                Repeater {
                    model: Learn.alsoAsked

                    ListRow {
                        id: asked

                        required property var modelData

                        tileIcon: modelData.what === "skill" ? "leaf" : "book-open-variant"
                        title: modelData.title
                        note: modelData.isTold ? qsTr("%1 Your clinic can hear when you are done. You choose at the end.").arg(modelData.note) : modelData.note
                        isPressable: modelData.what !== ""
                        onClicked: root.start(asked.modelData.what, asked.modelData.id)
                    }
                }
            }
        }

        RowList {
            id: first

            width: parent.width
            label: Navigator.isRelative ? qsTr("For families") : qsTr("All lessons")
            rows: Learn.modules
            selectedId: root.isWide ? Learn.moduleId : ""
            room: list.height - 174 // below the title, the search and the label
            onOpened: id => root.open(id)
        }

        Repeater {
            model: root.isWhole && Learn.family.length > 0 ? 1 : 0

            RowList {
                width: list.bodyWidth
                label: qsTr("For families")
                rows: Learn.family
                selectedId: root.isWide ? Learn.moduleId : ""
                onOpened: id => root.open(id)
            }
        }

        Repeater {
            model: root.isWhole ? 1 : 0

            AroundRows {
                width: list.bodyWidth
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            text: ClinicTexts.updateText
        }

        Row {
            width: parent.width
            visible: !root.isEmpty
            spacing: 12

            Icon {
                id: phone

                name: "cellphone"
                color: Theme.ink2
            }

            Words {
                width: parent.width - phone.width - 12
                role: Words.Secondary
                text: qsTr("Lessons work with no internet.")
            }
        }

        Repeater {
            model: root.isEmpty ? 1 : 0

            EmptyState {
                width: list.bodyWidth
                title: qsTr("No lessons right now")
                note: qsTr("For now, bring your questions to your next session.")
                actionText: Navigator.isRelative ? qsTr("See your sessions") : qsTr("See your schedule")
                onActionPressed: Navigator.go(Navigator.isRelative ? Navigator.FamilySessions : Navigator.Schedule)
            }
        }
    }

    Rectangle {
        anchors.left: list.right
        visible: root.isWide
        width: Metrics.hairline
        height: parent.height
        color: Theme.line
    }

    Loader {
        anchors.left: list.right
        anchors.leftMargin: 1
        anchors.right: parent.right
        height: parent.height
        active: root.isWide && Learn.hasModule
        source: "ModuleBody.qml"
        onLoaded: item.isBeside = true
    }
}
