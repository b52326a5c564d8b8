// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Database.h"
#include "clinic/smart/Smart.h"
#include "core/Clock.h"

#include <functional>
#include <optional>

namespace handrail::clinic {

/// Whom an account may act as: the FHIR user and the one patient that goes with it (no patient for staff).
struct Identity {
    QString fhirUser;
    QString patientId;
};

/// An account that just proved itself, or that a ticket names.
struct Account {
    QString id;
    QString name;
    QList<Identity> identities;
    QString passwordMark; ///< another one after another password; says nothing of either
};

/// The people who can sign in: names, Argon2id passwords, identities. May be used from any thread: all it holds is in the database.
class Accounts
{
public:
    Accounts(Database &database, const Clock &clock);

    /// The tables, for Database::addArea("accounts", ...).
    [[nodiscard]] static QList<QStringList> schema();

    /// The name as it is stored and compared: trimmed, lower case. Empty when it is no acceptable name (1 to 64 of a-z 0-9 . _ @ + -).
    [[nodiscard]] static QString plainName(const QString &typed);

    /// What is wrong with a password that a person chooses, or staff for them. By NIST SP 800-63B 3.1.1.2.
    enum class PasswordFault { None, Short, Long, NamesUser };
    static constexpr int shortestPassword = 8; ///< signs
    [[nodiscard]] static PasswordFault faultOf(const QString &password, const QString &name);

    /// See Smart::addUser.
    [[nodiscard]] Result<void> add(const QString &name, const QString &password, const QString &fhirUser,
                                   const QStringList &patients);
    [[nodiscard]] Result<void> addIdentity(const QString &name, const QString &fhirUser, const QString &patientId);
    /// Argon2id: slow, on a worker only. Empty when the password is too long or memory is short.
    [[nodiscard]] static QString hashed(const QString &password);
    /// A new account with a hash of hashed(), in the caller's transaction. Gives its id. Conflict: the name is taken. BadData: no name.
    [[nodiscard]] Result<QString> insert(const QString &name, const QString &hash, const QString &fhirUser,
                                         const QStringList &patients);
    /// One more identity of a relative, in the caller's transaction; one for the same patient of which `isOver` holds is replaced.
    /// NotFound: no such account. BadData: it is no relative's. Conflict: it has that.
    [[nodiscard]] Result<QString> bind(const QString &accountId, const Identity &identity,
                                       const std::function<bool(const Identity &)> &isOver);

    /// Who else opens the same patient by an account that has this identity (RelatedPerson/x): one person whom the clinic knows more than once.
    [[nodiscard]] QStringList besides(const Identity &identity) const;
    /// Who such an account is for other patients.
    [[nodiscard]] QList<Identity> elsewhere(const Identity &identity) const;

    [[nodiscard]] QList<User> all() const;
    /// Marks it disabled, or not. Gives its id. Conflict: somebody else signs in by now as who it was for.
    [[nodiscard]] Result<QString> setDisabled(const QString &name, bool isDisabled);
    /// Another password for an account that is there, with a hash of hashed(). Gives its id, which stays.
    [[nodiscard]] Result<QString> setPassword(const QString &name, const QString &hash);

    /// nullopt: unknown, disabled, or another password; each takes the same time. Slow by design (Argon2id): on a worker only.
    [[nodiscard]] std::optional<Account> authenticated(const QString &typedName, const QString &password) const;
    /// The account if it is there and not disabled.
    [[nodiscard]] std::optional<Account> byName(const QString &name) const;
    [[nodiscard]] std::optional<Account> byId(const QString &id) const;

private:
    [[nodiscard]] Result<QString> idOf(const QString &name) const;
    [[nodiscard]] QList<Identity> identitiesOf(const QString &accountId) const;

    Database &m_database;
    const Clock &m_clock;
};

} // namespace handrail::clinic
