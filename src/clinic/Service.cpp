// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/Service.h"

#include "clinic/api/ConsentGrants.h"
#include "clinic/forms/ClinicNotices.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace handrail::clinic {

Service::Service(const QString &databaseFile, const Clock &clock)
    : database(databaseFile)
    , records(database, types, clock)
    , audit(database, clock)
    , m_clock(clock)
{
}

Result<void> Service::open()
{
    if (auto opened = database.open(); !opened)
        return opened;
    if (auto opened = records.open(); !opened)
        return opened;
    if (auto opened = audit.open(); !opened)
        return opened;
    return database.addArea(QStringLiteral("family"), FamilySettings::schema());
}

Result<void> Service::startSmart(const QByteArray &base, const SmartOptions &options)
{
    SmartOptions complete = options;
    complete.personName = [this](const QString &reference) { return personName(reference); };
    complete.sharedUntil = [this](const QString &fhirUser, const QString &patientId) { return sharedUntil(fhirUser, patientId); };
    smart = std::make_unique<Smart>(database, m_clock, QUrl(QString::fromLatin1(base)), complete);
    if (!smart->ready())
        return smart->ready();
    const Result<QByteArray> ticketKey = smart->ticketKey();
    if (!ticketKey)
        return tl::unexpected(ticketKey.error());
    m_family = std::make_unique<FamilyDesk>(records, audit, *ticketKey);
    smart->setInvitations(*m_family);
    return {};
}

// As below: with a cache that lives for this question alone.
std::optional<QDate> Service::sharedUntil(const QString &fhirUser, const QString &patientId)
{
    Records fresh(database, types, m_clock);
    return ConsentGrants(fresh).lastDay(fhirUser.section(u'/', 1), patientId);
}

// Past the cache of Records, which is for the server's thread alone.
QString Service::personName(const QString &reference)
{
    Statement row = database.statement(QStringLiteral("SELECT body FROM resource WHERE type = ? AND id = ? AND deleted = 0"));
    if (!row.run({reference.section(u'/', 0, 0), reference.section(u'/', 1)}) || !row.next())
        return {};
    const QJsonObject name = QJsonDocument::fromJson(row.bytes(0)).object().value(QLatin1String("name")).toArray().at(0).toObject();
    const QString given = name.value(QLatin1String("given")).toArray().at(0).toString();
    return QString(given + u' ' + name.value(QLatin1String("family")).toString()).trimmed();
}

void Service::startOnCall(Server &server, const OnCall::Options &options)
{
    m_onCall = std::make_unique<OnCall>(records, options);
    server.addTimer(std::chrono::seconds(1), [this] { m_onCall->tick(); });
}

void Service::attach(Server &server, const QByteArray &base, const JoinLinks &links)
{
    m_api = std::make_unique<FhirApi>(records, audit, *smart, base, smart->capabilitySecurity());
    m_api->onConsentEnded = [this](const QString &relatedPersonId, const QString &patientId) {
        smart->consentEnded(relatedPersonId, patientId);
    };
    m_family->attach(
        *m_api, links,
        [this](const QString &appointment, const QString &patient, const QString &who) {
            return writeJoinedLate(records, appointment, patient, who);
        },
        [this](const QString &appointment, const QString &patient, const QString &relative) {
            return writeSharingTooShort(records, appointment, patient, relative);
        });
    m_family->onBesideKeptOut = [this](const QString &appointment, const QString &patient, const QString &relative) {
        return writeNewRelative(records, appointment, patient, relative);
    };
    m_api->addRoutes(server);
    smart->addRoutes(server);
}

} // namespace handrail::clinic
