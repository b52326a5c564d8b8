// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Privacy
import Handrail.Theme
import Handrail.View

// All that is here, as one file: what is in it first, and that it is not locked.
Item {
    id: root

    Component.onCompleted: Download.isShown = true
    Component.onDestruction: Download.isShown = false

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Download all of it")
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
            role: Words.Secondary
            text: qsTr("This is what will be in the file. Nothing is written before you say so.")
        }

        ErrorCard {
            width: parent.width
            visible: Download.problemTitle !== ""
            title: Download.problemTitle
            note: Download.problemText
            retryText: ""
        }

        CountCard {
            width: parent.width
            parts: Download.parts
        }

        Card {
            width: parent.width
            gap: 6

            Words {
                width: parent.width
                role: Words.Subhead
                text: qsTr("The file is not locked")
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: qsTr("Whoever opens it can read it. Save it on a device that only you use. Any web browser shows it.")
            }

            Words {
                width: parent.width
                role: Words.Secondary
                text: qsTr("Also in it: skills you used, lessons you read, days you marked, and settings. Not in it: your PIN and what keeps you signed in.")
            }
        }

        HrButton {
            width: parent.width
            visible: Download.state !== Download.Writing
            iconName: "download"
            text: Download.state === Download.Saved ? qsTr("Save it again") : qsTr("Save the file")
            onClicked: Download.save()
        }

        LiveWords {
            width: parent.width
            text: qsTr("Writing the file: %1%").arg(Download.percent)
            visible: Download.state === Download.Writing
        }

        HrButton {
            width: parent.width
            visible: Download.state === Download.Writing
            kind: HrButton.Soft
            text: qsTr("Stop")
            onClicked: Download.stop()
        }

        LiveWords {
            width: parent.width
            role: Words.Secondary
            color: Theme.ink
            text: Download.savedText
            wrapMode: Text.Wrap // it names a file, which may be longer than a line
            visible: text !== ""
        }
    }
}
