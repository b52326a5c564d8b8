// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QUrl>
#include <optional>

namespace handrail {

/// The kinds of session that the program offers (code system HR/CodeSystem/session-kind). An unknown code reads as Other.
enum class SessionKind { Group, Individual, Family, Education, Medication, MindBody, Intake, Other };

/// FHIR Appointment.status as the patient meets it. `entered-in-error` is never shown, so it has no value here.
enum class SessionStatus { Requested, Booked, CheckedIn, Attended, NotAttended, Cancelled };

/// What a patient says of coming to a session, and what the clinic notes of it (FHIR participationstatus). Late is `tentative`.
enum class Coming { Unsaid, Accepted, Declined, Late };

/// What the patient last said of coming, and how far that word came.
struct ComingSaid {
    /// Seen: the clinic set the patient's Appointment.participant.status to it.
    enum class Way { Saved, Sent, Seen, Refused };

    Coming coming = Coming::Unsaid;
    Way way = Way::Saved;
    qint64 number = 0; ///< of its place in the outbox; 0 when this device did not say it, or has forgotten
    QDateTime saidAt;  ///< UTC; invalid when unknown
    QDateTime sentAt;  ///< UTC; when the clinic's word came; invalid when unknown
    QString comment;   ///< the reason, in the patient's own language; may be empty
    QDateTime start;   ///< UTC; of the session, as it stood when that was said; invalid when the word does not say

    bool operator==(const ComingSaid &) const = default;
};

/// Who called a session off, as far as the clinic notes it (FHIR Appointment.cancelationReason).
enum class CalledOff { Unsaid, ByPatient, ByClinic };

/// A person who leads a session.
struct Leader {
    QString name;
    QString role; ///< in the clinic's words, "Your counselor"; may be empty
};

/// One session of one patient: a FHIR R4 Appointment as the app needs it. Group sessions name no other patient.
struct Session {
    QString id;
    SessionKind kind = SessionKind::Other;
    SessionStatus status = SessionStatus::Booked;
    QString title;           ///< Appointment.description
    QString topic;           ///< Appointment.comment; may be empty
    QDateTime start;         ///< UTC; invalid when the server gave no readable time
    QDateTime end;           ///< UTC; invalid when the server gave none
    QTimeZone zone;          ///< of the appointment; invalid means the device's own
    QDateTime previousStart; ///< UTC; valid when the clinic moved the session
    QString place;           ///< "Room 2, Harbor Street Clinic"
    QString locationId;      ///< of the FHIR Location, for its address
    bool isVideo = false;
    QUrl joinUrl; ///< https only; empty when there is no link
    QList<Leader> leaders;
    QStringList whatToBring;
    QString patientId;                    ///< whose session this is
    QDateTime changedAt;                  ///< UTC; of the record, by the server's clock; invalid when it does not say
    Coming noted = Coming::Unsaid;        ///< by the clinic: the patient's participant.status
    bool isAsked = false;                 ///< the clinic asks whether the patient comes (needs-action)
    std::optional<ComingSaid> said;       ///< by the patient, of this time
    std::optional<ComingSaid> saidBefore; ///< of a time from which the session has moved, while nothing is said of this one
    bool isDeclinedByMe = false;          ///< by what was said last, by either
    CalledOff calledOff = CalledOff::Unsaid;

    [[nodiscard]] bool isCancelled() const { return status == SessionStatus::Cancelled; }
    /// It is not settled that it is held: only asked for, or of a status that we do not know.
    [[nodiscard]] bool isUnconfirmed() const { return status == SessionStatus::Requested; }
    [[nodiscard]] bool isMoved() const { return previousStart.isValid() && previousStart != start; }
};

} // namespace handrail
