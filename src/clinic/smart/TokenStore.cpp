// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/TokenStore.h"

#include "clinic/smart/SmartPkce.h"
#include "clinic/smart/SmartScopes.h"
#include "core/Log.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <sodium.h>

namespace handrail::clinic {

namespace {

constexpr int accessKind = 0;
constexpr int refreshKind = 1;
constexpr qsizetype tokenBytes = 32;
constexpr qsizetype maxKnown = 10'000;

QString randomToken()
{
    QByteArray bytes(tokenBytes, '\0');
    randombytes_buf(bytes.data(), static_cast<size_t>(bytes.size()));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

QByteArray hashOf(const QString &token)
{
    return hashOf(token.toUtf8());
}

qint64 inMs(std::chrono::milliseconds span)
{
    return span.count();
}

// The pair that a refresh gave is kept for the grace, sealed with a key that only the old refresh token makes: a copy of the database
// opens nothing.
QByteArray graceKey(const QString &oldToken)
{
    const QByteArray token = oldToken.toUtf8();
    QByteArray key(crypto_secretbox_KEYBYTES, '\0');
    constexpr char context[] = "handrail-clinic refresh grace";
    crypto_generichash(reinterpret_cast<unsigned char *>(key.data()), static_cast<size_t>(key.size()),
                       reinterpret_cast<const unsigned char *>(token.constData()), static_cast<unsigned long long>(token.size()),
                       reinterpret_cast<const unsigned char *>(context), sizeof context - 1);
    return key;
}

QByteArray sealedForGrace(const QByteArray &plain, const QString &oldToken)
{
    const QByteArray key = graceKey(oldToken);
    QByteArray out(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), '\0');
    auto *bytes = reinterpret_cast<unsigned char *>(out.data());
    randombytes_buf(bytes, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytes + crypto_secretbox_NONCEBYTES, reinterpret_cast<const unsigned char *>(plain.constData()),
                          static_cast<unsigned long long>(plain.size()), bytes,
                          reinterpret_cast<const unsigned char *>(key.constData()));
    return out;
}

std::optional<QByteArray> openedInGrace(const QByteArray &sealed, const QString &oldToken)
{
    constexpr qsizetype nonceSize = crypto_secretbox_NONCEBYTES;
    constexpr qsizetype macSize = crypto_secretbox_MACBYTES;
    if (sealed.size() < nonceSize + macSize)
        return std::nullopt;
    const QByteArray key = graceKey(oldToken);
    const auto *bytes = reinterpret_cast<const unsigned char *>(sealed.constData());
    QByteArray plain(sealed.size() - nonceSize - macSize, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char *>(plain.data()), bytes + nonceSize,
                                   static_cast<unsigned long long>(sealed.size() - nonceSize), bytes,
                                   reinterpret_cast<const unsigned char *>(key.constData()))
        != 0)
        return std::nullopt;
    return plain;
}

QStringList asList(const QString &scope)
{
    return scope.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

struct TokenStore::Family {
    QString id;
    Grant grant;
    qint64 ends = 0;
};

TokenStore::TokenStore(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

QList<QStringList> TokenStore::schema()
{
    return {{
        QStringLiteral("CREATE TABLE token_family (id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account(id), "
                       "client TEXT NOT NULL, fhir_user TEXT NOT NULL, patient TEXT NOT NULL, scope TEXT NOT NULL, "
                       "ends INTEGER NOT NULL, ended INTEGER NOT NULL DEFAULT 0, arrived INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE INDEX token_family_account ON token_family (account)"),
        QStringLiteral("CREATE INDEX token_family_identity ON token_family (fhir_user, patient)"),
        QStringLiteral("CREATE TABLE token_code (hash BLOB PRIMARY KEY, family TEXT NOT NULL, redirect TEXT NOT NULL, "
                       "challenge TEXT NOT NULL, nonce TEXT NOT NULL, expires INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0) "
                       "WITHOUT ROWID"),
        QStringLiteral(
            "CREATE TABLE token (hash BLOB PRIMARY KEY, family TEXT NOT NULL, kind INTEGER NOT NULL, scope TEXT NOT NULL, "
            "expires INTEGER NOT NULL, retired INTEGER, grace BLOB, successor BLOB) WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX token_by_family ON token (family)"),
        QStringLiteral("CREATE INDEX token_successor ON token (successor) WHERE grace IS NOT NULL"),
    }};
}

qint64 TokenStore::now() const
{
    return m_clock.nowUtc().toMSecsSinceEpoch();
}

TokenStore::Answer<QString> TokenStore::newCode(const Grant &grant, const CodeTerms &terms)
{
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return tl::make_unexpected(Refusal::Unavailable);
    const Answer<QString> code = insertCode(grant, terms);
    if (code && !transaction.commit())
        return tl::make_unexpected(Refusal::Unavailable);
    return code;
}

TokenStore::Answer<QString> TokenStore::insertCode(const Grant &grant, const CodeTerms &terms)
{
    const QString code = randomToken();
    const QString family = QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        Statement insert = m_database.statement(QStringLiteral(
            "INSERT INTO token_family (id, account, client, fhir_user, patient, scope, ends) VALUES (?, ?, ?, ?, ?, ?, ?)"));
        if (!insert.run({family, grant.accountId, grant.clientId, grant.fhirUser,
                         grant.patientId.isNull() ? QStringLiteral("") : grant.patientId, grant.scopes.join(u' '),
                         now() + inMs(refreshAbsolute)}))
            return tl::make_unexpected(Refusal::Unavailable);
    }
    {
        Statement insert = m_database.statement(
            QStringLiteral("INSERT INTO token_code (hash, family, redirect, challenge, nonce, expires) VALUES (?, ?, ?, ?, ?, ?)"));
        if (!insert.run({hashOf(code), family, terms.redirectUri, terms.challenge,
                         terms.nonce.isNull() ? QStringLiteral("") : terms.nonce, now() + inMs(codeLifetime)}))
            return tl::make_unexpected(Refusal::Unavailable);
    }
    return code;
}

TokenStore::Answer<TokenStore::Tokens> TokenStore::exchanged(const QString &code, const QString &clientId,
                                                             const QString &redirectUri, const QString &verifier)
{
    const QByteArray hash = hashOf(code);
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return tl::make_unexpected(Refusal::Unavailable);
    Family family;
    CodeTerms terms;
    qint64 used = 0;
    bool hasArrived = false;
    bool isGood = false;
    {
        Statement read = m_database.statement(QStringLiteral(
            "SELECT c.family, c.redirect, c.challenge, c.nonce, c.expires, c.used, f.account, f.client, f.fhir_user, f.patient, "
            "f.scope, f.ends, f.ended, a.disabled, f.arrived FROM token_code c JOIN token_family f ON f.id = c.family "
            "JOIN account a ON a.id = f.account WHERE c.hash = ?"));
        if (!read.run({hash}))
            return tl::make_unexpected(Refusal::Unavailable);
        if (!read.next())
            return tl::make_unexpected(Refusal::InvalidGrant);
        family = {read.text(0), {read.text(6), read.text(7), read.text(8), read.text(9), asList(read.text(10))}, read.number(11)};
        terms = {read.text(1), read.text(2), read.text(3)};
        used = read.number(5);
        hasArrived = read.number(14) != 0;
        isGood = read.number(4) > now() && read.number(12) == 0 && read.number(13) == 0;
    }
    isGood = isGood && family.grant.clientId == clientId && terms.redirectUri == redirectUri
        && SmartPkce::isMatch(verifier, terms.challenge);
    std::optional<Tokens> tokens;
    // Who has the verifier is the app itself, or somebody who has all of it. Asking once more, at once and before any of its tokens was
    // used, it has lost our answer: it gets no second answer, but nothing is ended either. A third time is no accident.
    const bool isLostAnswer = used != 0 && isGood && !hasArrived && now() - used <= inMs(codeGrace);
    if (isLostAnswer) {
        if (!noteArrival(family.id))
            return tl::make_unexpected(Refusal::Unavailable);
    } else if (used != 0) {
        qCWarning(logClinic) << "An authorization code came a second time; its family ends";
        if (!endFamily(family.id))
            return tl::make_unexpected(Refusal::Unavailable);
    } else {
        Statement burn = m_database.statement(QStringLiteral("UPDATE token_code SET used = ? WHERE hash = ?"));
        if (!burn.run({now(), hash}))
            return tl::make_unexpected(Refusal::Unavailable);
        if (isGood && !(tokens = newPair(family.id, family.grant, family.ends)))
            return tl::make_unexpected(Refusal::Unavailable);
    }
    if (!transaction.commit())
        return tl::make_unexpected(Refusal::Unavailable);
    if (!tokens)
        return tl::make_unexpected(Refusal::InvalidGrant);
    tokens->isFirst = true;
    tokens->nonce = terms.nonce;
    return *tokens;
}

TokenStore::Answer<TokenStore::Tokens> TokenStore::refreshed(const QString &refreshToken, const QString &clientId,
                                                             const QString &scope)
{
    const QByteArray hash = hashOf(refreshToken);
    Transaction transaction(m_database);
    if (!transaction.isOpen())
        return tl::make_unexpected(Refusal::Unavailable);
    Family family;
    QByteArray sealedPair;
    qint64 retired = 0;
    {
        Statement read = m_database.statement(
            QStringLiteral("SELECT t.family, t.expires, t.retired, t.grace, f.account, f.client, f.fhir_user, f.patient, f.scope, "
                           "f.ends, f.ended, "
                           "a.disabled FROM token t JOIN token_family f ON f.id = t.family JOIN account a ON a.id = f.account "
                           "WHERE t.hash = ? AND t.kind = 1"));
        if (!read.run({hash}))
            return tl::make_unexpected(Refusal::Unavailable);
        const bool isAlive =
            read.next() && read.number(1) > now() && read.number(10) == 0 && read.number(11) == 0 && read.text(5) == clientId;
        if (!isAlive)
            return tl::make_unexpected(Refusal::InvalidGrant);
        family = {read.text(0), {read.text(4), read.text(5), read.text(6), read.text(7), asList(read.text(8))}, read.number(9)};
        retired = read.number(2);
        sealedPair = read.bytes(3);
    }
    if (retired != 0) {
        if (auto again = withinGrace(refreshToken, sealedPair, retired, family))
            return *again;
        qCWarning(logClinic) << "An old refresh token came again; its family ends";
        return endFamily(family.id) && transaction.commit() ? tl::make_unexpected(Refusal::InvalidGrant)
                                                            : tl::make_unexpected(Refusal::Unavailable);
    }
    if (!scope.isEmpty() && !SmartScopes::isWithin(scope, family.grant.scopes))
        return tl::make_unexpected(Refusal::InvalidScope);
    auto tokens = rotated(hash, refreshToken, family, scope);
    if (tokens && !transaction.commit())
        return tl::make_unexpected(Refusal::Unavailable);
    return tokens;
}

std::optional<TokenStore::Grant> TokenStore::grantOf(const QString &refreshToken, const QString &clientId) const
{
    Statement read = m_database.statement(QStringLiteral(
        "SELECT f.account, f.client, f.fhir_user, f.patient, f.scope FROM token t JOIN token_family f ON f.id = t.family "
        "WHERE t.hash = ? AND t.kind = 1 AND f.client = ?"));
    if (!read.run({hashOf(refreshToken), clientId}) || !read.next())
        return std::nullopt;
    return Grant{read.text(0), read.text(1), read.text(2), read.text(3), asList(read.text(4))};
}

std::optional<TokenStore::Tokens> TokenStore::withinGrace(const QString &oldToken, const QByteArray &sealedPair, qint64 retired,
                                                          const Family &family) const
{
    if (sealedPair.isEmpty() || now() - retired > inMs(grace))
        return std::nullopt;
    const auto plain = openedInGrace(sealedPair, oldToken);
    if (!plain)
        return std::nullopt;
    const QJsonObject pair = QJsonDocument::fromJson(*plain).object();
    Tokens tokens;
    tokens.grant = family.grant;
    tokens.grant.scopes = asList(pair.value(QStringLiteral("scope")).toString());
    tokens.accessToken = pair.value(QStringLiteral("access")).toString();
    tokens.refreshToken = pair.value(QStringLiteral("refresh")).toString();
    tokens.expiresIn = accessLifetime - std::chrono::seconds((now() - retired) / 1000);
    return tokens;
}

TokenStore::Answer<TokenStore::Tokens> TokenStore::rotated(const QByteArray &oldHash, const QString &oldToken, const Family &family,
                                                           const QString &scope)
{
    Grant grant = family.grant;
    if (!scope.isEmpty()) {
        // The refresh token keeps what was granted; only this access token gets less.
        grant.scopes = asList(scope);
        if (family.grant.scopes.contains(QStringLiteral("offline_access"))
            && !grant.scopes.contains(QStringLiteral("offline_access")))
            grant.scopes.append(QStringLiteral("offline_access"));
    }
    const auto tokens = newPair(family.id, grant, family.ends);
    if (!tokens)
        return tl::make_unexpected(Refusal::Unavailable);
    {
        // Using this one proves that the pair it came with arrived.
        Statement close =
            m_database.statement(QStringLiteral("UPDATE token SET grace = NULL WHERE family = ? AND grace IS NOT NULL"));
        if (!close.run({family.id}) || !noteArrival(family.id))
            return tl::make_unexpected(Refusal::Unavailable);
    }
    const QByteArray pair = QJsonDocument(QJsonObject{{QStringLiteral("access"), tokens->accessToken},
                                                      {QStringLiteral("refresh"), tokens->refreshToken},
                                                      {QStringLiteral("scope"), grant.scopes.join(u' ')}})
                                .toJson(QJsonDocument::Compact);
    Statement retire =
        m_database.statement(QStringLiteral("UPDATE token SET retired = ?, grace = ?, successor = ? WHERE hash = ?"));
    if (!retire.run({now(), sealedForGrace(pair, oldToken), hashOf(tokens->accessToken), oldHash}))
        return tl::make_unexpected(Refusal::Unavailable);
    return *tokens;
}

std::optional<TokenStore::Tokens> TokenStore::newPair(const QString &family, const Grant &grant, qint64 familyEnds)
{
    Tokens tokens;
    tokens.grant = grant;
    tokens.accessToken = randomToken();
    tokens.expiresIn = accessLifetime;
    const QString scope = grant.scopes.join(u' ');
    if (!insertToken(hashOf(tokens.accessToken), accessKind, family, scope, now() + inMs(accessLifetime)))
        return std::nullopt;
    if (grant.scopes.contains(QStringLiteral("offline_access"))) {
        tokens.refreshToken = randomToken();
        if (!insertToken(hashOf(tokens.refreshToken), refreshKind, family, scope, std::min(now() + inMs(refreshIdle), familyEnds)))
            return std::nullopt;
    }
    return tokens;
}

bool TokenStore::insertToken(const QByteArray &hash, int kind, const QString &family, const QString &scope, qint64 expires)
{
    Statement insert =
        m_database.statement(QStringLiteral("INSERT INTO token (hash, family, kind, scope, expires) VALUES (?, ?, ?, ?, ?)"));
    return insert.run({hash, family, kind, scope, expires});
}

bool TokenStore::noteArrival(const QString &family)
{
    Statement note = m_database.statement(QStringLiteral("UPDATE token_family SET arrived = 1 WHERE id = ? AND arrived = 0"));
    return note.run({family});
}

bool TokenStore::endFamily(const QString &family)
{
    m_known.clear();
    Statement end = m_database.statement(QStringLiteral("UPDATE token_family SET ended = 1 WHERE id = ?"));
    return end.run({family});
}

bool TokenStore::revoke(const QString &token, const QString &clientId)
{
    const QByteArray hash = hashOf(token);
    QString family;
    int kind = accessKind;
    {
        Statement read = m_database.statement(QStringLiteral(
            "SELECT t.family, t.kind FROM token t JOIN token_family f ON f.id = t.family WHERE t.hash = ? AND f.client = ?"));
        if (!read.run({hash, clientId}))
            return false;
        if (!read.next())
            return true;
        family = read.text(0);
        kind = static_cast<int>(read.number(1));
    }
    if (kind == refreshKind)
        return endFamily(family);
    m_known.clear();
    Statement end = m_database.statement(QStringLiteral("UPDATE token SET expires = 0 WHERE hash = ?"));
    return end.run({hash});
}

bool TokenStore::revokeAccount(const QString &accountId)
{
    m_known.clear();
    Statement end = m_database.statement(QStringLiteral("UPDATE token_family SET ended = 1 WHERE account = ?"));
    return end.run({accountId});
}

bool TokenStore::revokeIdentity(const QString &fhirUser, const QString &patientId)
{
    m_known.clear();
    Statement end = m_database.statement(QStringLiteral("UPDATE token_family SET ended = 1 WHERE fhir_user = ? AND patient = ?"));
    return end.run({fhirUser, patientId});
}

bool TokenStore::wasWrittenElsewhere()
{
    if (!m_database.hasCommitsSince(m_commitMark))
        return false;
    // Own text, not Database::wasChangedElsewhere: that one answers "since anybody on this thread asked".
    Statement read = m_database.statement(QStringLiteral("PRAGMA main.data_version"));
    if (!read.run() || !read.next())
        return true;
    const qint64 version = read.number(0);
    return std::exchange(m_dataVersion, version) != version;
}

std::optional<Access> TokenStore::check(const QByteArray &bearer)
{
    if (bearer.size() != 43)
        return std::nullopt;
    if (wasWrittenElsewhere())
        m_known.clear();
    const QByteArray hash = hashOf(bearer);
    const qint64 moment = now();
    if (const auto known = m_known.constFind(hash); known != m_known.constEnd()) {
        if (known->expires > moment)
            return known->access;
        m_known.erase(known);
        return std::nullopt;
    }
    Known fresh;
    bool isFirstOfPair = false;
    QString newFamily;
    {
        Statement read = m_database.statement(
            QStringLiteral("SELECT f.account, f.fhir_user, f.patient, t.scope, t.expires, "
                           "EXISTS (SELECT 1 FROM token g WHERE g.successor = t.hash AND g.grace IS NOT NULL), f.arrived, f.id "
                           "FROM token t JOIN token_family f ON f.id = t.family JOIN account a ON a.id = f.account "
                           "WHERE t.hash = ? AND t.kind = 0 AND f.ended = 0 AND a.disabled = 0"));
        if (!read.run({hash}) || !read.next() || read.number(4) <= moment)
            return std::nullopt;
        fresh = {{read.text(0), read.text(1), read.text(2), SmartScopes::inV2Form(asList(read.text(3)))}, read.number(4)};
        isFirstOfPair = read.number(5) != 0;
        if (read.number(6) == 0)
            newFamily = read.text(7);
    }
    if (!newFamily.isEmpty() && !noteArrival(newFamily))
        qCWarning(logClinic) << "The first use of a sign-in could not be noted";
    if (isFirstOfPair) {
        // The new pair arrived, so the old refresh token has no more grace. On a full disk the grace simply runs its 30 s.
        Statement close =
            m_database.statement(QStringLiteral("UPDATE token SET grace = NULL WHERE successor = ? AND grace IS NOT NULL"));
        close.run({hash});
    }
    if (m_known.size() >= maxKnown)
        m_known.clear();
    m_known.insert(hash, fresh);
    return fresh.access;
}

void TokenStore::purge()
{
    const qint64 longAgo = now() - inMs(std::chrono::hours(24));
    for (const QString &sql :
         {QStringLiteral("DELETE FROM token WHERE expires < ?"), QStringLiteral("DELETE FROM token_code WHERE expires < ?")}) {
        Statement remove = m_database.statement(sql);
        remove.run({longAgo});
    }
    Statement remove = m_database.statement(QStringLiteral(
        "DELETE FROM token_family WHERE id NOT IN (SELECT family FROM token) AND id NOT IN (SELECT family FROM token_code)"));
    remove.run();
}

} // namespace handrail::clinic
