// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The cautions of a skill that plays, over it. skill.
Sheet {
    id: root

    required property SkillView skill

    title: qsTr("Good to know")
    note: skill.kind === "wait" ? qsTr("The wait goes on.") : qsTr("The exercise is paused.")
    onHelpPressed: {
        closed();
        Navigator.openHelp();
    }

    Cautions {
        width: root.bodyWidth
        lines: root.skill.cautions
    }
}
