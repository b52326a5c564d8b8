// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What a relative shares with the patient, and what they tell the clinic.

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/PullPlan.h"
#include "sync/Records.h"

#include <QSet>
#include <algorithm>
#include <limits>

namespace handrail {

namespace {

const QString communication = QStringLiteral("Communication");

} // namespace

QList<HelpCard> Records::helpCards() const
{
    QList<HelpCard> cards;
    const QString self = QString(QStringLiteral("RelatedPerson/") % m_identity.relatedPersonId);
    const auto isWith = [](const HelpCard &card, const QString &reference) {
        return std::any_of(card.with.cbegin(), card.with.cend(),
                           [&](const HelpCard::Relative &each) { return each.reference == reference; });
    };
    const auto visit = [&](const QByteArray &json) {
        // Most of a long thread need not be read; with escapes, JSON says the same in other bytes.
        if (!json.contains("how-to-help") && !json.contains('\\'))
            return;
        const Result<HelpCard> card = fhir::readHelpCard(json, m_identity.patientId, m_language);
        if (card && (m_identity.role == Role::Patient || isWith(*card, self)))
            cards << *card;
    };
    if (const Result<void> read = m_store.eachRecord(communication, std::numeric_limits<int>::max(), visit); !read)
        qCWarning(logSync) << "reading cards:" << read.error();
    std::stable_sort(cards.begin(), cards.end(), [](const HelpCard &a, const HelpCard &b) { return a.agreed > b.agreed; });
    if (m_identity.role == Role::Relative)
        return cards.mid(0, 1);
    QList<HelpCard> newest;
    QSet<QString> told;
    for (HelpCard card : std::as_const(cards)) {
        // With whom something newer was agreed, this holds no more.
        card.with.removeIf([&](const HelpCard::Relative &one) { return told.contains(one.reference); });
        for (const HelpCard::Relative &one : std::as_const(card.with))
            told << one.reference;
        if (!card.with.isEmpty())
            newest << card;
    }
    return newest;
}

QList<BusyTime> Records::busyTimes(const QDate &from, const QDate &to) const
{
    QList<BusyTime> times;
    if (m_identity.role != Role::Relative)
        return times;
    for (const QByteArray &json : m_store.recordsByDay(QStringLiteral("Appointment"), from, to).value_or(QList<QByteArray>())) {
        if (const Result<BusyTime> time = fhir::readBusyTime(json))
            times << *time;
    }
    std::stable_sort(times.begin(), times.end(), [](const BusyTime &a, const BusyTime &b) { return a.start < b.start; });
    return times;
}

bool Records::isAnythingShared() const
{
    const auto has = [this](const char *type) {
        return !m_store.records(QString::fromLatin1(type), 1).value_or(QList<QByteArray>()).isEmpty();
    };
    return has("Appointment") || has("CareTeam") || has("Communication");
}

QDate Records::sharedUntil() const
{
    const auto json = m_store.record(QStringLiteral("RelatedPerson"), m_identity.relatedPersonId).value_or(std::nullopt);
    return m_identity.role == Role::Relative && json ? fhir::readLastDayOf(*json) : QDate();
}

QDate Records::busySharedUntil() const
{
    const auto json = m_store.record(QStringLiteral("RelatedPerson"), m_identity.relatedPersonId).value_or(std::nullopt);
    return m_identity.role == Role::Relative && json ? fhir::readLastBusyDayOf(*json) : QDate();
}

/// It names nobody but the patient and who writes: after sharing ended, no more may be named.
Result<QString> Records::queueConcern(const QString &text, const QString &identifier, const QDateTime &nowUtc)
{
    const QString words = text.trimmed();
    if (m_identity.role != Role::Relative || words.isEmpty() || words.size() > mostConcernCharacters)
        return problem(ProblemKind::BadData, QStringLiteral("concern: nothing to say, or too much"));
    fhir::NewMessage message;
    message.identifier = identifier.isEmpty() ? urn(newId()) : identifier;
    message.patientId = m_identity.patientId;
    message.relatedPersonId = m_identity.relatedPersonId;
    message.kind = MessageKind::Concern;
    message.parts = QStringList{words};
    message.sent = nowUtc;
    OutboxItem item;
    item.identifier = message.identifier;
    item.resourceType = communication;
    item.dependencyKey = QString(concernKey % message.identifier);
    item.priority = 0;
    item.payload = fhir::writeMessage(message);
    item.queuedAt = nowUtc;
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued)
        return tl::make_unexpected(queued.error());
    return message.identifier;
}

QList<SaidConcern> Records::concerns() const
{
    QList<SaidConcern> said;
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) {
        if (!item.dependencyKey.startsWith(concernKey) || item.state == OutboxState::Kept)
            continue;
        const QString text = fhir::readOwnMessage(item.payload, m_identity.patientId).value_or(WrittenMessage()).text;
        said << SaidConcern{item.identifier,
                            text,
                            item.state,
                            item.queuedAt,
                            item.doneAt,
                            item.retryAt,
                            item.problem.endsWith(QLatin1String(":throttled"))};
    }
    return said;
}

} // namespace handrail
