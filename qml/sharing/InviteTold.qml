// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// What became of an invitation that has no code to show: it is asked for, has no answer, waits for the clinic, or is not to be made here.
PageScroll {
    id: root

    readonly property bool isAsking: Invite.state === Invite.Asking
    readonly property bool isWaiting: Invite.state === Invite.Waiting

    signal cancelAsked

    startPadding: 24
    gap: 14

    Words {
        width: parent.width
        role: Words.Title
        text: root.isWaiting ? qsTr("Your clinic signs first") : Invite.calledName === "" ? qsTr("Invitation")
            : qsTr("Invitation for %1").arg(Invite.calledName)
    }

    LiveWords {
        width: parent.width
        color: Theme.ink
        text: {
            if (root.isAsking)
                return qsTr("Asking your clinic…");
            if (root.isWaiting)
                return qsTr("You signed. Your clinic signs too, before anything is shared. Then open %1 in “People I share with” and make the code.").arg(Invite.calledName);
            return Invite.problemText !== "" ? Invite.problemText : qsTr("You signed this, and no answer has come yet. Try again. It stays one invitation.");
        }
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        color: Theme.ink
        text: Invite.doneText
    }

    CardList {
        width: parent.width
        visible: Invite.isCallBetter && Crisis.hasClinic
        spokenName: call.title

        ListRow {
            id: call

            iconName: "phone"
            title: qsTr("Call your clinic")
            note: Crisis.clinicPhone
            onClicked: Crisis.call("clinic")
        }
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: Invite.state === Invite.Unanswered
        kind: HrButton.Text
        leftPadding: 0
        text: qsTr("Don’t send it")
        onClicked: {
            Invite.drop();
            Navigator.back();
        }
    }

    HrButton {
        width: Math.min(implicitWidth, parent.width)
        visible: root.isWaiting
        kind: HrButton.Text
        leftPadding: 0
        text: qsTr("Cancel the invitation")
        onClicked: root.cancelAsked()
    }
}
