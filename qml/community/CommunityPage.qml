// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Community
import Handrail.Controls
import Handrail.Crisis
import Handrail.Theme
import Handrail.View

// Help outside the clinic, by kind and by what is typed. All of it is on the device.
Item {
    id: root

    function ask(words: string) {
        field.text = words;
        Community.query = words;
    }

    Component.onCompleted: {
        Community.come(Navigator.argument);
        field.text = Community.query;
    }
    Component.onDestruction: Community.go()

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        id: page

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: number.visible ? number.height + 24 : 0
        startPadding: 4
        endPadding: 40
        gap: Metrics.cardGap

        Words {
            width: parent.width
            role: Words.Title
            text: qsTr("Community help")
        }

        Row {
            width: parent.width
            spacing: 4

            Field {
                id: field

                width: parent.width - (clear.visible ? 52 : 0)
                iconName: "magnify"
                placeholder: Metrics.reflows ? qsTr("Search") : qsTr("Food, rides, a place to stay")
                spokenName: qsTr("Search community help")
                inputMethodHints: Qt.ImhSensitiveData // words may be suggested, and none is learned
                maximumLength: 100
                onEdited: root.ask(text)
            }

            IconButton {
                id: clear

                anchors.verticalCenter: parent.verticalCenter
                visible: field.text !== ""
                iconName: "close"
                spokenName: qsTr("Clear")
                onClicked: {
                    root.ask("");
                    field.begin();
                }
            }
        }

        KindChips {
            width: parent.width
            kinds: Community.kinds
            onPicked: kind => Community.kind = kind
        }

        HelpCard {
            width: parent.width
            visible: Community.isHelpDue || Community.foundCount === 0
            onClicked: Navigator.openHelp()
        }

        Flow {
            width: parent.width
            visible: Community.foundCount > 0
            spacing: 8

            LiveWords {
                width: Metrics.reflows ? parent.width : parent.width - offline.width - 9
                role: Words.Section
                text: Community.countText
            }

            Row {
                id: offline

                spacing: 6

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "check-circle"
                    size: 18
                    color: Theme.primary
                }

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    role: Words.Caption
                    text: qsTr("Works offline")
                }
            }
        }

        CardList {
            width: parent.width
            visible: Community.foundCount > 0
            spokenName: qsTr("Community help")

            Repeater {
                model: Community.rows

                ListRow {
                    id: row

                    required property var modelData

                    tileIcon: modelData.iconName
                    tone: modelData.tone
                    title: modelData.title
                    note: qsTr("%1\n%2").arg(modelData.note).arg(modelData.checkedText)
                    spokenName: modelData.spoken
                    hasChevron: modelData.call === ""
                    onClicked: Navigator.go(Navigator.Place, modelData.id)

                    IconButton {
                        visible: row.modelData.call !== ""
                        kind: IconButton.Soft
                        iconName: "phone"
                        iconSize: 24
                        spokenName: qsTr("Call %1").arg(row.modelData.title)
                        onClicked: Community.call(row.modelData.id)
                    }
                }
            }
        }

        HrButton {
            visible: Community.foundCount > Community.rows.length
            kind: HrButton.Text
            leftPadding: 0
            text: qsTr("Show more (%n left)", "", Community.foundCount - Community.rows.length)
            onClicked: Community.more()
        }

        EmptyState {
            width: parent.width
            visible: Community.foundCount === 0
            title: Community.emptyTitle
            note: Community.nearest === "" ? qsTr("Call 211. A person helps you look.") : ""
            actionText: Community.nearest === "" ? "" : qsTr("Did you mean %1?").arg(Community.nearest)
            onActionPressed: root.ask(Community.nearest)
        }

        CardList {
            width: parent.width

            ListRow {
                tileIcon: "phone"
                title: qsTr("Call 211")
                note: qsTr("A person helps you look. Free.")
                onClicked: Community.callNationwide()
            }
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: qsTr("Handrail does not look where you are. What you type stays here.")
        }
    }

    NumberCard {
        id: number

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 12
        x: (root.width - width) / 2
        width: Math.min(root.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        visible: Crisis.shownNumber !== ""
    }
}
