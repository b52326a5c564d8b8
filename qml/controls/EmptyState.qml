// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Nothing here, and what comes next. title, note, actionText (soft), secondText (words only). Signals: actionPressed(),
// secondPressed().
Column {
    id: root

    property string title
    property string note
    property string actionText
    property string secondText

    signal actionPressed
    signal secondPressed


    Item {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 220
        height: 92

        Mark {
            side: 220
            box: 220
            stroke: 4
            color: Theme.track
            path: "M22 34V58M44 34V58M66 34V58M130 60V84M152 60V84M174 60V84M196 60V84"
        }

        Mark {
            side: 220
            box: 220
            stroke: 8
            color: Theme.primary
            path: "M10 22L70 22Q84 22 95.1 30.5L106.9 39.5Q118 48 132 48L210 48"
        }
    }

    Item { width: 1; height: 22 }

    Words {
        width: parent.width
        role: Words.Head
        text: root.title
        horizontalAlignment: Text.AlignHCenter
    }

    Item { width: 1; height: 6 }

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 290 * Type.textScale)
        text: root.note
        visible: text !== ""
        color: Theme.ink2
        horizontalAlignment: Text.AlignHCenter
    }

    Item { width: 1; height: 22; visible: root.actionText !== "" }

    HrButton {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Metrics.reflows ? parent.width : Math.min(parent.width, implicitWidth)
        visible: root.actionText !== ""
        kind: HrButton.Soft
        leftPadding: 28
        rightPadding: 28
        text: root.actionText
        onClicked: root.actionPressed()
    }

    Item { width: 1; height: 6; visible: root.secondText !== "" }

    HrButton {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Metrics.reflows ? parent.width : Math.min(parent.width, implicitWidth)
        visible: root.secondText !== ""
        kind: HrButton.Text
        text: root.secondText
        onClicked: root.secondPressed()
    }
}
