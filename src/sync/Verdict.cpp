// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Verdict.h"

#include "core/Ids.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"

#include <QRegularExpression>

namespace handrail {

namespace {

using Action = Verdict::Action;

/// The id in a Location header: [base]/Type/id or [base]/Type/id/_history/version.
QString idIn(const QByteArray &location, const QString &type)
{
    static const QRegularExpression idPattern(
        QStringLiteral("(?:^|/)([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]{1,64})?$"));
    const auto match = idPattern.match(QString::fromLatin1(location));
    return match.hasMatch() && match.captured(1) == type ? match.captured(2) : QString();
}

/// What was sent, as the server has it. WrongPatient: another patient's has its identifier, and that proves nothing.
Result<QString> idOfSent(const HttpResponse &response, const QString &type, const QString &identifier, const QString &patientId)
{
    const auto resource = fhir::readResource(response.body);
    if (!resource)
        return tl::make_unexpected(resource.error());
    if (resource->type != type || !fhir::hasIdentifier(response.body, uriSystem.toString(), identifier))
        return problem(ProblemKind::NotFound, QStringLiteral("another record"));
    if (!patientId.isEmpty() && !fhir::isAboutPatient(response.body, patientId))
        return problem(ProblemKind::WrongPatient, QStringLiteral("HR-SUBJ"));
    return resource->id;
}

/// 201: taken now; 200, 304: something is there under this identifier already, and only reading it tells whether it is what was sent. A page
/// of HTML with status 200 is no such word (a Wi-Fi sign-in).
Verdict verdictOnSuccess(const HttpResponse &response, const QString &type, const QString &identifier, const QString &patientId)
{
    const Action known = response.status == 201 ? Action::Done : Action::Verify;
    if (!response.body.trimmed().isEmpty() && !fhir::readOutcome(response.body)) {
        const Result<QString> sent = idOfSent(response, type, identifier, patientId);
        if (sent)
            return {known, *sent, {}};
        switch (sent.error().kind) {
        case ProblemKind::NotFound: return {Action::Verify, {}, {}};
        case ProblemKind::WrongPatient: return {Action::Verify, {}, nameOf(ProblemKind::WrongPatient)};
        default: return {Action::Uncertain, {}, nameOf(sent.error().kind)};
        }
    }
    const QString id = idIn(response.header("Location"), type);
    return id.isEmpty() ? Verdict{Action::Verify, {}, {}} : Verdict{known, id, {}};
}

/// Issue codes of a server that may take the same thing later (FHIR R4 issue-type, "transient").
bool isPassing(const QString &issue)
{
    static const QStringList codes{QStringLiteral("transient"), QStringLiteral("lock-error"), QStringLiteral("no-store"),
                                   QStringLiteral("exception"), QStringLiteral("timeout"),    QStringLiteral("incomplete"),
                                   QStringLiteral("throttled")};
    return codes.contains(issue);
}

} // namespace

Verdict verdictOnCreate(const HttpResponse &response, const QString &type, const QString &identifier, const QString &patientId)
{
    const auto outcome = fhir::readOutcome(response.body);
    const QString kind = nameOf(problemFor(response).kind);
    const QString code = outcome && !outcome->code.isEmpty() ? QString(kind % u':' % outcome->code) : kind;

    switch (response.status) {
    case 200:
    case 201:
    case 304: return verdictOnSuccess(response, type, identifier, patientId);
    case 202:
    case 204: return {Action::Verify, {}, {}};
    case 400:
        if (!outcome || isPassing(outcome->code))
            return {Action::Uncertain, {}, code};
        if (outcome->diagnostics.contains(QLatin1String("if-none-exist"), Qt::CaseInsensitive))
            return {Action::WithoutCondition, {}, code};
        return {Action::Rejected, {}, code};
    case 401: return {Action::SignIn, {}, code};
    case 409: {
        // HealthLake answers with the original when it knows the idempotency key.
        const Result<QString> sent = idOfSent(response, type, identifier, patientId);
        return sent ? Verdict{Action::Verify, *sent, {}} : Verdict{Action::Uncertain, {}, code};
    }
    case 412: // more than one match: the oldest is ours
        return {Action::Verify, {}, code};
    case 408:
    case 421:
    case 423:
    case 425:
    case 429: return {Action::Uncertain, {}, code};
    case 407:
    case 511: // a proxy or a Wi-Fi sign-in spoke, not the server
        return {Action::Uncertain, {}, code};
    default: break;
    }
    // Without an OperationOutcome it was not the FHIR server that spoke, but a gateway or the page of one that is being mended: whatever
    // it refuses may be taken tomorrow.
    const bool isRefusal = (response.status >= 400 && response.status < 500) || response.status == 501;
    return {isRefusal && outcome ? Action::Rejected : Action::Uncertain, {}, code};
}

Verdict verdictOnAmend(const HttpResponse &response)
{
    const auto outcome = fhir::readOutcome(response.body);
    const bool isOutcome = outcome.has_value();
    const QString kind = nameOf(problemFor(response).kind);
    const QString code = outcome && !outcome->code.isEmpty() ? QString(kind % u':' % outcome->code) : kind;
    switch (response.status) {
    case 200:
        // A page of HTML is no FHIR server's word.
        if (!response.body.trimmed().isEmpty() && !isOutcome && !fhir::readResource(response.body))
            return {Action::Uncertain, {}, code};
        return {Action::Done, {}, {}};
    case 201:
    case 204: return {Action::Done, {}, {}};
    case 401:
    case 409:
    case 412: return {Action::Verify, {}, code};
    default: break;
    }
    const bool isRefusal = isOutcome && ((response.status >= 400 && response.status < 500) || response.status == 501);
    const bool isForLater = response.status == 408 || response.status == 425 || response.status == 429;
    return {isRefusal && !isForLater ? Action::Rejected : Action::Uncertain, {}, code};
}

} // namespace handrail
