// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The doses of today, each in one tap; the way back for some seconds.
Card {
    id: root

    // What does not fit here is on the page.
    readonly property int most: 3
    readonly property var open: Medicine.open

    padding: 14
    gap: 12
    spokenName: qsTr("Medicine")

    Repeater {
        model: root.open.slice(0, root.most)

        Column {
            id: dose

            required property var modelData

            width: parent?.width ?? 0
            spacing: 8

            Words {
                width: parent.width
                role: Words.Subhead
                text: dose.modelData.name

                Accessible.name: dose.modelData.spoken
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: dose.modelData.timeText
                isSpoken: false
            }

            ButtonRow {
                width: parent.width
                texts: [qsTr("Taken"), qsTr("Not taken"), qsTr("Not sure")]
                spokenNames: [qsTr("Taken: %1").arg(dose.modelData.spoken), qsTr("Not taken: %1").arg(dose.modelData.spoken),
                    qsTr("Not sure: %1").arg(dose.modelData.spoken)]
                onPicked: index => Medicine.say(dose.modelData.key, index)
            }
        }
    }

    Flow {
        width: parent.width
        visible: Medicine.canUndo
        spacing: 8

        LiveWords {
            width: Math.min(implicitWidth, parent.width)
            text: Medicine.undoText
        }

        HrButton {
            kind: HrButton.Soft
            isSmall: true
            text: qsTr("Undo")
            onClicked: Medicine.undo()
        }
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        text: Medicine.problemText
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        kind: HrButton.Text
        leftPadding: 0
        isSmall: true
        text: Medicine.countText === "" ? qsTr("Medicine") : qsTr("Medicine: %1").arg(Medicine.countText)
        onClicked: Navigator.go(Navigator.Medicine)
    }
}
