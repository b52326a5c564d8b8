// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// All that was made with skills, by the day. What is deleted can be had back for some seconds.
Item {
    id: root

    Component.onCompleted: Made.isShown = true
    Component.onDestruction: Made.isShown = false

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("What I made")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.go(Navigator.Skills)
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: undo.visible ? undo.height + 16 : 0
        startPadding: 4
        endPadding: 48
        gap: 8

        Words {
            width: parent.width
            color: Theme.ink2
            text: qsTr("Only you see this, unless you bring it to a session.")
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            text: Made.problemText
        }

        Words {
            width: parent.width
            visible: Made.damaged > 0
            text: qsTr("%n thing(s) can’t be read any more. It is not something you did.", "", Made.damaged)
        }

        HrButton {
            visible: Made.damaged > 0
            kind: HrButton.Text
            isSmall: true
            width: Math.min(implicitWidth, parent.width)
            leftPadding: 0
            text: qsTr("Delete what can’t be read")
            onClicked: forGood.isOpen = true
        }

        EmptyState {
            width: parent.width
            visible: Made.isEmpty && Made.problemText === ""
            topPadding: 24
            title: qsTr("Nothing here yet")
            note: qsTr("What you write in a skill is kept here.")
            actionText: qsTr("See skills")
            onActionPressed: Navigator.go(Navigator.Skills)
        }

        Repeater {
            model: Made.days

            Column {
                id: day

                required property var modelData

                width: parent?.width ?? 0
                spacing: Metrics.sectionLabelGap
                topPadding: 8

                Words {
                    width: parent.width
                    role: Words.Section
                    text: day.modelData.title
                }

                CardList {
                    width: parent.width
                    spokenName: day.modelData.title

                    Repeater {
                        model: day.modelData.sheets

                        ListRow {
                            id: row

                            required property var modelData

                            iconName: modelData.isBrought ? "account" : "note-text"
                            title: modelData.title
                            note: modelData.bringText === "" ? modelData.note : modelData.note + "\n" + modelData.bringText
                            isStrong: false
                            hasChevron: false
                            onClicked: Navigator.go(Navigator.OwnSheet, modelData.id)

                            IconButton {
                                iconName: "close"
                                iconSize: 20
                                spokenName: qsTr("Delete: %1").arg(row.modelData.title)
                                onClicked: Made.remove(row.modelData.id)
                            }
                        }
                    }
                }
            }
        }
    }

    UndoCard {
        id: undo

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 36
        x: (root.width - width) / 2
        width: Math.min(root.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        visible: Made.canUndo
        text: Made.undoText
        onUndone: Made.undo()
    }

    Sheet {
        id: forGood

        anchors.fill: parent
        title: qsTr("Delete what can’t be read?")
        note: qsTr("You can’t get it back.")
        actText: qsTr("Delete")
        onActed: {
            isOpen = false;
            Made.removeDamaged();
        }
        onClosed: isOpen = false
        onHelpPressed: {
            isOpen = false;
            Navigator.openHelp();
        }
    }
}
