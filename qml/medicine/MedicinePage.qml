// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.Medicine
import Handrail.Theme
import Handrail.View

// What today asks for, and the medicine that the clinic ordered. How much to take stands nowhere here.
Item {
    id: root

    Component.onCompleted: Medicine.clearProblem()

    TopBar {
        id: bar

        width: parent.width
        onBackPressed: Navigator.canGoBack ? Navigator.back() : Navigator.home()
    }

    PageScroll {
        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: undo.visible ? undo.height + 16 : 0
        startPadding: 4
        endPadding: 48
        gap: Metrics.cardGap

        Words {
            width: parent.width
            role: Words.Title
            text: qsTr("Medicine")
        }

        Words {
            width: parent.width
            visible: Medicine.today.length > 0
            color: Theme.ink2
            text: Medicine.readerText
        }

        LiveWords {
            width: parent.width
            visible: text !== ""
            text: Medicine.problemText
        }

        EmptyState {
            width: parent.width
            visible: !Medicine.isThere
            topPadding: 24
            title: qsTr("No medicine here")
            note: qsTr("Your program has not set this yet.")
        }

        Words {
            width: parent.width
            visible: Medicine.today.length > 0
            role: Words.Section
            text: qsTr("Today")
        }

        Repeater {
            model: Medicine.today

            DoseCard {
                required property var modelData

                width: parent?.width ?? 0
                dose: modelData
            }
        }

        Row {
            width: parent.width
            visible: Medicine.isThere
            spacing: 12

            Icon {
                id: bulb

                visible: !Metrics.reflows
                name: "lightbulb-outline"
                color: Theme.primary
            }

            Words {
                width: parent.width - (bulb.visible ? bulb.width + 12 : 0)
                text: qsTr("Every answer is okay. Not sure, or want a change? Ask your team first.")
            }
        }

        Words {
            width: parent.width
            visible: Medicine.isThere
            role: Words.Section
            text: qsTr("My medicine")
        }

        Repeater {
            model: Medicine.medicines

            MedicineCard {
                id: card

                required property var modelData

                width: parent?.width ?? 0
                medicine: modelData
                onQuestionAsked: {
                    Medicine.clearProblem();
                    question.medicineId = modelData.id;
                    question.title = modelData.questionText;
                    words.text = Medicine.begunQuestion(modelData.id);
                    question.isOpen = true;
                }
            }
        }
    }

    UndoCard {
        id: undo

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 36
        x: (root.width - width) / 2
        width: Math.min(root.width - 2 * Metrics.screenMargin, Metrics.contentMax)
        visible: Medicine.canUndo
        text: Medicine.undoText
        onUndone: Medicine.undo()
    }

    Sheet {
        id: question

        property string medicineId

        anchors.fill: parent
        note: qsTr("In danger, use Help now.")
        actText: qsTr("Send")
        onActed: {
            if (Medicine.askPrescriber(medicineId, words.text))
                isOpen = false;
        }
        onClosed: isOpen = false
        onHelpPressed: {
            isOpen = false;
            Navigator.openHelp();
        }

        NoteField {
            id: words

            width: question.bodyWidth
            label: qsTr("My question")
            maximumLength: 2000
            error: question.isOpen ? Medicine.problemText : ""
            onEdited: if (question.isOpen) Medicine.keepQuestion(question.medicineId, text)
        }
    }
}
