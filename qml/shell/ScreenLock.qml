// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// For who has a PIN: locking at once, by key and by the button that TopBar has then, and a cover while the window is put away, so that a picture of it in a list of windows
// shows nothing. A window that is only beside another stays as it is: on a desktop people read in one and write in the other.
Item {
    id: root

    readonly property bool isPutAway: Window.visibility === Window.Minimized || Window.visibility === Window.Hidden
        || Application.state === Qt.ApplicationHidden || Application.state === Qt.ApplicationSuspended

    Component.onDestruction: Locking.isOffered = false

    Binding {
        target: Locking
        property: "isOffered"
        value: Lock.canLock
    }

    Connections {
        target: Locking

        function onAsked() {
            Lock.lockNow();
        }
    }

    Shortcut {
        sequences: ["Ctrl+L"]
        context: Qt.ApplicationShortcut
        onActivated: Lock.lockNow()
    }

    Rectangle {
        anchors.fill: parent
        visible: root.isPutAway
        color: Theme.bg

        BrandMark {
            anchors.centerIn: parent
        }
    }
}
