// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.CheckIn
import Handrail.Controls
import Handrail.View

// The daily check-in: one question a screen, back and forth without loss, each can be skipped. With the identifier of one that the
// clinic refused as the route's argument: that one again. Tab goes as the eye does: Close, the
// answers, Back, Help now, Next. On other pages Help now comes before the content; here it would stand before each answer, and F1 has it.
Item {
    id: root

    // Leaves on the first question; the draft stays.
    function goBack() {
        if (!CheckIn.back())
            Navigator.back();
    }

    Component.onCompleted: {
        if (Navigator.argument === "")
            CheckIn.begin();
        if (Navigator.argument === "" ? CheckIn.state === CheckIn.Done : !CheckIn.sendAgain(Navigator.argument))
            leaving.start();
    }

    // While the page is made the window is still turning to it, and would stay here.
    Timer {
        id: leaving

        interval: 0
        onTriggered: {
            if (CheckIn.state === CheckIn.Done)
                Navigator.replace(Navigator.CheckInDone);
            else
                Navigator.back();
        }
    }

    TopBar {
        id: bar

        width: parent.width
        isClose: true
        step: CheckIn.state === CheckIn.Editing ? CheckIn.step + 1 : 0
        steps: CheckIn.state === CheckIn.Editing ? CheckIn.stepCount : 0
        onBackPressed: Navigator.back()
    }

    QuestionPage {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        visible: CheckIn.state === CheckIn.Editing
        onFinishAsked: if (!footer.isFresh) CheckIn.finish()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        visible: (CheckIn.state === CheckIn.Failed || CheckIn.state === CheckIn.Unavailable) && !leaving.running
        startPadding: 24

        ErrorCard {
            width: parent.width
            title: CheckIn.state === CheckIn.Failed ? CheckIn.problemTitle : qsTr("The questions are not here yet")
            note: CheckIn.state === CheckIn.Failed ? CheckIn.problemText : qsTr("They come from your clinic. Please try again later.")
            retryText: CheckIn.state === CheckIn.Failed ? qsTr("Try again") : ""
            onRetried: CheckIn.retry()
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        backText: CheckIn.step === 0 && CheckIn.state !== CheckIn.Failed ? qsTr("Close") : qsTr("Back")
        nextText: CheckIn.state !== CheckIn.Editing ? "" : !CheckIn.isAnswered ? qsTr("Skip") : CheckIn.isLast ? qsTr("Finish") : qsTr("Next")
        isNextSoft: !CheckIn.isAnswered
        about: CheckIn.step
        isAlone: CheckIn.hasGoneOn
        onBackPressed: root.goBack()
        onHelpPressed: Navigator.openHelp()
        onNextPressed: CheckIn.isAnswered ? CheckIn.next() : CheckIn.skip()
    }
}
