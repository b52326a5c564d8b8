// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Coming
import Handrail.View

// What was told the clinic of the next sessions, and what became of it.
RequestCard {
    lines: Coming.soonLines
    isLink: true
}
