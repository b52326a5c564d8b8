// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "sync/Records.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail {

/// How many records of one FHIR type lie here.
struct HeldRecords {
    QString type; ///< empty: all that are of none of the types that the app asks for
    int count = 0;
};

/// What lies on this device of a person.
struct Held {
    QList<HeldRecords> records; ///< those of which there are any; the clinic's own texts are not about the person and not in it
    int sheets = 0;             ///< worksheets, lists and checklists of their own
    int people = 0;
    int sessionsTold = 0; ///< sessions of which they said how it was
    bool hasSafetyPlan = false;
    bool isSafetyPlanShared = false; ///< the clinic has it, or is to have it
    int waiting = 0;                 ///< not sent yet
};

/// Counts; reads no record. Problems: those of the store.
[[nodiscard]] Result<Held> held(Records &records);

/// What lies on this device and nowhere else.
struct OnlyHere {
    bool isCheckInBegun = false; ///< and can still be finished, as the next three
    bool isFormBegun = false;
    bool isMessageBegun = false;
    bool isInvitationBegun = false;
    int keptToSelf = 0; ///< answers
    bool hasSafetyPlan = false;
    bool hasPeople = false;
    bool hasSheets = false;
    bool hasMarks = false;
    bool hasSkills = false; ///< used or liked
    bool hasLessons = false;
    bool hasWays = false; ///< to sessions

    [[nodiscard]] bool isAnythingBegun() const { return isCheckInBegun || isFormBegun || isMessageBegun || isInvitationBegun; }
    [[nodiscard]] bool isAnythingMade() const
    {
        return keptToSelf > 0 || hasSafetyPlan || hasPeople || hasSheets || hasMarks || hasSkills || hasLessons || hasWays;
    }
};

/// Opens every value that is kept. Problems: those of the store.
[[nodiscard]] Result<OnlyHere> onlyHere(Records &records, const QDateTime &nowUtc);

/// A piece of all that lies here.
struct HeldPiece {
    enum class Kind {
        Own,      ///< made here; `name` says what it is, see HeldPieces
        Outgoing, ///< what was given to be sent, with `state`
        Record    ///< of the clinic's
    };
    Kind kind = Kind::Own;
    QString name;       ///< of a value of the store; of a record and of what is sent the FHIR type
    QByteArray content; ///< JSON, or plain text
    OutboxState state = OutboxState::Done;
};

/// All that lies here of a person, piece by piece, so that no more than one of them is in memory: first what was made here, then what is
/// sent, then the records, type by type. Left out is what says nothing of the person: how far downloads are, the clinic's own texts, and
/// that something was done once. Keys, tokens and the PIN are no values of the store and can't come. A record that is added meanwhile may
/// be missed.
class HeldPieces
{
public:
    explicit HeldPieces(Records &records)
        : m_records(records)
    {
    }
    /// Problems: those of the store.
    Result<void> begin();
    /// nullopt at the end. What fails its seal is passed over and counted.
    [[nodiscard]] Result<std::optional<HeldPiece>> next();
    [[nodiscard]] qsizetype total() const { return m_names.size() + m_items.size() + m_places.size(); }
    [[nodiscard]] qsizetype done() const { return m_name + m_item + m_place; }
    [[nodiscard]] int damaged() const { return m_damaged; }

    /// Whether a value of the store says something of the person.
    [[nodiscard]] static bool isAboutPerson(const QString &name);

private:
    Records &m_records;
    QStringList m_names;
    QStringList m_items; ///< identifiers
    QList<qint64> m_places;
    qsizetype m_name = 0;
    qsizetype m_item = 0;
    qsizetype m_place = 0;
    int m_damaged = 0;
};

} // namespace handrail
