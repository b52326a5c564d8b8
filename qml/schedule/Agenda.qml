// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Schedule
import Handrail.Theme
import Handrail.View

// Sessions by day. selectedId (beside a detail pane), message (what the last act led to). Signal: opened(id).
PageScroll {
    id: root

    property string selectedId
    property string message

    signal opened(string id)

    startPadding: 4
    endPadding: 48

    LiveWords {
        width: parent.width
        topPadding: lead + 8
        visible: text !== ""
        role: Words.Secondary
        color: Theme.ink
        text: root.message
    }

    HrButton {
        width: parent.width
        visible: root.message !== "" && SessionDetail.canSaveFile
        kind: HrButton.Soft
        iconName: "download"
        text: qsTr("Save the file")
        onClicked: SessionDetail.saveFile()
    }

    Repeater {
        model: Schedule.agenda

        Column {
            id: day

            required property string heading
            required property var sessions

            width: parent?.width ?? 0

            Words {
                width: parent.width
                role: Words.Section
                topPadding: lead + 10
                bottomPadding: 6 - lead
                text: day.heading
            }

            CardList {
                width: parent.width

                Repeater {
                    model: day.sessions

                    SessionCard {
                        required property sessionItem modelData

                        item: modelData
                        isSelected: root.selectedId !== "" && root.selectedId === item.id
                        onClicked: root.opened(item.id)
                    }
                }
            }
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        topPadding: lead + 12
        role: Words.Caption
        text: Schedule.zoneNote
    }

    ScheduleRows {
        width: parent.width
    }
}
