// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Controls
import Handrail.View

// Says something about the plan to the care team, in own words.
Sheet {
    id: root

    property int matter: Plan.Suggestion
    property string goalId
    property string goalTitle
    readonly property var said: [goalTitle, qsTr("It goes to your care team."), qsTr("In danger, use Help now.")]

    function ask(about: int, id: string, name: string) {
        Plan.clearProblem();
        matter = about;
        goalId = id;
        goalTitle = name;
        words.text = Plan.begun(about, id);
        isOpen = true;
    }

    title: matter === Plan.NotClear ? qsTr("I don’t understand") : matter === Plan.NotAgreed ? qsTr("I don’t agree")
        : matter === Plan.TooSoon ? qsTr("Feels too soon?") : qsTr("Suggest a change")
    note: said.filter(part => part !== "").join("\n")
    actText: qsTr("Send")
    onActed: {
        if (Plan.tell(matter, goalId, words.text))
            isOpen = false;
    }
    onClosed: isOpen = false
    onHelpPressed: {
        isOpen = false;
        Navigator.openHelp();
    }

    NoteField {
        id: words

        width: root.bodyWidth
        label: root.matter === Plan.Suggestion ? qsTr("In my own words") : qsTr("In my own words, if you like")
        maximumLength: 2000
        error: root.isOpen ? Plan.problemText : ""
        onEdited: if (root.isOpen) Plan.keepBegun(root.matter, root.goalId, text)
    }
}
