// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// How far a flow is: one bar a step, or one bar for all where there are too many to tell apart. step (done, 1-based), steps, spokenName
// where it counts something else than steps. Not pressable; spoken as one sentence.
Item {
    id: root

    property int step: 0
    property int steps: 1

    property string spokenName: qsTr("Step %1 of %2").arg(step).arg(steps)

    implicitHeight: Metrics.progressBar

    Accessible.role: Accessible.ProgressBar
    Accessible.name: spokenName

    readonly property real segment: (root.width - 6 * (root.steps - 1)) / Math.max(1, root.steps)
    readonly property bool isWhole: segment < 6

    Rectangle {
        width: root.width
        height: root.height
        radius: 3
        visible: root.isWhole
        color: Theme.track

        Rectangle {
            visible: root.step > 0
            x: root.LayoutMirroring.enabled ? parent.width - width : 0
            width: Math.max(parent.height, parent.width * root.step / Math.max(1, root.steps))
            height: parent.height
            radius: parent.radius
            color: Theme.primary
        }
    }

    Repeater {
        model: root.isWhole ? 0 : root.steps

        Rectangle {
            required property int index

            x: (root.LayoutMirroring.enabled ? root.steps - 1 - index : index) * (root.segment + 6)
            width: root.segment
            height: root.height
            radius: 3
            color: index < root.step ? Theme.primary : Theme.track
        }
    }
}
