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
        startPadding: 8
        endPadding: 48
        gap: Metrics.cardGap

        Flow {
            width: parent.width
            spacing: 8

            Column {
                id: hello

                width: Metrics.reflows || !chip.visible || chip.implicitWidth > parent.width * 0.45 ? parent.width : parent.width - chip.implicitWidth - 9

                Words {
                    width: parent.width
                    role: Words.Caption
                    weight: 500
                    text: Family.dateText
                }

                Words {
                    width: parent.width
                    role: Words.Title
                    text: Family.greeting
                }
            }

            StatusChip {
                id: chip

                width: Math.min(implicitWidth, parent.width)
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

        Words {
            width: parent.width
            visible: text !== ""
            role: Words.Secondary
            color: Theme.ink
            text: SessionDetail.message
            Accessible.role: Accessible.AlertMessage
        }

        SharingCard {
            width: parent.width
        }
    }
}
