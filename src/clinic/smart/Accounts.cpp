// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/Accounts.h"

#include "clinic/smart/SmartScopes.h"

#include <QUuid>

#include <sodium.h>

namespace handrail::clinic {

namespace {

// The hash of 32 random bytes that nobody kept, with the limits of storedHash(): what an unknown name is checked against.
constexpr const char *nobodysHash =
    "$argon2id$v=19$m=65536,t=2,p=1$sc/p53c+yUY/fMo+I2LxBg$4gdEyuALo6wc7waGTMEcpJxs8YzMMG+eTO1xYYQnOxM";
constexpr qsizetype maxPassword = 512; // bytes of UTF-8
constexpr qsizetype maxName = 64;

QString storedHash(const QByteArray &password)
{
    QByteArray out(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(out.data(), password.constData(), static_cast<unsigned long long>(password.size()),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
        != 0)
        return {};
    return QString::fromLatin1(out.constData());
}

bool isMatch(const QByteArray &hash, const QByteArray &password)
{
    return crypto_pwhash_str_verify(hash.constData(), password.constData(), static_cast<unsigned long long>(password.size())) == 0;
}

// Of two passwords, or of one that was hashed twice, it differs.
QString markOf(const QString &hash)
{
    return hash.right(16);
}

// FHIR R4 datatypes, id.
bool isFhirId(QStringView id)
{
    return !id.isEmpty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
    });
}

bool isFhirUser(QStringView reference)
{
    for (const QStringView type : {QStringView(u"Patient/"), QStringView(u"RelatedPerson/"), QStringView(u"Practitioner/")}) {
        if (reference.startsWith(type))
            return isFhirId(reference.sliced(type.size()));
    }
    return false;
}

// The patients of a new account: a patient is their own, staff has none.
Result<QStringList> checkedPatients(const QString &fhirUser, QStringList patients)
{
    if (!isFhirUser(fhirUser))
        return problem(ProblemKind::BadData, QStringLiteral("fhirUser"));
    for (QString &patient : patients) {
        if (patient.startsWith(u"Patient/"))
            patient.remove(0, 8);
        if (!isFhirId(patient))
            return problem(ProblemKind::BadData, QStringLiteral("patient"));
    }
    switch (SmartScopes::roleOf(fhirUser)) {
    case SmartScopes::Role::Patient:
        if (patients.isEmpty())
            patients.append(fhirUser.mid(8));
        if (patients != QStringList(fhirUser.mid(8)))
            return problem(ProblemKind::BadData, QStringLiteral("a patient opens only their own record"));
        break;
    case SmartScopes::Role::Relative:
        if (patients.size() != 1)
            return problem(ProblemKind::BadData, QStringLiteral("a RelatedPerson is of one patient"));
        break;
    case SmartScopes::Role::Staff:
        if (!patients.isEmpty())
            return problem(ProblemKind::BadData, QStringLiteral("staff has no launch patient"));
        patients.append(QStringLiteral("")); // a null would be NULL in SQL
        break;
    }
    return patients;
}

} // namespace

Accounts::Accounts(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

QList<QStringList> Accounts::schema()
{
    return {{
        QStringLiteral("CREATE TABLE account (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, password TEXT NOT NULL, "
                       "disabled INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE account_identity (account TEXT NOT NULL REFERENCES account(id), position INTEGER NOT NULL, "
                       "fhir_user TEXT NOT NULL, patient TEXT NOT NULL, PRIMARY KEY (account, position), "
                       "UNIQUE (account, fhir_user, patient))"),
    }};
}

QString Accounts::plainName(const QString &typed)
{
    const QString name = typed.trimmed().toLower();
    const bool isGood = !name.isEmpty() && name.size() <= maxName && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || QStringView(u"._@+-").contains(c);
    });
    return isGood ? name : QString();
}

Accounts::PasswordFault Accounts::faultOf(const QString &password, const QString &name)
{
    const QString plain = plainName(name);
    if (password.size() < shortestPassword)
        return PasswordFault::Short;
    if (!plain.isEmpty() && password.contains(plain, Qt::CaseInsensitive))
        return PasswordFault::NamesUser;
    return password.toUtf8().size() > maxPassword ? PasswordFault::Long : PasswordFault::None;
}

Result<void> Accounts::add(const QString &name, const QString &password, const QString &fhirUser, const QStringList &patients)
{
    const QByteArray secret = password.toUtf8();
    if (plainName(name).isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("user name"));
    if (secret.isEmpty() || secret.size() > maxPassword)
        return problem(ProblemKind::BadData, QStringLiteral("password length"));
    if (const Result<QStringList> opened = checkedPatients(fhirUser, patients); !opened)
        return tl::make_unexpected(opened.error());
    const QString hash = hashed(password);
    if (hash.isEmpty())
        return problem(ProblemKind::ServerBusy, QStringLiteral("no memory for the password hash"), true);
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return problem(ProblemKind::ServerBusy, QStringLiteral("account lock"), true);
    if (const Result<QString> id = insert(name, hash, fhirUser, patients); !id)
        return tl::make_unexpected(id.error());
    if (!transaction.commit())
        return problem(ProblemKind::StoreBroken, QStringLiteral("account commit"));
    return {};
}

QString Accounts::hashed(const QString &password)
{
    const QByteArray secret = password.toUtf8();
    return secret.isEmpty() || secret.size() > maxPassword ? QString() : storedHash(secret);
}

Result<QString> Accounts::insert(const QString &name, const QString &hash, const QString &fhirUser, const QStringList &patients)
{
    const QString plain = plainName(name);
    if (plain.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("user name"));
    const Result<QStringList> opened = checkedPatients(fhirUser, patients);
    if (!opened)
        return tl::make_unexpected(opened.error());
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        Statement insert =
            m_database.statement(QStringLiteral("INSERT INTO account (id, name, password, created) VALUES (?, ?, ?, ?)"));
        if (!insert.run({id, plain, hash, m_clock.nowUtc().toMSecsSinceEpoch()}))
            return problem(storeProblem(insert.errorCode()), QStringLiteral("account"));
    }
    int position = 0;
    for (const QString &patient : *opened) {
        Statement insert = m_database.statement(
            QStringLiteral("INSERT INTO account_identity (account, position, fhir_user, patient) VALUES (?, ?, ?, ?)"));
        if (!insert.run({id, position++, fhirUser, patient}))
            return problem(ProblemKind::BadData, QStringLiteral("identity"));
    }
    return id;
}

Result<QString> Accounts::bind(const QString &accountId, const Identity &identity,
                               const std::function<bool(const Identity &)> &isOver)
{
    const auto account = byId(accountId);
    if (!account)
        return problem(ProblemKind::NotFound, QStringLiteral("account"));
    const bool areRelatives = std::all_of(account->identities.begin(), account->identities.end(), [](const Identity &each) {
        return SmartScopes::roleOf(each.fhirUser) == SmartScopes::Role::Relative;
    });
    if (!areRelatives || SmartScopes::roleOf(identity.fhirUser) != SmartScopes::Role::Relative)
        return problem(ProblemKind::BadData, QStringLiteral("only a relative has more than one identity"));
    for (const Identity &each : account->identities) {
        if (each.patientId != identity.patientId || !isOver(each))
            continue;
        // Else the page that asks whom one is here for would show one person twice.
        Statement update = m_database.statement(
            QStringLiteral("UPDATE account_identity SET fhir_user = ? WHERE account = ? AND fhir_user = ? AND patient = ?"));
        return update.run({identity.fhirUser, accountId, each.fhirUser, each.patientId})
            ? Result<QString>(accountId)
            : problem(ProblemKind::Conflict, QStringLiteral("identity"));
    }
    Statement insert = m_database.statement(
        QStringLiteral("INSERT INTO account_identity (account, position, fhir_user, patient) VALUES (?, ?, ?, ?)"));
    if (!insert.run({accountId, account->identities.size(), identity.fhirUser, identity.patientId}))
        return problem(ProblemKind::Conflict, QStringLiteral("identity"));
    return accountId;
}

QStringList Accounts::besides(const Identity &identity) const
{
    QStringList others;
    Statement rows = m_database.statement(QStringLiteral(
        "SELECT DISTINCT b.fhir_user FROM account_identity a JOIN account_identity b ON b.account = a.account AND "
        "b.patient = a.patient WHERE a.fhir_user = ?1 AND a.patient = ?2 AND b.fhir_user <> ?1 ORDER BY b.fhir_user"));
    for (bool hasRow = rows.run({identity.fhirUser, identity.patientId}) && rows.next(); hasRow; hasRow = rows.next())
        others.append(rows.text(0));
    return others;
}

QList<Identity> Accounts::elsewhere(const Identity &identity) const
{
    QList<Identity> others;
    Statement rows = m_database.statement(QStringLiteral(
        "SELECT DISTINCT b.fhir_user, b.patient FROM account_identity a JOIN account_identity b ON b.account = a.account AND "
        "b.patient <> a.patient WHERE a.fhir_user = ? AND a.patient = ? ORDER BY b.patient, b.fhir_user"));
    for (bool hasRow = rows.run({identity.fhirUser, identity.patientId}) && rows.next(); hasRow; hasRow = rows.next())
        others.append({rows.text(0), rows.text(1)});
    return others;
}

Result<void> Accounts::addIdentity(const QString &name, const QString &fhirUser, const QString &patientId)
{
    const Result<QStringList> opened = checkedPatients(fhirUser, {patientId});
    if (!opened)
        return tl::make_unexpected(opened.error());
    const auto account = byName(name);
    if (!account)
        return problem(ProblemKind::NotFound, QStringLiteral("account"));
    // One person has one role: a patient who is also somebody's relative has two accounts, so that no page mixes the two.
    for (const Identity &identity : account->identities) {
        if (SmartScopes::roleOf(identity.fhirUser) != SmartScopes::Role::Relative
            || SmartScopes::roleOf(fhirUser) != SmartScopes::Role::Relative)
            return problem(ProblemKind::BadData, QStringLiteral("only a relative has more than one identity"));
    }
    Statement insert = m_database.statement(
        QStringLiteral("INSERT INTO account_identity (account, position, fhir_user, patient) VALUES (?, ?, ?, ?)"));
    if (!insert.run({account->id, account->identities.size(), fhirUser, opened->first()}))
        return problem(ProblemKind::Conflict, QStringLiteral("identity"));
    return {};
}

QList<User> Accounts::all() const
{
    QList<User> users;
    Statement read = m_database.statement(QStringLiteral(
        "SELECT a.name, a.disabled, i.fhir_user, i.patient FROM account a JOIN account_identity i ON i.account = a.id "
        "ORDER BY a.name, i.position"));
    if (!read.run())
        return users;
    while (read.next()) {
        if (users.isEmpty() || users.last().name != read.text(0))
            users.append({read.text(0), {}, {}, read.number(1) != 0});
        users.last().fhirUsers.append(read.text(2));
        if (!read.text(3).isEmpty())
            users.last().patients.append(read.text(3));
    }
    return users;
}

Result<QString> Accounts::idOf(const QString &name) const
{
    Statement read = m_database.statement(QStringLiteral("SELECT id FROM account WHERE name = ?"));
    if (!read.run({plainName(name)}) || !read.next())
        return problem(ProblemKind::NotFound, QStringLiteral("account"));
    return read.text(0);
}

Result<QString> Accounts::setDisabled(const QString &name, bool isDisabled)
{
    const Result<QString> id = idOf(name);
    if (!id)
        return id;
    if (!isDisabled) {
        Statement others = m_database.statement(
            QStringLiteral("SELECT 1 FROM account_identity own JOIN account_identity other ON other.fhir_user = own.fhir_user AND "
                           "other.account <> own.account JOIN account a ON a.id = other.account AND a.disabled = 0 "
                           "WHERE own.account = ?"));
        if (!others.run({*id}))
            return problem(ProblemKind::StoreBroken, QStringLiteral("account"));
        if (others.next())
            return problem(ProblemKind::Conflict, QStringLiteral("identity"));
    }
    Statement write = m_database.statement(QStringLiteral("UPDATE account SET disabled = ? WHERE id = ?"));
    if (!write.run({qint64(isDisabled), *id}))
        return problem(ProblemKind::StoreBroken, QStringLiteral("account"));
    return id;
}

Result<QString> Accounts::setPassword(const QString &name, const QString &hash)
{
    const Result<QString> id = idOf(name);
    if (!id)
        return id;
    Statement write = m_database.statement(QStringLiteral("UPDATE account SET password = ? WHERE id = ?"));
    if (!write.run({hash, *id}))
        return problem(ProblemKind::StoreBroken, QStringLiteral("account"));
    return id;
}

std::optional<Account> Accounts::authenticated(const QString &typedName, const QString &password) const
{
    const QString plain = plainName(typedName);
    QByteArray hash = nobodysHash;
    Account account;
    {
        Statement read = m_database.statement(QStringLiteral("SELECT id, password FROM account WHERE name = ? AND disabled = 0"));
        if (read.run({plain}) && read.next()) {
            account.id = read.text(0);
            account.name = plain;
            hash = read.text(1).toLatin1();
            account.passwordMark = markOf(read.text(1));
        }
    }
    const QByteArray secret = password.toUtf8().left(maxPassword + 1);
    const bool isRight = isMatch(hash, secret) && secret.size() <= maxPassword;
    if (!isRight || account.id.isEmpty())
        return std::nullopt;
    account.identities = identitiesOf(account.id);
    return account;
}

std::optional<Account> Accounts::byName(const QString &name) const
{
    Account account;
    {
        Statement read =
            m_database.statement(QStringLiteral("SELECT id, name, password FROM account WHERE name = ? AND disabled = 0"));
        if (!read.run({plainName(name)}) || !read.next())
            return std::nullopt;
        account.id = read.text(0);
        account.name = read.text(1);
        account.passwordMark = markOf(read.text(2));
    }
    account.identities = identitiesOf(account.id);
    return account;
}

std::optional<Account> Accounts::byId(const QString &id) const
{
    Account account;
    {
        Statement read =
            m_database.statement(QStringLiteral("SELECT id, name, password FROM account WHERE id = ? AND disabled = 0"));
        if (!read.run({id}) || !read.next())
            return std::nullopt;
        account.id = read.text(0);
        account.name = read.text(1);
        account.passwordMark = markOf(read.text(2));
    }
    account.identities = identitiesOf(account.id);
    return account;
}

QList<Identity> Accounts::identitiesOf(const QString &accountId) const
{
    QList<Identity> identities;
    Statement read =
        m_database.statement(QStringLiteral("SELECT fhir_user, patient FROM account_identity WHERE account = ? ORDER BY position"));
    if (!read.run({accountId}))
        return identities;
    while (read.next())
        identities.append({read.text(0), read.text(1)});
    return identities;
}

} // namespace handrail::clinic
