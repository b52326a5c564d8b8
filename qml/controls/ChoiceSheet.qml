// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// A sheet with a short list, of which one is chosen. options: a list of {code, text}; current: the code. Closes with the choice.
// Signal: picked(code).
Sheet {
    id: root

    property var options: []
    property string current

    signal picked(string code)

    onClosed: isOpen = false

    Repeater {
        model: root.options

        AnswerOption {
            required property var modelData

            width: root.bodyWidth
            text: modelData.text
            isChosen: root.current === modelData.code
            onClicked: {
                root.isOpen = false;
                root.picked(modelData.code);
            }
        }
    }
}
