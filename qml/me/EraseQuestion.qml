// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Asked before something is erased that is nowhere else: not sent, not finished, or made on this device. isOpen.
Sheet {
    id: root

    readonly property bool isUnsent: Account.unsentCount > 0
    readonly property string unsentNote: isUnsent ? qsTr("Not sent yet: %1. Your clinic does not have it. Erased, it can’t come back.").arg(Account.unsentText) : ""
    readonly property string onlyHereNote: Account.onlyHereText === "" ? "" : qsTr("Only on this device: %1. Erased, it can’t come back.").arg(Account.onlyHereText)

    title: isUnsent ? qsTr("Erase what is not sent?") : qsTr("Erase what is only here?")
    note: (unsentNote + " " + onlyHereNote).trim()
    onClosed: isOpen = false
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    Words {
        width: root.bodyWidth
        role: Words.Secondary
        color: Theme.ink
        text: Account.sendReport
        visible: text !== ""
    }

    HrButton {
        width: root.bodyWidth
        visible: !Account.needsSignIn && root.isUnsent
        text: qsTr("Send it first")
        isBusy: Account.isBusy
        busyText: qsTr("Sending…")
        onClicked: Account.sendNow()
    }

    HrButton {
        width: root.bodyWidth
        kind: HrButton.Outline
        text: root.isUnsent ? qsTr("Erase it unsent") : qsTr("Sign out and erase")
        onClicked: {
            root.isOpen = false;
            Account.erase();
        }
    }
}
