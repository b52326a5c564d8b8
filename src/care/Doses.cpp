// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Doses.h"

#include "core/Ids.h"

#include <algorithm>

namespace handrail {

namespace {

bool isOf(const DoseSaid &said, const Medicine &medicine, const DoseTime &time)
{
    return said.medicineId == medicine.id && said.time == time;
}

QList<KnownDose> wordsOn(const QList<KnownDose> &all, const Dose &dose)
{
    QList<KnownDose> words;
    for (const KnownDose &one : all) {
        if (isOf(one.dose, dose.medicine, dose.time))
            words << one;
    }
    return words;
}

/// Nothing of it is at the clinic.
bool canGo(const KnownDose &one)
{
    return one.isHere || one.state == OutboxState::Rejected;
}

} // namespace

bool isMistakable(const Medicine &medicine, const QList<Medicine> &all)
{
    const auto isNameless = [](const Medicine &one) { return one.name.isEmpty(); };
    return isNameless(medicine) && std::count_if(all.cbegin(), all.cend(), isNameless) > 1;
}

Result<QList<Dose>> dosesOn(const Records &records, const QDate &day)
{
    QList<Dose> doses;
    const QList<Medicine> medicines = records.medicines();
    for (const Medicine &medicine : medicines) {
        if (isMistakable(medicine, medicines))
            continue;
        for (const DoseTime &time : medicine.timesOn(day))
            doses << Dose{QString(medicine.id % u'/' % keyOf(time)), day, medicine, time, {}};
    }
    if (doses.isEmpty())
        return doses;
    const Result<QList<KnownDose>> known = records.doses(day, day);
    if (!known)
        return tl::make_unexpected(known.error());
    for (Dose &dose : doses) {
        const auto latest = std::find_if(known->cbegin(), known->cend(),
                                         [&dose](const KnownDose &one) { return isOf(one.dose, dose.medicine, dose.time); });
        if (latest != known->cend())
            dose.said = *latest;
    }
    std::stable_sort(doses.begin(), doses.end(), [](const Dose &a, const Dose &b) { return isEarlier(a.time, b.time); });
    return doses;
}

Result<QList<Dose>> dosesNow(const Records &records, const Clock &clock)
{
    const QDateTime now = clock.localNow();
    const Result<QList<Dose>> today = dosesOn(records, now.date());
    if (!today || now.time().hour() >= nightEndsAt)
        return today;
    Result<QList<Dose>> doses = dosesOn(records, now.date().addDays(-1));
    if (!doses)
        return doses;
    doses->removeIf([&](const Dose &dose) {
        const DoseTime::Part part = partOfDay(dose.time);
        const bool isLate = part == DoseTime::Part::Evening || part == DoseTime::Part::Night;
        // One that was answered since midnight stays, so that the answer can be changed.
        return !isLate || (dose.said && dose.said->dose.said.toTimeZone(clock.localZone()).date() != now.date());
    });
    for (Dose &dose : *doses)
        dose.key += u'/' + dose.day.toString(Qt::ISODate);
    *doses += *today;
    return doses;
}

Result<DoseWord> sayDose(Records &records, const Clock &clock, const Dose &dose, DoseAnswer answer, const QString &note)
{
    const Result<QList<KnownDose>> known = records.doses(dose.day, dose.day);
    if (!known)
        return tl::make_unexpected(known.error());
    const QList<KnownDose> words = wordsOn(*known, dose);
    DoseWord word{{}, {}, dose.medicine.name, {}};
    // What of it may be at the clinic counts; what only waits here is replaced.
    const auto away = std::count_if(words.cbegin(), words.cend(), [](const KnownDose &one) { return !canGo(one); });
    const auto standing = std::find_if(words.cbegin(), words.cend(), [](const KnownDose &one) { return !canGo(one); });
    const bool isAsBefore = standing != words.cend() && standing->dose.answer == answer;
    const bool isAsWaiting = !words.isEmpty() && words.first().isHere && words.first().dose.answer == answer;
    if (isAsWaiting)
        return word;
    if (!isAsBefore) {
        DoseSaid said;
        said.medicineId = dose.medicine.id;
        said.day = dose.day;
        said.time = dose.time;
        said.answer = answer;
        const QDateTime now = clock.nowUtc();
        said.said = now.toOffsetFromUtc(now.toTimeZone(clock.localZone()).offsetFromUtc());
        // Two words within one second of two clocks: this one is the later all the same.
        if (!words.isEmpty() && said.said <= words.first().dose.said)
            said.said = words.first().dose.said.addMSecs(1);
        const QString slot = QStringLiteral("%1/%2/%3").arg(keyOf(dose.time)).arg(int(answer)).arg(away);
        said.identifier =
            urn(scheduledId(records.identity().patientId, QString(u"MedicationRequest/" % dose.medicine.id), dose.day, slot));
        word.note = standing == words.cend() ? QString() : note;
        word.identifier = said.identifier;
        // One that was refused under this identifier makes room.
        if (const Result<void> queued =
                records.queueDose(said, dose.medicine.name, word.note, clock.nowUtc().addSecs(doseUndoTime.count()));
            !queued)
            return tl::make_unexpected(queued.error());
    }
    for (const KnownDose &one : words) {
        if (!canGo(one) || one.dose.identifier == word.identifier)
            continue;
        const Result<bool> withdrawn = records.withdraw(one.dose.identifier);
        // It left in this moment: then the clinic has both, and the later counts.
        if (!withdrawn && withdrawn.error().kind != ProblemKind::Conflict)
            return tl::make_unexpected(withdrawn.error());
        if (withdrawn && *withdrawn && one.isHere && !word.before)
            word.before = one.dose;
    }
    return word;
}

Result<bool> takeBackDose(Records &records, const Clock &clock, const DoseWord &word)
{
    if (!word.identifier.isEmpty()) {
        const Result<bool> withdrawn = records.withdraw(word.identifier);
        if (!withdrawn && withdrawn.error().kind == ProblemKind::Conflict)
            return false;
        if (!withdrawn)
            return tl::make_unexpected(withdrawn.error());
    }
    if (word.before) {
        if (const Result<void> queued = records.queueDose(*word.before, word.name, word.note, clock.nowUtc()); !queued)
            return tl::make_unexpected(queued.error());
    }
    return true;
}

} // namespace handrail
