// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// The first download: what is here already, what comes next, and a way to begin before it is whole.
Item {
    id: root

    PageScroll {
        anchors.fill: parent
        anchors.bottomMargin: footer.height
        startPadding: 40

        // A run of the rail for each part; the words below say the same.
        Item {
            width: parent.width
            height: 142

            RailPath {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                phases: Array.from({length: Sync.parts.length}, (part, index) => ({title: "", note: "", weeks: 1, level: index}))
                week: Math.min(Sync.partsDone + 1, Sync.parts.length)
                phase: Sync.partsDone
                ground: Theme.bg
                Accessible.ignored: true
            }
        }

        Words {
            width: parent.width
            topPadding: lead
            role: Words.Title
            text: qsTr("Getting your program ready")
        }

        Words {
            width: parent.width
            topPadding: lead + 6
            color: Theme.ink2
            text: qsTr("%1 You can look around while it loads.").arg(Sync.partText)
        }

        Column {
            width: parent.width
            topPadding: 20
            spacing: 16

            ErrorCard {
                width: parent.width
                visible: Sync.hasBanner
                title: Sync.bannerTitle
                note: Sync.bannerText
                retryText: qsTr("Try again")
                onRetried: Sync.retry()
            }

            CardList {
                width: parent.width
                spokenName: qsTr("Parts of the download")

                Repeater {
                    model: Sync.parts

                    SyncRow {
                        required property var modelData

                        title: modelData.title
                        note: modelData.detail
                        stage: modelData.state === Sync.Done ? SyncRow.Saved
                            : modelData.state === Sync.Loading ? SyncRow.Loading : SyncRow.Next
                        fraction: modelData.fraction
                    }
                }
            }

            Row {
                width: parent.width
                spacing: 12

                Icon {
                    id: lock

                    name: "lock"
                    size: 20
                    color: Theme.ink2
                }

                Words {
                    width: parent.width - lock.width - 12
                    role: Words.Secondary
                    text: Account.isSessionOnly ? qsTr("Nothing is kept after you close Handrail.")
                        : qsTr("Locked on this device, with a key that only this device has.")
                }
            }
        }
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        backText: ""
        nextText: qsTr("Look around")
        isNextSoft: true
        onHelpPressed: Navigator.openHelp()
        onNextPressed: Account.explore()
    }
}
