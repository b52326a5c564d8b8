// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <chrono>

namespace handrail::clinic {

/// Slows password guessing down. Counts failures of one user name at one address, of one user name everywhere, and of one address; after
/// the free ones each further failure doubles the wait, up to a ceiling, and quiet time lets it fade. Nobody is locked out for ever: a
/// person who signed in from an address before is not held up there by somebody else's guesses elsewhere. `peer` is an IP address; an IPv6
/// one stands for its /64.
/// Times are monotonic. Not thread-safe; the owner locks.
class SmartThrottle
{
public:
    using Time = std::chrono::milliseconds;

    /// What an attempt was counted as, for noteSuccess to undo.
    struct Attempt;

    /// How long this attempt must wait; zero: go ahead.
    [[nodiscard]] Time waitFor(const QString &userName, const QByteArray &peer, Time now) const;
    /// Before the password is looked at, so that many attempts side by side count each: it stands as a failure until noteSuccess.
    Attempt noteAttempt(const QString &userName, const QByteArray &peer, Time now);
    /// The attempt was no failure after all: it holds up nobody, neither who made it nor others at that address.
    void noteSuccess(const Attempt &attempt);

private:
    struct Record {
        int failures = 0;
        Time lastFailure{};
        Time openAt{};
    };
    struct Counted {
        QByteArray key;
        Record before;
        int failures = 0; ///< with this one
    };
    struct Rule {
        int freeFailures;
        Time firstWait;
        Time longestWait;
    };
    static const Rule pairRule;
    static const Rule userRule;
    static const Rule addressRule;

    static Counted count(QHash<QByteArray, Record> &records, const QByteArray &key, const Rule &rule, Time now);
    static void takeBack(QHash<QByteArray, Record> &records, const Counted &counted, const Rule &rule);
    [[nodiscard]] static Time wait(const QHash<QByteArray, Record> &records, const QByteArray &key, Time now);

    QHash<QByteArray, Record> m_pairs;
    QHash<QByteArray, Record> m_users;
    QHash<QByteArray, Record> m_addresses;
    QSet<QByteArray> m_known; ///< pairs that signed in
};

struct SmartThrottle::Attempt {
    QByteArray pair;
    Counted user;
    Counted address;
};

} // namespace handrail::clinic
