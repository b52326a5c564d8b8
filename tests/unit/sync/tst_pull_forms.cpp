// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include "sync/PassedOver.h"
#include "sync/Records.h"

#include <QTest>
#include <algorithm>

namespace handrail {

/// Forms that records name.
class SyncPullFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // An order may only point at what it is of.
    void theNamesOfMedicineComeWithTheOrders()
    {
        SyncBench bench;
        const QString type = QStringLiteral("Medication");
        QJsonObject order = SyncBench::resource(QStringLiteral("MedicationRequest"), QStringLiteral("m1"));
        order.insert(QStringLiteral("medicationReference"),
                     QJsonObject{{QStringLiteral("reference"), QStringLiteral("Medication/n1")}});
        bench.clinic.put(order, QStringLiteral("2026-03-01T10:00:00.000Z"));
        for (const char *id : {"n1", "n2"})
            bench.clinic.put({{QStringLiteral("resourceType"), type}, {QStringLiteral("id"), QLatin1String(id)}},
                             QStringLiteral("2026-01-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        QVERIFY(bench.store->record(type, QStringLiteral("n1"))->has_value());
        QCOMPARE(bench.count(type), 1);
        QCOMPARE(parameter(bench.clinic.requestsTo("GET", type).first(), "_id"), QStringLiteral("n1"));
        // A clinic that shows none is one all the same.
        SyncBench without;
        without.clinic.put(order, QStringLiteral("2026-03-01T10:00:00.000Z"));
        without.clinic.setScript(at("/Medication", ScriptedClinic::answer(403, "{\"resourceType\":\"OperationOutcome\"}")));
        QVERIFY(without.run());
        QCOMPARE(without.count(QStringLiteral("MedicationRequest")), 1);
    }

    /// Four forms are asked for; those in the middle cannot be had, each in its own way.
    void oneFormThatCannotBeReadHoldsUpNoOther()
    {
        SyncBench bench;
        const auto form = [](const QString &id) {
            return QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Questionnaire")},
                               {QStringLiteral("id"), id},
                               {QStringLiteral("url"), QString(u"https://x.example/Questionnaire/" % id)},
                               {QStringLiteral("version"), QStringLiteral("1")},
                               {QStringLiteral("status"), QStringLiteral("active")}};
        };
        QJsonArray below;
        for (int level = 0; level < 40; ++level)
            below =
                QJsonArray({QJsonObject({{QStringLiteral("linkId"), QString::number(level)}, {QStringLiteral("item"), below}})});
        QJsonObject deep = form(QStringLiteral("b-deep"));
        deep.insert(QStringLiteral("item"), below);
        for (const char *id : {"a-good", "b-deep", "b-broken", "c-good"}) {
            const QString url = QString(u"https://x.example/Questionnaire/" % QLatin1String(id) % u"|1");
            bench.clinic.put(
                {{QStringLiteral("resourceType"), QStringLiteral("Task")},
                 {QStringLiteral("id"), QLatin1String(id)},
                 {QStringLiteral("status"), QStringLiteral("requested")},
                 {QStringLiteral("for"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}}},
                 {QStringLiteral("input"),
                  QJsonArray{QJsonObject{
                      {QStringLiteral("type"),
                       QJsonObject{{QStringLiteral("coding"),
                                    QJsonArray{QJsonObject{
                                        {QStringLiteral("system"), QStringLiteral("http://hl7.org/fhir/uv/sdc/CodeSystem/temp")},
                                        {QStringLiteral("code"), QStringLiteral("questionnaire")}}}}}},
                      {QStringLiteral("valueCanonical"), url}}}}},
                QStringLiteral("2026-03-01T10:00:00.000Z"));
        }
        // Each search finds the form that it asks for, and nothing else.
        const auto found = [](const QJsonObject &one) {
            return QByteArray("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":"
                              + QJsonDocument(one).toJson(QJsonDocument::Compact) + "}]}");
        };
        bench.clinic.setScript([&](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
            if (!isAt(request, "/Questionnaire"))
                return std::nullopt;
            const QString id = parameter(request, "url").section(u'/', -1);
            if (id == u"b-broken")
                return ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"entry\":[");
            if (id.endsWith(u"-good") || id == u"b-deep")
                return ScriptedClinic::answer(200, found(id == u"b-deep" ? deep : form(id)));
            return ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
        });
        const Result<void> ran = bench.run();
        QVERIFY(!ran);
        QCOMPARE(ran.error().kind, ProblemKind::BadData);
        QStringList here;
        const QList<QByteArray> stored = bench.store->records(QStringLiteral("Questionnaire")).value();
        for (const QByteArray &json : stored)
            here << QJsonDocument::fromJson(json).object().value(QStringLiteral("id")).toString();
        here.sort();
        QCOMPARE(here.join(u' '), QStringLiteral("a-good c-good"));
        // The one that came and cannot be read is known; the one that did not come may come yet.
        QCOMPARE(bench.store->value(passedOverForms).value_or(std::nullopt),
                 QByteArray("https://x.example/Questionnaire/b-deep|1"));
        const QList<SyncPart> parts = bench.engine->parts();
        QVERIFY(std::any_of(parts.begin(), parts.end(), [](const SyncPart &part) { // what comes after it, too
            return part.type == u"QuestionnaireResponse" && part.state == SyncPart::State::Done;
        }));
    }

    /// Many servers' own consoles assign a form by a reference to its record, and say no canonical.
    void aFormThatATaskNamesByItsIdAloneIsHad()
    {
        SyncBench bench;
        const QString type = QStringLiteral("Questionnaire");
        const QString since = QStringLiteral("2026-03-01T10:00:00.000Z");
        const QString sleep = QStringLiteral("https://x.example/Questionnaire/sleep");
        const auto form = [&](const char *id, const char *version) {
            bench.clinic.put({{QStringLiteral("resourceType"), type},
                              {QStringLiteral("id"), QLatin1String(id)},
                              {QStringLiteral("url"), sleep},
                              {QStringLiteral("version"), QLatin1String(version)},
                              {QStringLiteral("status"), QStringLiteral("active")}},
                             since);
        };
        const auto task = [&](const char *id, const char *focus) {
            bench.clinic.put({{QStringLiteral("resourceType"), QStringLiteral("Task")},
                              {QStringLiteral("id"), QLatin1String(id)},
                              {QStringLiteral("status"), QStringLiteral("requested")},
                              {QStringLiteral("for"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}}},
                              {QStringLiteral("focus"), QJsonObject{{QStringLiteral("reference"), QLatin1String(focus)}}}},
                             since);
        };
        // The clinic's search by url finds nothing here, so that only what is asked for by its id can come.
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
            if (!isAt(request, "/Questionnaire") || parameter(request, "url").isEmpty())
                return std::nullopt;
            return ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
        });
        form("q7", "1");
        form("q8", "2");
        task("t1", "Questionnaire/q7");
        task("t2", "Questionnaire/q8");
        task("t3", "Questionnaire/none");
        QVERIFY(bench.run());
        QCOMPARE(bench.count(type), 2);
        const auto asked = [&](const char *id) {
            const QList<HttpRequest> requests = bench.clinic.requestsTo("GET", type);
            return std::count_if(requests.begin(), requests.end(),
                                 [id](const HttpRequest &one) { return parameter(one, "_id") == QLatin1String(id); });
        };
        QCOMPARE(asked("q7"), 1);
        QCOMPARE(asked("none"), 1);
        // Both are that form, whichever of its versions the clinic named; and what is not there has the name that the clinic gave it.
        QStringList named;
        for (const CareTask &one : Records(*bench.store, bench.identity).tasks())
            named << QString(one.id % u' ' % one.questionnaire);
        named.sort();
        QCOMPARE(named, (QStringList{QString(u"t1 " % sleep), QString(u"t2 " % sleep), QStringLiteral("t3 Questionnaire/none")}));
        // Once a day, as by a canonical without a version.
        QVERIFY(bench.run());
        QCOMPARE(asked("q7"), 1);
        QCOMPARE(asked("none"), 1);
        bench.clock.advance(std::chrono::hours(25));
        QVERIFY(bench.run());
        QCOMPARE(asked("q7"), 2);
    }

    /// What a clinic has none of is asked for once a day, and then nothing is written.
    void aClinicWithoutFormsIsAskedOnceADay()
    {
        SyncBench bench;
        QVERIFY(bench.run());
        const qsizetype all = bench.clinic.requestsTo("GET", QStringLiteral("Questionnaire")).size();
        QVERIFY(all > 0);
        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.requestsTo("GET", QStringLiteral("Questionnaire")).size(), all);
        bench.clock.advance(std::chrono::hours(25));
        QVERIFY(bench.run());
        QCOMPARE(bench.clinic.requestsTo("GET", QStringLiteral("Questionnaire")).size(), 2 * all);
    }
};

} // namespace handrail

QTEST_GUILESS_MAIN(handrail::SyncPullFormsTest)
#include "tst_pull_forms.moc"
