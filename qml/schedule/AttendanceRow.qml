// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Join
import Handrail.Theme
import Handrail.View

// One session that is over, by the clinic's word, and what was said against it. Signal: contested().
Card {
    id: root

    required property var modelData
    readonly property bool hasLine: modelData.line.title !== undefined

    signal contested

    gap: 6

    Row {
        width: parent.width
        spacing: 10
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1, %2, %3").arg(root.modelData.title).arg(root.modelData.when).arg(root.modelData.note)

        Icon {
            id: mark

            name: root.modelData.iconName
            size: 20
            color: Theme.ink2
        }

        Column {
            width: parent.width - mark.width - 10

            Repeater {
                model: [root.modelData.title, root.modelData.when, root.modelData.note]

                Words {
                    required property string modelData
                    required property int index

                    width: parent?.width ?? 0
                    role: index === 0 ? Words.Subhead : Words.Secondary
                    text: modelData
                    isSpoken: false
                }
            }
        }
    }

    HowItWas {
        width: parent.width
        sessionId: root.modelData.id
        about: qsTr("%1, %2").arg(root.modelData.title).arg(root.modelData.when)
    }

    LiveWords {
        width: parent.width
        visible: root.hasLine
        role: Words.Secondary
        color: Theme.ink
        text: root.hasLine ? qsTr("%1. %2").arg(root.modelData.line.title).arg(root.modelData.line.text) : ""
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: root.hasLine && root.modelData.line.canCall && Crisis.hasClinic
        kind: HrButton.Soft
        isSmall: true
        iconName: "phone"
        text: qsTr("Call your clinic instead")
        onClicked: Crisis.call("clinic")
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: root.modelData.canContest
        kind: HrButton.Text
        isSmall: true
        leftPadding: 0
        text: qsTr("That’s not right")
        spokenName: qsTr("That’s not right: %1, %2").arg(root.modelData.title).arg(root.modelData.when)
        onClicked: root.contested()
    }
}
