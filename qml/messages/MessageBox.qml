// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme
import Handrail.View

// Where a message is written: what it is about, help before all else, the box. What is in it is kept as it is typed, however long it is.
// isWriting. Signal: attachAsked().
Column {
    id: root

    readonly property bool isWriting: input.activeFocus

    signal attachAsked

    width: parent?.width ?? implicitWidth
    spacing: 8

    Flow {
        width: parent.width
        spacing: 8

        Repeater {
            model: Messages.kinds

            ChoiceChip {
                required property var modelData

                maximumWidth: root.width
                isMany: false
                text: modelData.text
                isChosen: Messages.kind === modelData.kind
                onClicked: Messages.kind = modelData.kind
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 8

        Words {
            height: Math.max(implicitHeight, help.implicitHeight)
            verticalAlignment: Text.AlignVCenter
            role: Words.Secondary
            weight: 600
            color: Theme.ink
            text: qsTr("In danger?")
        }

        HelpPill {
            id: help

            onClicked: Navigator.openHelp()
        }

        Words {
            height: Math.max(implicitHeight, help.implicitHeight)
            verticalAlignment: Text.AlignVCenter
            role: Words.Secondary
            color: Theme.ink
            text: qsTr("It is faster.")
        }
    }

    Words {
        width: parent.width
        role: Words.Caption
        visible: text !== ""
        text: Messages.problemText !== "" ? Messages.problemText : Messages.lengthText
        color: Theme.ink
        Accessible.role: Accessible.AlertMessage
    }

    Row {
        width: parent.width
        spacing: 8

        IconButton {
            id: attach

            anchors.bottom: parent.bottom
            iconName: "note-text"
            spokenName: qsTr("Add one of your worksheets")
            onClicked: root.attachAsked()
        }

        Plate {
            width: parent.width - attach.width - send.width - 16
            height: Math.min(input.implicitHeight, 132 * Math.min(Type.textScale, 1.3))
            color: Theme.surface
            radius: Metrics.radiusField
            border.width: input.activeFocus ? Metrics.selected : Metrics.edge
            border.color: input.activeFocus ? Theme.primary : Theme.outline

            Flickable {
                id: view

                anchors.fill: parent
                contentHeight: input.height
                boundsBehavior: Flickable.StopAtBounds
                clip: true

                // Where somebody writes is what shows.
                function follow(line: rect) {
                    if (line.y < contentY)
                        contentY = line.y;
                    else if (line.y + line.height > contentY + height)
                        contentY = line.y + line.height - height;
                }

                WritingArea {
                    id: input

                    width: view.width
                    onCursorRectangleChanged: view.follow(cursorRectangle)
                    implicitHeight: Math.max(52, contentHeight + 26, hintHeight + 24)
                    padding: 13
                    placeholder: Messages.placeholder
                    spokenName: Messages.placeholder
                    text: Messages.text
                    onTextChanged: Messages.text = text

                    Connections {
                        target: Messages

                        function onBegunChanged() {
                            if (input.text !== Messages.text)
                                input.text = Messages.text;
                        }
                    }
                }
            }
        }

        IconButton {
            id: send

            anchors.bottom: parent.bottom
            kind: IconButton.Soft
            diameter: 52
            iconName: "send"
            spokenName: qsTr("Send")
            isOff: !Messages.canSend
            onClicked: Messages.send()
        }
    }
}
