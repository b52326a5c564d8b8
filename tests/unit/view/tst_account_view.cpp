// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"
#include "care/MessageThread.h"
#include "care/OwnMarks.h"
#include "care/OwnSheets.h"
#include "care/SafetyPlan.h"
#include "content/CrisisPack.h"
#include "core/Ids.h"
#include "crisis/ClinicContactFile.h"
#include "fakes/FakeDialer.h"
#include "fakes/OneDevice.h"
#include "store/StoreOpening.h"
#include "view/AccountView.h"
#include "view/OtherAccountsView.h"
#include "view/TimeText.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace handrail;
using namespace Qt::StringLiterals;

/// What somebody reads before they sign out: all that would be out of reach or gone is named, and nothing that is not here.
class TestAccountView final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Navigator> m_navigator;
    FakeDialer m_dialer;
    std::unique_ptr<Crisis> m_crisis;
    std::unique_ptr<CrisisView> m_crisisView;
    std::unique_ptr<AccountView> m_view;

    [[nodiscard]] Records &records() { return *m_account->records(); }
    void beRosa()
    {
        m_server->setRecords(u"RelatedPerson"_s,
                             {QJsonObject{{u"resourceType"_s, u"RelatedPerson"_s},
                                          {u"id"_s, u"r1"_s},
                                          {u"patient"_s, QJsonObject{{u"reference"_s, u"Patient/p1"_s}}}}});
        m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
        signIn();
    }
    /// As a download brings them: a clinic with a phone, and a session.
    void putClinic()
    {
        const auto put = [this](const QString &type, const QByteArray &json) {
            QVERIFY(records().store().putRecords({{type, u"x1"_s, u"1"_s, m_clock.nowUtc(), {}, json}}));
        };
        put(u"Organization"_s,
            R"({"resourceType":"Organization","id":"x1","name":"Harbor Street Clinic",)"
            R"("telecom":[{"system":"phone","value":"+15552000100"}]})");
        put(u"Appointment"_s, R"({"resourceType":"Appointment","id":"x1","status":"booked","start":"2126-11-20T22:00:00Z"})");
        Q_EMIT m_account->stateChanged();
    }
    /// In Help, and in the file for the next start.
    [[nodiscard]] bool isClinicKept() const { return m_crisisView->hasClinic() && isClinicOnDisk(); }
    [[nodiscard]] bool isClinicOnDisk() const { return QFile::exists(m_folder->filePath(u"contact"_s)); }

private Q_SLOTS:
    void init()
    {
        begin();
        m_preferences = std::make_unique<Preferences>(QString());
        m_crisis = std::make_unique<Crisis>(crisisPack(u"us", m_preferences->language()), m_dialer);
        m_crisisView = std::make_unique<CrisisView>(*m_crisis, ClinicContactFile(m_folder->filePath(u"contact"_s)), *m_browser);
        m_navigator = std::make_unique<Navigator>();
        m_view = std::make_unique<AccountView>(*m_account, *m_navigator, *m_crisisView, *m_browser, *m_preferences, m_clock);
        signIn();
    }

    void cleanup()
    {
        m_view.reset();
        m_navigator.reset();
        m_crisisView.reset();
        end();
    }

    // Of two permissions of one patient each says until when; of another year with that.
    void whoIsHereTwiceForOneReadsUntilWhen()
    {
        const int year = m_clock.nowUtc().toTimeZone(m_clock.localZone()).date().year();
        const auto person = [](const QString &id, const QDate &until) {
            return QJsonObject{{u"resourceType"_s, u"RelatedPerson"_s},
                               {u"id"_s, id},
                               {u"patient"_s, QJsonObject{{u"reference"_s, u"Patient/p1"_s}, {u"display"_s, u"Maya Bell"_s}}},
                               {u"period"_s, QJsonObject{{u"end"_s, until.toString(Qt::ISODate)}}}};
        };
        m_server->setRecords(u"RelatedPerson"_s, {person(u"r-old"_s, {year, 12, 31}), person(u"r-new"_s, {year + 1, 1, 31})});
        for (const QString &id : {u"r-old"_s, u"r-new"_s}) {
            m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/"_s + id, u"p1"_s});
            signIn();
            m_account->settle();
            QTRY_VERIFY(m_account->isFirstSyncDone());
        }
        OtherAccountsView picker(*m_account, m_clock, *m_preferences);
        picker.refresh();
        QCOMPARE(picker.others().size(), 1);
        QCOMPARE(picker.others().constFirst().toMap().value(u"note"_s).toString(), u"Until Dec 31"_s);
        QCOMPARE(picker.currentUntil(), u"Until January 31, %1"_s.arg(year + 1));
    }

    /// Whoever starts it with `--server` is told why that does nothing yet.
    void anotherServerCountsAfterSigningOut()
    {
        const QRegularExpression said(u"signed in at another clinic"_s);
        QTest::failOnWarning(said);
        m_view->fixServer(m_server->base().toString() + u'/');
        Q_EMIT m_account->stateChanged();
        QTest::ignoreMessage(QtWarningMsg, said);
        m_view->fixServer(u"https://other.clinic.example/fhir/R4"_s);
        Q_EMIT m_account->stateChanged();
    }

    void whoKeepsNothingHereReadsThatItGoes()
    {
        QVERIFY(m_view->keptText().startsWith(u"Everything is sent. What you did here is erased from this device."));
        QVERIFY(m_view->onlyHereText().isEmpty());
    }

    void whatIsKeptToOneselfIsNamed()
    {
        const QString identifier = queue();
        QVERIFY(m_view->keptText().startsWith(u"What is not sent stays locked on this device."));
        QVERIFY(records().setKept(identifier, true));
        QVERIFY2(m_view->keptText().startsWith(u"Everything is sent. Only on this device: 1 check-in"),
                 qPrintable(m_view->keptText()));
        QVERIFY(!m_view->onlyHereText().isEmpty());
    }

    void whatIsNotFinishedIsNamed()
    {
        Store &store = records().store();
        const QByteArray later = m_clock.nowUtc().addSecs(3600).toString(Qt::ISODateWithMs).toLatin1();
        const QByteArray over = m_clock.nowUtc().addSecs(-3600).toString(Qt::ISODateWithMs).toLatin1();
        QVERIFY(store.setValue(draftPrefix + dailyCheckInUrl(), "{\"until\":\"" + over + "\"}"));
        QVERIFY(m_view->onlyHereText().isEmpty());
        QVERIFY(store.setValue(draftPrefix + dailyCheckInUrl(), "{\"until\":\"" + later + "\"}"));
        QVERIFY(store.setValue(draftPrefix + u"https://clinic.example/phq#9"_s, "{\"until\":\"" + later + "\"}"));
        QVERIFY(keepBegunMessage(records(), {MessageKind::Message, u"Is the group"_s, {}}));
        const QString said = m_view->keptText();
        const QString begun = m_preferences->locale().createSeparatedList({u"a check-in"_s, u"a form"_s, u"a message"_s});
        QVERIFY2(said.contains(QString(u"Not finished: " % begun % u'.')), qPrintable(said));
        QVERIFY2(!said.contains(u"Only on this device"), qPrintable(said));
        QCOMPARE(m_view->onlyHereText(), begun);
    }

    void whatWasMadeHereIsNamed()
    {
        SafetyPlan plan;
        plan.words = {{PlanPart::Signs, u"No sleep"_s}};
        QVERIFY(keepSafetyPlan(records(), plan));
        QVERIFY(setOwnMark(records(), QDate(2026, 11, 3), u"rain"_s));
        OwnSheet sheet;
        sheet.id = u"s"_s;
        SheetAnswer answer;
        answer.words = QStringList(u"words"_s);
        sheet.answers = {answer};
        QVERIFY(keepOwnSheet(records(), sheet));
        const QString said = m_view->keptText();
        const QString made = m_preferences->locale().createSeparatedList(
            {u"your safety plan"_s, u"your worksheets and lists"_s, u"the days you marked"_s});
        QVERIFY2(said.contains(QString(u"Only on this device: " % made % u'.')), qPrintable(said));
    }

    void whatIsBehindAForgottenPinIsNamed()
    {
        setPin();
        m_account->lock();
        signIn();
        QTRY_COMPARE(m_account->asidePins().size(), 1);
        const QDate until = m_account->asidePins().constFirst().until.toTimeZone(m_clock.localZone()).date();
        const QString named = u"What is behind the PIN you had before stays locked here until %1 or longer."_s.arg(
            TimeText(m_preferences->locale()).shortDay(until));
        QVERIFY2(m_view->keptText().contains(named), qPrintable(m_view->keptText()));
        QCOMPARE(m_view->onlyHereText(), u"what is behind the PIN you had before"_s); // so that erasing asks first
        QVERIFY(QCoro::waitFor(m_account->openAside(m_account->asidePins().constFirst().path, pin())));
        QVERIFY2(!m_view->keptText().contains(u"PIN"), qPrintable(m_view->keptText()));
        QVERIFY(m_view->onlyHereText().isEmpty());
    }

    /// Each try is one to the clinic, too, whatever page it is asked for on.
    void itIsSentAtMostOnceAMinute()
    {
        m_server->route("POST", FakeFhirServer::at(u"QuestionnaireResponse"_s), FakeReply::json("{}", 500));
        m_account->settle();
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
        queue();
        const auto isAsked = [this] {
            const qsizetype before = m_server->requests().size();
            m_view->sendNow();
            [this] { QTRY_VERIFY(!m_view->isBusy()); }();
            return m_server->requests().size() > before;
        };
        QVERIFY(isAsked());
        QVERIFY2(!m_view->sendReport().contains(u"a minute"), qPrintable(m_view->sendReport()));
        QVERIFY(!isAsked());
        QVERIFY2(m_view->sendReport().endsWith(u"You can try again in a minute."), qPrintable(m_view->sendReport()));
        m_clock.advance(std::chrono::minutes(1));
        QVERIFY(isAsked());
        // And what the banner asks for counts as well.
        m_clock.advance(std::chrono::minutes(1));
        m_account->retry();
        QTRY_COMPARE(m_account->sync()->state() == SyncEngine::State::Running, false);
        QVERIFY(!isAsked());
    }

    void whatStaysIsSaid()
    {
        const QString nobody = u"If somebody else uses Handrail here, what is theirs stays."_s;
        QCOMPARE(m_view->staysText(), nobody);
        const auto beFor = [this](const char *patient) {
            m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r-%1"_s.arg(QLatin1String(patient)), QString::fromLatin1(patient)});
            signIn();
        };
        beFor("p1"); // whose patient's own account on this device is not told of
        QCOMPARE(m_view->staysText(), nobody);
        beFor("p2");
        QVERIFY2(m_view->staysText().startsWith(u"What you have here for another person stays."), qPrintable(m_view->staysText()));
    }

    /// Help knows a relative's clinic for as long as something is shared, and a patient's whatever is here.
    void whoseClinicIsKept_data()
    {
        QTest::addColumn<bool>("isRosa");
        QTest::addColumn<QString>("gone");
        QTest::newRow("a patient's, who has no contact any more") << false << u"Organization"_s;
        QTest::newRow("a patient's, who has no session any more") << false << u"Appointment"_s;
        QTest::newRow("a relative's, who has no contact any more") << true << u"Organization"_s;
        QTest::newRow("a relative's, to whom nothing is shared any more") << true << u"Appointment"_s;
    }
    void whoseClinicIsKept()
    {
        QFETCH(bool, isRosa);
        QFETCH(QString, gone);
        if (isRosa)
            beRosa();
        const auto drop = [&] {
            QVERIFY(records().store().removeRecord(gone, u"x1"_s));
            Q_EMIT m_account->stateChanged();
        };
        putClinic();
        QVERIFY(isClinicKept());
        const bool isDone = m_account->isFirstSyncDone(); // a quick one is
        drop();
        QVERIFY2(isClinicKept() || (isRosa && isDone), "before the first download nothing is known");
        m_account->settle();
        QTRY_VERIFY(m_account->isFirstSyncDone());
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
        putClinic();
        QVERIFY(isClinicKept());
        drop();
        QCOMPARE(isClinicKept(), !isRosa);
        QCOMPARE(isClinicOnDisk(), !isRosa);
    }

    void wordsBesideTheNumberDoNotCostTheNumber()
    {
        putClinic();
        const QJsonObject hours{{u"url"_s, canonical(u"StructureDefinition/hours")}, {u"valueString"_s, QString(500, u'x')}};
        QJsonObject clinic = QJsonDocument::fromJson(records().store().record(u"Organization"_s, u"x1"_s).value().value()).object();
        clinic.insert(u"extension"_s, QJsonArray{hours});
        clinic.insert(u"name"_s, u"Harbor Street Clinic, second floor"_s);
        QVERIFY(records().store().putRecords(
            {{u"Organization"_s, u"x1"_s, u"2"_s, m_clock.nowUtc(), {}, QJsonDocument(clinic).toJson(QJsonDocument::Compact)}}));
        Q_EMIT m_account->stateChanged();
        QVERIFY(isClinicKept());
        QCOMPARE(m_crisisView->clinicName(), u"Harbor Street Clinic, second floor"_s);
        QVERIFY(m_crisisView->clinicHours().isEmpty());
    }

    void theEndOfTheSharingForgetsTheClinic_data()
    {
        QTest::addColumn<bool>("isOnDisk");
        QTest::newRow("kept") << true;
        QTest::newRow("in memory alone, beside a patient's on the disk") << false;
    }
    void theEndOfTheSharingForgetsTheClinic()
    {
        QFETCH(bool, isOnDisk);
        if (!isOnDisk) {
            putClinic(); // the patient's
            m_secrets->setMode(FakeSecretStore::Mode::Missing);
        }
        beRosa();
        QCOMPARE(m_account->isSessionOnly(), !isOnDisk);
        putClinic();
        QVERIFY(isClinicKept());
        m_server->endSharing();
        m_clock.advance(std::chrono::hours(2)); // the access token is over too
        m_account->settle();
        m_account->refreshIfOlderThan(std::chrono::minutes(0));
        QTRY_COMPARE(m_account->state(), Account::State::Revoked);
        QVERIFY(!m_crisisView->hasClinic());
        QCOMPARE(isClinicOnDisk(), !isOnDisk);
    }

    /// Nobody is in: nothing is kept here, and nothing tries again by itself.
    void whoIsNotSignedInReadsNothingOfWhatIsKept_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        const QString later = u"It is not something you did. Try again in a while."_s;
        QTest::newRow("busy") << 503 << QByteArray("{}") << u"Your clinic’s server is slow"_s << later;
        QTest::newRow("broken") << 500 << QByteArray("{}") << u"Your clinic’s server has a problem"_s << later;
        QTest::newRow("a page") << 200 << QByteArray("<html>") << u"The answer could not be read"_s << later;
        QTest::newRow("a no") << 400 << QByteArray("{\"error\":\"invalid_request\"}") << u"Your clinic’s server did not take this"_s
                              << u"It is not something you did. Please call your clinic."_s;
        QTest::newRow("not registered") << 401 << QByteArray("{\"error\":\"invalid_client\"}")
                                        << u"Your clinic’s server does not know this app yet"_s
                                        << u"It is not something you did. Call your clinic, and ask if it can let Handrail in."_s;
        QTest::newRow("staff") << 0 << QByteArray() << u"This app is for patients and their family"_s
                               << u"You were not signed in. If you work at the clinic, use its own tools."_s;
    }
    void whoIsNotSignedInReadsNothingOfWhatIsKept()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, title);
        QFETCH(QString, text);
        QCoro::waitFor(m_account->signOut());
        if (status == 0)
            m_server->setPerson({u"sub-dana"_s, u"Practitioner/s1"_s, u"p1"_s});
        else
            m_server->route("POST", u"/auth/token"_s, FakeReply::json(body, status));
        signIn(Account::State::SignedOut);
        QCOMPARE(m_view->problemTitle(), title);
        QCOMPARE(m_view->problemText(), text);
    }

    /// As the account does when a store that was put aside gives back what was made in it.
    void whatCameBackIsPutTogether()
    {
        const QDate day(2026, 11, 3);
        QVERIFY(setOwnMark(records(), day, u"new"_s));
        QVERIFY(records().store().setValue(cameBackMark, "1"));
        QVERIFY(records().store().setValue(cameBackPrefix + u"own-marks/2026-11"_s, "{\"2026-11-04\":\"old\"}"));
        Q_EMIT m_account->cameBack();
        QCOMPARE(ownMarks(records(), day, day.addDays(1)).value(), OwnMarks({{day, u"new"_s}, {day.addDays(1), u"old"_s}}));
    }
};

QTEST_MAIN(TestAccountView)
#include "tst_account_view.moc"
