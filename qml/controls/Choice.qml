// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// The base of answers that can be chosen: edge, soft fill and bold words when chosen. text, isChosen, isMany (a check box,
// not a radio). It changes nothing itself. Signal: clicked().
Pressable {
    id: root

    property bool isChosen: false
    property bool isMany: false

    fill: isChosen ? Theme.primarySoft : Theme.surface
    edge: isChosen ? Theme.primary : Theme.outline
    edgeWidth: isChosen ? Metrics.selected : Metrics.edge
    ink: isChosen ? Theme.onPrimarySoft : Theme.ink
    // As in every group of options: the arrows go to the next one. Picking stays with Space, so that looking changes nothing.
    Keys.onLeftPressed: focusBeside(LayoutMirroring.enabled)
    Keys.onUpPressed: focusBeside(false)
    Keys.onRightPressed: focusBeside(!LayoutMirroring.enabled)
    Keys.onDownPressed: focusBeside(true)

    function focusBeside(isForward: bool) {
        const next = nextItemInFocusChain(isForward);
        if (next && next.parent === parent)
            next.forceActiveFocus(Qt.TabFocusReason);
    }

    Accessible.role: isMany ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: isChosen
    Accessible.onToggleAction: root.press()
}
