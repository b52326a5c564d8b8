// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Sharing
import Handrail.Theme
import Handrail.View

// Inviting somebody, in three steps. The route's argument is the id of one family session, empty for all, "code/" and a Consent's id, or
// "again/" and the id of a Sharing.
Item {
    id: root

    readonly property bool isTold: Invite.state !== Invite.Who && Invite.state !== Invite.Permission && Invite.state !== Invite.Code
    readonly property int step: Invite.state === Invite.Who ? 1 : Invite.state === Invite.Permission ? 2 : 3

    function goBack() {
        if (!Invite.back())
            Navigator.back();
    }

    function goOn() {
        switch (Invite.state) {
        case Invite.Who: Invite.next(); break;
        case Invite.Permission: Invite.agree(permission.item?.["signature"] ?? ""); break;
        case Invite.Unanswered: Invite.retry(); break;
        default: Navigator.back();
        }
    }

    Component.onCompleted: Invite.open(Navigator.argument)
    Component.onDestruction: Invite.close()

    TopBar {
        id: bar

        width: parent.width
        isClose: true
        step: root.step
        steps: 3
        onBackPressed: Navigator.back()
    }

    Loader {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        active: Invite.state === Invite.Who
        source: "InviteWho.qml"
    }

    Loader {
        id: permission

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        enabled: !notice.isOpen
        active: Invite.state === Invite.Permission
        source: "InvitePermission.qml"
    }

    Connections {
        target: permission.item
        ignoreUnknownSignals: true

        function onNoticeAsked() {
            notice.isOpen = true;
        }

        function onSigned() {
            root.goOn();
        }
    }

    Loader {
        id: code

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        enabled: !question.isOpen
        active: Invite.state === Invite.Code
        source: "InviteCode.qml"
    }

    Loader {
        id: told

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        enabled: !question.isOpen
        active: root.isTold && Invite.state !== Invite.Closed
        source: "InviteTold.qml"
    }

    Connections {
        target: code.item ?? told.item
        ignoreUnknownSignals: true

        function onCancelAsked() {
            question.isOpen = true;
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        about: Invite.state
        backText: {
            switch (Invite.state) {
            case Invite.Who: return qsTr("Back");
            case Invite.Permission: return qsTr("Not now");
            case Invite.Code: // "Done" keeps it, as the cross does
            case Invite.Waiting: return "";
            default: return qsTr("Close");
            }
        }
        nextText: {
            switch (Invite.state) {
            case Invite.Who: return qsTr("Next");
            case Invite.Asking:
            case Invite.Permission: return qsTr("I agree");
            case Invite.Unanswered: return qsTr("Try again");
            case Invite.Code:
            case Invite.Waiting: return qsTr("Done");
            default: return "";
            }
        }
        isBusy: Invite.state === Invite.Asking
        nextBusyText: qsTr("Asking…")
        onBackPressed: root.goBack()
        onHelpPressed: Navigator.openHelp()
        onNextPressed: root.goOn()
    }

    NoticeSheet {
        id: notice

        anchors.fill: parent
    }

    Sheet {
        id: question

        anchors.fill: parent
        title: qsTr("Cancel the invitation for %1?").arg(Invite.calledName)
        note: Invite.state === Invite.Waiting ? qsTr("What you signed ends. Your clinic is told.")
            : qsTr("The link and the code stop working. What you signed ends. Your clinic is told.")
        actText: qsTr("Cancel it now")
        onClosed: isOpen = false
        onActed: {
            Invite.cancelInvitation();
            isOpen = Invite.doneText !== "";
        }
        onHelpPressed: {
            isOpen = false;
            Navigator.openHelp();
        }

        LiveWords {
            width: question.bodyWidth
            visible: text !== ""
            color: Theme.ink
            text: question.isOpen ? Invite.doneText : ""
        }
    }
}
