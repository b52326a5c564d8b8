// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// What TellClinic was to say could not be saved. isUntold.
LiveWords {
    property bool isUntold: false

    visible: isUntold
    text: isUntold ? qsTr("Your clinic has not heard yet that you did it. This device could not save that. It tries again while the app is open.") : ""
}
