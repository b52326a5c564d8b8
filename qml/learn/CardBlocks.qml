// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Learn
import Handrail.Theme

// What a card says: paragraphs, lists, a drawing, and after each what its words lead to. blocks (as LessonView gives them). Signal:
// followed(kind, id, host).
Column {
    id: root

    required property var blocks

    signal followed(string kind, string id, string host)

    spacing: 14

    Repeater {
        model: root.blocks

        Column {
            id: block

            required property var modelData

            width: root.width
            spacing: 10

            Repeater {
                model: block.modelData.kind === "words" ? 1 : 0

                ReadingText {
                    width: block.width
                    text: block.modelData.text
                    bold: block.modelData.bold
                }
            }

            Repeater {
                model: block.modelData.items ?? []

                Item {
                    id: item

                    required property var modelData
                    readonly property real indent: 4 + modelData.depth * 20

                    width: block.width
                    height: words.height

                    Words {
                        id: mark

                        x: root.LayoutMirroring.enabled ? parent.width - width - item.indent : item.indent
                        role: Words.Reading
                        color: Theme.primary
                        text: item.modelData.mark
                        isSpoken: false
                    }

                    ReadingText {
                        id: words

                        readonly property real start: item.indent + Math.max(18, mark.implicitWidth + 8)

                        x: root.LayoutMirroring.enabled ? 0 : start
                        width: parent.width - start
                        text: item.modelData.text
                        bold: item.modelData.bold
                    }
                }
            }

            Repeater {
                model: block.modelData.kind === "drawing" ? 1 : 0

                LessonDrawing {
                    width: block.width
                    name: block.modelData.name
                    says: block.modelData.says
                }
            }

            Repeater {
                model: block.modelData.links ?? []

                HrButton {
                    required property var modelData

                    width: Metrics.reflows ? block.width : Math.min(implicitWidth, block.width)
                    kind: modelData.kind === "help" ? HrButton.HelpSoft : HrButton.Soft
                    iconName: ({skill: "leaf", help: "buoy", web: "open-in-new", lesson: "book-open-variant"})[modelData.kind]
                    text: modelData.text
                    onClicked: root.followed(modelData.kind, modelData.id, modelData.host)
                }
            }
        }
    }
}
