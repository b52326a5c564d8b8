// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A sheet over a page: title, note, its own content (default property), and at its foot, always in view, the act, Go back and Help now. Give it
// the page's size; bind the page's enabled to !isOpen. isOpen, title, note, backText, actText. Signals: closed(), helpPressed(), acted().
FocusScope {
    id: root

    default property alias content: body.data
    property bool isOpen: false
    property string title
    property string note
    property string backText: qsTr("Go back")
    property string actText
    readonly property real bodyWidth: body.width

    signal closed
    signal helpPressed
    signal acted

    // What had the focus before, and gets it back.
    property Item opener: null

    visible: isOpen || panel.shift < 1
    enabled: isOpen
    focus: isOpen
    onIsOpenChanged: {
        if (isOpen) {
            // On top of everything, so that all else can be made inert.
            if (Sheets.layer)
                parent = Sheets.layer;
            opener = Window.activeFocusItem;
            Sheets.top = root;
            panel.forceActiveFocus();
        } else {
            if (Sheets.top === root)
                Sheets.top = null;
            const back = opener;
            opener = null;
            if (back)
                Qt.callLater(() => back.forceActiveFocus(Qt.PopupFocusReason));
        }
    }
    Component.onDestruction: {
        if (Sheets.top === root)
            Sheets.top = null;
    }

    Connections {
        target: Sheets
        enabled: root.isOpen

        function onCloseAsked() {
            root.closed();
        }
    }

    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Accessible.ignored: !isOpen
    Keys.onEscapePressed: closed()
    Keys.onBackPressed: closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        opacity: root.isOpen ? 1 : 0

        Behavior on opacity {
            NumberAnimation { duration: root.isOpen ? Motion.standard : Motion.quick }
        }

        MouseArea {
            anchors.fill: parent
            onClicked: root.closed()
        }
    }

    FocusScope {
        id: panel

        // 0 in place, 1 away.
        property real shift: root.isOpen ? 0 : 1

        anchors.horizontalCenter: parent.horizontalCenter
        focus: true
        width: Math.min(parent.width, Metrics.readable)
        height: Math.min(root.height - 24, scroll.contentHeight + foot.height + 26)
        y: root.height - height + (Motion.lessMotion ? 0 : shift * height)
        opacity: Motion.lessMotion ? 1 - shift : 1

        Behavior on shift {
            NumberAnimation {
                duration: root.isOpen ? Motion.standard : Motion.quick
                easing.type: Easing.BezierSpline
                easing.bezierCurve: root.isOpen ? Motion.standardCurve : Motion.exitCurve
            }
        }

        MouseArea {
            anchors.fill: parent
        }

        Rectangle {
            anchors.fill: parent
            anchors.bottomMargin: -radius
            radius: Metrics.radiusSheet
            color: Theme.surface
        }

        PageScroll {
            id: scroll

            anchors.fill: parent
            anchors.topMargin: 26
            anchors.bottomMargin: foot.height
            endPadding: 12
            maxWidth: Metrics.readable

            Words {
                width: parent.width
                role: Words.Head
                text: root.title
            }

            Item { width: 1; height: 2 }

            Words {
                width: parent.width
                role: Words.Secondary
                text: root.note
                visible: text !== ""
            }

            Item { width: 1; height: 16 }

            Column {
                id: body

                width: parent.width
                spacing: 12
            }
        }

        // What scrolls ends here.
        Rectangle {
            anchors.bottom: foot.top
            width: parent.width
            height: Metrics.hairline
            color: Theme.line
            visible: scroll.contentHeight > scroll.height + 1
        }

        FlowFooter {
            id: foot

            anchors.bottom: parent.bottom
            width: parent.width
            maxWidth: Metrics.readable
            backText: root.backText
            nextText: root.actText
            onBackPressed: root.closed()
            onHelpPressed: root.helpPressed()
            onNextPressed: root.acted()
        }
    }
}
