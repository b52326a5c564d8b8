// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Handrail.Controls
import Handrail.Theme

// The base of all that can be pressed: by finger, Space, Enter and a screen reader's Press. clicked() is the press.
// fill, edge, edgeWidth, radius, ink draw it; spokenName, spokenHint are what is read; ringInset places the focus ring.
T.AbstractButton {
    id: root

    property color fill: Theme.clear
    property color edge: Theme.outline
    property real edgeWidth: 0
    property real radius: Metrics.radiusButton
    property color ink: Theme.ink
    property real ringInset: -Metrics.focus - Metrics.focusGap
    property string spokenName: text
    property string spokenHint

    // What is drawn in the control sets this; ids inside contentItem would cost its lazy creation.
    property real faceWidth: 0
    property real faceHeight: 0

    // Does what a click does. (AbstractButton.click() is newer than Qt 6.4.)
    function press() {
        if (!enabled)
            return;
        if (checkable)
            toggle();
        clicked();
    }

    implicitWidth: Math.max(Metrics.touchMin, faceWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Metrics.touchMin, faceHeight + topPadding + bottomPadding)
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: spokenName
    Accessible.description: spokenHint
    // On Qt 6.4 a screen reader's Press does nothing unless it is answered here.
    Accessible.onPressAction: root.press()
    Keys.onReturnPressed: root.press()
    Keys.onEnterPressed: root.press()

    background: Plate {
        color: root.fill
        border.width: root.edgeWidth
        border.color: root.edge
        radius: root.radius
        ink: root.ink
        isPressed: root.down
        hasRing: root.visualFocus
        ringInset: root.ringInset
    }
}
