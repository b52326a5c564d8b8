// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureClinic.h"
#include "Stage.h"
#include "care/OwnSheets.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

/// Who can see what, with the real clinic's log, consents and records: what the app says is what happened.
class TestWhoSees final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    Navigator &navigator() { return m_stage->app().navigator(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }

    bool signIn()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        return m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000);
    }
    QByteArray tokenOf(const char *user, const char *scope)
    {
        const auto who = m_stage->clinic().signIn(QString::fromLatin1(user), QStringLiteral("demo"), QString::fromLatin1(scope));
        return who ? who->accessToken : QByteArray();
    }
    bool openPage() { return press("You and settings*") && press("Who can see what, *") && waitFor("Your clinic"); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("TypeError|Cannot instantiate|ReferenceError|Binding loop|polish|not ready|Unable to assign")));
    }
    void cleanup() { m_stage.reset(); }

    void whoLooked()
    {
        QVERIFY(signIn());
        QVERIFY2(openPage(), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Who looked, Nobody so far"), qPrintable(screen().spoken()));
        QVERIFY(press("Who looked, *"));
        QVERIFY2(waitFor("When somebody opens your records, it shows here."), qPrintable(screen().spoken()));

        // A counselor reads the plan twice and a relative the sessions. Nobody may see what another patient's staff did.
        const QByteArray dana = tokenOf("dana", "openid fhirUser user/*.rs");
        const QByteArray rosa = tokenOf("rosa", "launch/patient patient/Patient.r patient/Appointment.rs");
        QVERIFY(!dana.isEmpty() && !rosa.isEmpty());
        test::ClinicProcess &clinic = m_stage->clinic();
        for (int i = 0; i < 2; ++i)
            QCOMPARE(clinic.send("GET", "CarePlan?patient=Patient/p101", dana).status, 200);
        QCOMPARE(clinic.send("GET", "Goal?patient=Patient/p102", dana).status, 200);
        QCOMPARE(clinic.send("GET", "Appointment?patient=Patient/p101", rosa).status, 200);
        m_stage->clock().advance(std::chrono::minutes(2));
        QVERIFY(press("Back") && press("Who looked, *"));
        QVERIFY2(waitFor("Dana Ruiz, *"), qPrintable(screen().spoken()));
        const QString spoken = screen().spoken();
        QVERIFY2(spoken.contains(QStringLiteral("Looked at: your plan")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("Rosa Bell")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("Looked at: your sessions")), qPrintable(spoken));
        // Not one's own visits, of which each sync is a dozen.
        QVERIFY2(!spoken.contains(QStringLiteral("Maya")), qPrintable(spoken));
        // What each of them is, in the language of the app.
        QVERIFY2(has("Dana Ruiz, Counselor") && has("Rosa Bell, sister"), qPrintable(spoken));
        m_stage->app().preferences().setLanguage(QStringLiteral("es"));
        QVERIFY2(waitFor("Dana Ruiz, Consejería") && has("Rosa Bell, hermana"), qPrintable(screen().spoken()));
        m_stage->app().preferences().setLanguage(QStringLiteral("en"));
        QVERIFY2(waitFor("Dana Ruiz, Counselor") && has("Rosa Bell, sister"), qPrintable(screen().spoken()));

        // Without the clinic what was last seen is there, with when that was.
        m_stage->closeClinic();
        m_stage->closeApp();
        m_stage->clock().advance(std::chrono::hours(1));
        QVERIFY(m_stage->openApp());
        QVERIFY2(openPage() && press("Who looked, *"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("As of Today, *"), qPrintable(screen().spoken()));
        QVERIFY(has("Dana Ruiz, *"));
        QVERIFY2(waitFor("Try again"), qPrintable(screen().spoken()));
        QVERIFY(m_stage->openClinic());
        QVERIFY(press("Try again"));
        QVERIFY2(screen().waitUntil([this] { return !has("As of Today, *"); }), qPrintable(screen().spoken()));
    }

    void aClinicWithoutALogHidesIt()
    {
        FakeFhirServer server;
        fillWithFixtures(server, wednesday);
        server.route("GET", FakeFhirServer::at(QStringLiteral("AuditEvent")),
                     FakeReply::json("{\"resourceType\":\"OperationOutcome\"}", 404));
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openApp(server.base().toString()) && m_stage->signIn(QStringLiteral("maya"), {}));
        QVERIFY2(openPage(), qPrintable(screen().spoken()));
        QVERIFY2(screen().waitUntil([this] { return !has("Who looked*"); }), qPrintable(screen().spoken()));
        QVERIFY(!has("No relative sees anything")); // nobody said so
        QVERIFY2(has("Family"), qPrintable(screen().spoken()));
        QVERIFY(press("What you signed, *"));
        QVERIFY2(waitFor("You signed nothing yet"), qPrintable(screen().spoken()));
        m_stage.reset(); // before the server
    }

    void whatWasSigned()
    {
        QVERIFY(signIn());
        QVERIFY2(openPage(), qPrintable(screen().spoken()));
        // Her row leads to her page, which can be left at once and is there again.
        QVERIFY2(press("Rosa Bell, *") && waitFor("What Rosa can see"), qPrintable(screen().spoken()));
        QVERIFY2(press("Leave quickly") && waitFor("Notes") && !has("What Rosa can see"), qPrintable(screen().spoken()));
        QVERIFY2(!has("Leave quickly") && press("Back") && waitFor("What Rosa can see"), qPrintable(screen().spoken()));
        QVERIFY2(press("Back") && waitFor("Only you"), qPrintable(screen().spoken()));
        QVERIFY(!has("Leave quickly"));
        QVERIFY(press("What you signed, *"));
        QVERIFY2(waitFor("Rosa Bell, *. Sharing now"), qPrintable(screen().spoken()));
        QVERIFY(screen().spoken().contains(QStringLiteral("Signed: ")) && screen().spoken().contains(QStringLiteral("Until: ")));
        QVERIFY(press("Read what I signed: Rosa Bell*"));
        // Each word as the clinic has it.
        const QJsonArray consents = m_stage->recordsAtClinic(QStringLiteral("p101"), QStringLiteral("Consent"));
        QString words;
        for (const QJsonValue &consent : consents) {
            if (QJsonDocument(consent.toObject()).toJson().contains("RelatedPerson/r101-1"))
                words = QString::fromUtf8(QByteArray::fromBase64(
                    consent[QStringLiteral("sourceAttachment")][QStringLiteral("data")].toString().toLatin1()));
        }
        QVERIFY(words.contains(QStringLiteral("42 CFR Part 2")));
        QVERIFY2(screen().waitUntil([&] { return screen().spoken().contains(words); }), qPrintable(screen().spoken()));

        // Staff end it: it is said to be over here, with what was signed.
        QVERIFY(m_stage->endConsent(QStringLiteral("r101-1")));
        m_stage->app().account().sync()->retryNow();
        QVERIFY(press("Back"));
        QVERIFY2(waitFor("Rosa Bell, *. Ended", 30'000), qPrintable(screen().spoken()));
        QVERIFY(has("Read what I signed: Rosa Bell*"));
        QVERIFY(press("Back"));
        QVERIFY2(waitFor("Luis Bell, *"), qPrintable(screen().spoken())); // what is shared with him goes on
        QVERIFY(!has("Rosa Bell*"));
    }

    void allOfItAsAFile()
    {
        QVERIFY(signIn());
        Records &records = *m_stage->app().account().records();
        OwnSheet sheet;
        sheet.id = QStringLiteral("own-1");
        sheet.skill = QStringLiteral("if-then-plan");
        sheet.title = QStringLiteral("My plan for Friday");
        sheet.made = sheet.changed = wednesday;
        SheetAnswer answer;
        answer.id = QStringLiteral("then");
        answer.label = QStringLiteral("Then");
        answer.words = QStringList{QStringLiteral("I call Ana")};
        sheet.answers = {answer};
        QVERIFY(keepOwnSheet(records, sheet));
        QVERIFY2(openPage(), qPrintable(screen().spoken()));
        QVERIFY(screen().spoken().contains(QStringLiteral("1 on this device. Only you see it")));
        QVERIFY(press("Download all of it, *"));
        QVERIFY2(waitFor("The file is not locked") && has("Sessions: *") && has("Worksheets, lists and checklists: 1"),
                 qPrintable(screen().spoken()));
        QVERIFY(m_stage->files().files().isEmpty());
        QVERIFY(press("Save the file"));
        QVERIFY2(waitFor("Saved as *", 30'000), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->files().files().size(), 1);
        const QString html = QString::fromUtf8(m_stage->files().files().first().content);
        for (const char *words :
             {"42 CFR part 2 prohibits unauthorized use or disclosure of these records.", "I call Ana", "My plan for Friday",
              "Evening group", "Dana Ruiz", "Sertraline", "Sleep through most nights", "Maya Bell", "Permission to share"})
            QVERIFY2(html.contains(QString::fromUtf8(words)), words);
        // Each record that the store has is in it, by its id.
        const QList<qint64> places = records.store().recordPlaces().value_or(QList<qint64>());
        QVERIFY(places.size() > 50);
        for (const qint64 place : places) {
            const QJsonObject record =
                QJsonDocument::fromJson(records.store().recordAt(place).value_or(std::nullopt).value_or(QByteArray())).object();
            const QString type = record.value(QLatin1String("resourceType")).toString();
            if (type != u"Library" && type != u"Binary")
                QVERIFY2(html.contains(record.value(QLatin1String("id")).toString()), qPrintable(type));
        }
        const auto credentials = records.store().credentials();
        QVERIFY(credentials && *credentials && !html.contains((*credentials)->refreshToken));
    }

    void deletingLeadsToTheOneWay()
    {
        QVERIFY(signIn());
        m_stage->closeClinic();
        QVERIFY(press("Taken: Morning, Sertraline") && waitFor("Undo"));
        QVERIFY2(openPage(), qPrintable(screen().spoken()));
        QVERIFY(screen().spoken().contains(QStringLiteral("This does not delete your clinic’s records.")));
        QVERIFY(has("Write to your clinic") && has("Call *"));
        // Three taps, and what is not sent is said first.
        QVERIFY(press("Sign out and erase, *"));
        QVERIFY2(waitFor("Not sent yet"), qPrintable(screen().spoken()));
        QVERIFY(press("Sign out and erase") && press("Erase it unsent"));
        QVERIFY2(waitFor("Sign in with your program"), qPrintable(screen().spoken()));
        const QDir device(m_stage->folder() + QStringLiteral("/device/accounts"));
        QVERIFY(screen().waitUntil([&] { return device.entryList({QStringLiteral("*.db")}, QDir::Files).isEmpty(); }));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestWhoSees test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_who_sees.moc"
