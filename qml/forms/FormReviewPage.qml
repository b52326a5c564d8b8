// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Forms
import Handrail.Theme
import Handrail.View

// All answers of a form before they are sent; each leads back to its question.
PageScroll {
    id: root

    startPadding: 8
    Component.onCompleted: coming.restart()

    // It can come by itself, after the last answer: it is said, and the keys go on from it.
    Timer {
        id: coming

        interval: 0
        onTriggered: {
            heading.forceActiveFocus(Qt.OtherFocusReason);
            Announcer.say(heading);
        }
    }

    Words {
        id: heading

        width: parent.width
        activeFocusOnTab: activeFocus
        Accessible.focusable: true
        role: Words.Title
        text: qsTr("Look before you send")
    }

    Words {
        width: parent.width
        topPadding: lead + 4
        bottomPadding: 16 - lead
        color: Theme.ink2
        text: qsTr("Tap an answer to change it. Skips are fine.")
    }

    LiveWords {
        width: parent.width
        visible: Form.isAmending && text !== ""
        bottomPadding: 16 - lead
        text: Form.notice
    }

    FieldError {
        width: parent.width
        bottomPadding: 12
        text: Form.missingText
    }

    AnswerList {
        width: parent.width
        canChange: true
    }

    Row {
        width: parent.width
        topPadding: 16
        spacing: 12

        Icon {
            id: eye

            name: "eye"
        }

        Words {
            width: parent.width - eye.width - 12
            text: qsTr("Your care team will see these. Your family can’t.")
        }
    }

    // Whose words the form is made of: an instrument goes with its notice.
    Words {
        width: parent.width
        visible: text !== ""
        topPadding: lead + 16
        role: Words.Caption
        text: Form.copyright
    }
}
