// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/AccessLog.h"

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"

namespace handrail {

namespace {

constexpr int pageSize = 50;

bool isRelative(const QString &place)
{
    return place.startsWith(QLatin1String("RelatedPerson/"));
}

/// Of all, or of this relative; without the filter for a server that does not know it.
QUrl firstPage(const FhirClient &client, const QString &patientId, const QString &place, bool isFiltered)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("patient"), QString(u"Patient/" % patientId));
    if (isFiltered && isRelative(place))
        query.addQueryItem(QStringLiteral("agent"), place);
    else if (isFiltered) // each sync writes a line for each type
        query.addQueryItem(QStringLiteral("agent-role:not"), QString(canonical(u"CodeSystem/audit-role") % u"|patient"));
    query.addQueryItem(QStringLiteral("_sort"), QStringLiteral("-date"));
    query.addQueryItem(QStringLiteral("_count"), QString::number(pageSize));
    return client.address(QStringLiteral("AuditEvent"), query);
}

bool hasNoLog(int status)
{
    return status == 400 || status == 403 || status == 404 || status == 405 || status == 501;
}

Result<AccessPage> read(const QByteArray &body, const QString &patientId, const QString &language)
{
    const Result<fhir::Page> page = fhir::readPage(body);
    if (!page)
        return tl::make_unexpected(page.error());
    AccessPage log;
    log.next = page->next;
    for (const fhir::Slice &slice : page->entries) {
        if (slice.type != u"AuditEvent")
            continue;
        if (const Result<AccessEvent> event = fhir::readAccess(slice.json, patientId, language))
            log.events << *event;
        else
            qCWarning(logSync) << "a line of the log is left out:" << event.error();
    }
    return log;
}

} // namespace

QCoro::Task<Result<AccessPage>> readAccessPage(FhirClient &client, QString patientId, QString place, QString language)
{
    const bool isFirst = place.isEmpty() || isRelative(place);
    std::optional<QUrl> url = isFirst ? firstPage(client, patientId, place, true) : client.resolved(place);
    if (!url)
        co_return problem(ProblemKind::BadData, QStringLiteral("the log goes on at another server"));
    Result<HttpResponse> response = co_await client.get(*url);
    if (isFirst && response && response->status == 400) {
        url = firstPage(client, patientId, place, false);
        response = co_await client.get(*url);
    }
    if (!response)
        co_return tl::make_unexpected(response.error());
    if (isFirst && hasNoLog(response->status))
        co_return problem(ProblemKind::NotFound, QStringLiteral("no log"));
    if (response->status != 200)
        co_return tl::make_unexpected(problemFor(*response));
    Result<AccessPage> page = read(response->body, patientId, language);
    co_return page;
}

} // namespace handrail
