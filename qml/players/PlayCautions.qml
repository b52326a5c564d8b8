// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// What to look out for; nothing when there is nothing. cautions.
Rectangle {
    id: root

    required property string cautions

    visible: cautions !== ""
    width: parent?.width ?? 0
    implicitHeight: words.implicitHeight + 24
    radius: Metrics.radiusCard
    color: Theme.ochreSoft

    Words {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        role: Words.Secondary
        color: Theme.ink
        text: root.cautions
    }
}
