// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureClinic.h"
#include "Stage.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

/// Single quotes stand for double ones.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace

/// Medicine from the tap on Today to the record at the clinic.
class TestMedicine final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    Navigator &navigator() { return m_stage->app().navigator(); }
    Records &records() { return *m_stage->app().account().records(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }

    bool signIn()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        return m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000);
    }
    /// At another server, with this one order. `dosage` with ' for ".
    bool signInWithOrder(FakeFhirServer &server, const char *medicine, const char *dosage)
    {
        fillWithFixtures(server, wednesday);
        QJsonObject order = fixture("medicationrequest");
        order.insert(QStringLiteral("medicationCodeableConcept"),
                     QJsonObject{{QStringLiteral("text"), QString::fromLatin1(medicine)}});
        order.insert(QStringLiteral("dosageInstruction"), QJsonDocument::fromJson(quoted(dosage)).array());
        server.setRecords(QStringLiteral("MedicationRequest"), {order});
        m_stage = std::make_unique<Stage>(wednesday);
        return m_stage->openApp(server.base().toString()) && m_stage->signIn(QStringLiteral("maya"), {});
    }
    QJsonArray atClinic(const char *type)
    {
        return m_stage->recordsAtClinic(m_stage->app().account().identity()->patientId, QString::fromLatin1(type));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish|Unable to assign")));
    }
    void cleanup() { m_stage.reset(); }

    void oneTapAndTheWayBack()
    {
        QVERIFY(signIn());
        QVERIFY2(press("Taken: Morning, Sertraline"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Sertraline, Morning: marked as “Taken”"), qPrintable(screen().spoken()));
        QCOMPARE(records().unsentCount(), 1);
        QVERIFY(press("Undo") && waitFor("Taken: Morning, Sertraline"));
        QCOMPARE(records().unsentCount(), 0);
        // More than the ten seconds later there is nothing at the clinic either.
        QTest::qWait(12'000);
        QCOMPARE(atClinic("MedicationStatement").size(), 0);

        // Said again, it goes once, and the row is gone from Today.
        QVERIFY(press("Taken: Morning, Sertraline") && waitFor("Undo"));
        QVERIFY(press("Not sure: Evening, Buprenorphine"));
        QVERIFY2(screen().waitUntil([this] { return records().unsentCount() == 0; }, 40'000), qPrintable(screen().spoken()));
        const QJsonArray there = atClinic("MedicationStatement");
        QCOMPARE(there.size(), 2);
        QStringList said;
        for (const QJsonValue &one : there) {
            said << one[QStringLiteral("status")].toString() + u' '
                    + one[QStringLiteral("medicationCodeableConcept")][QStringLiteral("text")].toString() + u' '
                    + one[QStringLiteral("effectiveDateTime")].toString() + u' '
                    + one[QStringLiteral("dosage")][0][QStringLiteral("timing")][QStringLiteral("repeat")][QStringLiteral("when")]
                         [0]
                             .toString();
        }
        said.sort();
        QCOMPARE(said,
                 (QStringList{QStringLiteral("completed Sertraline 2026-11-18 MORN"),
                              QStringLiteral("unknown Buprenorphine 2026-11-18 EVE")}));
        QVERIFY2(waitFor("Medicine: All answered for today"), qPrintable(screen().spoken()));

        // Changed: the clinic keeps both, the later one says so, and counts here after a start without a network too.
        QVERIFY(press("Medicine: All answered for today") && press("Change: Morning, Sertraline"));
        QVERIFY2(press("Not taken: Morning, Sertraline"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return atClinic("MedicationStatement").size() == 3; }, 40'000));
        QVERIFY(QJsonDocument(atClinic("MedicationStatement")).toJson().contains("This changes what I said before: Taken."));
        m_stage->closeApp();
        m_stage->closeClinic();
        QVERIFY(m_stage->openApp());
        QVERIFY2(press("Medicine: All answered for today"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Change: Morning, Sertraline") && waitFor("Not taken"), qPrintable(screen().spoken()));
    }

    void withoutANetworkAndAfterARelaunch()
    {
        QVERIFY(signIn());
        m_stage->closeClinic();
        QVERIFY2(press("Taken: Morning, Sertraline") && waitFor("Undo"), qPrintable(screen().spoken()));
        m_stage->closeApp(); // within the ten seconds: what was said is kept
        QVERIFY(m_stage->openApp());
        QVERIFY2(press("Medicine: 1 of 2 answered"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Saved here. Not sent yet."), qPrintable(screen().spoken()));
        QVERIFY(press("Ask for a refill: Buprenorphine"));
        QVERIFY2(waitFor("Refill asked. Saved here. Not sent yet."), qPrintable(screen().spoken()));
        QVERIFY(!has("Ask for a refill: Buprenorphine"));
        QVERIFY(m_stage->openClinic());
        m_stage->app().account().tryNow();
        QVERIFY2(screen().waitUntil([this] { return records().unsentCount() == 0; }, 60'000), qPrintable(screen().spoken()));
        QCOMPARE(atClinic("MedicationStatement").size(), 1);
        QVERIFY2(waitFor("Refill asked. Request sent at *"), qPrintable(screen().spoken()));
        const QByteArray asked = QJsonDocument(atClinic("Communication")).toJson();
        QVERIFY2(asked.contains("I would like a refill: Buprenorphine") && asked.contains("MedicationRequest/"), asked.constData());
        // Nobody marks it as seen, as at many a clinic; after a week there is a next time.
        QVERIFY(!has("Ask for a refill: Buprenorphine"));
        m_stage->clock().advance(std::chrono::hours(24 * 7));
        navigator().home();
        navigator().go(Navigator::Medicine);
        QVERIFY2(waitFor("Ask for a refill: Buprenorphine"), qPrintable(screen().spoken()));
    }

    void aQuestionInOwnWords()
    {
        QVERIFY(signIn());
        navigator().go(Navigator::Medicine);
        QVERIFY2(press("A question for Dr. Okafor, about Sertraline"), qPrintable(screen().spoken()));
        QVERIFY(press("Send") && waitFor("Write your question first."));
        QVERIFY(screen().type(QStringLiteral("My question"), QStringLiteral("Can I take it at noon?")) && press("Send"));
        QVERIFY2(waitFor("Your last question. Request sent at *", 30'000), qPrintable(screen().spoken()));
        const QByteArray asked = QJsonDocument(atClinic("Communication")).toJson();
        QVERIFY2(asked.contains("Can I take it at noon?"), asked.constData());
    }

    void whatIsBegunAboutOneStaysWithIt()
    {
        const auto written = [this] {
            const QAccessibleInterface *field = screen().find(QStringLiteral("My question"));
            return field ? field->object()->property("text").toString() : QStringLiteral("no field");
        };
        QVERIFY(signIn());
        navigator().go(Navigator::Medicine);
        QVERIFY2(press("A question for *, about Sertraline"), qPrintable(screen().spoken()));
        QVERIFY(screen().type(QStringLiteral("My question"), QStringLiteral("At noon?")) && press("Go back"));
        QVERIFY2(press("A question for *, about Buprenorphine"), qPrintable(screen().spoken()));
        QCOMPARE(written(), QString());
        QVERIFY(press("Go back"));
        m_stage->closeApp(); // with words that were not sent
        QVERIFY(m_stage->openApp());
        navigator().go(Navigator::Medicine);
        QVERIFY2(press("A question for *, about Sertraline"), qPrintable(screen().spoken()));
        QCOMPARE(written(), QStringLiteral("At noon?"));
    }

    /// At a quarter past midnight it is still last evening's that is meant.
    void afterMidnight()
    {
        QVERIFY(signIn());
        m_stage->clock().advance(std::chrono::minutes(8 * 60 + 55)); // from 3:20 pm
        Q_EMIT m_stage->app().account().recordsChanged();            // as the minute would
        navigator().go(Navigator::Medicine);
        QVERIFY2(press("Taken: Last evening, Buprenorphine"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Buprenorphine, Last evening: marked as “Taken”"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Change: Last evening, Buprenorphine") && has("Taken: Evening, Buprenorphine"),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return records().unsentCount() == 0; }, 40'000));
        const QJsonArray there = atClinic("MedicationStatement");
        QCOMPARE(there.size(), 1);
        QCOMPARE(there.first()[QStringLiteral("effectiveDateTime")].toString(), QStringLiteral("2026-11-18"));
    }

    /// What nobody can tell is said, and asked on no day.
    void anOrderWhoseDaysNobodyCanTell()
    {
        FakeFhirServer server;
        QVERIFY(signInWithOrder(server, "Naltrexone",
                                "[{'patientInstruction':'Every second Monday','timing':{'repeat':{'period':2,"
                                "'periodUnit':'wk','dayOfWeek':['mon']}}}]"));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000));
        navigator().go(Navigator::Medicine);
        QVERIFY2(waitFor("Your clinic wrote: Every second Monday"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("It is not asked about here. Go by what your clinic wrote."), qPrintable(screen().spoken()));
        QVERIFY2(!has("Taken: *"), qPrintable(screen().spoken()));
    }

    /// The clinic's order has amounts in it: none of them, and no advice, is to be read anywhere.
    void nothingOfHowMuch_data()
    {
        QTest::addColumn<QByteArray>("timing");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("each day") << QByteArray(",'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'d'}}") << true;
        // Which days those words mean, nobody can tell: it is asked on none, and the page says whom to ask.
        QTest::newRow("when, in words alone") << QByteArray() << false;
    }
    void nothingOfHowMuch()
    {
        QFETCH(QByteArray, timing);
        QFETCH(bool, isAsked);
        FakeFhirServer server;
        QVERIFY(signInWithOrder(server, "Sertraline",
                                QByteArray("[{'text':'77 mg twice daily','additionalInstruction':[{'text':'take 88 with "
                                           "water'}],'doseAndRate':[{'doseQuantity':{'value':99,'unit':'mg','code':'mg','"
                                           "system':'http://unitsofmeasure.org'}}]"
                                           + timing + "}]")
                                    .constData()));
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000));
        QVERIFY2(!isAsked || waitFor("Taken: Today, Sertraline"), qPrintable(screen().spoken()));
        const QRegularExpression amount(
            QStringLiteral("77|88|99|\\bmg\\b|unitsofmeasure|http|\\bdose|tablet|pill\\b|double|skip it|stop taking"),
            QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(!amount.match(screen().spoken()).hasMatch(), qPrintable(screen().spoken()));
        navigator().go(Navigator::Medicine);
        QVERIFY(waitFor("My medicine"));
        QVERIFY2(isAsked || waitFor("It is not asked about here. Ask your team when to take it."), qPrintable(screen().spoken()));
        QVERIFY2(isAsked ? waitFor("Taken: Today, Sertraline") : !has("Taken: *"), qPrintable(screen().spoken()));
        QVERIFY2(!amount.match(screen().spoken()).hasMatch(), qPrintable(screen().spoken()));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestMedicine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_medicine.moc"
