// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/Records.h"

#include <QHash>
#include <algorithm>

namespace handrail {

namespace {

const QString consentType = QStringLiteral("Consent");
const QString relatedPersonType = QStringLiteral("RelatedPerson");

QString keyOf(const QString &consentId)
{
    return QString(u"consent/" % consentId);
}

// Of this version of it: one that the clinic puts in force again can be ended again.
QString endIdentifier(const QString &patientId, const Sharing &sharing)
{
    return urn(assignedId(patientId, consentType, sharing.consentId + u'/' + sharing.version));
}

/// The clinic said that there is no such Consent, which Push then took out of the store: one that is there has come since.
bool wasDenied(const std::optional<OutboxItem> &last)
{
    return last && last->state == OutboxState::Done && last->serverId.isEmpty();
}

Sharing::Stop stopOf(const Sharing &sharing, const QList<OutboxItem> &unsent, const std::optional<OutboxItem> &last)
{
    for (const OutboxItem &item : unsent) {
        if (item.resourceType == consentType && item.dependencyKey == keyOf(sharing.consentId))
            return item.state == OutboxState::Rejected ? Sharing::Stop::Refused : Sharing::Stop::Saved;
    }
    if (wasDenied(last))
        return Sharing::Stop::Refused;
    return last && last->state == OutboxState::Done ? Sharing::Stop::Sent : Sharing::Stop::None;
}

} // namespace

QList<Sharing> Records::sharings(const QDateTime &nowUtc) const
{
    QList<Sharing> sharings;
    const Result<QList<QByteArray>> stored = m_store.records(consentType);
    if (!stored)
        qCWarning(logSync) << "reading records:" << stored.error();
    const QList<OutboxItem> unsent = m_store.outbox().unsent().value_or(QList<OutboxItem>());
    QHash<QString, QStringList> keptOut;
    for (const QByteArray &json : stored.value_or(QList<QByteArray>())) {
        if (const fhir::KeptOut kept = fhir::readKeptOut(json); !kept.personId.isEmpty())
            keptOut[kept.personId] += kept.sessionIds;
    }
    for (const QByteArray &json : stored.value_or(QList<QByteArray>())) {
        QList<Sharing> people = fhir::readConsent(json, nowUtc).value_or(QList<Sharing>());
        for (Sharing &sharing : people) {
            const Result<std::optional<QByteArray>> person = m_store.record(relatedPersonType, sharing.personId);
            if (person && *person) {
                const Result<fhir::PersonName> name = fhir::readPersonName(**person);
                if (name && !name->full.isEmpty())
                    sharing.name = name->full;
                if (const Result<fhir::Relation> relation = fhir::readRelation(**person)) {
                    sharing.relationship = relation->words;
                    sharing.relationshipCode = relation->code;
                    sharing.hasJoined = relation->isActive;
                }
            }
            const Result<std::optional<OutboxItem>> last = m_store.outbox().find(endIdentifier(m_identity.patientId, sharing));
            sharing.keptOutOf = keptOut.value(sharing.personId);
            sharing.stop = stopOf(sharing, unsent, last.value_or(std::nullopt));
            sharings << std::move(sharing);
        }
    }
    std::stable_sort(sharings.begin(), sharings.end(), [](const Sharing &a, const Sharing &b) {
        const auto isNow = [](const Sharing &one) {
            return one.state == Sharing::State::Active || one.state == Sharing::State::Waiting;
        };
        return isNow(a) != isNow(b) ? isNow(a) : a.signedAt > b.signedAt;
    });
    return sharings;
}

QString Records::sharedWith(const OutboxItem &consentEnd) const
{
    QStringList names;
    for (const Sharing &sharing : sharings(consentEnd.queuedAt)) {
        if (keyOf(sharing.consentId) == consentEnd.dependencyKey)
            names << sharing.name;
    }
    names.removeAll({});
    return names.join(QStringLiteral(", "));
}

QString Records::signedText(const QString &consentId) const
{
    const Result<std::optional<QByteArray>> consent = m_store.record(consentType, consentId);
    return consent && *consent ? fhir::readSignedText(**consent).value_or(QString()) : QString();
}

Result<void> Records::queueConsentEnd(const Sharing &sharing, const QDateTime &nowUtc)
{
    if (sharing.stop == Sharing::Stop::Saved)
        return {};
    OutboxItem item;
    item.identifier = endIdentifier(m_identity.patientId, sharing);
    item.resourceType = consentType;
    item.dependencyKey = keyOf(sharing.consentId);
    item.priority = 0;
    item.payload = fhir::writeConsentEnd(sharing.consentId);
    item.queuedAt = nowUtc;
    item.action = OutboxAction::Update;
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued && queued.error().kind != ProblemKind::Conflict)
        return tl::make_unexpected(queued.error());
    // The same bytes under the same identifier: one that was refused, or turned out to be in force still, is only listed, so it is set anew.
    const Result<std::optional<OutboxItem>> known = m_store.outbox().find(item.identifier);
    if (!known)
        return tl::make_unexpected(known.error());
    const bool isAgain = *known && ((*known)->state == OutboxState::Rejected || wasDenied(*known));
    return isAgain ? m_store.outbox().update(item) : Result<void>();
}

} // namespace handrail
