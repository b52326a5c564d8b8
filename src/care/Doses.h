// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"
#include "sync/Records.h"

#include <QList>
#include <QString>
#include <chrono>
#include <optional>

namespace handrail {

/// A dose that a day asks for, and the latest word on it.
struct Dose {
    QString key; ///< of the medicine and the time, and of the day where that is not today
    QDate day;   ///< on the patient's wall
    Medicine medicine;
    DoseTime time;
    std::optional<KnownDose> said; ///< also one that the clinic could not take
};

/// For so long a word on a dose stays here, so that it can be taken back.
inline constexpr std::chrono::seconds doseUndoTime{10};

/// It has no name, and another of them neither: nobody can tell which of the two is meant, so no day asks for it.
[[nodiscard]] bool isMistakable(const Medicine &medicine, const QList<Medicine> &all);
/// The doses that this day asks for, by the time of day and then by name. `day` on the patient's wall. Problems: those of the store.
[[nodiscard]] Result<QList<Dose>> dosesOn(const Records &records, const QDate &day);
/// Until this hour of the patient's wall clock it is still last night.
inline constexpr int nightEndsAt = 4;
/// The doses of today; while it is still last night before them those of last evening and night to which nobody said a word before midnight.
[[nodiscard]] Result<QList<Dose>> dosesNow(const Records &records, const Clock &clock);

/// What was said, so that it can be taken back.
struct DoseWord {
    QString identifier;             ///< of what waits now; empty: what was said before stands, and nothing new waits
    std::optional<DoseSaid> before; ///< what waited here, and was taken out for it
    QString name;
    QString note;
};

/// Queues a word on a dose. One under which nothing has left yet is replaced; after one that has, this is another record with a later time, and `note`
/// says so to who reads it. The same word on two devices is one record: its identifier comes of the medicine, the day, the time, the answer,
/// and how many words on the dose came before. `note` in the person's language. Durable when it returns. Problems: those of the store; then what
/// was said before stands.
Result<DoseWord> sayDose(Records &records, const Clock &clock, const Dose &dose, DoseAnswer answer, const QString &note);
/// False when it has left already, or may have: what the clinic has can only be changed by another word.
Result<bool> takeBackDose(Records &records, const Clock &clock, const DoseWord &word);

} // namespace handrail
