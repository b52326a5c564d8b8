// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Exercise.h"
#include "sync/Records.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>

namespace handrail {

/// What a person wrote in one field, beside what was asked then: it can be read without the script, which may have changed since.
struct SheetAnswer {
    QString id;    ///< of the field
    QString label; ///< as it was asked
    WorksheetField::Type type = WorksheetField::Type::Text;
    /// Text, Choice, Person, Time: one; Scale: one number; Choices, List: each one; Grid: row by row; Planner: what stands at each hour.
    QStringList words;
    QString typed;       ///< of a list of one's own: the line that is not added yet
    QStringList options; ///< Choice, Choices: what there was to choose from; Grid: its columns; Planner: its marks
    QStringList rows;    ///< Grid
    QStringList marks;   ///< Planner: the mark of each hour; an empty word is none
    int from = 0;        ///< Planner: the first hour
    QString language;    ///< BCP 47, of the label and the options

    bool operator==(const SheetAnswer &) const = default;
    /// Nothing is written in it.
    [[nodiscard]] bool isBlank() const;
};

/// Whether it goes along to a session.
struct SheetBringing {
    bool isOn = false;
    QString identifier; ///< of the item of the outbox; empty while no session is known that it could go to
    QString sessionId;
    QDateTime sentAt;    ///< UTC; the clinic's word came
    QByteArray digest;   ///< contentDigest() of what goes or went
    QStringList waiting; ///< what goes once a session is known: the title and the parts as they were when it was switched on

    bool operator==(const SheetBringing &) const = default;
    /// It is to go, and whether it arrived is not known.
    [[nodiscard]] bool isUnderWay() const { return isOn && !sentAt.isValid(); }
};

/// A worksheet, list or checklist that a person filled. Theirs alone: sealed in the store, never sent without their asking.
struct OwnSheet {
    enum class Kind { Worksheet, List, Checklist };
    QString id;
    Kind kind = Kind::Worksheet;
    QString skill;              ///< id of the skill
    QString title;              ///< of the skill, as it was called then
    QString summary;            ///< id of the field that is its title
    QDateTime made;             ///< with the offset of the place where it was
    QDateTime changed;          ///< the same
    bool isDone = false;        ///< the person was done with it
    QDateTime deletedAt;        ///< UTC; valid: it can be had back for a few seconds, and is gone then
    QList<SheetAnswer> answers; ///< in the order of the script
    QList<SheetAnswer> earlier; ///< that have no place in the script any more, and were answered anew
    SheetBringing bringing;

    bool operator==(const OwnSheet &) const = default;
    [[nodiscard]] const SheetAnswer *answer(const QString &field) const;
    [[nodiscard]] bool isBlank() const;
    /// The first words of the summary, else of the first thing that was written; empty while there are none.
    [[nodiscard]] QString heading() const;
};

/// Another one when anything is written that was not; the same in each language and by each clock.
[[nodiscard]] QByteArray contentDigest(const OwnSheet &sheet);

/// The first so many letters, none of them cut in two.
[[nodiscard]] QString cutTo(const QString &words, qsizetype most);

/// How long a deleted sheet can be had back.
inline constexpr std::chrono::seconds sheetUndoTime{10};
/// The plan of which there is one.
inline constexpr QStringView safetyPlanSkill = u"my-safety-plan";
inline constexpr QStringView afterSlipSkill = u"after-a-slip";

// Each lies sealed in the store under a name of its own, with a list of their ids beside. No server hears of them but by bringing one to a
// session. A sign-out leaves them there for the same person's next sign-in; only "Sign out and erase" takes them. A sheet that fails its seal
// gives StoreBroken and is not overwritten; the list holds nothing that the sheets do not say, and is made anew of them. Problems of all: those
// of the store.

/// What can be read, the last changed first; without those that are deleted.
struct OwnSheets {
    QList<OwnSheet> sheets;
    int damaged = 0; ///< that fail their seal, and are left out; also any other thing that did when the list had to be made anew
};
[[nodiscard]] Result<OwnSheets> ownSheets(Records &records);
/// nullopt when there is none, or it is deleted.
[[nodiscard]] Result<std::optional<OwnSheet>> ownSheet(Records &records, const QString &id);
/// Adds or replaces. Durable when it returns; what was there before then stays.
Result<void> keepOwnSheet(Records &records, const OwnSheet &sheet);
/// Out of sight at once. It can be had back for sheetUndoTime; then, or when the store is opened again, purgeOwnSheets() takes it.
Result<void> deleteOwnSheet(Records &records, const QString &id, const QDateTime &nowUtc);
/// NotFound when it is gone.
Result<void> undeleteOwnSheet(Records &records, const QString &id);
/// Takes what was deleted and cannot be had back, and what was deleted and cannot be read. With `isAll` the rest of what was deleted, too.
Result<void> purgeOwnSheets(Records &records, const QDateTime &nowUtc, bool isAll = false);
/// Takes those that cannot be read; nothing is damaged then.
Result<void> removeDamagedSheets(Records &records);

/// Ids of the sheets that are on to be brought, and whose way is not known to its end. Costs one look-up.
[[nodiscard]] Result<QStringList> sheetsUnderWay(Records &records);
/// Id of the safety plan on which something is written; empty when there is none, or nobody can tell. Costs one look-up.
[[nodiscard]] QString safetyPlanId(Records &records);

} // namespace handrail
