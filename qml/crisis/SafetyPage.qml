// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Crisis
import Handrail.Theme
import Handrail.View

// After a safety answer (design clinical 3.3): whom to call, in the order that helps, then what is true of the answer's way, then three ways
// to leave. Local data alone; nothing here loads, moves or waits. It is made before it is needed, and lies over the form.
Item {
    id: root

    readonly property bool isLow: Window.height < Metrics.low
    readonly property real foot: footer.height + (number.visible ? number.height + 12 : 0)

    // Each time it opens it begins at the top.
    onVisibleChanged: {
        lines.contentY = 0;
        if (visible)
            lines.forceActiveFocus();
    }

    // The answer goes to the disk when the page is on the screen, and not before.
    Connections {
        target: root.Window.window
        enabled: root.visible

        function onFrameSwapped() {
            Safety.noteShown();
        }
    }

    PageScroll {
        id: lines

        anchors.fill: parent
        anchors.bottomMargin: root.foot
        startPadding: root.isLow ? 4 : 16
        endPadding: 16
        gap: 8

        Column {
            width: parent.width
            bottomPadding: 6

            Words {
                width: parent.width
                role: root.isLow ? Words.Head : Words.Title
                text: Safety.isHurt ? qsTr("Please call now.") : qsTr("Thank you for telling us.")
            }

            Words {
                width: parent.width
                color: Theme.ink2
                text: Safety.isHurt ? qsTr("Stay on this page. You matter.") : qsTr("You matter, and you can get help right now.")
            }

            Words {
                width: parent.width
                visible: !Crisis.canCall
                topPadding: lead + 6
                role: Words.Subhead
                text: Crisis.page.anyPhone
            }
        }

        SafetyLines {
            width: parent.width
            isHurt: Safety.isHurt
            onHurt: {
                Safety.sayHurt();
                lines.contentY = 0;
                lines.forceActiveFocus();
            }
        }

        SentCard {
            width: parent.width
        }

        Grid {
            id: leaving

            readonly property bool isStacked: Metrics.reflows || width < 2 * Math.max(called.implicitWidth, safe.implicitWidth) + 8

            width: parent.width
            columns: isStacked ? 1 : 2
            spacing: 8

            HrButton {
                id: called

                width: leaving.isStacked ? leaving.width : (leaving.width - 8) / 2
                kind: HrButton.Soft
                isSmall: true
                text: qsTr("I called someone")
                onClicked: Navigator.back()
            }

            HrButton {
                id: safe

                width: called.width
                kind: HrButton.Soft
                isSmall: true
                text: qsTr("I am safe for now")
                onClicked: Navigator.back()
            }
        }
    }

    // Below what scrolls: it stays in view, and nothing moves away under the finger when it comes.
    NumberCard {
        id: number

        anchors.bottom: footer.top
        x: (root.width - width) / 2
        width: Math.min(root.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        visible: Crisis.shownNumber !== ""
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        nextText: ""
        onBackPressed: Navigator.back()
        onHelpPressed: Navigator.openHelp()
    }
}
