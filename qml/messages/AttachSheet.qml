// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// One of the person's own worksheets for the care team: which one, and then exactly what is sent.
Sheet {
    id: root

    readonly property bool isPreview: Messages.previewTitle !== ""

    function ask() {
        Messages.lookForSheets();
        isOpen = true;
    }

    function close() {
        isOpen = false;
        Messages.preview("");
    }

    title: isPreview ? Messages.previewTitle : qsTr("Which worksheet?")
    note: isPreview ? qsTr("This is all that your care team gets:")
        : Messages.sheets.length === 0 ? qsTr("You have no worksheets yet.") : qsTr("You see what is sent before it goes.")
    actText: isPreview ? qsTr("Send this") : ""
    onClosed: close()
    onHelpPressed: {
        close();
        Navigator.openHelp();
    }
    onActed: {
        if (Messages.sendPreviewed())
            close();
    }

    Words {
        width: root.bodyWidth
        visible: root.isPreview
        text: Messages.previewText
    }

    CardList {
        width: root.bodyWidth
        visible: !root.isPreview && Messages.sheets.length > 0
        spokenName: qsTr("Worksheets")

        Repeater {
            model: root.isPreview ? [] : Messages.sheets

            ListRow {
                required property var modelData

                title: modelData.title
                note: modelData.note
                onClicked: Messages.preview(modelData.id)
            }
        }
    }
}
