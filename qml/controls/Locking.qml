// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Whether the tops of pages (TopBar) have a button that locks, and that it was pressed. The shell says the first and does the second.
QtObject {
    property bool isOffered: false

    signal asked
}
