// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// A relative of more than one patient: from one of their accounts on this device to another.

#include "account/Account.h"

#include "core/Log.h"
#include "store/Erasing.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <algorithm>

namespace handrail {

namespace {

/// An object from the hash of an account to what is known of it: `name` and `patient` (a hash) of whom it is for, `until`. Or to the name alone, as
/// earlier versions wrote it.
const QString othersName = QStringLiteral("account.others");

QByteArray loginOf(const Identity &identity)
{
    const QByteArray whole = identity.server.toEncoded() + '\n' + identity.issuer.toUtf8() + '\n' + identity.subject.toUtf8();
    return QCryptographicHash::hash(whole, QCryptographicHash::Blake2b_256);
}

/// The same for all accounts that are for this patient.
QString patientOf(const Identity &identity)
{
    const QByteArray whole = identity.server.toEncoded() + '\n' + identity.patientId.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Blake2b_256).toHex());
}

struct Known {
    QString name;
    QString patient;
    QDate until;

    explicit Known(const QJsonValue &value)
        : name(value.isString() ? value.toString() : value[QLatin1String("name")].toString())
        , patient(value[QLatin1String("patient")].toString())
        , until(QDate::fromString(value[QLatin1String("until")].toString(), Qt::ISODate))
    {
    }
};

QJsonObject readOthers(const Store &store)
{
    const auto kept = store.value(othersName);
    return kept && *kept ? QJsonDocument::fromJson(**kept).object() : QJsonObject();
}

void keepOthers(Store &store, const QJsonObject &known)
{
    if (const Result<void> kept = store.setValue(othersName, QJsonDocument(known).toJson(QJsonDocument::Compact)); !kept)
        qCWarning(logApp) << "noting other accounts:" << kept.error();
}

} // namespace

QList<OtherAccount> Account::others() const
{
    QList<OtherAccount> others;
    if (!m_store || m_store->isInMemory() || identity()->role != Role::Relative)
        return others;
    const QJsonObject known = readOthers(*m_store);
    QStringList patients{patientOf(*identity())};
    for (auto it = known.begin(); it != known.end(); ++it) {
        if (AccountFiles::isHash(it.key()) && it.key() != m_accountHash && m_files.hasStore(it.key())
            && !isToBeErased(m_files, it.key())) {
            const Known one(it.value());
            patients << one.patient;
            others << OtherAccount{it.key(), one.name, m_files.hasLock(it.key()), one.until, one.patient == patients.first()};
        }
    }
    for (qsizetype i = 0; i < others.size(); ++i) {
        if (patients.count(patients.at(i + 1)) == 1)
            others[i].until = {};
    }
    return others;
}

/// Before somebody else is in: what the disk refused waits for who leaves. By whom the next one was reached is of a relative alone: a patient's own
/// account is nobody's to go to, whoever else was in on this device.
void Account::noteLeaving()
{
    if (m_store && !m_store->isInMemory())
        takeAside(m_accountHash, *m_store);
    m_before.reset();
    if (m_records && !m_store->isInMemory() && m_records->identity().role == Role::Relative)
        m_before = Before{m_accountHash, loginOf(m_records->identity()), m_records->patientName().given,
                          patientOf(m_records->identity()), m_records->sharedUntil()};
}

/// In the store that has just been opened: by whom it was reached, if that is the same login.
void Account::noteOther()
{
    const std::optional<Before> before = std::exchange(m_before, std::nullopt);
    if (!before || before->hash == m_accountHash || m_store->isInMemory() || m_records->identity().role != Role::Relative
        || before->login != loginOf(m_records->identity()))
        return;
    QJsonObject known = readOthers(*m_store);
    if (before->patientName.isEmpty() && known.contains(before->hash))
        return;
    known.insert(before->hash,
                 QJsonObject{{QStringLiteral("name"), before->patientName},
                             {QStringLiteral("patient"), before->patient},
                             {QStringLiteral("until"), before->until.toString(Qt::ISODate)}});
    keepOthers(*m_store, known);
}

QCoro::Task<void> Account::switchTo(QString accountHash)
{
    const bool isIn = m_state == State::Active || m_state == State::NeedsSignIn;
    const QList<OtherAccount> known = others();
    const bool isKnown =
        std::any_of(known.cbegin(), known.cend(), [&](const OtherAccount &one) { return one.hash == accountHash; });
    if (!isIn || !isKnown || m_isPinBusy)
        co_return;
    const QPointer<Account> self = this;
    // On the disk first: whenever the app ends from here on, it starts again with who was asked for, by that store's own key.
    if (const Result<void> noted = m_files.setLastAccount(accountHash); !noted) {
        setProblem(noted.error());
        co_return;
    }
    Q_EMIT aboutToLock(); // what is being written is kept while it can be
    if (!self || !m_store)
        co_return;
    const QString left = m_accountHash;
    noteLeaving();
    // A refresh may hold the only token that is still good: the one asked for may be finishing its own, and so may the one that is left.
    std::unique_ptr<Parting> arriving = takeParting(accountHash);
    setProblem(std::nullopt);
    if (!self || !m_store)
        co_return;
    if (m_tokens->isRefreshing())
        part(left);
    leave();
    if (!self)
        co_return;
    setState(State::Starting); // whoever shows the person looks again, and finds none
    if (!self || m_state != State::Starting)
        co_return;
    m_cameFrom = left;
    co_await arrive(std::move(accountHash), std::move(arriving));
    if (self && m_state == State::Locked)
        wipeSoon();
}

std::unique_ptr<Account::Parting> Account::takeParting(const QString &accountHash)
{
    const auto found = m_partings.find(accountHash);
    if (found == m_partings.end() || m_files.hasLock(accountHash))
        return nullptr;
    std::unique_ptr<Parting> theirs = std::move(found->second);
    m_partings.erase(found);
    theirs->deadline.reset();
    return theirs;
}

/// In Starting, with nobody in: opens who is noted as the last account.
QCoro::Task<void> Account::arrive(QString accountHash, std::unique_ptr<Parting> arriving)
{
    if (arriving) {
        const Result<std::optional<Credentials>> credentials = arriving->store->credentials();
        if (credentials && *credentials) {
            m_accountHash = accountHash;
            enter(std::move(arriving->store), **credentials, std::move(arriving->tokens));
            setState(State::Active);
            if (m_isSettled)
                begin();
            co_return;
        }
        arriving.reset();
    }
    m_keyTries = 0;
    co_await openLast();
}

/// The account asked for is signed out: its store holds what is unsent, and no sign-in. Who came from another is there again, and is not offered it.
QCoro::Task<void> Account::goBack(QString signedOut)
{
    const QPointer<Account> self = this;
    const QString back = std::exchange(m_cameFrom, {});
    if (const Result<void> noted = m_files.setLastAccount(back); !noted) {
        setProblem(noted.error());
        setState(State::SignedOut);
        co_return;
    }
    std::unique_ptr<Parting> arriving = takeParting(back);
    co_await arrive(back, std::move(arriving));
    if (self)
        forgetOther(signedOut);
}

/// Until they are in there again.
void Account::forgetOther(const QString &accountHash)
{
    if (!m_store)
        return;
    QJsonObject known = readOthers(*m_store);
    known.remove(accountHash);
    keepOthers(*m_store, known);
    Q_EMIT stateChanged(); // whoever offers them looks again
}

} // namespace handrail
