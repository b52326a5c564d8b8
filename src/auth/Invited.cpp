// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/Invited.h"

#include "auth/SmartConfiguration.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

namespace {

constexpr qsizetype longestTicket = 2048;

QJsonObject parameter(const char *name, const QString &value)
{
    return {{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("valueString"), value}};
}

QString readTicket(const QByteArray &body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    if (answer.value(QLatin1String("resourceType")) != QLatin1String("Parameters"))
        return {};
    const QJsonArray parameters = answer.value(QLatin1String("parameter")).toArray();
    for (const QJsonValue &each : parameters) {
        if (each.toObject().value(QLatin1String("name")) == QLatin1String("ticket"))
            return each.toObject().value(QLatin1String("valueString")).toString();
    }
    return {};
}

} // namespace

QCoro::Task<Result<Invited>> openInvitation(HttpClient &http, QUrl fhirBase, QString token, QString code)
{
    const Result<QUrl> base = readFhirBase(fhirBase);
    if (!base)
        co_return tl::make_unexpected(base.error());
    Invited invited{*base, {}, Pkce::make()};
    const QJsonArray parameters{parameter("link", token), parameter("code", code),
                                parameter("challenge", QString::fromLatin1(invited.pkce.challenge))};
    const QJsonObject body{{QStringLiteral("resourceType"), QStringLiteral("Parameters")},
                           {QStringLiteral("parameter"), parameters}};
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(base->toString() + QStringLiteral("/RelatedPerson/$open-invitation"));
    request.headers = {{"Accept", "application/fhir+json"}, {"Content-Type", "application/fhir+json"}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.maximumBody = 64 * 1024;
    request.isSecret = true;
    const Result<HttpResponse> answer = co_await http.send(std::move(request));
    if (!answer)
        co_return tl::make_unexpected(answer.error());
    if (answer->status != 200) {
        // A server that knows no invitations, or does not take this one as it is written, has none that is open.
        Problem problem = problemFor(*answer);
        if (answer->status >= 400 && answer->status < 500 && answer->status != 429)
            problem.kind = ProblemKind::NotFound;
        co_return tl::make_unexpected(problem);
    }
    invited.ticket = readTicket(answer->body);
    if (invited.ticket.isEmpty() || invited.ticket.size() > longestTicket)
        co_return problem(ProblemKind::BadData, QStringLiteral("invitation ticket"));
    co_return invited;
}

} // namespace handrail
