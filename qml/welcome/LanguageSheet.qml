// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// The languages of the app, for who is not signed in. isOpen.
ChoiceSheet {
    id: root

    title: qsTr("Language")
    options: Preferences.languages
    current: Preferences.language
    onPicked: code => Preferences.language = code
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }
}
