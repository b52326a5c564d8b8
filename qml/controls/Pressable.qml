// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The base of all that can be pressed: by finger, Space, Enter and a screen reader's Press. text; clicked() is the press.
// fill, edge, edgeWidth, radius, ink draw it (hasPlate: false draws nothing); spokenName, spokenHint are what is read.
// It is no Template because on Qt 6.4 those keep their own role whatever Accessible.role says.
Item {
    id: root

    property string text
    property color fill: Theme.clear
    property color edge: Theme.outline
    property real edgeWidth: 0
    property real radius: Metrics.radiusButton
    property color ink: Theme.ink
    property bool hasPlate: true
    property real ringInset: -Metrics.focus - Metrics.focusGap
    property color ring: Theme.focus
    property string spokenName: text
    property string spokenHint
    property real leftPadding: 0
    property real rightPadding: 0
    property real topPadding: 0
    property real bottomPadding: 0
    // The size of what is drawn inside.
    property real faceWidth: 0
    property real faceHeight: 0
    // True when the focus came with a finger or the mouse; then no ring is drawn.
    property bool isTouched: false

    readonly property real availableWidth: width - leftPadding - rightPadding
    // It cannot be pressed for a reason of its own. What a sheet lies over cannot be pressed either, but looks as it did.
    property bool isOff: false
    readonly property bool isInert: parent?.enabled === false

    // Asks the parent itself: isInert follows only after the children were told.
    function look() {
        if (parent?.enabled !== false)
            isOff = !enabled;
    }

    // Without fill and edge there is nothing to draw before it is pressed or has the focus.
    readonly property bool hasGround: fill.a > 0 || edgeWidth > 0
    property bool wasActive: false

    readonly property bool down: area.pressed && area.containsMouse
    readonly property bool visualFocus: activeFocus && !isTouched

    signal clicked

    // Does what a finger does.
    function press() {
        if (enabled)
            clicked();
    }

    implicitWidth: Math.max(Metrics.touchMin, faceWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Metrics.touchMin, faceHeight + topPadding + bottomPadding)
    activeFocusOnTab: true
    onEnabledChanged: look()
    onIsInertChanged: look()
    onDownChanged: wasActive = true
    Component.onCompleted: look()
    onActiveFocusChanged: {
        wasActive = true;
        if (!activeFocus)
            isTouched = false;
    }

    Accessible.role: Accessible.Button
    Accessible.name: spokenName
    Accessible.description: spokenHint
    Accessible.focusable: true
    Accessible.onPressAction: root.press()
    Keys.onPressed: event => {
        event.accepted = [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Select].includes(event.key);
        if (event.accepted && !event.isAutoRepeat)
            press();
    }

    Repeater {
        model: root.hasPlate && (root.hasGround || root.wasActive) ? 1 : 0

        Plate {
            anchors.fill: parent
            color: root.fill
            border.width: root.edgeWidth
            border.color: root.edge
            radius: root.radius
            ink: root.ink
            isPressed: root.down
            hasRing: root.visualFocus
            ringInset: root.ringInset
            ring: root.ring
        }
    }

    MouseArea {
        id: area

        anchors.fill: parent
        onPressed: {
            root.isTouched = true;
            root.forceActiveFocus(Qt.MouseFocusReason);
        }
        onClicked: root.press()
    }
}
