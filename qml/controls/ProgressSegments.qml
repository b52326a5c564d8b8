// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// How far a flow is: one bar a step. step (done, 1-based), steps. Not pressable; spoken as one sentence.
Item {
    id: root

    property int step: 0
    property int steps: 1

    implicitHeight: Metrics.progressBar

    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Step %1 of %2").arg(step).arg(steps)

    Repeater {
        model: root.steps

        Rectangle {
            required property int index

            readonly property real segment: (root.width - 6 * (root.steps - 1)) / root.steps

            x: (root.LayoutMirroring.enabled ? root.steps - 1 - index : index) * (segment + 6)
            width: segment
            height: root.height
            radius: 3
            color: index < root.step ? Theme.primary : Theme.track
        }
    }
}
