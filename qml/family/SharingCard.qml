// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What a relative can see here, and what stays with the patient.
Card {
    id: root

    leftPadding: 18
    rightPadding: 18
    topPadding: 14
    bottomPadding: 10

    component Line: Item {
        id: line

        property string iconName
        property color tone
        property string text

        width: parent?.width ?? 0
        height: words.implicitHeight + 10

        Icon {
            anchors.left: parent.left
            y: 6
            name: line.iconName
            size: 20
            color: line.tone
        }

        Words {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: 32
            anchors.right: parent.right
            y: 5
            role: Words.Secondary
            color: Theme.ink
            text: line.text
        }
    }

    Words {
        width: parent.width
        role: Words.Subhead
        text: qsTr("What you can see")
    }

    Repeater {
        model: Family.sees

        Line {
            required property string modelData

            iconName: "eye"
            tone: Theme.primary
            text: modelData
        }
    }

    Line {
        iconName: "eye"
        tone: Theme.primary
        text: qsTr("Lessons for families")
    }

    Item {
        width: parent.width
        height: 19

        Rectangle {
            y: 8
            width: parent.width
            height: Metrics.hairline
            color: Theme.line
        }
    }

    Words {
        width: parent.width
        role: Words.Subhead
        text: Family.staysTitle
    }

    Repeater {
        model: Family.stays

        Line {
            required property string modelData

            iconName: "lock"
            tone: Theme.ink2
            text: modelData
        }
    }
}
