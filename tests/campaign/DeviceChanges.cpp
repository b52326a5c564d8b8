// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Device.h"

#include "care/CheckIn.h"
#include "core/Ids.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "form/Safety.h"
#include "view/AssignmentsView.h"
#include "view/FormView.h"
#include "view/MinuteTimer.h"

#include <QCoroTask>
#include <QJsonArray>

// The part of Device for answers that are changed after they were given, here and on another device of the same person.

namespace handrail {

QStringList Device::tokensIn(const QVariantList &parts)
{
    QStringList tokens;
    for (const QVariant &part : parts) {
        const QVariantList rows = part.toList();
        for (const QVariant &row : rows) {
            const QString words = row.toMap().value(QStringLiteral("value")).toString();
            if (const QString token = tokenIn(words); !token.isEmpty() && words == noteWith(token))
                tokens << token;
        }
    }
    return tokens;
}

QString Device::change(const QString &token, unsigned seed)
{
    return m_checkedIn.isEmpty() ? QStringLiteral("unavailable") : changeAs(m_checkedIn, token, seed);
}

/// Opens what was answered, looks at all that stands there, and sends something else. Where the clinic has other answers, it may also stay at those.
QString Device::changeAs(const QString &identifier, const QString &token, unsigned seed)
{
    const auto seenIs = [](const QStringList &seen) {
        return QJsonObject{{QStringLiteral("seen"), QJsonArray::fromStringList(seen)}};
    };
    const Records *records = m_account.records();
    const std::optional<SubmittedForm> held = records ? records->submittedAs(identifier) : std::nullopt;
    if (!held || isSentAhead(held->form))
        return QStringLiteral("unavailable");
    std::mt19937 dice(seed);
    MinuteTimer minute(m_clock);
    AssignmentsView assignments(m_account, m_clock, m_preferences, minute);
    FormView page(m_account, m_clock, m_preferences, m_safety, assignments);
    page.showAnswers(identifier);
    QStringList seen = tokensIn(page.answerParts());
    if (!page.amend())
        return QStringLiteral("unavailable");
    seen << tokensIn(page.answerParts());
    if (!page.newerParts().isEmpty() && dice() % 3 == 0) {
        m_history.note("PUTAWAY", {}, seenIs(seen));
        return page.keepNewer().isEmpty() ? QStringLiteral("refused") : QStringLiteral("put away");
    }

    m_token = token;
    m_requestsBefore = m_http.requests();
    m_answers = QJsonObject::fromVariantMap(held->form.answers);
    for (int step = 0; step < page.stepCount(); ++step) {
        page.goTo(step);
        const QList<FormField *> fields = page.fields()->fields();
        for (FormField *field : fields) {
            if (field->linkId() == u"mood" || field->linkId() == u"note")
                answer(*field, dice, true);
        }
        page.next(); // back to all of them
    }
    noteInvoke(token, QStringLiteral("check-in"), m_answers, identifier, seen);
    for (int tries = 0; tries < 3 && page.state() == FormView::Review; ++tries) {
        seen << tokensIn(page.newerParts()); // others may have come up with the press before
        m_history.note("SEEN", token, seenIs(seen));
        page.send();
    }
    if (page.state() != FormView::Done) {
        m_history.note("FAILED", token);
        return QString(u"failed: " % page.problemTitle() % page.missingText());
    }
    m_history.note("OK", token);
    m_checkedIn = identifier; // it can be changed once more
    return QStringLiteral("saved");
}

QString Device::choose(const QString &token, unsigned seed)
{
    Records *records = m_account.records();
    if (!records)
        return QStringLiteral("unavailable");
    QStringList refused;
    const QList<OutboxItem> items = records->store().outbox().all().value_or(QList<OutboxItem>());
    for (const OutboxItem &item : items) {
        const QString identifier = item.action == OutboxAction::Update ? item.after : item.identifier;
        const bool isOurs = item.resourceType == u"QuestionnaireResponse" && !identifier.isEmpty(); // a damaged one has none
        if (isOurs && item.state == OutboxState::Rejected && !refused.contains(identifier))
            refused << identifier;
    }
    for (qsizetype i = 0; i < refused.size(); ++i)
        changeAs(refused.at(i), QString(token % u'-' % QString::number(i)), seed + unsigned(i));
    return QString::number(refused.size());
}

/// The body of the answer; empty when there is none.
QByteArray Device::sendElsewhere(const QByteArray &method, const QString &path, const std::pair<QByteArray, QByteArray> &header,
                                 const QByteArray &body)
{
    HttpRequest request;
    request.method = method;
    request.url = m_server;
    request.url.setPath(QString(m_server.path() % u'/' % path));
    request.headers = {{QByteArrayLiteral("Authorization"), m_http.authorization()},
                       {QByteArrayLiteral("Accept"), QByteArrayLiteral("application/fhir+json")},
                       {QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/fhir+json")},
                       header};
    request.body = body;
    const Result<HttpResponse> response = QCoro::waitFor(m_http.send(std::move(request)));
    return response ? QByteArray(response->body.constData(), response->body.size()) : QByteArray(); // that one is overwritten
}

QString Device::answerElsewhere(const QString &token, unsigned seed)
{
    const Records *records = m_account.records();
    const std::optional<Form> form = records ? dailyCheckInForm(*records) : std::nullopt;
    const FormItem *mood = form ? itemIn(form->items, QStringLiteral("mood")) : nullptr;
    if (!mood || mood->options.isEmpty() || m_http.authorization().isEmpty())
        return QStringLiteral("unavailable");
    const QDateTime local = m_clock.nowUtc().toTimeZone(m_clock.localZone());
    CompletedForm said;
    said.identifier = todaysIdentifier();
    said.questionnaire = form->canonicalWithVersion();
    said.patientId = records->identity().patientId;
    said.authored = local.toOffsetFromUtc(local.offsetFromUtc());
    said.answers.insert(QStringLiteral("mood"), mood->options.at(qsizetype(seed) % mood->options.size()).code);
    said.answers.insert(QStringLiteral("note"), noteWith(token));
    m_history.note("ELSEWHERE", token,
                   {{QStringLiteral("patient"), said.patientId},
                    {QStringLiteral("key"), QStringLiteral("check-in")},
                    {QStringLiteral("identifier"), said.identifier},
                    {QStringLiteral("answers"), QJsonObject::fromVariantMap(said.answers)},
                    {QStringLiteral("now"), m_clock.nowUtc().toString(Qt::ISODateWithMs)}});

    const QString type = QStringLiteral("QuestionnaireResponse");
    const QByteArray condition = "identifier=" + uriSystem.toLatin1() + '|' + said.identifier.toLatin1();
    QByteArray there = sendElsewhere(QByteArrayLiteral("POST"), type, {QByteArrayLiteral("If-None-Exist"), condition},
                                     fhir::writeQuestionnaireResponse(said, *form));
    const QJsonObject facts = factsOf(there);
    const QString found = facts.value(QLatin1String("token")).toString();
    const Result<fhir::Slice> slice = fhir::readResource(there);
    const Result<CompletedForm> before = fhir::readQuestionnaireResponse(there);
    // The answer of a liar names nobody of ours. What the clinic really has there is seen on that device, and changed.
    if (slice && before && found != token && !found.isEmpty() && facts.value(QLatin1String("patient")) == said.patientId) {
        said.amended = said.authored;
        said.authored = before->authored;
        m_history.note("SEEN", token, {{QStringLiteral("seen"), QJsonArray{found}}});
        const QByteArray version = "W/\"" + slice->versionId.toLatin1() + '"';
        there = sendElsewhere(QByteArrayLiteral("PUT"), QString(type % u'/' % slice->id), {QByteArrayLiteral("If-Match"), version},
                              fhir::writeAmendment(there, fhir::writeQuestionnaireResponse(said, *form)));
    }
    if (factsOf(there).value(QLatin1String("token")) != token)
        return QStringLiteral("not taken");
    m_history.note("TAKEN", token);
    return QStringLiteral("taken");
}

} // namespace handrail
