// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The mark: a rail that steps down, on three posts. side (dp), color. Not mirrored and not spoken.
Strokes {
    id: root

    property real side: 38
    property color color: Theme.primary

    width: side
    height: side
    unit: side / 28
    lines: [{path: "M3 6H10L18 14H25", color: root.color, width: 3.4},
        {path: "M6 11.5V18M14 15.5V22M22 19.5V25", color: root.color, width: 2.2}]
}
