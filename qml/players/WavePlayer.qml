// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// An urge as a wave: the breath above, the curve below, and where in the body it is, if the person wants to say.
TimedStage {
    id: root

    property bool wasAsked: false // where in the body

    reserve: (Metrics.reflows || isLow ? 120 : 24) + 62 * Type.textScale + wave.implicitHeight + 60
    shape: BreathShape {
        id: circle

        say: Timed.say
        note: root.isResting ? qsTr("Paused") : Timed.secondsText
    }

    Column {
        width: parent?.width ?? 0
        visible: !circle.isInside

        LiveWords {
            width: parent.width
            role: Words.Title
            text: Timed.say
            horizontalAlignment: Text.AlignHCenter
        }

        Words {
            width: parent.width
            text: circle.note
            horizontalAlignment: Text.AlignHCenter
            isSpoken: false
        }
    }

    Words {
        width: parent?.width ?? 0
        visible: text !== ""
        text: Timed.line
        horizontalAlignment: Text.AlignHCenter
    }

    UrgeWave {
        id: wave

        width: parent?.width ?? 0
        at: Timed.waveAt
        part: Timed.part
    }

    ChoiceChip {
        anchors.horizontalCenter: parent?.horizontalCenter
        maximumWidth: parent?.width ?? 0
        visible: Timed.hasHolding
        text: qsTr("Without holding")
        isChosen: Timed.isWithoutHolding
        onClicked: Timed.setWithoutHolding(!Timed.isWithoutHolding)
    }

    HrButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        width: Math.min(implicitWidth, parent?.width ?? 0)
        kind: HrButton.Text
        isSmall: true
        text: Timed.place !== "" ? Timed.place : Timed.ask
        spokenName: Timed.place !== "" ? qsTr("%1 %2").arg(Timed.ask).arg(Timed.place) : Timed.ask
        onClicked: {
            root.wasAsked = true;
            (places.itemAt(0) as ChoiceSheet).isOpen = true;
        }
    }

    // Made when it is first asked for.
    Repeater {
        id: places

        model: root.wasAsked ? 1 : 0

        ChoiceSheet {
            anchors.fill: parent
            title: Timed.ask
            note: qsTr("It is not kept.")
            options: Timed.places
            current: Timed.place
            onPicked: code => Timed.setPlace(code)
            onHelpPressed: {
                isOpen = false;
                Navigator.openHelp();
            }
        }
    }
}
