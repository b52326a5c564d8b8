// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Handrail.Controls
import Handrail.Theme

// One line to write in. label (above), text, placeholder, error (below, with an icon), iconName, echoMode, inputMethodHints,
// maximumLength, spokenName and spokenHint (where the label stands elsewhere). Signals: edited()
// (whoever changed the text: keys, a screen reader without the focus, or who gives it), accepted(), lineLeft() (the focus went).
Column {
    id: root

    property alias text: input.text
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property string label
    property string placeholder
    property string error
    property string iconName
    property string spokenName: label === "" ? placeholder : label
    property string spokenHint

    readonly property real leadRoom: iconName === "" ? 14 : 24 + icon.width

    signal edited
    signal accepted
    signal lineLeft

    // The keys go here.
    function begin() {
        input.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: 6

    Words {
        width: parent.width
        role: Words.Section
        text: root.label
        color: Theme.ink
        visible: text !== ""
        isSpoken: false
    }

    T.TextField {
        id: input

        // What it begins with is nobody's doing.
        property bool isReady: false

        width: parent.width
        implicitHeight: Math.max(52, contentHeight + 24)
        leftPadding: root.LayoutMirroring.enabled ? 14 : root.leadRoom
        rightPadding: root.LayoutMirroring.enabled ? root.leadRoom : 14
        verticalAlignment: TextInput.AlignVCenter
        // What is written is private unless a page says otherwise.
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        color: Theme.ink
        selectionColor: Theme.primarySoft
        selectedTextColor: Theme.onPrimarySoft
        font.family: Type.family
        font.pixelSize: Math.round(17 * Type.textScale)
        Accessible.role: Accessible.EditableText
        Accessible.name: root.spokenName
        Accessible.description: root.error === "" ? root.spokenHint : root.error
        // On Qt 6.4 a screen reader cannot set the text; it can come here and type.
        Accessible.onPressAction: input.forceActiveFocus()
        // What is longer than the line shows its beginning, unless it is being written.
        onActiveFocusChanged: {
            cursorPosition = activeFocus ? length : 0;
            if (!activeFocus)
                root.lineLeft();
        }
        Component.onCompleted: {
            cursorPosition = 0;
            isReady = true;
        }
        onTextChanged: if (isReady) root.edited()
        onAccepted: root.accepted()

        background: Plate {
            color: Theme.surface
            radius: Metrics.radiusField
            border.width: input.activeFocus ? Metrics.selected : Metrics.edge
            border.color: input.activeFocus ? Theme.primary : root.error !== "" ? Theme.ink : Theme.outline
        }

        Words {
            x: input.leftPadding
            width: input.width - input.leftPadding - input.rightPadding
            anchors.verticalCenter: parent.verticalCenter
            text: root.placeholder
            color: Theme.ink2
            visible: input.length === 0 && input.preeditText === ""
            wrapMode: Text.NoWrap
            clip: true
            isSpoken: false
        }

        Icon {
            id: icon

            x: root.LayoutMirroring.enabled ? input.width - width - 14 : 14
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            color: Theme.ink2
            visible: name !== ""
        }
    }

    FieldError {
        width: parent.width
        text: root.error
    }
}
