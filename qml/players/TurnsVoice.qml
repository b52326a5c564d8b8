// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Cards and rounds said aloud, where the system has a voice.
ChoiceChip {
    anchors.horizontalCenter: parent?.horizontalCenter
    maximumWidth: parent?.width ?? 0
    visible: Turns.canSpeak
    text: qsTr("Voice")
    isChosen: Turns.isVoiceOn
    onClicked: Turns.isVoiceOn = !Turns.isVoiceOn
}
