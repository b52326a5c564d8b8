// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The words of one consent, as they were signed.
Item {
    id: root

    property string shownId // kept: the address changes before the page goes

    Component.onCompleted: {
        shownId = Navigator.argument;
        Privacy.isShown = true;
    }
    Component.onDestruction: Privacy.isShown = false

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("What you signed")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap

        Words {
            width: parent.width
            role: Words.Subhead
            text: Privacy.consentName(root.shownId)
            visible: text !== ""
        }

        Card {
            width: parent.width

            ReadingText {
                width: parent.width
                text: Privacy.signedText(root.shownId)
            }
        }
    }
}
