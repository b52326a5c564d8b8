// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What no permission opens.
Rectangle {
    id: root

    implicitWidth: 350
    implicitHeight: words.implicitHeight + 28
    radius: Metrics.radiusCard
    color: Theme.sunken

    Icon {
        id: icon

        x: root.LayoutMirroring.enabled ? root.width - width - 16 : 16
        y: 14
        visible: !Metrics.reflows
        name: "lock"
        color: Theme.ink2
    }

    Column {
        id: words

        readonly property real lead: icon.visible ? icon.width + 28 : 16

        x: root.LayoutMirroring.enabled ? 16 : lead
        y: 14
        width: root.width - lead - 16

        Words {
            width: parent.width
            role: Words.Section
            color: Theme.ink
            text: qsTr("Never shared in this app:")
        }

        Words {
            width: parent.width
            text: qsTr("check-ins, messages, medicine, tests, notes, your safety plan.")
        }
    }
}
