// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Skills
import Handrail.Theme
import Handrail.View

// A skill from its first moment to its end: the player of its kind, its steps as text, and what comes after. skillId opens it. How strong
// it feels is asked here, before and after, and a player does not ask; what plays has its cautions said here, beside its first time and then
// behind "Good to know". A player rests while it is not visible or not enabled. Signals: closed(), ledOn(id) to another skill.
Item {
    id: root

    property string skillId
    property bool isRead: false // the steps as text
    property bool isAsked: false // how strong it feels, and skipped or answered
    property alias canLock: bar.canLock // false: what stands beside it has the button that locks

    readonly property var players: ({
        "breath": "Players/BreathPlayer", "wave": "Players/WavePlayer", "timer": "Players/TimerPlayer", "wait": "Players/WaitPlayer",
        "steps": "Players/StepsPlayer", "count": "Players/CountPlayer", "worksheet": "Worksheets/WorksheetPlayer",
        "list": "Worksheets/ListPlayer", "checklist": "Worksheets/ChecklistPlayer", "choose": "Skills/ChoosePlayer",
        "reach-out": "Skills/ReachOutPlayer", "cards": "Skills/CardsPlayer"
    })

    readonly property SkillView skill: Skills.current
    readonly property bool isRunning: skill.state === SkillView.Running
    // A kind whose player is not there is read.
    readonly property bool isText: isRead || (isRunning && player.status === Loader.Error)
    // A breath and a wave have a ground of their own (design visual 08).
    readonly property bool isCalm: isRunning && !isText && (skill.kind === "breath" || skill.kind === "wave")

    // What stands in the player itself needs no second place.
    readonly property bool hasMore: isRunning && !isText && skill.isPlayed && skill.cautions.length > 0

    signal closed
    signal ledOn(id: string)

    function begin() {
        skill.close();
        isRead = false;
        isAsked = false;
        if (SafetyPlan.standsFor(skillId))
            toPlan.start();
        else if (skillId !== "")
            skill.open(skillId);
    }

    // Once: a second player would begin anew. The one of the skill before must not come back for the next.
    function run() {
        if (!player.active)
            player.source = "";
        else if (player.status === Loader.Null)
            player.setSource("qrc:/qt/qml/Handrail/" + players[skill.kind] + ".qml", {skill: skill});
    }

    function goOn(id: string) {
        if (skill.goOn(id))
            ledOn(id);
    }

    onSkillIdChanged: begin()
    // Unless another page has opened another one in the meantime.
    Component.onDestruction: if (skill.id === skillId) skill.close()

    Timer { // there is one place where the plan is written; after this turn, as the page is still being made
        id: toPlan

        interval: 0
        onTriggered: {
            root.closed();
            Navigator.go(Navigator.SafetyPlan);
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: root.isCalm
        color: Theme.calm
    }

    TopBar {
        id: bar

        width: parent.width
        title: Metrics.reflows ? "" : root.skill.title
        isClose: true
        spokenBack: qsTr("Close")
        onBackPressed: root.closed()

        HrButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.isRunning && !root.isText
            kind: HrButton.Text
            isSmall: true
            leftPadding: 8
            rightPadding: 8
            text: qsTr("Steps")
            spokenName: qsTr("Read the steps")
            onClicked: root.isRead = true
        }

        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.hasMore
            iconName: "information-outline"
            spokenName: qsTr("Good to know")
            onClicked: sheets.tell()
        }

        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            iconName: root.skill.isFavourite ? "star" : "star-outline"
            spokenName: root.skill.isFavourite ? qsTr("Saved as a favorite. Take it away") : qsTr("Save as a favorite")
            visible: root.skill.state !== SkillView.Missing && !root.hasMore
            onClicked: root.skill.setFavourite(!root.skill.isFavourite)
        }
    }

    Words {
        id: named

        anchors.top: bar.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: ask.width
        visible: text !== ""
        role: Words.Subhead
        text: root.isRunning && Metrics.reflows ? root.skill.title : "" // the bar has no room for it then
    }

    SkillAsk {
        id: ask

        anchors.top: named.visible ? named.bottom : bar.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        // With large words one of the two at a time, or little room is left for the exercise.
        visible: root.isRunning && root.skill.isRated && !root.isAsked && root.skill.before < 0 && !(Metrics.reflows && first.visible)
        onAsked: sheets.rate()
        onSkipped: root.isAsked = true
    }

    // It runs already: nobody waits for help because there is something to read.
    SkillFirst {
        id: first

        anchors.top: ask.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: ask.width
        height: visible ? implicitHeight : 0
        visible: root.isRunning && !root.isText && root.skill.isCautionDue
        room: root.height - y
        skill: root.skill
        onRead: {
            root.skill.noteRead();
            player.forceActiveFocus(Qt.OtherFocusReason);
        }
        onMoreAsked: sheets.tell()
    }

    Loader {
        id: player

        anchors.fill: parent
        anchors.topMargin: first.y + first.height
        active: root.isRunning
        visible: !root.isText && status === Loader.Ready // not in parts
        // The page shows first, and the turn of the event loop that it was tapped in stays short.
        asynchronous: true
        enabled: visible && !sheets.isOpen
        focus: visible
        onActiveChanged: root.run()
        Component.onCompleted: root.run()
    }

    Connections {
        target: player.item
        ignoreUnknownSignals: true

        function onFinished() {
            root.skill.finish();
        }

        function onEnded() {
            root.skill.end();
        }

        function onOpenSkill(id: string) {
            root.goOn(id);
        }
    }

    Repeater {
        model: root.isRunning && root.isText ? 1 : 0

        SkillSteps {
            anchors.fill: player
            skill: root.skill
            canRun: root.isRead && player.status !== Loader.Error
            onRunAsked: root.isRead = false
            onFinished: {
                if (root.skill.kind === "wait")
                    Wait.end(); // it would go on without its page, and call when nobody waits any more
                root.skill.end();
            }
        }
    }

    Repeater {
        model: root.skill.state === SkillView.After ? 1 : 0

        SkillAfter {
            anchors.fill: parent
            anchors.topMargin: bar.height
            skill: root.skill
            onDone: root.closed()
            onLedOn: id => root.ledOn(id)
        }
    }

    Repeater {
        model: root.skill.state === SkillView.Missing ? 1 : 0

        PageScroll {
            anchors.fill: parent
            anchors.topMargin: bar.height
            startPadding: 24

            ErrorCard {
                width: parent.width
                title: qsTr("This skill is not here")
                note: qsTr("It may come back with an update. The other skills are here.")
                retryText: qsTr("See all skills")
                onRetried: Navigator.go(Navigator.Skills)
            }
        }
    }

    SkillSheets {
        id: sheets

        anchors.fill: parent
        skill: root.skill
        onRated: root.isAsked = true
    }
}
