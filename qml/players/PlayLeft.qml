// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// How much time is left of all. With lengths to choose from it is a button that asks which. text, note, spokenText, lengths, minutes.
// Signal: picked(minutes).
Pressable {
    id: root

    property string note
    property string spokenText
    property var lengths: []
    property int minutes: 0

    readonly property bool canChoose: lengths.length > 1
    property bool wasAsked: false

    signal picked(minutes: int)

    hasPlate: canChoose
    activeFocusOnTab: canChoose
    leftPadding: 2
    faceWidth: Math.max(time.implicitWidth, row.implicitWidth)
    faceHeight: time.implicitHeight + row.implicitHeight
    spokenName: spokenText
    spokenHint: canChoose ? qsTr("Change how long") : ""
    Accessible.role: canChoose ? Accessible.Button : Accessible.StaticText
    onClicked: {
        if (!canChoose)
            return;
        wasAsked = true;
        (sheets.itemAt(0) as ChoiceSheet).isOpen = true;
    }

    Words {
        id: time

        x: root.LayoutMirroring.enabled ? root.width - width - root.leftPadding : root.leftPadding
        y: (root.height - root.faceHeight) / 2
        role: Words.Head
        text: root.text
        isSpoken: false
        wrapMode: Text.NoWrap
    }

    Row {
        id: row

        x: root.LayoutMirroring.enabled ? root.width - width - root.leftPadding : root.leftPadding
        anchors.top: time.bottom

        Words {
            role: Words.Caption
            text: root.note
            isSpoken: false
            wrapMode: Text.NoWrap
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.canChoose
            name: "chevron-down"
            size: 18
            color: Theme.ink2
        }
    }

    // Made when it is first asked for.
    Repeater {
        id: sheets

        model: root.wasAsked ? 1 : 0

        ChoiceSheet {
            anchors.fill: parent
            title: qsTr("How long?")
            note: qsTr("It begins anew.")
            options: root.lengths
            current: String(root.minutes)
            onPicked: code => root.picked(Number(code))
            onHelpPressed: {
                isOpen = false;
                Navigator.openHelp();
            }
        }
    }
}
