// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Questions and what was said. parts: as Form gives them. canChange: each row leads back to its question. Of a long form the first rows are made at once, the others
// while these are read, so that no frame waits for all of them.
Card {
    id: root

    property var parts: Form.answerParts
    property bool canChange: false

    gap: 0
    spokenName: qsTr("Your answers")

    Repeater {
        model: root.parts

        Loader {
            required property var modelData
            required property int index

            width: parent?.width ?? 0
            asynchronous: index > 0
            Component.onCompleted: setSource("AnswerPart.qml", {rows: modelData, isFirst: index === 0, canChange: root.canChange})
        }
    }
}
