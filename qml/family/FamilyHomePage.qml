// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Family
import Handrail.Theme
import Handrail.View

// The relative's first page: the next family session, what can be seen here, and what stays with the patient.
Item {
    id: root

    PageScroll {
        anchors.fill: parent
        startPadding: 12
        endPadding: 48
        gap: Metrics.cardGap

        PageHeader {
            id: header

            width: parent.width
            dateText: Family.dateText
            greeting: Family.greeting
            endWidth: chip.visible ? chip.width : 0
            endHeight: chip.height

            StatusChip {
                id: chip

                x: header.endX
                y: header.endY
                width: Math.min(implicitWidth, header.width)
                visible: text !== ""
                tone: StatusChip.Soft
                isTall: true
                iconName: "heart"
                text: Family.hereFor
            }
        }

        FamilySessionCard {
            width: parent.width
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            color: Theme.ink
            text: SessionDetail.message
        }

        SharingCard {
            width: parent.width
        }
    }
}
