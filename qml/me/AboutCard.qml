// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls

// Whose words and codes the named forms have. The notices stay as their owners wrote them, in every language.
Card {
    id: root

    readonly property string questionnaireNotice: "PHQ-2, PHQ-9, GAD-2, GAD-7: Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute."
    readonly property string loincNotice: "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc."

    gap: 8

    Words {
        width: parent.width
        role: Words.Subhead
        text: qsTr("Forms from others")
    }

    Words {
        width: parent.width
        role: Words.Secondary
        text: qsTr("Some forms are used in clinics everywhere. They keep their own words.")
    }

    Words {
        width: parent.width
        role: Words.Caption
        text: root.questionnaireNotice
    }

    Words {
        width: parent.width
        role: Words.Caption
        wrapMode: Text.Wrap // its addresses are longer than a narrow line of large letters
        text: root.loincNotice
    }
}
