// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// How strong it feels, 0 to 10. value (-1: not said). Signals: picked(value), closed().
Sheet {
    id: root

    property int value: -1

    signal picked(int value)

    title: qsTr("How strong is it now?")
    note: qsTr("The craving, or the feeling. It stays on this device.")
    backText: qsTr("Skip")
    actText: value < 0 ? "" : qsTr("Done")
    onActed: closed()
    onHelpPressed: {
        closed();
        Navigator.openHelp();
    }

    RailSlider {
        width: root.bodyWidth
        isCompact: true
        hasSkip: false
        name: root.title
        isSet: root.value >= 0
        value: Math.max(0, root.value)
        lowWord: qsTr("not there")
        highWord: qsTr("as strong as it gets")
        onPicked: value => root.picked(value)
    }
}
