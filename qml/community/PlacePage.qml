// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Community
import Handrail.Controls
import Handrail.Crisis
import Handrail.Theme
import Handrail.View

// One place: what it is, when and how to reach it, and asking the care team for help with it.
Item {
    id: root

    property string placeId
    property var place: ({})

    readonly property bool isThere: place.title !== undefined

    Component.onCompleted: {
        placeId = Navigator.argument;
        Community.come("");
        place = Community.place(placeId);
    }
    Component.onDestruction: Community.go()

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    EmptyState {
        anchors.top: bar.bottom
        anchors.topMargin: 48
        x: Metrics.screenMargin
        width: parent.width - 2 * Metrics.screenMargin
        visible: !root.isThere
        title: qsTr("This is not here any more")
        actionText: qsTr("See community help")
        onActionPressed: Navigator.replace(Navigator.Community)
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: number.visible ? number.height + 24 : 0
        visible: root.isThere
        startPadding: 4
        endPadding: 40
        gap: Metrics.cardGap

        Words {
            width: parent.width
            role: Words.Title
            text: root.place.title ?? ""
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: root.place.use ?? ""
        }

        HrButton {
            width: parent.width
            visible: (root.place.call ?? "") !== ""
            iconName: "phone"
            text: root.place.callText ?? ""
            onClicked: Community.call(root.placeId)
        }

        Flow {
            width: parent.width
            spacing: 8

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                visible: root.place.hasWebsite ?? false
                kind: HrButton.Soft
                isSmall: true
                iconName: "open-in-new"
                text: qsTr("Open website")
                onClicked: Community.openWebsite(root.placeId)
            }

            HrButton {
                width: Math.min(implicitWidth, parent.width)
                kind: HrButton.Outline
                isSmall: true
                iconName: "content-copy"
                text: qsTr("Copy")
                spokenName: qsTr("Copy name and number")
                onClicked: Community.copy(root.placeId)
            }
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            text: Community.noteText
        }

        Card {
            width: parent.width
            gap: 12

            Words {
                width: parent.width
                visible: text !== ""
                text: root.place.more ?? ""
            }

            Repeater {
                model: root.place.facts ?? []

                FactRow {
                    required property var modelData

                    width: parent?.width ?? 0
                    fact: modelData
                }
            }
        }

        Row {
            width: parent.width
            spacing: 8

            Icon {
                id: mark

                name: (root.place.isOld ?? false) ? "alert-circle-outline" : "check-circle"
                size: 20
                color: (root.place.isOld ?? false) ? Theme.ochre : Theme.primary
            }

            Words {
                width: parent.width - mark.width - parent.spacing
                role: Words.Secondary
                text: root.place.checkedText ?? ""
            }
        }

        CardList {
            width: parent.width
            visible: Messages.isOffered

            ListRow {
                tileIcon: "message-text"
                title: qsTr("Ask for help with this")
                note: qsTr("Starts a message. You send it.")
                onClicked: {
                    Messages.begin(Community.askText(root.placeId));
                    Navigator.go(Navigator.Messages);
                }
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Caption
            text: root.place.languageNote ?? ""
        }

        Words {
            width: parent.width
            role: Words.Caption
            wrapMode: Text.Wrap
            text: qsTr("Source: %1\n%2").arg((root.place.sources ?? []).join("; ")).arg(root.place.reviewText ?? "")
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
