// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Outbox
import Handrail.View

// A list of things on their way under a label. model, label; whyAsked(thing).
Column {
    id: root

    required property OutgoingModel model
    property string label
    property string spokenName: label

    signal whyAsked(outgoingItem thing)

    visible: model.count > 0
    spacing: 8

    Words {
        width: parent.width
        role: Words.Section
        text: root.label
        visible: text !== ""
    }

    CardList {
        width: parent.width
        spokenName: root.spokenName

        Repeater {
            model: root.model

            OutboxRow {
                required property int index

                isFirst: index === 0
                onWhyAsked: root.whyAsked(thing)
            }
        }
    }
}
