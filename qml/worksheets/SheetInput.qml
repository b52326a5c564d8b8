// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View
import Handrail.Worksheets

// What a field is answered with, by its type.
Item {
    id: root

    required property SheetField field

    width: parent?.width ?? 0
    implicitHeight: childrenRect.height

    component Only: Repeater {
        property bool isIt: false

        model: isIt ? 1 : 0
    }

    Only {
        isIt: root.field.type === SheetField.Text

        NoteField {
            id: note

            width: root.width
            lines: 1
            maximumLength: root.field.longest
            spokenName: root.field.label
            text: root.field.text
            onEdited: root.field.setText(note.text)
        }
    }

    Only {
        isIt: root.field.type === SheetField.Scale

        SegmentScale {
            width: root.width
            name: root.field.label
            value: root.field.value
            lowWord: root.field.low
            highWord: root.field.high
            onPicked: value => root.field.setValue(value)
        }
    }

    Only {
        isIt: root.field.type === SheetField.Choice || root.field.type === SheetField.Choices

        OptionsField {
            width: root.width
            field: root.field
        }
    }

    Only {
        isIt: root.field.type === SheetField.List

        LinesField {
            width: root.width
            field: root.field
        }
    }

    Only {
        isIt: root.field.type === SheetField.Person

        PersonField {
            width: root.width
            field: root.field
        }
    }

    Only {
        isIt: root.field.type === SheetField.Time

        TimeField {
            width: root.width
            name: root.field.label
            text: root.field.text
            longest: root.field.longest
            onEdited: text => root.field.setText(text)
        }
    }

    Only {
        isIt: root.field.type === SheetField.Grid

        GridField {
            width: root.width
            field: root.field
        }
    }

    Only {
        isIt: root.field.type === SheetField.Planner

        PlannerField {
            width: root.width
            field: root.field
        }
    }
}
