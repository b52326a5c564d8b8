// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// Back, or End where there is nothing to go back to, and a way past this one. canGoBack. Signals: wentBack(), ended(), skipped().
Flow {
    id: root

    property bool canGoBack: false
    readonly property bool isStacked: Metrics.reflows
    readonly property real part: isStacked ? width : (width - 12) / 2

    signal wentBack
    signal ended
    signal skipped

    width: parent?.width ?? 0
    layoutDirection: LayoutMirroring.enabled ? Qt.RightToLeft : Qt.LeftToRight
    spacing: 12

    HrButton {
        width: root.part
        kind: HrButton.Outline
        text: root.canGoBack ? qsTr("Back") : qsTr("End")
        onClicked: root.canGoBack ? root.wentBack() : root.ended()
    }

    HrButton {
        width: root.part
        kind: HrButton.Soft
        text: qsTr("Skip this one")
        leftPadding: 8
        rightPadding: 8
        onClicked: root.skipped()
    }
}
