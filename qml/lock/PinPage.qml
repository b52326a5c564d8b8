// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Lock
import Handrail.Theme
import Handrail.View

// Sets the PIN, changes it or turns it off: the one that is set first, then the new one twice.
Item {
    id: root

    readonly property bool isLow: height < 700

    focus: true
    Keys.onPressed: event => {
        event.accepted = pad.type(event);
        if (!event.accepted && [Qt.Key_Return, Qt.Key_Enter].includes(event.key)) {
            event.accepted = true;
            Lock.goOn();
        }
    }

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("App lock")
        onBackPressed: Navigator.back()
    }

    PageScroll {
        id: scroll

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        startPadding: 8
        endPadding: 12

        Column {
            width: scroll.bodyWidth
            spacing: root.isLow ? 6 : 12

            Words {
                width: parent.width
                role: Words.Title
                horizontalAlignment: Text.AlignHCenter
                text: Lock.title
            }

            LiveWords {
                width: parent.width
                color: Theme.ink2
                horizontalAlignment: Text.AlignHCenter
                text: Lock.text
            }

            PinPad {
                id: pad

                width: parent.width
                topPadding: root.isLow ? 4 : 14
                side: root.isLow ? 60 : 72
            }

            Words {
                width: parent.width
                visible: Lock.step === Lock.New
                topPadding: lead + 8
                role: Words.Secondary
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("If you forget it, sign in with your clinic again. Help now never asks for it.")
            }
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        backText: qsTr("Cancel")
        nextText: Lock.step === Lock.Present ? "" : Lock.step === Lock.New ? qsTr("Next") : qsTr("Save")
        canGoNext: Lock.canGoOn
        onBackPressed: Navigator.back()
        onHelpPressed: Navigator.openHelp()
        onNextPressed: Lock.goOn()
    }
}
