// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/OwnSheets.h"
#include "content/Skills.h"
#include "core/Clock.h"

#include <optional>

namespace handrail {

// The most letters that a field takes; what is beyond is left out, and the page says so.
inline constexpr int longestSheetText = 4000;
inline constexpr int longestSheetLine = 300; ///< of a list, a cell, an hour, a name, a time
inline constexpr int mostSheetLines = 60;    ///< of a list of one's own

/// What a kept answer is worth in a field of the script as it is now; nullopt when it has no place there. What was chosen among the words of
/// another language has its place by its number. `language`: of the script.
[[nodiscard]] std::optional<SheetAnswer> fitted(const SheetAnswer &kept, const WorksheetField &field, const QString &language);

/// A worksheet, list or checklist that is open. Each answer is durable in the store when set...() returns: there is nothing to save.
///
/// A sheet is made with its first answer, so that looking costs nothing. begin() goes on with one of the same skill that was not done and was changed
/// in the last day; of the safety plan and of each list there is one, which is always gone on with.
class SheetFilling
{
public:
    /// `skill` holds a worksheet, a list or a checklist; any other has no fields.
    SheetFilling(Records &records, const Clock &clock, SkillText skill);

    /// What became of begin() or take().
    enum class Begun {
        New,     ///< nothing is written yet
        Resumed, ///< there was one
        Broken   ///< there may be one, and it cannot be read; a new one is begun
    };
    Begun begin();
    /// Goes on with this one. False when it is gone or cannot be read.
    bool take(const QString &id);
    /// Leaves the sheet as it is, and begins another.
    void beginAnew();

    [[nodiscard]] const SkillText &skill() const { return m_skill; }
    [[nodiscard]] const OwnSheet &sheet() const { return m_sheet; }
    /// It is on the disk.
    [[nodiscard]] bool isKept() const { return m_isKept; }
    /// Something of it could not be kept, and is here alone.
    [[nodiscard]] bool isUnsaved() const { return m_isUnsaved; }
    /// Of a worksheet.
    [[nodiscard]] QList<WorksheetField> fields() const;
    /// What stands in a field; blank when nothing does.
    [[nodiscard]] SheetAnswer answer(const QString &field) const;
    /// What was written and has no place in the script any more.
    [[nodiscard]] QList<SheetAnswer> leftOver() const;

    // Durable when they return; problems are those of the store. Then nothing is lost: it stays here, and the next one tries again.

    /// `answer.id` names a field of the worksheet; its words are cut to what it takes.
    Result<void> setAnswer(SheetAnswer answer);
    /// For lists and checklists: any id. `typed`: what stands below them and is not added yet.
    Result<void> setWords(const QString &id, const QString &label, const QStringList &words, const QString &typed = {});
    Result<void> setDone(bool isDone);
    /// Once more what could not be kept.
    Result<void> keep();

private:
    void reset();
    Result<void> put(SheetAnswer answer);
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] const WorksheetField *field(const QString &id) const;
    [[nodiscard]] bool isOnlyOne() const;

    Records &m_records;
    const Clock &m_clock;
    SkillText m_skill;
    OwnSheet m_sheet;
    bool m_isKept = false;
    bool m_isUnsaved = false;
};

} // namespace handrail
