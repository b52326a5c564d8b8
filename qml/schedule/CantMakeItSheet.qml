// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Saying that one can't come, in two taps; the reason is never needed.
Sheet {
    id: root

    required property sessionItem item
    property string reason
    readonly property list<string> reasons: [qsTr("No ride"), qsTr("Sick"), qsTr("Work"), qsTr("Child care"), qsTr("Running late"),
        qsTr("Hard day"), qsTr("Rather not say")]

    title: qsTr("Can’t make it?")
    note: qsTr("%1. %2. Your place is safe.").arg(root.item.title).arg(root.item.whenText)
    actText: qsTr("Tell your clinic I can’t come")
    onClosed: isOpen = false
    onActed: {
        SessionDetail.decline(reason === reasons[6] ? "" : reason);
        isOpen = false;
    }
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    Words {
        width: root.bodyWidth
        role: Words.Section
        text: qsTr("What is going on? You can skip this.")
    }

    Flow {
        width: root.bodyWidth
        spacing: 8

        Repeater {
            model: root.reasons

            ChoiceChip {
                required property string modelData

                maximumWidth: root.bodyWidth
                text: modelData
                isMany: false
                isChosen: root.reason === modelData
                onClicked: root.reason = isChosen ? "" : modelData
            }
        }
    }

    Words {
        width: root.bodyWidth
        role: Words.Caption
        text: qsTr("It is sent as a request. Your schedule changes when your clinic answers.")
    }
}
