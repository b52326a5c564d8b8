// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// A request of a patient to the clinic's API: line 1 is "METHOD /path?query", line 2 If-None-Exist, line 3 If-Match, the rest the body.
// The clinic never breaks, touches nothing of anybody else, and what it stores the app can read.

#include "Fuzz.h"
#include "clinic/api/FhirApi.h"
#include "clinic/http/HttpText.h"
#include "fakes/FakeClock.h"
#include "fhir/Bundle.h"

#include <QJsonDocument>
#include <memory>

namespace handrail::fuzz {

namespace {

using namespace clinic;

class EveryoneIsMaya final : public TokenChecker
{
public:
    std::optional<Access> check(const QByteArray &) override
    {
        return Access{QStringLiteral("u1"),
                      QStringLiteral("Patient/p101"),
                      QStringLiteral("p101"),
                      {QStringLiteral("patient/*.cruds"), QStringLiteral("user/*.cruds")}};
    }
};

struct Clinic {
    FakeClock clock;
    Database database{QStringLiteral(":memory:")};
    TypeTable types;
    Records records{database, types, clock};
    AuditLog audit{database, clock};
    EveryoneIsMaya tokens;
    std::unique_ptr<FhirApi> api;
};

std::unique_ptr<Clinic> place; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

QByteArray resource(const char *type, const char *id, const char *rest)
{
    return QByteArray("{\"resourceType\":\"") + type + "\",\"id\":\"" + id + "\"," + rest + '}';
}

void open()
{
    place.reset();
    place = std::make_unique<Clinic>();
    require(place->database.open().has_value() && place->records.open().has_value() && place->audit.open().has_value(),
            "a database");
    place->api =
        std::make_unique<FhirApi>(place->records, place->audit, place->tokens, "https://clinic.example/fhir/R4", QJsonObject());
    Transaction transaction(place->database);
    const char *const names = "\"name\":[{\"family\":\"Bell\"}]";
    for (const QByteArray &text :
         {resource("Patient", "p101", names), resource("Patient", "p102", names),
          resource("Task", "t1", "\"status\":\"requested\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/p101\"}"),
          resource("Task", "t2", "\"status\":\"requested\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/p102\"}"),
          resource(
              "Questionnaire", "f1",
              "\"url\":\"https://clinic.example/Questionnaire/f1\",\"version\":\"1\",\"status\":\"active\",\"item\":["
              "{\"linkId\":\"a\",\"type\":\"integer\",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/maxValue\","
              "\"valueInteger\":3}]},{\"linkId\":\"safety\",\"type\":\"choice\",\"repeats\":true,\"answerOption\":["
              "{\"valueCoding\":{\"code\":\"no\"}},{\"valueCoding\":{\"code\":\"yes\"}}]},"
              "{\"linkId\":\"g\",\"type\":\"group\",\"item\":[{\"linkId\":\"b\",\"type\":\"integer\"}]},"
              "{\"linkId\":\"total\",\"type\":\"integer\",\"readOnly\":true,\"code\":[{\"code\":\"sum\"}],\"extension\":[{"
              "\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\","
              "\"valueExpression\":{\"language\":\"text/fhirpath\",\"expression\":"
              "\"%resource.descendants().where(linkId='a' or linkId='b').answer.value.sum()\"}}]}]"),
          resource("QuestionnaireResponse", "q2",
                   "\"status\":\"completed\",\"identifier\":{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"urn:uuid:2\"},"
                   "\"subject\":{\"reference\":\"Patient/p102\"},\"source\":{\"reference\":\"Patient/p102\"}")}) {
        const auto draft = readDraft(text);
        require(draft
                    && place->records.write(draft->json.value(QLatin1String("resourceType")).toString(),
                                            draft->json.value(QLatin1String("id")).toString(), *draft),
                "a first record");
    }
    require(transaction.commit(), "kept");
}

/// All that is another patient's, as it lies in the database.
QByteArrayList notHers()
{
    QByteArrayList rows;
    Statement statement = place->database.statement(QStringLiteral("SELECT type, id, version, body FROM resource WHERE owners LIKE "
                                                                   "'%Patient/p102%' ORDER BY type, id"));
    require(statement.run(), "the database answers");
    while (statement.next())
        rows << statement.text(0).toUtf8() + '/' + statement.text(1).toUtf8() + ' ' + QByteArray::number(statement.number(2)) + ' '
                + statement.bytes(3);
    return rows;
}

// What the clinic makes of answers by itself is made once and is about her; no patient writes these types.
void checkDerived()
{
    Statement made = place->database.statement(
        QStringLiteral("SELECT type, version, owners FROM resource WHERE type IN ('Flag', 'Observation')"));
    require(made.run(), "the database answers");
    int alerts = 0;
    while (made.next()) {
        alerts += made.text(0) == QLatin1String("Flag") ? 1 : 0;
        require(made.number(1) == 1 && made.text(2).contains(QLatin1String("Patient/p101")), "once, and about her");
    }
    require(alerts <= 2, "one alert for each reason");
}

void checkStored()
{
    Statement statement = place->database.statement(QStringLiteral("SELECT type, id, body FROM resource WHERE deleted = 0"));
    require(statement.run(), "the database answers");
    while (statement.next()) {
        const auto slice = fhir::readResource(statement.bytes(2));
        require(slice && slice->type == statement.text(0) && slice->id == statement.text(1),
                "the app can read what the clinic stores");
    }
}

} // namespace

void prepare()
{
    open();
}

void run(Input input)
{
    const QByteArray line = input.line();
    Request request;
    request.method = line.left(line.indexOf(' '));
    const QByteArray asked = line.mid(request.method.size() + 1);
    const auto target = readTarget({asked.constData(), std::size_t(asked.size())});
    if (!target || !target->path.startsWith(u"/fhir/R4"))
        return;
    request.path = target->path;
    request.query = target->query;
    request.headers = {{"Authorization", "Bearer x"}, {"Content-Type", "application/fhir+json"}};
    if (const QByteArray condition = input.line(); !condition.isEmpty())
        request.headers << std::pair(QByteArray("If-None-Exist"), condition);
    if (const QByteArray match = input.line(); !match.isEmpty())
        request.headers << std::pair(QByteArray("If-Match"), match);
    request.body = input.rest();

    const QByteArrayList before = notHers();
    const Reply reply = place->api->handle(request);
    require(reply.status >= 200 && reply.status < 500, "no request breaks the clinic");
    require(notHers() == before, "nothing of anybody else changes");
    require(!reply.body.contains("CodeSystem/alert-level") || request.body.contains("alert-level"),
            "no alert is shown to a patient");
    require(!reply.body.contains("p102") || request.body.contains("p102") || asked.contains("p102"),
            "nothing of anybody else is shown");
    QJsonParseError error{};
    if (!reply.body.isEmpty())
        (void)QJsonDocument::fromJson(reply.body, &error);
    require(error.error == QJsonParseError::NoError, "the answer is JSON");
    if (request.method != "GET" && reply.status < 300) {
        checkStored();
        checkDerived();
        open();
    }
}

} // namespace handrail::fuzz
