// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// The label over a list, as wide as what it stands in.
Words {
    width: parent ? parent.width : implicitWidth
    role: Words.Section
    topPadding: lead + 10
}
