// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View
import Handrail.Welcome

// For who was invited: the link, the code, and what happens next. No name, no clinic and no reason stands here before the code was right.
Item {
    id: root

    readonly property bool isLow: height < 560 || Metrics.reflows

    TopBar {
        id: bar

        width: parent.width
        isClose: true
        isKept: false
        onBackPressed: Navigator.back()

        HrButton {
            kind: HrButton.Text
            isSmall: true
            ink: Theme.ink
            iconName: "earth"
            visible: !Metrics.reflows
            text: Preferences.languageName
            spokenName: qsTr("Language: %1. Change").arg(text)
            onClicked: languages.isOpen = true
        }
    }

    PageScroll {
        id: scroll

        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        startPadding: root.isLow ? 4 : 22

        Loader {
            width: scroll.bodyWidth
            source: Invitation.step === Invitation.Code ? "InvitationCode.qml" : Invitation.step === Invitation.Closed
                ? "InvitationClosed.qml" : Invitation.step === Invitation.Question ? "InvitationQuestion.qml" : "InvitationLink.qml"
            // A new part begins at its top.
            onLoaded: scroll.contentY = 0
        }
    }

    LanguageSheet {
        id: languages

        anchors.fill: parent
    }
}
