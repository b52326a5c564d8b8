// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Sharing
import Handrail.Theme
import Handrail.View

// One person: what they can see, since when, what they saw, and how to stop. The route's argument is the id of the Consent,
// "/" and the relative's.
Item {
    id: root

    readonly property var person: Sharing.person
    readonly property bool isThere: person.name !== undefined
    readonly property string called: person.called ?? ""
    readonly property bool isOver: person.isOver ?? false
    readonly property var still: person.still ?? []
    readonly property bool isStillSeeing: person.isStillSeeing ?? false

    Component.onCompleted: {
        Sharing.personId = Navigator.argument;
        Sharing.isShown = true;
    }
    Component.onDestruction: Sharing.isShown = false

    Connections {
        target: Navigator

        // One permission led on to another.
        function onRouteChanged() {
            if (Navigator.route !== Navigator.SharingPerson || Sharing.personId === Navigator.argument)
                return;
            question.isOpen = false;
            Sharing.personId = Navigator.argument;
            page.contentY = 0;
        }
    }

    TopBar {
        id: bar

        width: parent.width
        title: root.person.name ?? ""
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        id: page

        anchors.fill: parent
        anchors.topMargin: bar.height
        enabled: !question.isOpen
        startPadding: 8
        endPadding: 48
        gap: Metrics.cardGap

        EmptyState {
            width: parent.width
            visible: !root.isThere
            topPadding: 24
            title: qsTr("This is not there any more")
            note: qsTr("Your list has what is true now.")
        }

        Flow {
            width: parent.width
            visible: root.isThere
            spacing: 8

            StatusChip {
                isTall: true
                iconName: root.person.chipIcon ?? ""
                text: root.person.chip ?? ""
                tone: root.person.isWaiting ? StatusChip.Ochre : StatusChip.Soft
            }

            StatusChip {
                isTall: true
                visible: text !== ""
                text: root.person.relation ?? ""
            }
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            color: Theme.ink
            text: root.person.stopText ?? ""
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            color: Theme.ink
            text: Sharing.problemText
        }

        CardList {
            width: parent.width
            visible: (root.person.isCallBetter ?? false) && Crisis.hasClinic
            spokenName: call.title

            ListRow {
                id: call

                iconName: "phone"
                title: qsTr("Call your clinic")
                note: Crisis.clinicPhone
                onClicked: Crisis.call("clinic")
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.person.stateText ?? ""
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.person.endsBeforeText ?? ""
        }

        HrButton {
            width: parent.width
            visible: (root.person.signAgain ?? "") !== "" && Sharing.isOffered
            iconName: "pencil"
            text: qsTr("Sign again")
            onClicked: Navigator.go(Navigator.Invite, root.person.signAgain)
        }

        Words {
            id: more

            width: parent.width
            visible: root.still.length > 0
            role: Words.Section
            text: root.isOver && root.isStillSeeing ? qsTr("What %1 still sees").arg(root.called) : qsTr("Another permission for %1").arg(root.called)
        }

        SharingRows {
            width: parent.width
            visible: root.still.length > 0
            spokenName: more.text
            people: root.still
        }

        HrButton {
            width: parent.width
            visible: root.person.canMakeCode ?? false
            kind: HrButton.Soft
            iconName: "qrcode"
            text: qsTr("Make a code")
            onClicked: Navigator.go(Navigator.Invite, "code/" + root.person.consentId)
        }

        Words {
            width: parent.width
            visible: root.person.canMakeCode ?? false
            role: Words.Secondary
            text: qsTr("If you made one before, that one stops working.")
        }

        Words {
            width: parent.width
            visible: root.isThere
            role: Words.Section
            text: (root.isOver ? qsTr("What %1 could see") : qsTr("What %1 can see")).arg(root.called)
        }

        CardList {
            width: parent.width
            visible: root.isThere
            spokenName: root.isOver ? qsTr("What they could see") : qsTr("What they can see")

            Repeater {
                model: root.person.facts ?? []

                ListRow {
                    required property var modelData

                    iconName: modelData.iconName
                    title: modelData.title
                    note: modelData.note
                    isNoteSmall: true
                    isStrong: false
                    isPressable: false
                }
            }
        }

        NeverShared {
            width: parent.width
            visible: root.isThere
        }

        SharingSeen {
            width: parent.width
            visible: root.isThere
            called: root.called
        }

        HrButton {
            width: Math.min(implicitWidth, parent.width)
            visible: (root.person.signedWords ?? "") !== ""
            kind: HrButton.Text
            leftPadding: 0
            text: qsTr("Read what you signed")
            onClicked: Navigator.go(Navigator.Consent, root.person.consentId)
        }

        HrButton {
            width: parent.width
            visible: root.person.canStop ?? false
            kind: HrButton.Outline
            text: qsTr("Stop sharing")
            onClicked: question.isOpen = true
        }
    }

    Sheet {
        id: question

        anchors.fill: parent
        title: qsTr("Stop sharing with %1?").arg(root.called)
        note: root.person.stopQuestion ?? ""
        actText: qsTr("Stop now")
        onClosed: isOpen = false
        onActed: isOpen = !Sharing.stop(Sharing.personId)
        onHelpPressed: {
            isOpen = false;
            Navigator.openHelp();
        }

        LiveWords {
            width: question.bodyWidth
            visible: text !== ""
            color: Theme.ink
            text: question.isOpen ? Sharing.problemText : ""
        }
    }
}
