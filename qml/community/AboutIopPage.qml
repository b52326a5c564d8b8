// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Community
import Handrail.Controls
import Handrail.Crisis
import Handrail.Theme
import Handrail.View

// What an intensive outpatient program is, for whom, and what to ask about cost. It informs; it judges nobody, and asks nothing.
Item {
    id: root

    Component.onCompleted: Community.come("")
    Component.onDestruction: Community.go()

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: number.visible ? number.height + 24 : 0
        startPadding: 4
        endPadding: 40
        gap: Metrics.cardGap

        Words {
            width: parent.width
            role: Words.Title
            text: qsTr("What is IOP?")
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: qsTr("Intensive outpatient program: a lot of care, and you sleep at home.")
        }

        LevelsCard {
            width: parent.width
        }

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("IOP may fit if")
        }

        TickList {
            width: parent.width
            lines: [qsTr("You have a safe place to sleep"), qsTr("Weekly visits are not enough right now"), qsTr("You can come a few times a week")]
        }

        Words {
            width: parent.width
            role: Words.Section
            text: qsTr("More care may fit if")
        }

        TickList {
            width: parent.width
            iconName: "arrow-right"
            lines: [qsTr("You need a nurse or doctor near you at night"), qsTr("Home does not feel safe right now"), qsTr("You feel sick when you stop drinking or using")]
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("Shaky or seeing things after you stop? Call %1.\nA clinician helps you choose. This page can’t.").arg(Crisis.emergency.shown)
        }

        HrButton {
            width: parent.width
            kind: HrButton.Soft
            iconName: "phone"
            visible: Crisis.treatment.id !== ""
            text: Metrics.reflows ? qsTr("Ask SAMHSA") : spokenName
            spokenName: qsTr("Ask SAMHSA: %1").arg(Crisis.treatment.shown)
            onClicked: Crisis.call(Crisis.treatment.id)
        }

        HrButton {
            width: parent.width
            kind: HrButton.Outline
            iconName: "magnify"
            text: qsTr("Find care")
            onClicked: Navigator.go(Navigator.Community, "health")
        }

        Words {
            width: parent.width
            topPadding: lead + 6
            role: Words.Section
            text: qsTr("Cost and cover: what to ask")
        }

        CostCard {
            width: parent.width
        }

        Words {
            width: parent.width
            role: Words.Caption
            text: qsTr("Written by the Handrail authors in November 2026. A clinician has not reviewed it yet.\nSources: SAMHSA TIP 47; SAMHSA Advisory on intensive outpatient treatment, 2021; the ASAM levels of care.")
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
