// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.View
import Handrail.Worksheets

// A skill that is a checklist. Signals: finished(), openSkill(id).
Item {
    id: root

    required property SkillView skill
    property int ticket: -1

    signal finished
    signal openSkill(id: string)

    Component.onCompleted: ticket = Worksheet.begin(skill.id)
    Component.onDestruction: Worksheet.close(ticket)

    ChecklistBody {
        id: body

        anchors.fill: parent
        cautions: root.skill.cautions
        hasDone: true
        onFinished: {
            if (Worksheet.done())
                root.finished();
            else
                body.contentY = 0; // where it says why
        }
        onLedOn: id => {
            if (Worksheet.done())
                root.openSkill(id);
            else
                body.contentY = 0;
        }
    }
}
