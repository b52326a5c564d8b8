// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Theme

// A number on a rail, unset until it is chosen. minimumValue, maximumValue, stepSize, value, isSet; point (of decimals), word (for
// the number), lowWord, highWord, prompt and unsetNote (while unset), name (spoken), hasSkip. It changes nothing itself. Signals:
// picked(value), tapped() (after it: that number was tapped on the rail, and not slid or stepped to), skipped().
Column {
    id: root

    property real minimumValue: 0
    property real maximumValue: 10
    property real stepSize: 1
    property real value: 0
    property string point: "."
    property bool isSet: false
    property string name
    property string word
    property string lowWord
    property string highWord
    property string prompt: qsTr("Slide, or tap a number")
    property string unsetNote: qsTr("Nothing is picked yet")
    property bool hasSkip: true
    // Low windows: a smaller number between less and more, and no prompt.
    property bool isCompact: false

    signal picked(real value)
    signal tapped
    signal skipped

    // One step more or less; the first of either picks the lowest. From between two steps to the next of them.
    function step(by: int) {
        const steps = (value - minimumValue) / stepSize;
        const to = isSet ? track.at(by > 0 ? Math.floor(steps + 1e-6) + by : Math.ceil(steps - 1e-6) + by) : minimumValue;
        if (!isSet || to !== value)
            picked(to);
    }

    component Step: IconButton { kind: IconButton.Outline; diameter: 56; iconSize: 26 }

    component Less: Step {
        iconName: "minus"
        spokenName: root.stepSize === 1 ? qsTr("One less") : qsTr("Less")
        enabled: !root.isSet || root.value > root.minimumValue
        onClicked: root.step(-1)
    }

    component More: Step {
        iconName: "plus"
        spokenName: root.stepSize === 1 ? qsTr("One more") : qsTr("More")
        enabled: !root.isSet || root.value < track.at(track.count)
        onClicked: root.step(1)
    }

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.isCompact
        spacing: 12

        Less { anchors.verticalCenter: parent.verticalCenter }

        Item {
            id: middle

            width: root.width - 2 * (56 + 12)
            height: Math.max(56, figure.implicitHeight, said.implicitHeight)

            Row {
                anchors.centerIn: parent
                spacing: 12

                Words {
                    id: figure

                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.isSet
                    role: Words.NumeralXL
                    size: 44
                    line: 48
                    text: track.write(root.value)
                    isTight: root.value % 1 === 0
                    color: Theme.primary
                    isSpoken: false
                }

                Words {
                    id: said

                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, middle.width - figure.width - 12)
                    visible: root.isSet && text !== ""
                    role: Words.Secondary
                    weight: 600
                    color: Theme.ink
                    text: root.word
                    isSpoken: false
                }
            }

            Rectangle { anchors.centerIn: parent; visible: !root.isSet; width: 32; height: 3; radius: 1.5; color: Theme.ink2 }
        }

        More {
            anchors.verticalCenter: parent.verticalCenter
        }
    }

    Item {
        width: parent.width
        visible: !root.isCompact
        height: Math.max(150,
                         number.implicitHeight + (root.isSet ? label.implicitHeight : hint.implicitHeight) + 10)

        Column {
            anchors.centerIn: parent
            width: parent.width

            Words {
                id: number

                width: parent.width
                role: Words.NumeralXL
                size: text.length > 4 ? 56 : 112
                line: 112
                text: track.write(root.value)
                isTight: root.value % 1 === 0
                visible: root.isSet
                color: Theme.primary
                horizontalAlignment: Text.AlignHCenter
                isSpoken: false
            }

            Item { width: 1; height: root.isSet ? 10 : 0 }

            Words {
                id: label

                width: parent.width
                role: Words.Head
                text: root.isSet ? root.word : root.prompt
                horizontalAlignment: Text.AlignHCenter
                isSpoken: !root.isSet
            }

            Item { width: 1; height: root.isSet ? 0 : 4 }

            Words {
                id: hint

                width: parent.width
                role: Words.Secondary
                text: root.unsetNote
                visible: !root.isSet
                horizontalAlignment: Text.AlignHCenter
                isSpoken: false
            }
        }
    }

    Item { width: 1; height: root.isCompact ? 0 : 30 }

    SliderTrack {
        id: track

        width: parent.width
        minimumValue: root.minimumValue
        maximumValue: root.maximumValue
        stepSize: root.stepSize
        point: root.point
        value: root.value
        isSet: root.isSet
        Accessible.name: root.name
        Accessible.description: root.isSet ? qsTr("%1, %2").arg(track.write(root.value)).arg(root.word) : root.unsetNote
        onPicked: to => root.picked(to)
        onStepped: by => root.step(by)
        onTapped: root.tapped()
    }

    Item { width: 1; height: 4 }

    Item {
        id: ends

        readonly property real share: Metrics.reflows ? width - 4 : width / 2 - 8

        width: parent.width
        height: Metrics.reflows ? low.implicitHeight + high.implicitHeight : Math.max(low.implicitHeight, high.implicitHeight)

        Words {
            id: low

            anchors.left: parent.left
            anchors.leftMargin: 2
            width: ends.share
            role: Words.Secondary
            text: root.lowWord
        }

        Words {
            id: high

            anchors.right: parent.right
            anchors.rightMargin: 2
            y: Metrics.reflows ? low.implicitHeight : 0
            width: ends.share
            role: Words.Secondary
            text: root.highWord
            horizontalAlignment: Text.AlignRight
        }
    }

    Item { width: 1; height: root.isCompact ? 0 : 24 }

    Item {
        width: parent.width
        visible: !root.isCompact
        height: Math.max(56, skip.implicitHeight)

        Row {
            anchors.centerIn: parent
            spacing: root.hasSkip ? 16 : 48

            Less {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.isSet
            }

            HrButton {
                id: skip

                anchors.verticalCenter: parent.verticalCenter
                visible: root.hasSkip && root.isSet
                width: Math.min(implicitWidth, root.width - 144)
                kind: HrButton.Text
                text: qsTr("Skip this one")
                onClicked: root.skipped()
            }

            More {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.isSet
            }
        }
    }
}
