// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/Invitations.h"

#include "clinic/api/ConsentGrants.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>
#include <sodium.h>

namespace handrail::clinic {

namespace {

// No 0 O 1 I L U: nothing that is taken for another when it is read, or for a word.
constexpr QStringView codeSigns = u"23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int codeLength = 6;
constexpr qsizetype tokenBytes = 16;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

// The code's hash takes the token in, so that the few codes there are cannot be tried against it.
QByteArray codeHash(const QString &link, const QString &code)
{
    return sha256(link.toUtf8() + '\n' + code.toUtf8());
}

QString randomLink()
{
    QByteArray bytes(tokenBytes, '\0');
    randombytes_buf(bytes.data(), std::size_t(bytes.size()));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString randomCode()
{
    QString code;
    for (int i = 0; i < codeLength; ++i)
        code += codeSigns.at(qsizetype(randombytes_uniform(quint32(codeSigns.size()))));
    return code;
}

// As people type what they heard: any case, with blanks or a hyphen between.
QString typedCode(const QString &typed)
{
    QString code;
    for (const QChar c : typed.left(64).toUpper()) {
        if (!c.isSpace() && c != u'-')
            code += c;
    }
    return code.left(2 * codeLength);
}

} // namespace

QByteArray Invitations::hashOf(const QString &link)
{
    return sha256(link.toUtf8());
}

std::optional<Invitation> Invitations::one(const QString &where, const QVariantList &values)
{
    Statement row = m_records.database().statement(
        QStringLiteral("SELECT id, patient, person, consent, link, made, ends, used, closed FROM invitation WHERE ") + where);
    if (!row.run(values) || !row.next())
        return std::nullopt;
    return Invitation{row.number(0), row.text(1),   row.text(2),        row.text(3),       row.bytes(4),
                      row.number(5), row.number(6), row.number(7) != 0, row.number(8) != 0};
}

std::optional<Invitation> Invitations::byIdentifier(const QString &patient, const QString &identifier)
{
    return one(QStringLiteral("patient = ? AND identifier = ?"), {patient, identifier});
}

std::optional<Invitation> Invitations::byConsent(const QString &consent)
{
    return one(QStringLiteral("consent = ?"), {consent});
}

std::optional<Invitation> Invitations::byLink(const QByteArray &link)
{
    return one(QStringLiteral("link = ?"), {link});
}

int Invitations::openCount(const QString &patient)
{
    QStringList consents;
    {
        Statement rows = m_records.database().statement(QStringLiteral(
            "SELECT consent FROM invitation WHERE patient = ? AND used IS NULL AND closed IS NULL AND (link IS NULL OR ends > ?)"));
        if (!rows.run({patient, now()}))
            return mostOpen;
        while (rows.next())
            consents.append(rows.text(0));
    }
    // One that the clinic never signed, or whose code was never made, is over with its days.
    return int(std::count_if(consents.begin(), consents.end(), [this](const QString &consent) {
        const auto invitation = byConsent(consent);
        return invitation && sharing(*invitation);
    }));
}

bool Invitations::add(const QString &patient, const QString &identifier, const QString &person, const QString &consent)
{
    return m_records.database()
        .statement(
            QStringLiteral("INSERT INTO invitation (patient, identifier, person, consent, made, ends) VALUES (?, ?, ?, ?, ?, ?)"))
        .run({patient, identifier, person, consent, now(), 0});
}

std::optional<Invitations::Sharing> Invitations::sharing(const Invitation &invitation)
{
    const RecordPtr record = m_records.read(QStringLiteral("Consent"), invitation.consent);
    const QJsonObject consent = record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
    const QString status = consent.value(QLatin1String("status")).toString();
    const auto time = ConsentGrants::time(m_records, invitation.patient, consent);
    const bool isOf = status == QLatin1String("active") || status == QLatin1String("proposed");
    if (!isOf || !time || now() < time->low || now() >= time->high)
        return std::nullopt;
    return Sharing{status == QLatin1String("active"), time->high};
}

std::optional<Invitations::Pair> Invitations::renewed(const Invitation &invitation)
{
    const auto shared = sharing(invitation);
    if (!shared)
        return std::nullopt;
    const Pair pair{randomLink(), randomCode(),
                    std::min(now() + qint64(std::chrono::milliseconds(lifetime).count()), shared->until)};
    Statement update = m_records.database().statement(
        QStringLiteral("UPDATE invitation SET link = ?, code = ?, ends = ? WHERE id = ? AND used IS NULL AND closed IS NULL"));
    const bool isDone =
        update.run({hashOf(pair.link), codeHash(pair.link, pair.code), pair.ends, invitation.row}) && update.changedRows() == 1;
    return isDone ? std::optional(pair) : std::nullopt;
}

bool Invitations::close(const QString &consent)
{
    return m_records.database()
        .statement(QStringLiteral("UPDATE invitation SET closed = ? WHERE consent = ? AND used IS NULL AND closed IS NULL"))
        .run({now(), consent});
}

bool Invitations::take(const Invitation &invitation)
{
    Statement update = m_records.database().statement(QStringLiteral(
        "UPDATE invitation SET used = ? WHERE id = ? AND link = ? AND used IS NULL AND closed IS NULL AND ends > ?"));
    return update.run({now(), invitation.row, invitation.link, now()}) && update.changedRows() == 1;
}

bool Invitations::noteTaker(const Invitation &invitation, const QString &account)
{
    return m_records.database()
        .statement(QStringLiteral("UPDATE invitation SET account = ? WHERE id = ?"))
        .run({account, invitation.row});
}

int Invitations::wrongCodes(const QByteArray &link)
{
    Statement row = m_records.database().statement(QStringLiteral("SELECT wrong FROM invitation_guess WHERE link = ?"));
    return row.run({link}) && row.next() ? int(row.number(0)) : 0;
}

bool Invitations::isOpen(const Invitation &invitation)
{
    const auto shared = sharing(invitation);
    return !invitation.isUsed && !invitation.isClosed && invitation.ends > now() && wrongCodes(invitation.link) < mostWrongCodes
        && shared && shared->isActive && !ConsentGrants::areShut(m_records, invitation.patient);
}

std::optional<Invitation> Invitations::tried(const QString &link, const QString &code)
{
    const QByteArray linkHash = hashOf(link.left(64));
    QByteArray stored(crypto_hash_sha256_BYTES, '\0');
    const std::optional<Invitation> found = byLink(linkHash);
    {
        Statement row = m_records.database().statement(QStringLiteral("SELECT code FROM invitation WHERE link = ?"));
        if (row.run({linkHash}) && row.next() && row.bytes(0).size() == stored.size())
            stored = row.bytes(0);
    }
    const QByteArray given = codeHash(link.left(64), typedCode(code));
    const bool isRight = sodium_memcmp(stored.constData(), given.constData(), std::size_t(stored.size())) == 0;
    if (found && isRight && isOpen(*found))
        return found;
    // Old counts go with the links they were for.
    (void)m_records.database()
        .statement(QStringLiteral("DELETE FROM invitation_guess WHERE at < ?"))
        .run({now() - 2 * std::chrono::milliseconds(lifetime).count()});
    (void)m_records.database()
        .statement(
            QStringLiteral("INSERT INTO invitation_guess (link, wrong, at) VALUES (?, 1, ?) ON CONFLICT (link) DO UPDATE SET "
                           "wrong = wrong + 1, at = excluded.at"))
        .run({linkHash, now()});
    return std::nullopt;
}

} // namespace handrail::clinic
