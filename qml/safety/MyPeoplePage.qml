// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Crisis
import Handrail.Safety
import Handrail.Theme
import Handrail.View

// The people to call on a hard day, in order. Each is called, texted, changed or moved from here.
Item {
    id: root

    readonly property real foot: number.visible ? number.height + 36 : 0

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("My people")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: root.foot
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap

        Words {
            width: parent.width
            color: Theme.ink2
            text: MyPeople.isThere ? qsTr("The first one is called first. Help now shows them all.")
                : qsTr("Who is good to call on a hard day? Pick people who know you.")
        }

        Words {
            width: parent.width
            visible: text !== ""
            color: Theme.ink
            text: MyPeople.problemText
            Accessible.role: Accessible.AlertMessage
        }

        Repeater {
            model: MyPeople.people

            PersonCard {
                required property var modelData
                required property int index

                width: parent?.width ?? 0
                person: modelData
                isFirst: index === 0
                isLast: index === MyPeople.people.length - 1
            }
        }

        HrButton {
            width: parent.width
            visible: MyPeople.canAdd
            kind: MyPeople.isThere ? HrButton.Soft : HrButton.Primary
            iconName: "plus"
            text: qsTr("Add a person")
            onClicked: Navigator.go(Navigator.MyPerson)
        }

        Words {
            width: parent.width
            visible: !MyPeople.canAdd
            role: Words.Secondary
            text: qsTr("There is room for 5. Remove one to add another.")
        }

        Words {
            width: parent.width
            role: Words.Secondary
            text: qsTr("They stay on this device. Nobody is told, and it is not sent.")
        }
    }

    NumberCard {
        id: number

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        x: (root.width - width) / 2
        width: Math.min(root.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        visible: Crisis.shownNumber !== ""
    }
}
