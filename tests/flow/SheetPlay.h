// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Stage.h"
#include "care/OwnSheets.h"
#include "content/Exercise.h"

#include <functional>

namespace handrail {

/// What a person writes, picks and ticks in a skill that is open, each place found by its accessible name; what the store has of it is read back.
class SheetPlay
{
public:
    SheetPlay(Stage &stage, QString skill)
        : m_stage(stage)
        , m_skill(std::move(skill))
    {
    }

    /// Fills each field by its type. `inTheMiddle` is called once all is filled; its false ends it. True when each answer is kept, and after Done
    /// the sheet is done.
    bool fill(const WorksheetExercise &sheet, const std::function<bool()> &inTheMiddle);
    /// Takes a suggestion, adds a line of one's own to each group, and picks one for now where that is asked.
    bool fill(const ListExercise &list, const std::function<bool()> &inTheMiddle);
    bool fill(const ChecklistExercise &list, const std::function<bool()> &inTheMiddle);

private:
    Screen &screen() { return m_stage.screen(); }
    bool press(const QString &name) { return screen().waitFor(name) && screen().press(name); }
    bool type(const QString &name, const QString &text) { return screen().waitFor(name) && screen().type(name, text); }
    bool answer(const WorksheetField &field, const QStringList &once, QStringList &words, QStringList &marks);
    bool pickOptions(const WorksheetField &field, const QStringList &once, QStringList &words);
    bool addTo(const QString &group, const QString &label, const QStringList &suggestions, QString &last);
    [[nodiscard]] OwnSheet kept();
    /// Waits until what is kept of the field is this.
    bool isKept(const QString &field, const QStringList &words, const QStringList &marks = {});
    bool isDone(const std::function<bool()> &inTheMiddle);

    Stage &m_stage;
    QString m_skill;
    int m_written = 0;
};

} // namespace handrail
