// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Shell
import Handrail.Theme
import Handrail.View

// The window: the page of the route, the bar or rail around it, and Help now over everything.
Window {
    id: root

    readonly property bool isWide: width >= Metrics.wide
    readonly property bool isMedium: width >= Metrics.medium
    readonly property bool hasRail: hasBar && isMedium
    readonly property bool hasBar: Navigator.hasBar
    readonly property bool isCovered: Pages.isOver(Navigator.route)
    // The window comes with the first page that is of use. Only when the keychain keeps the person waiting does it come before.
    property bool isPatienceOver: false
    readonly property bool isDue: isPatienceOver || Navigator.route !== Navigator.Starting
    // Help is made before it is needed, but not before the first page is on the screen.
    property bool isSettled: false

    function closeTop() {
        if (Sheets.top)
            Sheets.closeAsked();
        else if (Navigator.route === Navigator.WaitingRoom)
            Joining.leave();
        else
            Navigator.back();
    }

    width: 390
    height: 844
    minimumWidth: 320
    minimumHeight: 480
    visible: isDue
    title: qsTr("Handrail")
    color: Theme.bg

    onFrameSwapped: {
        if (!isSettled)
            settling.start();
    }

    Timer {
        interval: 200
        running: true
        onTriggered: root.isPatienceOver = true
    }

    Timer {
        id: settling

        interval: 300
        onTriggered: root.isSettled = true
    }

    Binding {
        target: Theme
        property: "isDark"
        value: Preferences.isDark
    }

    Binding {
        target: Type
        property: "textScale"
        value: Preferences.textScale
    }

    Binding {
        target: Motion
        property: "lessMotion"
        value: Preferences.lessMotion
    }

    Shortcut {
        sequences: ["F1"]
        context: Qt.ApplicationShortcut
        onActivated: Navigator.openHelp()
    }

    // The one owner of Escape: it closes what is on top.
    Shortcut {
        sequences: ["Escape", "Back"]
        onActivated: root.closeTop()
    }

    Item {
        id: frame

        anchors.fill: parent
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true

        // Inert while a sheet is open.
        Item {
            id: stage

            anchors.fill: parent
            enabled: Sheets.top === null

            // What a phone does not show, or seldom, is loaded by its address: it costs the start nothing.
            Loader {
                id: rail

                anchors.left: parent.left
                height: parent.height
                active: root.hasRail
                source: "Rail.qml"
            }

            Item {
                id: content

                anchors.left: parent.left
                anchors.leftMargin: rail.active ? rail.width : 0
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.bottom: bar.visible ? bar.top : pill.visible ? pill.top : parent.bottom

                Loader {
                    id: quickExit

                    width: parent.width
                    active: Pages.hasQuickExit(Navigator.route)
                    source: "QuickExit.qml"
                }

                Loader {
                    id: banner

                    // A loader keeps the height of what it has unloaded.
                    y: quickExit.active ? quickExit.height : 0
                    width: parent.width
                    active: Sync.hasBanner && root.hasBar && !root.isCovered
                    source: "StatusBanner.qml"
                }

                Loader {
                    id: page

                    anchors.fill: parent
                    anchors.topMargin: banner.y + (banner.active ? banner.height : 0)
                    visible: !root.isCovered
                    enabled: visible
                    focus: visible
                    source: !root.isDue ? "" : root.isCovered ? source : Pages.source(Navigator.route)
                }

                Loader {
                    id: help

                    anchors.fill: parent
                    anchors.topMargin: banner.y
                    active: root.isSettled || visible
                    visible: Pages.isHelp(Navigator.route)
                    enabled: visible
                    focus: visible
                    source: Pages.source(Navigator.Help)
                }

                Loader {
                    id: calm

                    anchors.fill: help
                    active: Navigator.route === Navigator.Calm
                    focus: active
                    source: Pages.source(Navigator.Calm)
                }

                // Made while a form is open, so that it needs no time when it is due.
                Loader {
                    id: safety

                    anchors.fill: parent
                    active: visible || Navigator.route === Navigator.CheckIn || Navigator.route === Navigator.Form
                    visible: Navigator.route === Navigator.Safety
                    enabled: visible
                    focus: visible
                    source: Pages.source(Navigator.Safety)
                }
            }

            BottomBar {
                id: bar

                visible: root.hasBar && !root.isMedium
                width: parent.width
                anchors.bottom: parent.bottom
                places: Pages.places(Navigator.isRelative)
                current: Pages.indexOf(Navigator.tab, Navigator.isRelative)
                isHelpCurrent: Navigator.tab === Navigator.Help
                hasLabels: root.height >= 480
                onPicked: index => Navigator.go(Pages.places(Navigator.isRelative)[index].route)
                onHelpPressed: Navigator.openHelp()
                onMorePressed: Pages.moreAsked()
            }

            // Signed out there is no bar: Help now stands in the same place on each page.
            Loader {
                id: pill

                visible: Pages.hasPill(Navigator.route)
                active: visible && root.isDue
                anchors.left: content.left
                anchors.right: content.right
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 28
                source: "SignedOutHelp.qml"
            }
        }

        Loader {
            anchors.fill: parent
            active: root.isSettled && bar.visible
            source: "MoreSheet.qml"
        }

        // Where there is a bar, nothing is being done that a question could break into.
        Loader {
            anchors.fill: parent
            active: Links.isAsking && root.hasBar && !root.isCovered
            source: "LinkSheet.qml"
            onLoaded: item.isOpen = true
        }

        Loader {
            active: root.isSettled
            source: "FocusKeeper.qml"
            onLoaded: item.page = page
        }

        Item {
            id: layer

            anchors.fill: parent
            Component.onCompleted: Sheets.layer = layer
        }

        Loader {
            anchors.fill: parent
            active: root.isSettled && Lock.isOn
            source: "ScreenLock.qml"
        }
    }
}
