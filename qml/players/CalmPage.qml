// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Players
import Handrail.Theme
import Handrail.View

// Something to calm down with, over Help now: it asks nothing, keeps nothing, and Back leads to the numbers. Words and a ring; nothing moves.
Item {
    id: root

    readonly property bool isSeen: visible && Window.visibility !== Window.Hidden && Window.visibility !== Window.Minimized

    onIsSeenChanged: Calm.isShown = isSeen
    Component.onCompleted: {
        Calm.isShown = isSeen;
        Calm.open(Navigator.argument);
    }
    Component.onDestruction: Calm.close()

    TopBar {
        id: top

        width: parent.width
        title: Metrics.reflows ? "" : Calm.title
        onBackPressed: Navigator.back()
    }

    Loader {
        anchors.fill: parent
        anchors.topMargin: top.height
        anchors.bottomMargin: footer.visible ? footer.height : 0
        focus: true
        sourceComponent: Calm.state === Calm.Over ? end : Calm.state === Calm.Closed ? none : Calm.isCounting ? counting : timed
    }

    FlowFooter {
        id: footer

        width: parent.width
        anchors.bottom: parent.bottom
        visible: !Navigator.hasBar // where there is one, Help now is in it
        backText: ""
        nextText: ""
        onHelpPressed: Navigator.openHelp()
    }

    Component {
        id: none

        Item {}
    }

    Component {
        id: timed

        PlayStage {
            id: stage

            largest: 220
            reserve: 150 * Type.textScale
            shape: PlayDial {
                fraction: Calm.fraction
                text: Calm.seconds
            }
            controls: PlayControls {
                width: parent?.width ?? 0
                isLow: stage.isLow
                isPaused: Calm.state === Calm.Paused
                onPaused: Calm.pause()
                onResumed: Calm.resume()
                onEnded: Navigator.back()

                Words {
                    width: parent?.width ?? 0
                    role: Words.Section
                    text: Calm.leftText
                    Accessible.name: Calm.leftSpoken
                }
            }

            LiveWords {
                width: parent?.width ?? 0
                role: stage.isLow || Metrics.reflows ? Words.Head : Words.Title
                text: Calm.say
                // Both in one breath.
                Accessible.name: qsTr("%1 %2").arg(Calm.say).arg(Calm.line).trim()
                horizontalAlignment: Text.AlignHCenter
            }

            Words {
                width: parent?.width ?? 0
                visible: text !== ""
                text: Calm.line
                isSpoken: false
                horizontalAlignment: Text.AlignHCenter
            }

            Cautions {
                lines: Calm.cautions
            }
        }
    }

    Component {
        id: counting

        PlayStage {
            largest: 220
            smallest: Metrics.reflows ? 160 : 130
            reserve: 210 * Type.textScale
            shape: CountCircle {
                found: Calm.found
                count: Calm.count
                onTapped: Calm.tap()
            }
            controls: CountButtons {
                canGoBack: Calm.canGoBack
                onWentBack: Calm.back()
                onEnded: Navigator.back()
                onSkipped: Calm.next()
            }

            CountWords {
                count: Calm.count
                found: Calm.found
                say: Calm.say
                examples: Calm.line
            }

            Cautions {
                lines: Calm.cautions
            }
        }
    }

    Component {
        id: end

        PageScroll {
            startPadding: 16
            gap: 12
            maxWidth: Metrics.readable

            LiveWords {
                width: parent.width
                role: Words.Title
                text: qsTr("That was it")
            }

            Words {
                width: parent.width
                role: Words.Reading
                text: Calm.afterwards
            }

            HrButton {
                width: parent.width
                text: qsTr("Do it again")
                onClicked: Calm.again()
            }

            HrButton {
                width: parent.width
                kind: HrButton.Outline
                text: qsTr("Back to Help now")
                onClicked: Navigator.openHelp()
            }
        }
    }
}
