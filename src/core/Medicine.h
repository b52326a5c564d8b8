// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QTime>

namespace handrail {

/// When in a day a medicine is taken, as far as the clinic says so (FHIR R4 Timing.repeat).
struct DoseTime {
    /// Clock: at `clock`. Nth: the clinic says how often a day and not when; the `number`th of them.
    enum class Part { AnyTime, Morning, Noon, Afternoon, Evening, Night, Clock, Nth };
    Part part = Part::AnyTime;
    QTime clock;
    int number = 0; ///< from 1

    bool operator==(const DoseTime &) const = default;
};

/// The part of a day that a time falls into; a clock's time by its hour.
[[nodiscard]] DoseTime::Part partOfDay(const DoseTime &time);
/// Whether one comes before the other in a day.
[[nodiscard]] bool isEarlier(const DoseTime &one, const DoseTime &other);
/// The same for the same time on every device: "morning", "08:00", "2".
[[nodiscard]] QString keyOf(const DoseTime &time);

/// When one instruction of an order asks for its medicine: a FHIR Dosage. An order may have several, a taper for one.
struct DoseSchedule {
    bool isWhenNeeded = false; ///< taken when needed, so that no day asks for it
    bool isUntold = false;     ///< on which days nobody can tell from the order
    QDate from;                ///< first day; invalid: from the beginning
    QDate until;               ///< last day; invalid: none
    QList<Qt::DayOfWeek> days; ///< on these alone; empty: on each
    QList<DoseTime> times;     ///< at least one

    [[nodiscard]] bool isAskedOn(const QDate &day) const
    {
        return !isWhenNeeded && !isUntold && (!from.isValid() || day >= from) && (!until.isValid() || day <= until)
            && (days.isEmpty() || days.contains(Qt::DayOfWeek(day.dayOfWeek())));
    }
};

/// One order for this patient that runs or rests: a FHIR MedicationRequest. Of how much there is to take it holds nothing, so that nobody can show it.
struct Medicine {
    QString id;
    QString name;                  ///< in the clinic's words; may be empty
    QString instruction;           ///< what the clinic wrote for the patient (Dosage.patientInstruction); may be empty
    QString prescriber;            ///< may be empty
    bool isOnHold = false;         ///< the clinic lets it rest
    QList<DoseSchedule> schedules; ///< at least one
    QDate validUntil;              ///< the last day on which it can be filled again; invalid: not said
    QString medicationId;          ///< of the Medication that the order points at; empty: at none

    [[nodiscard]] bool isWhenNeeded() const; ///< and never else
    [[nodiscard]] bool isUntold() const;     ///< on some days or on all, nobody can tell whether it is taken
    /// What this day asks for, each once, in the order of the day; empty: nothing.
    [[nodiscard]] QList<DoseTime> timesOn(const QDate &day) const;
};

enum class DoseAnswer { Taken, NotTaken, NotSure };

/// What the patient said of one dose: a FHIR MedicationStatement (design api row 9a).
struct DoseSaid {
    QString identifier;
    QString medicineId; ///< of the MedicationRequest
    QDate day;          ///< on the wall of who said it
    DoseTime time;
    DoseAnswer answer = DoseAnswer::NotSure;
    QDateTime said; ///< with the offset of the place where it was; the latest word on a dose counts
};

} // namespace handrail
