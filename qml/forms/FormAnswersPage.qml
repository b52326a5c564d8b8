// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Forms
import Handrail.Theme
import Handrail.View

// Answers that were sent, seen again; they can be changed, and the clinic keeps both where it has the first. Where it has others than these, both show at once. The
// route's argument is their identifier.
Item {
    id: root

    readonly property bool isBegun: Form.isOutrun || Form.isChangeBegun

    function amend() {
        if (Form.amend())
            Navigator.replace(Navigator.Form, Navigator.argument);
    }

    Component.onCompleted: {
        Form.showAnswers(Navigator.argument);
        if (Form.isOutrun) // "Look at both" was what led here
            goingOn.start();
    }

    // While the page is made the window is still turning to it, and would stay here.
    Timer {
        id: goingOn

        interval: 0
        onTriggered: root.amend()
    }

    TopBar {
        id: bar

        width: parent.width
        title: Form.isOtherHeld ? "" : Form.title
        onBackPressed: Navigator.back()
    }

    Loader {
        anchors.fill: parent
        anchors.topMargin: bar.height
        active: Form.isOtherHeld
        source: "FormHeld.qml"
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        visible: !Form.isOtherHeld
        startPadding: 8

        Words {
            width: parent.width
            color: Theme.ink2
            text: Form.dayText
        }

        LiveWords {
            width: parent.width
            bottomPadding: 16 - lead
            color: Theme.ink2
            text: Form.sentText
        }

        Words {
            width: parent.width
            visible: text !== ""
            bottomPadding: 16 - lead
            role: Words.Secondary
            text: Form.notice
        }

        // What is to be done comes before what may be long.
        HrButton {
            width: parent.width
            visible: Form.canAmend && root.isBegun
            text: Form.isOutrun ? qsTr("Look at both") : qsTr("Go on with your change")
            onClicked: root.amend()
        }

        Item { width: 1; height: 16; visible: Form.canAmend && root.isBegun }

        AnswerList {
            width: parent.width
            visible: Form.answerParts.length > 0
        }

        Item { width: 1; height: 16; visible: sharing.visible }

        // What was kept at the end of a check-in can be shared after all.
        CardList {
            id: sharing

            width: parent.width
            visible: Form.sharingText !== ""

            ListRow {
                iconName: "eye"
                title: qsTr("Who can see it")
                note: Form.sharingText
                isNoteSmall: true
                isStrong: false
                isPressable: false

                Toggle {
                    enabled: Form.canShare
                    isOn: Form.isShared
                    spokenName: qsTr("My care team can see this check-in")
                    spokenHint: enabled ? "" : qsTr("It has left this device. Ask your clinic if you want it taken back.")
                    onToggledTo: isOn => Form.setShared(isOn)
                }
            }
        }

        Words {
            width: parent.width
            visible: Form.canAmend && !root.isBegun
            topPadding: lead + 20
            bottomPadding: 8
            role: Words.Secondary
            text: Form.isAtClinic ? qsTr("Did something change? Your clinic sees both, the first answers and the new ones.") : qsTr("Did something change?")
        }

        HrButton {
            width: parent.width
            visible: Form.canAmend && !root.isBegun
            kind: HrButton.Outline
            text: qsTr("Change my answers")
            onClicked: root.amend()
        }
    }
}
