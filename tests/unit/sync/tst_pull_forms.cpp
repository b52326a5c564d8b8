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

    /// Each search by url, and by version where one is named, finds the forms that it names among these canonicals.
    static void serveForms(SyncBench &bench, const QStringList &canonicals, const QString &status = QStringLiteral("active"))
    {
        bench.clinic.setScript([canonicals, status](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
            if (!isAt(request, "/Questionnaire") || parameter(request, "url").isEmpty())
                return std::nullopt; // by its id the clinic finds what was put
            QJsonArray entries;
            for (qsizetype i = 0; i < canonicals.size(); ++i) {
                const QString url = canonicals.at(i).section(u'|', 0, 0);
                const QString version = canonicals.at(i).section(u'|', 1);
                const QString wanted = parameter(request, "version");
                if (url != parameter(request, "url") || (!wanted.isEmpty() && wanted != version))
                    continue;
                QJsonObject form{{QStringLiteral("resourceType"), QStringLiteral("Questionnaire")},
                                 {QStringLiteral("id"), QStringLiteral("f%1").arg(i)},
                                 {QStringLiteral("url"), url},
                                 {QStringLiteral("status"), status},
                                 {QStringLiteral("item"),
                                  QJsonArray{QJsonObject{{QStringLiteral("linkId"), QStringLiteral("a")},
                                                         {QStringLiteral("text"), QStringLiteral("A")},
                                                         {QStringLiteral("type"), QStringLiteral("string")}}}}};
                if (!version.isEmpty())
                    form.insert(QStringLiteral("version"), version);
                entries << QJsonObject{{QStringLiteral("resource"), form}};
            }
            const QJsonObject bundle{{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                                     {QStringLiteral("type"), QStringLiteral("searchset")},
                                     {QStringLiteral("entry"), entries}};
            return ScriptedClinic::answer(200, QJsonDocument(bundle).toJson(QJsonDocument::Compact));
        });
    }

    static void putAnswers(SyncBench &bench, const QString &id, const QString &questionnaire)
    {
        QJsonObject answers = SyncBench::resource(QStringLiteral("QuestionnaireResponse"), id);
        answers.insert(QStringLiteral("status"), QStringLiteral("completed"));
        answers.insert(QStringLiteral("questionnaire"), questionnaire);
        bench.clinic.put(answers, QStringLiteral("2026-03-01T10:00:00.000Z"));
    }

    static void putTask(SyncBench &bench, const QString &id, const QString &questionnaire,
                        const QString &status = QStringLiteral("requested"))
    {
        bench.clinic.put({{QStringLiteral("resourceType"), QStringLiteral("Task")},
                          {QStringLiteral("id"), id},
                          {QStringLiteral("status"), status},
                          {QStringLiteral("for"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}}},
                          {QStringLiteral("instantiatesCanonical"), questionnaire}},
                         QStringLiteral("2026-03-01T10:00:00.000Z"));
    }

    /// How often this canonical was asked for.
    static int timesAsked(const SyncBench &bench, const QString &canonical)
    {
        const QList<HttpRequest> requests = bench.clinic.requestsTo("GET", QStringLiteral("Questionnaire"));
        return int(std::count_if(requests.begin(), requests.end(), [&](const HttpRequest &one) {
            return parameter(one, "url") == canonical.section(u'|', 0, 0)
                && parameter(one, "version") == canonical.section(u'|', 1);
        }));
    }

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
            return part.type == u"AppointmentResponse" && part.state == SyncPart::State::Done;
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

    /// On paper, in another system, or on another device before the clinic took its task back: no record asks for these forms.
    void theFormsOfAnswersAreHad()
    {
        SyncBench bench;
        const QString sleep = QStringLiteral("https://x.example/Questionnaire/sleep|1");
        const QString pain = QStringLiteral("https://x.example/pain");
        serveForms(bench, QStringList{sleep, pain});
        putAnswers(bench, QStringLiteral("1"), sleep);
        putAnswers(bench, QStringLiteral("2"), pain);
        putAnswers(bench, QStringLiteral("3"), QStringLiteral("#inside"));
        QVERIFY(bench.run()); // they come with the first download
        QCOMPARE(bench.count(QStringLiteral("Questionnaire")), 2);
        const Records records(*bench.store, bench.identity);
        QCOMPARE(records.formAnswered(sleep).value_or(Form()).canonicalWithVersion(), sleep);
        QCOMPARE(records.formAnswered(pain).value_or(Form()).canonicalWithVersion(), pain);
        QCOMPARE(timesAsked(bench, sleep), 1);
        QCOMPARE(timesAsked(bench, pain), 1);
        QCOMPARE(timesAsked(bench, QStringLiteral("#inside")), 0);
        // One with its version is here for good when nobody is asked it, whatever else is named meanwhile.
        bench.clock.advance(std::chrono::hours(25));
        QVERIFY(bench.run());
        QCOMPARE(timesAsked(bench, sleep), 1);
        QCOMPARE(timesAsked(bench, pain), 2);
    }

    /// By a reference, or by an address that does not say what it is: then it is a form when the clinic has one of it.
    void aPlanNamesItsFormsInOtherWays()
    {
        SyncBench bench;
        const QString loinc = QStringLiteral("http://loinc.org/q/44249-1");
        const QString walk = QStringLiteral("https://x.example/walk");
        const QString activity = QStringLiteral("https://x.example/ActivityDefinition/rest");
        serveForms(bench, QStringList{loinc});
        bench.clinic.put({{QStringLiteral("resourceType"), QStringLiteral("Questionnaire")},
                          {QStringLiteral("id"), QStringLiteral("q7")},
                          {QStringLiteral("url"), QStringLiteral("https://x.example/sleep")},
                          {QStringLiteral("status"), QStringLiteral("active")}},
                         QStringLiteral("2026-03-01T10:00:00.000Z"));
        QJsonObject plan = SyncBench::resource(QStringLiteral("CarePlan"), QStringLiteral("c1"));
        plan.insert(QStringLiteral("status"), QStringLiteral("active"));
        const QJsonObject detail{
            {QStringLiteral("status"), QStringLiteral("in-progress")},
            {QStringLiteral("instantiatesCanonical"), QJsonArray{loinc, QStringLiteral("Questionnaire/q7"), walk, activity}}};
        plan.insert(QStringLiteral("activity"), QJsonArray{QJsonObject{{QStringLiteral("detail"), detail}}});
        bench.clinic.put(plan, QStringLiteral("2026-03-01T10:00:00.000Z"));
        putTask(bench, QStringLiteral("t1"), loinc);
        putTask(bench, QStringLiteral("t2"), walk);
        QVERIFY(bench.run());
        QCOMPARE(bench.count(QStringLiteral("Questionnaire")), 2);
        QCOMPARE(timesAsked(bench, walk), 1);
        QCOMPARE(timesAsked(bench, activity), 0);
        const Records records(*bench.store, bench.identity);
        QStringList named;
        for (const PlannedForm &one : records.plannedForms())
            named << one.questionnaire;
        QCOMPARE(named, (QStringList{loinc, QStringLiteral("https://x.example/sleep")}));
        QStringList asked;
        for (const CareTask &one : records.tasks())
            asked << QString(one.id % u' ' % one.questionnaire);
        asked.sort();
        QCOMPARE(asked, (QStringList{QString(u"t1 " % loinc), QStringLiteral("t2 ")}));
        QVERIFY(bench.run());
        QCOMPARE(timesAsked(bench, walk), 1);
    }

    /// The clinic retires it, or marks a question of it, and it is that version still.
    void aVersionThatIsAskedForIsReadOnceADay()
    {
        SyncBench bench;
        const QString byTask = QStringLiteral("https://x.example/Questionnaire/by-task|1");
        const QString byPlan = QStringLiteral("https://x.example/Questionnaire/by-plan|1");
        const QString done = QStringLiteral("https://x.example/Questionnaire/done|1");
        const QStringList all{byTask, byPlan, done};
        serveForms(bench, all);
        putTask(bench, QStringLiteral("t1"), byTask);
        putTask(bench, QStringLiteral("t2"), done, QStringLiteral("completed"));
        QJsonObject plan = SyncBench::resource(QStringLiteral("CarePlan"), QStringLiteral("c1"));
        plan.insert(QStringLiteral("status"), QStringLiteral("active"));
        const QJsonObject detail{{QStringLiteral("status"), QStringLiteral("in-progress")},
                                 {QStringLiteral("instantiatesCanonical"), QJsonArray{byPlan}}};
        plan.insert(QStringLiteral("activity"), QJsonArray{QJsonObject{{QStringLiteral("detail"), detail}}});
        bench.clinic.put(plan, QStringLiteral("2026-03-01T10:00:00.000Z"));
        QVERIFY(bench.run());
        QVERIFY(bench.run());
        for (const QString &canonical : all)
            QCOMPARE(timesAsked(bench, canonical), 1);
        serveForms(bench, all, QStringLiteral("retired"));
        bench.clock.advance(std::chrono::hours(25));
        QVERIFY(bench.run());
        QVERIFY(bench.run());
        QCOMPARE(timesAsked(bench, byTask), 2);
        QCOMPARE(timesAsked(bench, byPlan), 2);
        QCOMPARE(timesAsked(bench, done), 1);
        const Records records(*bench.store, bench.identity);
        QVERIFY(!records.formAnswered(byTask).value_or(Form()).isActive);
        QVERIFY(!records.formAnswered(byPlan).value_or(Form()).isActive);
        QVERIFY(records.formAnswered(done).value_or(Form()).isActive);
    }

    /// The clinic wrote its form anew in the place of the version that it had asked for.
    void aFormWhoseVersionIsGoneIsHadAsItIsNow()
    {
        SyncBench bench;
        const QString sleep = QStringLiteral("https://x.example/Questionnaire/sleep");
        const QString oldSleep = QString(sleep % u"|1");
        const QString gone = QStringLiteral("https://x.example/Questionnaire/gone");
        const QStringList all{oldSleep, sleep, QString(gone % u"|1"), QString(gone % u"|2"), gone};
        serveForms(bench, QStringList{QString(sleep % u"|2")});
        putTask(bench, QStringLiteral("t1"), oldSleep);
        putTask(bench, QStringLiteral("t2"), all.at(2));
        putTask(bench, QStringLiteral("t3"), all.at(3));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(QStringLiteral("Questionnaire")), 1);
        const Records records(*bench.store, bench.identity);
        QCOMPARE(records.formAnswered(oldSleep).value_or(Form()).version, QStringLiteral("2"));
        for (const QString &canonical : all)
            QCOMPARE(timesAsked(bench, canonical), 1);
        // Once a day, like all that was not there.
        QVERIFY(bench.run());
        for (const QString &canonical : all)
            QCOMPARE(timesAsked(bench, canonical), 1);
        bench.clock.advance(std::chrono::hours(25));
        QVERIFY(bench.run());
        for (const QString &canonical : all)
            QCOMPARE(timesAsked(bench, canonical), 2);
    }

    /// What does not come in one run is asked for in the next, although its version is known to be gone.
    void aFormThatDidNotComeInThePlaceOfItsVersionIsAskedForAgain()
    {
        SyncBench bench;
        const QString sleep = QStringLiteral("https://x.example/Questionnaire/sleep");
        const QString oldSleep = QString(sleep % u"|1");
        bench.clinic.setScript([](const HttpRequest &request) -> std::optional<ScriptedClinic::Reply> {
            if (!isAt(request, "/Questionnaire"))
                return std::nullopt;
            const bool isOfNow = parameter(request, "url").endsWith(u"/sleep") && parameter(request, "version").isEmpty();
            return isOfNow ? ScriptedClinic::outcome(400, "invalid")
                           : ScriptedClinic::answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
        });
        putTask(bench, QStringLiteral("t1"), oldSleep);
        QVERIFY(!bench.run());
        QCOMPARE(timesAsked(bench, sleep), 1);
        serveForms(bench, QStringList{QString(sleep % u"|2")});
        QVERIFY(bench.run());
        QCOMPARE(timesAsked(bench, sleep), 2);
        QCOMPARE(timesAsked(bench, oldSleep), 1);
        QCOMPARE(bench.count(QStringLiteral("Questionnaire")), 1);
    }

    /// What is to be answered comes before what was.
    void theFormsOfAnswersComeLast()
    {
        SyncBench bench;
        const QString due = QStringLiteral("https://x.example/Questionnaire/due|1");
        QStringList all{due};
        for (int i = 0; i < 70; ++i) {
            all << QStringLiteral("https://x.example/Questionnaire/old-%1|1").arg(i);
            putAnswers(bench, QString::number(i), all.last());
        }
        serveForms(bench, all);
        putTask(bench, QStringLiteral("t1"), due);
        QVERIFY(bench.run());
        QCOMPARE(timesAsked(bench, due), 1);
        QCOMPARE(bench.clinic.requestsTo("GET", QStringLiteral("Questionnaire")).size(), 60);
        // Those that are here take nobody's place: the rest comes on the next day.
        bench.clock.advance(std::chrono::hours(25));
        QVERIFY(bench.run());
        QCOMPARE(bench.count(QStringLiteral("Questionnaire")), all.size());
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
