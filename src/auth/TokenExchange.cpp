// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/TokenExchange.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace handrail {

namespace {

using std::chrono::seconds;

constexpr qint64 largestReply = 16 * 1024;
constexpr seconds usualLife{300};
constexpr seconds longestLife{24 * 60 * 60};

/// A token goes into a header: visible ASCII only (RFC 6749 A.12).
bool isToken(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

seconds readLife(const QJsonValue &value)
{
    // Some servers write the number as a string.
    const double life = value.isString() ? value.toString().toDouble() : value.toDouble();
    if (!(life >= 1))
        return usualLife;
    return seconds(qint64(std::min(life, double(longestLife.count()))));
}

Problem refusal(const HttpResponse &response)
{
    Problem problem = problemFor(response);
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    const QString code = json.value(u"error").toString();
    if (response.status < 400 || response.status >= 500 || problem.isRetryable)
        return problem;
    if (code == u"invalid_grant") {
        // Our clinic alone says why; without that word it may be the sign-in alone that is over.
        const bool isSharingOver = json.value(u"sharing").toString() == u"ended";
        problem.kind = isSharingOver ? ProblemKind::SignInEnded : ProblemKind::SignInMismatch;
    } else if (code == u"temporarily_unavailable") {
        problem.kind = ProblemKind::ServerBusy;
        problem.isRetryable = true;
    } else if (problem.kind == ProblemKind::SignInNeeded || code == u"invalid_client" || code == u"unauthorized_client"
               || code == u"invalid_scope") {
        problem.kind = ProblemKind::AppUnknown; // also what a 401 here means
    }
    // RFC 6749 names the codes; anything else is not for a log.
    for (const char *known : {"invalid_grant", "invalid_client", "invalid_request", "invalid_scope", "unauthorized_client",
                              "unsupported_grant_type", "temporarily_unavailable"}) {
        if (code == QLatin1String(known))
            problem.detail += u' ' + code;
    }
    return problem;
}

} // namespace

QString readFhirId(const QString &text)
{
    const QString id = text.mid(text.lastIndexOf(u'/') + 1);
    const bool isId =
        id.size() <= 64 && std::all_of(id.begin(), id.end(), [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
        });
    return isId ? id : QString();
}

QByteArray encodedFields(const FormFields &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields)
        text += (text.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    return text;
}

HttpRequest formPost(const QUrl &endpoint, const FormFields &fields, std::chrono::milliseconds deadline)
{
    HttpRequest request;
    request.method = "POST";
    request.url = endpoint;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = encodedFields(fields);
    request.deadline = deadline;
    request.maximumBody = largestReply;
    request.isSecret = true;
    return request;
}

Result<TokenReply> readTokenReply(const HttpResponse &response)
{
    if (response.status != 200)
        return tl::make_unexpected(refusal(response));
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    if (json.isEmpty()) // perhaps a page of the network in between, so it is worth trying again
        return problem(ProblemKind::BadData, QStringLiteral("token reply is no JSON object"), true);
    TokenReply reply;
    reply.accessToken = json.value(u"access_token").toString();
    reply.refreshToken = json.value(u"refresh_token").toString();
    reply.idToken = json.value(u"id_token").toString();
    reply.patientId = readFhirId(json.value(u"patient").toString());
    reply.scopes = json.value(u"scope").toString().split(u' ', Qt::SkipEmptyParts);
    reply.expiresIn = readLife(json.value(u"expires_in"));
    if (!isToken(reply.accessToken))
        return problem(ProblemKind::BadData, QStringLiteral("no usable access_token"));
    if (json.value(u"token_type").toString().compare(u"Bearer", Qt::CaseInsensitive) != 0)
        return problem(ProblemKind::BadData, QStringLiteral("token_type is not Bearer"));
    if (!reply.refreshToken.isEmpty() && !isToken(reply.refreshToken))
        return problem(ProblemKind::BadData, QStringLiteral("no usable refresh_token"));
    return reply;
}

} // namespace handrail
