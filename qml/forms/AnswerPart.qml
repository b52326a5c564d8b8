// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Forms

// Some of the rows of AnswerList. isFirst: they begin it.
Column {
    id: root

    required property var rows
    required property bool isFirst
    required property bool canChange

    Repeater {
        model: root.rows

        AnswerRow {
            id: row

            width: parent?.width ?? 0
            isFirst: root.isFirst && row.index === 0
            canChange: root.canChange
        }
    }
}
