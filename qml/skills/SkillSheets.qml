// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Skills
import Handrail.View

// What lies over a skill when it is asked for, and is made then: how strong it feels, and its cautions. skill; rate(), tell(); isOpen. Signal:
// rated(), or skipped.
Item {
    id: root

    required property SkillView skill
    property bool isRating: false
    property bool isTelling: false
    property bool hasRated: false
    property bool hasTold: false
    readonly property bool isOpen: isRating || isTelling

    signal rated

    // First there, then open: so it slides in.
    function rate() {
        hasRated = true;
        isRating = true;
    }

    function tell() {
        hasTold = true;
        isTelling = true;
        skill.noteRead();
    }

    Repeater {
        model: root.hasTold ? 1 : 0

        GoodToKnow {
            anchors.fill: parent
            isOpen: root.isTelling
            skill: root.skill
            onClosed: root.isTelling = false
        }
    }

    Repeater {
        model: root.hasRated ? 1 : 0

        StrengthSheet {
            anchors.fill: parent
            isOpen: root.isRating
            value: root.skill.before
            onPicked: value => root.skill.setBefore(value)
            onClosed: {
                root.isRating = false;
                root.rated();
            }
        }
    }
}
