// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// One calm page for every invitation that does not open, and not a word about which reason it was.
Column {
    id: root

    spacing: 10

    Item {
        width: 188
        height: 86

        Mark {
            side: 200
            box: 200
            x: -6
            stroke: 4
            color: Theme.track
            path: "M28 30V48M58 30V48M88 30V48M140 62V80M168 62V80"
        }

        Mark {
            side: 200
            box: 200
            x: -6
            stroke: 7
            color: Theme.track
            path: "M10 18L82 18Q96 18 106.2 27.6L119.8 40.4Q130 50 144 50L190 50"
        }
    }

    LiveWords {
        width: parent.width
        topPadding: lead + 10
        role: Words.Display
        text: qsTr("This invitation is closed")
    }

    Words {
        width: parent.width
        bottomPadding: known.visible ? 0 : 16
        color: Theme.ink2
        text: qsTr("It may be old or used before, or the code does not match. You can ask the person for a new one.")
    }

    // Also whoever was let in and lost the app before it knew.
    Words {
        id: known

        readonly property bool isAddressHere: Account.hasServer && Account.leadsTo(Invitation.server)

        width: parent.width
        visible: !Account.isSignedIn && (isAddressHere || !Account.isServerFixed)
        bottomPadding: 16
        text: isAddressHere ? qsTr("Did you make a sign-in with it? Close this page and sign in.")
            : qsTr("Did you make a sign-in with it? Close this page, type the address of that clinic, and sign in.")
    }

    HrButton {
        width: parent.width
        kind: HrButton.Outline
        text: qsTr("Try another code")
        onClicked: Invitation.tryAgain()
    }

    HrButton {
        width: parent.width
        kind: HrButton.Text
        text: qsTr("Use another link")
        onClicked: Invitation.otherLink()
    }

    // Open to everybody, and about nobody.
    HrButton {
        width: parent.width
        visible: Learn.familyModule !== ""
        kind: HrButton.Text
        iconName: "book-open-variant"
        text: qsTr("Read: how families can help")
        onClicked: Navigator.go(Navigator.Module, Learn.familyModule)
    }
}
