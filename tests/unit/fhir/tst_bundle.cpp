// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Fixture.h"

#include "fhir/Bundle.h"

#include <QElapsedTimer>
#include <QTest>

using namespace handrail;
using namespace handrail::fhir;

namespace {

QByteArray bundleOf(const QByteArray &entries)
{
    return QByteArray(R"({"resourceType":"Bundle","type":"searchset","entry":[)") + entries + "]}";
}

QByteArray entryOf(const QByteArray &resource)
{
    return QByteArray(R"({"resource":)") + resource + '}';
}

QByteArray nested(int levels)
{
    return QByteArray(R"({"resourceType":"Basic","id":"b","extension":)") + QByteArray(levels - 1, '[') + '1'
        + QByteArray(levels - 1, ']') + '}';
}

} // namespace

class FhirBundleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesKeepTheirBytes()
    {
        const QByteArray json = fixture(QStringLiteral("page-appointments.json"));
        const auto page = readPage(json);
        QVERIFY(page);
        QCOMPARE(page->entries.size(), 3);
        QCOMPARE(page->next, QStringLiteral("http://127.0.0.1/fhir/R4/Appointment?page=2"));
        QCOMPARE(page->skipped, 0);
        const Slice &first = page->entries.first();
        QCOMPARE(first.type, QStringLiteral("Appointment"));
        QCOMPARE(first.id, QStringLiteral("evening-group"));
        QCOMPARE(first.versionId, QStringLiteral("1"));
        QCOMPARE(first.lastUpdated, QDateTime(QDate(2026, 11, 2), QTime(15, 0), Qt::UTC));
        for (const Slice &slice : page->entries) {
            QVERIFY(slice.json.startsWith('{') && slice.json.endsWith('}'));
            QVERIFY2(json.contains(slice.json), "a slice is not a piece of what the server sent");
            QCOMPARE(readResource(slice.json)->id, slice.id);
        }
    }

    void oddSpellingStaysAsItIs()
    {
        const QByteArray odd =
            R"({ "id" : "a1" ,"resourceType":"Basic", "z": 1.50e0 , "a":"\u00e9\/" ,"note":"\ud83d\ude00 \ud800" })";
        const auto page = readPage("\xef\xbb\xbf" + bundleOf(entryOf("\n " + odd + " \n")));
        QVERIFY(page);
        QCOMPARE(page->entries.size(), 1);
        QCOMPARE(page->entries.first().json, odd);
    }

    void includedAndOutcomeEntriesAreTold()
    {
        const auto page =
            readPage(bundleOf(R"({"search":{"mode":"include"},"resource":{"resourceType":"Organization","id":"o"}},)"
                              R"({"resource":{"resourceType":"OperationOutcome","id":"w"},"search":{"mode":"outcome"}},)"
                              R"({"resource":{"resourceType":"Appointment","id":"a"},"search":{"mode":"match"}})"));
        QVERIFY(page);
        QCOMPARE(page->entries.size(), 2);
        QVERIFY(page->entries.at(0).isIncluded);
        QVERIFY(!page->entries.at(1).isIncluded);
        QCOMPARE(page->skipped, 0);
    }

    void unusableEntriesAreCounted()
    {
        const auto page = readPage(bundleOf(R"({"fullUrl":"x"},{"resource":{"resourceType":"Basic"}},)"
                                            R"({"resource":{"resourceType":"Basic","id":"../etc"}},{"resource":{"id":"x"}},)"
                                            R"({"resource":{"resourceType":"Basic","id":"n","x":1e999}},)"
                                            R"({"resource":{"resourceType":"Basic","id":"good"}})"));
        QVERIFY(page);
        QCOMPARE(page->skipped, 5);
        QCOMPARE(page->entries.size(), 1);
        QCOMPARE(page->entries.first().id, QStringLiteral("good"));
    }

    void whatIsTooDeepHoldsUpNothingElse()
    {
        for (const int levels : {65, 900, 100000}) {
            const auto page =
                readPage(bundleOf(entryOf(nested(levels)) + ',' + entryOf(R"({"resourceType":"Basic","id":"good"})")));
            QVERIFY2(page, qPrintable(QString::number(levels)));
            QCOMPARE(page->skipped, 1);
            QCOMPARE(page->entries.size(), 1);
            QCOMPARE(page->entries.first().id, QStringLiteral("good"));
        }
        QVERIFY(!readResource(nested(65)));
    }

    void everyCutIsRefused()
    {
        const QByteArray json = fixture(QStringLiteral("page-appointments.json")).trimmed();
        for (qsizetype size = 0; size < json.size(); size += 7)
            QVERIFY2(!readPage(json.left(size)), qPrintable(QString::number(size)));
        QVERIFY(!readPage(json.left(json.size() - 1)));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        const int badData = int(ProblemKind::BadData);
        const int notFhir = int(ProblemKind::NotFhir);
        const QByteArray good = entryOf(R"({"resourceType":"Basic","id":"g"})");
        QTest::newRow("empty") << QByteArray() << badData;
        QTest::newRow("blank") << QByteArray(" \n") << badData;
        QTest::newRow("mark alone") << QByteArray("\xef\xbb\xbf") << badData;
        QTest::newRow("html") << QByteArray("\n<!DOCTYPE html><p>Sign in to the Wi-Fi") << notFhir;
        QTest::newRow("array") << QByteArray("[]") << notFhir;
        QTest::newRow("scalar") << QByteArray("3") << notFhir;
        QTest::newRow("other json") << QByteArray(R"({"error":"x"})") << notFhir;
        QTest::newRow("not a bundle") << QByteArray(R"({"resourceType":"Patient","id":"p"})") << badData;
        QTest::newRow("after the end") << bundleOf(good) + "{}" << badData;
        QTest::newRow("entry no array") << QByteArray(R"({"resourceType":"Bundle","entry":{}})") << badData;
        QTest::newRow("entries twice") << QByteArray(R"({"resourceType":"Bundle","entry":[],"entry":[]})") << badData;
        QTest::newRow("resource twice") << bundleOf(
            R"({"resource":{"resourceType":"Basic","id":"a"},"resource":{"resourceType":"Basic","id":"b"}})")
                                        << badData;
        QTest::newRow("id twice") << bundleOf(good + ',' + entryOf(R"({"resourceType":"Basic","id":"a","id":"b"})")) << badData;
        QTest::newRow("id twice, escaped") << bundleOf(entryOf(R"({"resourceType":"Basic","id":"a","\u0069d":"b"})")) << badData;
        QTest::newRow("type twice") << bundleOf(entryOf(R"({"resourceType":"Basic","resourceType":"Goal","id":"b"})")) << badData;
        QTest::newRow("subject twice") << bundleOf(entryOf(R"({"resourceType":"Goal","id":"b","subject":{},"subject":{}})"))
                                       << badData;
        QTest::newRow("brackets crossed") << bundleOf(entryOf(R"({"resourceType":"Basic","id":"a","x":[}]})")) << badData;
        QTest::newRow("no utf-8") << bundleOf(entryOf("{\"resourceType\":\"Basic\",\"id\":\"a\",\"x\":\"\xc3\x28\"}")) << badData;
        QTest::newRow("raw control") << bundleOf(entryOf("{\"resourceType\":\"Basic\",\"id\":\"a\",\"x\":\"\x01\"}")) << badData;
        QTest::newRow("1001 entries") << bundleOf(QByteArray(good + ',').repeated(1000) + good) << badData;
        QTest::newRow("over 10 MB") << bundleOf(good + QByteArray(10 * 1024 * 1024, ' ')) << badData;
    }
    void refused()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        const auto page = readPage(json);
        QVERIFY(!page);
        QCOMPARE(int(page.error().kind), kind);
    }

    void theLimitsThemselvesAreTaken()
    {
        const QByteArray good = entryOf(R"({"resourceType":"Basic","id":"g"})");
        QCOMPARE(readPage(bundleOf(QByteArray(good + ',').repeated(999) + good))->entries.size(), 1000);
        const auto deep = readPage(bundleOf(entryOf(nested(64))));
        QVERIFY(deep);
        QCOMPARE(deep->entries.size(), 1);
    }

    void singleResources()
    {
        QCOMPARE(readResource(fixture(QStringLiteral("patient.json")))->type, QStringLiteral("Patient"));
        QCOMPARE(readResource(R"({"resourceType":"Patient"})").error().kind, ProblemKind::BadData);
        QCOMPARE(readResource(R"({"id":"x"})").error().kind, ProblemKind::NotFhir);
        QCOMPARE(readResource("<html>").error().kind, ProblemKind::NotFhir);
        QCOMPARE(readResource(R"({"resourceType":"Patient","id":"a","id":"b"})").error().kind, ProblemKind::BadData);
    }

    void whoseRecord_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isMine");
        const auto row = [](const char *name, const QByteArray &rest, bool isMine) {
            QTest::newRow(name) << QByteArray(R"({"id":"x",)") + rest + '}' << isMine;
        };
        row("relative reference", R"("resourceType":"CarePlan","subject":{"reference":"Patient/maya"})", true);
        row("absolute", R"("resourceType":"CarePlan","subject":{"reference":"https:\/\/c.example/fhir/Patient/maya"})", true);
        row("with a version", R"("resourceType":"CarePlan","subject":{"reference":"Patient/maya/_history/4"})", true);
        row("another", R"("resourceType":"CarePlan","subject":{"reference":"Patient/other"})", false);
        row("a longer id", R"("resourceType":"CarePlan","subject":{"reference":"Patient/maya2"})", false);
        row("another type", R"("resourceType":"CarePlan","subject":{"reference":"Group/maya"})", false);
        row("type glued", R"("resourceType":"CarePlan","subject":{"reference":"XPatient/maya"})", false);
        row("no subject", R"("resourceType":"CarePlan")", false);
        row("contained", "\"resourceType\":\"CarePlan\",\"subject\":{\"reference\":\"#maya\"}", false);
        row("subject before patient",
            R"("resourceType":"Basic","patient":{"reference":"Patient/maya"},"subject":{"reference":"Patient/other"})", false);
        row("episode", R"("resourceType":"EpisodeOfCare","patient":{"reference":"Patient/maya"})", true);
        row("task", R"("resourceType":"Task","for":{"reference":"Patient/maya"})", true);
        row("appointment",
            R"("resourceType":"Appointment","participant":[{"actor":{"reference":"Location/l"}},{"actor":{"reference":"Patient/maya"}}])",
            true);
        row("another's appointment", R"("resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/other"}}])",
            false);
        row("author only",
            R"("resourceType":"QuestionnaireResponse","subject":{"reference":"Patient/other"},"author":{"reference":"Patient/maya"})",
            false);
        row("message to me", R"("resourceType":"Communication","recipient":[{"reference":"Patient/maya"}])", true);
        row("shared", R"("resourceType":"Organization")", true);
        row("another person", R"("resourceType":"Patient")", false);
        row("no type", R"("subject":{"reference":"Patient/maya"})", true);
    }
    void whoseRecord()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isMine);
        QCOMPARE(isAboutPatient(json, QStringLiteral("maya")), isMine);
        if (!json.contains("Organization"))
            QVERIFY(!isAboutPatient(json, QString()));
    }

    void patientIsTheirOwnRecord()
    {
        const QByteArray patient = fixture(QStringLiteral("patient.json"));
        QVERIFY(isAboutPatient(patient, QStringLiteral("maya")));
        QVERIFY(!isAboutPatient(patient, QStringLiteral("other")));
    }

    void relativesSeeTheirOwnAlone()
    {
        const QString rosa = QStringLiteral("rosa");
        const QString maya = QStringLiteral("maya");
        const QByteArray family = fixture(QStringLiteral("appointment-family-video.json"));
        QVERIFY(isForRelative(family, rosa, maya));
        QVERIFY(!isForRelative(family, QStringLiteral("other"), maya));
        QVERIFY(!isForRelative(family, rosa, QStringLiteral("other")));
        QVERIFY(!isForRelative(family, QString(), maya));
        QVERIFY(!isForRelative(fixture(QStringLiteral("appointment-group.json")), rosa, maya));
        QVERIFY(isForRelative(fixture(QStringLiteral("relatedperson.json")), rosa, maya));
        QVERIFY(!isForRelative(fixture(QStringLiteral("careplan-program.json")), rosa, maya));
        QVERIFY(isForRelative(fixture(QStringLiteral("organization.json")), rosa, maya));
    }

    void identifiersAndReferences()
    {
        const QByteArray one = R"({"resourceType":"QuestionnaireResponse","id":"q","identifier":{"system":"s","value":"v"}})";
        const QByteArray list =
            R"({"resourceType":"AppointmentResponse","id":"q","identifier":[{"system":"s","value":"w"},{"system":"s","value":"v"}]})";
        QVERIFY(hasIdentifier(one, QStringLiteral("s"), QStringLiteral("v")));
        QVERIFY(hasIdentifier(list, QStringLiteral("s"), QStringLiteral("v")));
        QVERIFY(!hasIdentifier(list, QStringLiteral("t"), QStringLiteral("v")));
        QCOMPARE(referencedIds(fixture(QStringLiteral("careteam.json")), QStringLiteral("Organization")),
                 QStringList{QStringLiteral("harbor")});
        QCOMPARE(referencedIds(fixture(QStringLiteral("appointment-group.json")), QStringLiteral("Location")),
                 QStringList{QStringLiteral("room-2")});
        QVERIFY(referencedIds(fixture(QStringLiteral("appointment-group.json")), QStringLiteral("Organization")).isEmpty());
    }

    /// A hostile server must not hold up the app: the work grows with the text, not with its square.
    void veryManyReferencesAreReadInTime()
    {
        constexpr int count = 250'000;
        QByteArray json = R"({"resourceType":"CareTeam","id":"c","managingOrganization":[)";
        for (int i = 0; i < count; ++i)
            json += (i ? ",{\"reference\":\"Location/" : "{\"reference\":\"Location/") + QByteArray::number(i) + "\"}";
        json += "]}";
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(referencedIds(json, QStringLiteral("Location")).size(), count);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(FhirBundleTest)
#include "tst_bundle.moc"
