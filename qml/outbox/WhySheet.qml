// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Why something waits, and what can be done about it. thing, isOpen.
Sheet {
    id: root

    property outgoingItem thing
    property bool isSure: false

    title: thing.title
    note: thing.why
    onIsOpenChanged: {
        isSure = false;
        Outbox.forgetCopyText();
    }
    onClosed: isOpen = false
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    HrButton {
        width: root.bodyWidth
        visible: root.thing.canChange
        text: qsTr("Change it and send it again")
        onClicked: {
            root.isOpen = false;
            Navigator.go(Navigator.CheckIn, root.thing.identifier);
        }
    }

    HrButton {
        width: root.bodyWidth
        visible: root.thing.outrun !== ""
        text: qsTr("Look at both")
        onClicked: {
            root.isOpen = false;
            Navigator.go(Navigator.FormAnswers, root.thing.outrun);
        }
    }

    HrButton {
        width: root.bodyWidth
        visible: root.thing.answers !== ""
        text: qsTr("Look at it")
        onClicked: {
            root.isOpen = false;
            Navigator.go(Navigator.FormAnswers, root.thing.answers);
        }
    }

    HrButton {
        width: root.bodyWidth
        visible: root.thing.canSave
        kind: HrButton.Soft
        text: qsTr("Save a copy for your clinic")
        onClicked: Outbox.saveCopy(root.thing.identifier)
    }

    Words {
        width: root.bodyWidth
        visible: root.thing.canSave
        role: Words.Caption
        // A path may have no place to break.
        wrapMode: Text.Wrap
        text: Outbox.copyText !== "" ? Outbox.copyText
            : qsTr("The copy is a plain text file in your Downloads. Who can use this device as you can read it. Handrail can’t erase it.")
    }

    HrButton {
        width: root.bodyWidth
        visible: root.thing.needsYou && !root.thing.canSignIn && Crisis.hasClinic
        kind: HrButton.Outline
        iconName: "phone"
        text: qsTr("Call %1").arg(Crisis.clinicPhone)
        onClicked: Crisis.call("clinic")
    }

    Words {
        width: root.bodyWidth
        visible: root.isSure
        role: Words.Secondary
        color: Theme.ink
        text: root.thing.along === "" ? qsTr("Your clinic does not have it from here. Removed, it can’t come back.")
            : qsTr("Your clinic does not have it from here. This goes with it: %1. Removed, it can’t come back.").arg(root.thing.along)
    }

    HrButton {
        width: root.bodyWidth
        visible: root.thing.canRemove
        kind: root.isSure ? HrButton.Outline : HrButton.Text
        text: root.isSure ? qsTr("Remove it now") : qsTr("Remove it from this device")
        onClicked: {
            if (root.isSure) {
                root.isOpen = false;
                Outbox.remove(root.thing.number);
            } else {
                root.isSure = true;
            }
        }
    }
}
