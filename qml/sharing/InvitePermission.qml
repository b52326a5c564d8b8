// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Step 2: the permission in the words that are signed, and the name that signs it. Signals: noticeAsked(), signed().
PageScroll {
    id: root

    property alias signature: name.text

    signal noticeAsked
    signal signed

    startPadding: 8
    gap: 16

    component Line: Item {
        id: line

        required property var modelData
        required property int index
        readonly property bool stacks: Metrics.reflows || width < 260

        width: parent?.width ?? 0
        implicitHeight: what.y + what.implicitHeight + 12

        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1: %2. %3").arg(modelData.label).arg(modelData.value).arg(modelData.note)

        Rectangle {
            width: parent.width
            height: Metrics.hairline
            visible: line.index > 0
            color: Theme.line
        }

        Words {
            id: label

            x: line.LayoutMirroring.enabled ? line.width - width : 0
            y: 12
            width: line.stacks ? line.width : 88
            color: Theme.ink2
            text: line.modelData.label
            isSpoken: false
        }

        Column {
            id: what

            x: line.stacks || line.LayoutMirroring.enabled ? 0 : 96
            y: line.stacks ? label.y + label.height : 12
            width: line.stacks ? line.width : line.width - 96

            Words {
                width: parent.width
                role: Words.Subhead
                text: line.modelData.value
                isSpoken: false
            }

            Words {
                width: parent.width
                role: Words.Secondary
                visible: text !== ""
                text: line.modelData.note
                isSpoken: false
            }
        }
    }

    Column {
        width: parent.width
        spacing: 6

        Words {
            width: parent.width
            role: Words.Title
            text: Invite.consentTitle
        }

        Words {
            width: parent.width
            color: Theme.ink2
            text: Invite.consentLead
        }
    }

    Card {
        width: parent.width
        topPadding: 4
        bottomPadding: 4

        Repeater {
            model: Invite.consentRows

            Line {
            }
        }
    }

    Column {
        width: parent.width

        Words {
            width: parent.width
            text: Invite.rightsText
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            kind: HrButton.Text
            leftPadding: 0
            isSmall: true
            text: qsTr("Read the full notice")
            onClicked: root.noticeAsked()
        }
    }

    LiveWords {
        width: parent.width
        visible: text !== ""
        color: Theme.ink
        text: Invite.problemText
    }

    Field {
        id: name

        width: parent.width
        label: qsTr("Type your name to sign")
        placeholder: Invite.patientName
        iconName: "pencil"
        maximumLength: 100
        error: Invite.signatureError
        onAccepted: root.signed()
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: qsTr("Signed on %1. Your typed name counts as your signature.").arg(Invite.dateText)
    }
}
