// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn
import Handrail.View

// A lesson, or the quiz of a module, a card at a time. It can be closed anywhere and keeps its place. The route's argument is the lesson, or the
// module.
Item {
    id: root

    readonly property bool isReading: Lesson.state === Lesson.Reading
    readonly property bool isLast: Lesson.card + 1 >= Lesson.cardCount

    function open() {
        if (Navigator.route === Navigator.Lesson)
            Lesson.openLesson(Navigator.argument);
        else if (Navigator.route === Navigator.Quiz)
            Lesson.openQuiz(Navigator.argument);
    }

    function follow(kind: string, id: string, host: string) {
        switch (kind) {
        case "skill": return Navigator.go(Navigator.Skill, id);
        case "lesson": return Navigator.replace(Navigator.Lesson, id);
        case "quiz": return Navigator.replace(Navigator.Quiz, id);
        case "help": return Navigator.openHelp();
        case "web": return web.ask(id, host);
        }
    }

    function leave() {
        if (Navigator.canGoBack)
            Navigator.back();
        else
            Navigator.home();
    }

    Component.onCompleted: open()

    Connections {
        target: Navigator

        // One lesson led on to another. Help now that lies over it changes nothing.
        function onRouteChanged() {
            root.open();
        }
    }

    TopBar {
        id: bar

        width: parent.width
        isClose: true
        spokenBack: root.isReading && Navigator.isSignedIn ? qsTr("Close. Your place is kept.") : qsTr("Close")
        step: root.isReading ? Lesson.card + 1 : 0
        steps: root.isReading ? Lesson.cardCount : 0
        onBackPressed: root.leave()

        IconButton {
            visible: Lesson.canReadAloud
            iconName: Lesson.isSpeaking ? "pause" : "volume-high"
            spokenName: Lesson.isSpeaking ? qsTr("Stop reading") : qsTr("Read aloud")
            onClicked: Lesson.readAloud()
        }
    }

    Loader {
        id: card

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        active: root.isReading
        source: "LessonCard.qml"
    }

    Loader {
        id: end

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        active: Lesson.state === Lesson.End
        source: "LessonEnd.qml"
    }

    Connections {
        target: card.item as LessonCard

        function onFollowed(kind: string, id: string, host: string) {
            root.follow(kind, id, host);
        }
    }

    Connections {
        target: end.item as LessonEnd

        function onFollowed(kind: string, id: string, host: string) {
            root.follow(kind, id, host);
        }
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        visible: Lesson.state === Lesson.Missing
        startPadding: 24

        EmptyState {
            width: parent.width
            title: qsTr("This lesson is not here now")
            note: qsTr("It may come back, or have a new name. What you have read stays kept.")
            actionText: Navigator.isSignedIn ? qsTr("See all lessons") : ""
            onActionPressed: Navigator.go(Navigator.isRelative ? Navigator.FamilyLessons : Navigator.Learn)
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        about: Lesson.state * 10000 + Lesson.card
        backText: root.isReading && Lesson.card === 0 ? qsTr("Close") : Lesson.state === Lesson.Missing ? "" : qsTr("Back")
        nextText: root.isReading ? (root.isLast ? qsTr("Finish") : qsTr("Next")) : Lesson.state === Lesson.End ? qsTr("Done") : ""
        onBackPressed: {
            if (!Lesson.back())
                root.leave();
        }
        onHelpPressed: Navigator.openHelp()
        onNextPressed: {
            if (root.isReading)
                Lesson.next();
            else
                root.leave();
        }
    }

    WebSheet {
        id: web

        anchors.fill: parent
    }
}
