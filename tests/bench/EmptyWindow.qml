// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick.Controls.Basic

ApplicationWindow {
    width: 390
    height: 844
    visible: true
}
