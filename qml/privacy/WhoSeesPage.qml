// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Privacy
import Handrail.View

// Who can see what, and how to see, take along and delete it.
Item {
    id: root

    Component.onCompleted: {
        Privacy.isShown = true;
        AccessLog.look();
    }
    Component.onDestruction: Privacy.isShown = false

    TopBar {
        id: bar

        width: parent.width
        title: qsTr("Who can see what")
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        startPadding: 4
        endPadding: 48
        gap: 8

        ErrorCard {
            width: parent.width
            visible: Privacy.problemTitle !== ""
            title: Privacy.problemTitle
            note: Privacy.problemText
            retryText: ""
            callText: Crisis.hasClinic ? qsTr("Call %1").arg(Crisis.clinicPhone) : ""
            onCalled: Crisis.call("clinic")
        }

        SectionTitle {
            text: qsTr("Your clinic")
        }

        ClinicSeesCard {
            width: parent.width
        }

        SectionTitle {
            text: qsTr("People I share with")
        }

        RelativesCard {
            width: parent.width
        }

        SectionTitle {
            text: qsTr("Only you")
        }

        OnlyYouCard {
            width: parent.width
        }

        SectionTitle {
            text: qsTr("On this device")
        }

        CountCard {
            width: parent.width
            lead: Account.isSessionOnly ? qsTr("Copies from your clinic. Nothing is kept after you close Handrail.")
                : qsTr("Copies from your clinic, so that Handrail works offline. They are locked with a key that only this device has.")
            parts: Privacy.kinds
        }

        CardList {
            width: parent.width

            ListRow {
                iconName: "download"
                title: qsTr("Download all of it")
                note: qsTr("One file. You see first what is in it.")
                isNoteSmall: true
                isStrong: false
                onClicked: Navigator.go(Navigator.Download)
            }
        }

        SectionTitle {
            text: qsTr("Delete")
        }

        DeleteCard {
            width: parent.width
        }
    }
}
