// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/api/ConsentGrants.h"
#include "clinic/records/Records.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace handrail::clinic {

/// One invitation of a relative: the RelatedPerson and Consent that were written with it, and how far it is.
///
///   waiting (no link yet: the clinic signs first) --> open --> used
///        `------------------ the Consent ends (by its date too), 72 hours pass, 5 wrong codes, a new link --> it opens nothing
struct Invitation {
    qint64 row = 0;
    QString patient; ///< ids
    QString person;
    QString consent;
    QByteArray link; ///< SHA-256 of the token; empty while waiting
    qint64 made = 0; ///< milliseconds since 1970 UTC, as all times here
    qint64 ends = 0;
    bool isUsed = false;
    bool isClosed = false;
};

/// The clinic's invitations. A link token has 128 bits and a code six signs; of both only hashes are kept, the code's together with
/// the token, so that a copy of the database opens nothing. Writes go inside a Transaction of the caller's. For the server's thread.
class Invitations
{
public:
    static constexpr std::chrono::hours lifetime{72};
    static constexpr int mostWrongCodes = 5;
    static constexpr int mostOpen = 5; ///< of one patient

    explicit Invitations(Records &records)
        : m_records(records)
    {
    }

    /// What the patient hands on: the link by any way, the code by voice.
    struct Pair {
        QString link; ///< 22 signs of base64url
        QString code; ///< six of 30 letters and digits that nobody mixes up
        qint64 ends = 0;
    };

    [[nodiscard]] std::optional<Invitation> byIdentifier(const QString &patient, const QString &identifier);
    [[nodiscard]] std::optional<Invitation> byConsent(const QString &consent);
    /// By SHA-256 of the link's token.
    [[nodiscard]] std::optional<Invitation> byLink(const QByteArray &link);
    /// How many of the patient's can still be used, or wait for the clinic.
    [[nodiscard]] int openCount(const QString &patient);

    /// Keeps a new one, without a link.
    [[nodiscard]] bool add(const QString &patient, const QString &identifier, const QString &person, const QString &consent);
    /// What the patient signed for it is there, its days have not passed, and how it is.
    struct Sharing {
        bool isActive = false; ///< else the clinic has to sign it first
        qint64 until = 0;
    };
    /// nullopt: the Consent has ended, by its status or by its date.
    [[nodiscard]] std::optional<Sharing> sharing(const Invitation &invitation);
    /// A new pair, for 72 hours or as long as the Consent; the old one is dead. nullopt: the Consent has ended, or the database refused.
    [[nodiscard]] std::optional<Pair> renewed(const Invitation &invitation);
    /// Nobody uses it any more: its Consent has ended.
    [[nodiscard]] bool close(const QString &consent);
    /// Marks it used. False: somebody else was first, or it has ended.
    [[nodiscard]] bool take(const Invitation &invitation);
    /// By which sign-in that was: it stays known whom somebody was before, also when the account has that relative no more.
    [[nodiscard]] bool noteTaker(const Invitation &invitation, const QString &account);

    /// It can be used now: not used, closed or too old, not guessed at too often, its Consent active and its days not passed.
    [[nodiscard]] bool isOpen(const Invitation &invitation);
    /// Looks a link and a code up, in the same steps whatever is there. A wrong try is counted: keep it even though it failed.
    [[nodiscard]] std::optional<Invitation> tried(const QString &link, const QString &code);

    [[nodiscard]] static QByteArray hashOf(const QString &link);

private:
    [[nodiscard]] std::optional<Invitation> one(const QString &where, const QVariantList &values);
    [[nodiscard]] qint64 now() const { return m_records.clock().nowUtc().toMSecsSinceEpoch(); }
    [[nodiscard]] int wrongCodes(const QByteArray &link);

    Records &m_records;
};

} // namespace handrail::clinic
