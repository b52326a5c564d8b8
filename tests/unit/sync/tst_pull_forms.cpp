// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SyncBench.h"

#include "sync/PassedOver.h"

#include <QTest>
#include <algorithm>

namespace handrail {

/// Forms that records name.
class SyncPullFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
