// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Forms
import Handrail.View

// Any form of the clinic's: one question a screen, each answer kept at once, each can be skipped, then a look at all before it is sent.
// The route's argument is the assignment, or the form's address.
Item {
    id: root

    readonly property bool isHeld: Form.isOtherHeld
    readonly property bool isEditing: !isHeld && Form.state === Form.Editing
    readonly property bool isOutrun: Form.newerParts.length > 0

    function goBack() {
        if (!Form.back())
            Navigator.back();
    }

    Component.onCompleted: Form.open(Navigator.argument)

    TopBar {
        id: bar

        width: parent.width
        isClose: true
        isKept: !root.isHeld
        step: root.isEditing ? Form.step + 1 : 0
        steps: root.isEditing ? Form.stepCount : 0
        visible: root.isHeld || Form.state !== Form.Done
        onBackPressed: Navigator.back()
    }

    FormQuestions {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        visible: root.isEditing
    }

    Loader {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        active: !root.isHeld && Form.state === Form.Review
        source: "FormReviewPage.qml"
    }

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: footer.height
        active: !root.isHeld && Form.state === Form.Done
        source: "FormSent.qml"
    }

    Loader {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        active: root.isHeld
        source: "FormHeld.qml"
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: footer.height
        visible: !root.isHeld && (Form.state === Form.Failed || Form.state === Form.Unavailable)
        startPadding: 24

        ErrorCard {
            width: parent.width
            title: Form.problemTitle
            note: Form.problemText
            retryText: Form.state === Form.Failed ? qsTr("Try again") : ""
            onRetried: Form.send()
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        about: Form.state * 10000 + Form.step + (root.isOutrun ? 5000 : 0)
        isAlone: Form.hasGoneOn
        backText: root.isHeld ? qsTr("Close") : Form.state === Form.Done ? "" : Form.state === Form.Review ? qsTr("Later") : root.isEditing && Form.step === 0 ? qsTr("Close") : qsTr("Back")
        nextText: {
            if (root.isHeld)
                return "";
            switch (Form.state) {
            case Form.Editing: return Form.isAnswered || Form.fields.count === 0 ? qsTr("Next") : qsTr("Skip");
            case Form.Review: return root.isOutrun && !Form.isAmending ? qsTr("Send mine") : root.isOutrun ? qsTr("Send my change") : Form.isAmending ? qsTr("Send again") : qsTr("Send");
            case Form.Done: return qsTr("Done");
            default: return "";
            }
        }
        isNextSoft: root.isEditing && !Form.isAnswered && Form.fields.count > 0
        canGoNext: Form.state !== Form.Review || Form.missingText === ""
        onBackPressed: root.isHeld || Form.state === Form.Review ? Navigator.back() : root.goBack()
        onHelpPressed: Navigator.openHelp()
        onNextPressed: {
            if (Form.state === Form.Done)
                Navigator.back();
            else if (Form.state === Form.Review)
                Form.send();
            else if (isNextSoft)
                Form.skip();
            else
                Form.next();
        }
    }
}
