// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The notice that is part of the permission, paragraph by paragraph.
Sheet {
    id: root

    title: Invite.noticeTitle
    onClosed: isOpen = false
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    Repeater {
        model: Invite.notice

        Words {
            required property string modelData

            width: root.bodyWidth
            text: modelData
        }
    }
}
