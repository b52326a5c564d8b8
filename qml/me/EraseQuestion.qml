// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Asked before something that is not sent is erased. isOpen.
Sheet {
    id: root

    title: qsTr("Erase what is not sent?")
    note: Account.unsentCount === 0 ? ""
        : qsTr("Not sent yet: %1. Your clinic does not have it. Erased, it can’t come back.").arg(Account.unsentText)
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
        visible: !Account.needsSignIn && Account.unsentCount > 0
        text: qsTr("Send it first")
        isBusy: Account.isBusy
        busyText: qsTr("Sending…")
        onClicked: Account.sendNow()
    }

    HrButton {
        width: root.bodyWidth
        kind: HrButton.Outline
        text: Account.unsentCount > 0 ? qsTr("Erase it unsent") : qsTr("Sign out and erase")
        onClicked: {
            root.isOpen = false;
            Account.erase();
        }
    }
}
