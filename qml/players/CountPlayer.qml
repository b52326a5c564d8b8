// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// Things to find, one tap for each.
Item {
    id: root

    required property SkillView skill

    readonly property bool isSeen: visible && enabled && Window.visibility !== Window.Hidden && Window.visibility !== Window.Minimized

    signal finished
    signal ended
    signal openSkill(id: string)

    onIsSeenChanged: Turns.isShown = isSeen
    Component.onCompleted: {
        Turns.isShown = isSeen;
        Turns.open(skill);
    }
    Component.onDestruction: Turns.close()

    Connections {
        target: Turns

        function onFinished() {
            root.finished();
        }
    }

    Connections {
        target: root.skill

        function onOpened() {
            Turns.open(root.skill);
        }
    }

    PlayStage {
        anchors.fill: parent
        largest: 220
        smallest: Metrics.reflows ? 160 : 130
        reserve: 210 * Type.textScale
        shape: CountCircle {
            found: Turns.found
            count: Turns.count
            onTapped: Turns.tap()
        }
        controls: CountButtons {
            canGoBack: Turns.canGoBack
            onWentBack: Turns.back()
            onEnded: root.ended()
            onSkipped: Turns.next()
        }

        CountWords {
            count: Turns.count
            found: Turns.found
            say: Turns.say
            examples: Turns.examples
        }

        ProgressSegments {
            width: parent?.width ?? 0
            step: Turns.place
            steps: Math.max(1, Turns.places)
        }

        TurnsVoice {}
    }
}
