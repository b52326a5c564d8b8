// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View
import Handrail.Welcome

// The door: what this is, signing in, the language, and Help now without any of it.
Item {
    id: root

    readonly property bool isSide: width >= Metrics.wide
    // No room for a picture: a bar of its colour, and signing in before what it is for.
    readonly property bool isBar: !isSide && (Window.height < 560 || Metrics.reflows)
    readonly property string purpose: qsTr("Your program, your plan and your people, in one calm place.")

    Rectangle {
        id: picture

        // At the side it reaches below Help now, which stands beside it.
        width: root.isSide ? parent.width * Metrics.sidePicture : parent.width
        height: root.isSide ? Window.height : root.isBar ? language.height + 8 : root.height < 632 ? 150 : Math.min(392, root.height * 0.46)
        color: Theme.hero

        WelcomeScene {
            anchors.fill: parent
            anchors.topMargin: 56
            visible: !root.isBar
        }

        Row {
            id: brand

            x: 20
            y: language.y + (language.height - height) / 2
            spacing: 8

            BrandMark {
                side: 30
                color: Theme.heroBtn
            }

            // Where it would run into the language, the mark alone says it.
            Words {
                anchors.verticalCenter: parent.verticalCenter
                visible: brand.x + 38 + implicitWidth < language.x
                role: Words.Head
                size: 20
                text: qsTr("Handrail")
                color: Theme.onHero
            }
        }

        HrButton {
            id: language

            anchors.right: parent.right
            anchors.rightMargin: 8
            y: root.isBar ? 4 : 12
            topPadding: 6
            kind: HrButton.Text
            ink: Theme.onHero
            ring: Theme.onHero
            isSmall: true
            iconName: "earth"
            text: Preferences.languageName
            spokenName: qsTr("Language: %1. Change").arg(text)
            onClicked: languages.isOpen = true
        }
    }

    PageScroll {
        anchors.left: root.isSide ? picture.right : parent.left
        anchors.right: parent.right
        anchors.top: root.isSide ? parent.top : picture.bottom
        anchors.bottom: parent.bottom
        startPadding: root.isSide ? root.height * 0.2 : root.isBar ? 12 : 24

        Words {
            width: parent.width
            role: root.isBar ? Words.Title : Words.Display
            text: qsTr("Something to hold as you step down.")
        }

        Words {
            width: parent.width
            topPadding: lead + 8
            visible: !root.isBar
            color: Theme.ink2
            text: root.purpose
        }

        Column {
            width: parent.width
            topPadding: root.isBar ? 12 : 20
            spacing: Metrics.cardGap

            ErrorCard {
                width: parent.width
                visible: Account.hasProblem
                title: Account.problemTitle
                note: Account.problemText
                retryText: ""
            }

            ServerField {
                width: parent.width
                visible: !Account.isServerFixed
            }

            HrButton {
                width: parent.width
                text: qsTr("Sign in with your program")
                enabled: Account.hasServer
                reason: qsTr("First type your clinic’s address.")
                onClicked: Account.signIn()
            }

            HrButton {
                width: parent.width
                kind: HrButton.Text
                text: qsTr("I have an invitation")
                onClicked: Invitation.begin()
            }

            AroundLinks {
                width: parent.width
            }

            Words {
                width: parent.width
                visible: root.isBar
                color: Theme.ink2
                text: root.purpose
            }
        }
    }

    LanguageSheet {
        id: languages

        anchors.fill: parent
    }
}
