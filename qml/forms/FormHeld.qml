// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// In the place of what was asked for: another form is open with an answer that is nowhere else.
PageScroll {
    startPadding: 24

    ErrorCard {
        width: parent.width
        title: qsTr("Another form is still open")
        note: qsTr("This device could not save your last answer there. It may be full. Open that form and try again.")
        retryText: qsTr("Open that form")
        onRetried: Navigator.replace(Navigator.Form, Form.argument)
    }
}
