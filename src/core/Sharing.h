// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace handrail {

/// What a patient shares with one relative: a FHIR R4 Consent that permits (design api row 7a), with what its RelatedPerson says.
struct Sharing {
    enum class State {
        Waiting, ///< signed by the patient; the clinic signs first (Consent.status proposed)
        Active,
        Ended,  ///< taken back, by the patient or the clinic
        Expired ///< its time is over
    };
    /// How far the patient's own word to stop has come.
    enum class Stop { None, Saved, Sent, Refused };

    QString consentId;
    QString version;          ///< meta.versionId; may be empty
    QString identifier;       ///< that the app made (urn:uuid); may be empty
    QString personId;         ///< of the RelatedPerson
    QString name;             ///< may be empty
    QString relationship;     ///< in the patient's own word, else the clinic's; may be empty
    QString relationshipCode; ///< v3-RoleCode; may be empty
    State state = State::Active;
    Stop stop = Stop::None;
    bool hasJoined = false; ///< their own account is bound (RelatedPerson.active)
    QString sessionId;      ///< of the one Appointment that it is limited to; empty: all family sessions
    QStringList keptOutOf;  ///< ids of Appointments out of which the clinic keeps them
    bool isBusyShared = false;
    bool isAttendanceShared = false;
    QDateTime signedAt; ///< UTC; invalid when unknown
    QDate until;        ///< the last day; invalid: open
    QDateTime endedAt;  ///< UTC; of an ended one when its record changed last, by the server's clock; invalid when unknown

    [[nodiscard]] bool isInForce() const { return state == State::Active && stop != Stop::Sent; }
};

/// What a patient signs when they invite a relative (design clinical 7.1). Sent as it is, however often: the clinic makes one person of it.
struct SignedInvite {
    QString identifier;        ///< urn:uuid, made before the first call
    QString name;              ///< of whom they invite
    QString relationshipCode;  ///< v3-RoleCode
    QString relationshipWords; ///< the patient's own; may be empty
    QString sessionId;         ///< of one Appointment; empty: all family sessions
    bool isBusyShared = false;
    bool isAttendanceShared = false;
    QDate until;         ///< the last day
    QString consentText; ///< exactly as it was shown
    QString language;    ///< of it, BCP 47
    QString signature;   ///< the name as it was typed
    QDateTime signedAt;  ///< with the offset of the place
};

} // namespace handrail
