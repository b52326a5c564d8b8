// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Crisis
import Handrail.Theme
import Handrail.View

// Help now: the lines to call, the clinic, and what to do in danger. Local data alone; nothing here loads or waits.
Item {
    id: root

    readonly property real foot: number.visible ? number.height + 36 : 0
    readonly property bool isSteps: Navigator.route === Navigator.Overdose

    // Each time it opens it is as new.
    onVisibleChanged: {
        lines.contentY = 0;
        if (visible)
            lines.forceActiveFocus();
    }

    TopBar {
        id: bar

        visible: root.isSteps || (Navigator.canGoBack && !Navigator.isOverTab)
        width: parent.width
        title: root.isSteps ? Crisis.overdoseTitle : ""
        onBackPressed: Navigator.back()
    }

    PageScroll {
        id: lines

        anchors.fill: parent
        anchors.topMargin: bar.visible ? bar.height : 0
        anchors.bottomMargin: root.foot
        visible: !root.isSteps
        enabled: visible
        startPadding: bar.visible ? 0 : 16
        endPadding: 40
        gap: Metrics.cardGap

        Column {
            width: parent.width
            bottomPadding: 6

            Words {
                width: parent.width
                role: Words.Title
                text: Crisis.page.title
            }

            Words {
                width: parent.width
                color: Theme.ink2
                text: Crisis.page.lead
            }

            Words {
                width: parent.width
                visible: !Crisis.canCall
                topPadding: lead + 6
                role: Words.Subhead
                text: Crisis.page.anyPhone
            }
        }

        CrisisTile {
            width: parent.width
            kind: CrisisTile.Filled
            visible: Crisis.lifeline.id !== ""
            iconName: "phone"
            text: Crisis.lifeline.callLabel
            note: Crisis.lifeline.callNote
            onClicked: Crisis.call(Crisis.lifeline.id)
        }

        Grid {
            id: pair

            readonly property bool isStacked: Metrics.reflows || width < 320

            width: parent.width
            columns: isStacked ? 1 : 2
            spacing: Metrics.cardGap

            CrisisTile {
                width: pair.isStacked || !Crisis.hasClinic ? pair.width : (pair.width - pair.spacing) / 2
                kind: CrisisTile.Soft
                visible: Crisis.lifeline.canText
                iconName: "message-text"
                text: Crisis.lifeline.textLabel
                note: Crisis.lifeline.textNote
                onClicked: Crisis.text(Crisis.lifeline.id)
            }

            CrisisTile {
                width: pair.isStacked ? pair.width : (pair.width - pair.spacing) / 2
                kind: CrisisTile.Soft
                visible: Crisis.hasClinic
                iconName: "hospital-building"
                text: Crisis.page.clinicLabel
                note: Crisis.clinicHours === "" ? Crisis.clinicPhone : Crisis.clinicHours
                onClicked: Crisis.call("clinic")
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            text: Crisis.lifeline.more
        }

        UrgentCard {
            width: parent.width
            title: Crisis.page.dangerTitle
            note: Crisis.page.dangerNote
            callText: Crisis.emergency.callLabel
            stepsText: qsTr("See steps")
            onCalled: Crisis.call(Crisis.emergency.id)
            onStepsOpened: Navigator.go(Navigator.Overdose)

            Words {
                width: parent.width
                text: Crisis.withdrawal
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: Crisis.emergency.more
            }
        }

        OwnHelp {
            width: parent.width
        }

        PlanCard {
            width: parent.width
        }

        CalmCard {
            width: parent.width
        }

        CardList {
            width: parent.width
            spokenName: qsTr("More lines")

            Repeater {
                model: Crisis.webPages

                ListRow {
                    required property crisisLine modelData

                    title: modelData.webLabel
                    note: modelData.webNote
                    hasChevron: false
                    onClicked: Crisis.openPage(modelData.id)

                    Icon {
                        name: "earth"
                        color: Theme.primary
                    }
                }
            }

            Repeater {
                model: Crisis.otherLines

                ListRow {
                    required property crisisLine modelData

                    title: modelData.callLabel
                    note: modelData.facts
                    hasChevron: false
                    onClicked: Crisis.call(modelData.id)

                    Icon {
                        name: "phone"
                        color: Theme.primary
                    }
                }
            }
        }

        Words {
            width: parent.width
            role: Words.Caption
            visible: !Crisis.hasClinic
            text: qsTr("Your clinic’s own number comes here after your first sign-in.")
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: Crisis.page.footer
        }
    }

    OverdoseSteps {
        id: steps

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: root.foot
        visible: root.isSteps
        enabled: visible
    }

    // Below what scrolls: nothing moves away under the pointer when it comes, and it stays in view.
    NumberCard {
        id: number

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        x: (root.width - width) / 2
        width: Math.min(root.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        visible: Crisis.shownNumber !== ""
    }
}
