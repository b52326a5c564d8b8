// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"
#include "care/MessageThread.h"
#include "content/Questionnaires.h"
#include "fakes/OneDevice.h"
#include "fakes/SmallDisk.h"
#include "view/CheckInView.h"
#include "view/FormView.h"
#include "view/MinuteTimer.h"
#include "view/SafetyPlanView.h"
#include "view/SafetyView.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <algorithm>

using namespace handrail;

namespace {

const QString screenUrl = QStringLiteral("https://handrail.example/fhir/Questionnaire/phq-9");
const QString otherUrl = QStringLiteral("https://handrail.example/fhir/Questionnaire/gad-7");

} // namespace

/// What becomes of safety answers while the disk refuses them, and what is said of their way.
class TestSafetyView final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<SmallDisk> m_disk;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<SafetyView> m_safety;
    std::unique_ptr<AssignmentsView> m_assignments;
    std::unique_ptr<FormView> m_formView;

    void putForm(const QString &name)
    {
        QFile file(QStringLiteral(HANDRAIL_QUESTIONNAIRES "/") + name + QStringLiteral(".json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject form = QJsonDocument::fromJson(file.readAll()).object();
        form.insert(QStringLiteral("id"), name);
        form.insert(QStringLiteral("resourceType"), QStringLiteral("Questionnaire"));
        form.insert(QStringLiteral("status"), QStringLiteral("active"));
        QVERIFY(m_account->records()->store().putRecords({{QStringLiteral("Questionnaire"), name, QStringLiteral("1"),
                                                           m_clock.nowUtc(), QDate(), QJsonDocument(form).toJson()}}));
    }

    void say(const Form &form, const char *linkId, const char *code)
    {
        SafetyWatch watch;
        const Answers answers{{QString::fromLatin1(linkId), QString::fromLatin1(code)}};
        QVERIFY(m_safety->note(watch, form, answers, answers));
        m_safety->noteShown();
    }

    [[nodiscard]] Form form(const QString &url) { return m_account->records()->form(url).value_or(Form()); }
    /// The first answer that a draft on the disk has.
    [[nodiscard]] QString draftOf(const QString &url)
    {
        FormFilling filling(*m_account->records(), m_clock, form(url));
        (void)filling.resume();
        return filling.answers().value(QStringLiteral("a")).toString();
    }
    [[nodiscard]] Form checkIn() { return dailyCheckInForm(*m_account->records()).value_or(Form()); }

    /// Those that are safe, by the form and the time that they were given.
    [[nodiscard]] QStringList kept()
    {
        QStringList kept;
        for (const OutboxEntry &entry : m_account->records()->outbox().value_or(QList<OutboxEntry>())) {
            if (entry.form && isSentAhead(*entry.form))
                kept << entry.form->questionnaire.section(u'/', -1).section(u'|', 0, 0) + u' '
                        + entry.form->authored.toUTC().toString(QStringLiteral("hh:mm"));
        }
        kept.sort();
        return kept;
    }

private Q_SLOTS:
    void init()
    {
        begin(FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())));
        m_account.reset(); // the small disk comes first
        QVERIFY(QDir().mkpath(accounts()));
        m_disk = std::make_unique<SmallDisk>(accounts(), 2048);
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(QStringLiteral("en"));
        makeAccount();
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        m_safety = std::make_unique<SafetyView>(*m_account, m_clock, *m_preferences);
        m_assignments = std::make_unique<AssignmentsView>(*m_account, m_clock, *m_preferences, *m_minute);
        m_formView = std::make_unique<FormView>(*m_account, m_clock, *m_preferences, *m_safety, *m_assignments);
        QCoro::waitFor(m_account->start());
        signIn();
        putForm(QStringLiteral("phq-9"));
        putForm(QStringLiteral("gad-7"));
    }

    void cleanup()
    {
        m_formView.reset();
        m_assignments.reset();
        m_safety.reset();
        end();
        m_disk.reset();
    }

    void nothingThatTheDiskRefusesIsLost_data()
    {
        QTest::addColumn<bool>("isLocked");
        QTest::newRow("the app stays open") << false;
        QTest::newRow("the lock falls") << true;
    }

    void nothingThatTheDiskRefusesIsLost()
    {
        QFETCH(bool, isLocked);
        if (!m_disk->isThere())
            QSKIP("no right to mount a disk here");
        if (isLocked)
            setPin();
        m_disk->fill();
        say(checkIn(), "safety", "yes");
        QCOMPARE(m_safety->status(), SafetyView::NotSaved);
        QCOMPARE(m_safety->statusText(), QStringLiteral("Not saved yet. This device is full. Please call."));
        m_clock.advance(std::chrono::minutes(5));
        say(form(screenUrl), "q9", "LA6570-1");
        QCOMPARE(m_safety->status(), SafetyView::NotSaved);
        QCOMPARE(kept(), QStringList());
        m_formView->open(otherUrl);
        m_formView->leave();
        if (isLocked) {
            m_account->lock();
            QCOMPARE(m_account->state(), Account::State::Locked);
        }
        m_clock.advance(std::chrono::minutes(5));
        QVERIFY(m_disk->resize(8192));
        if (isLocked)
            unlock();
        else
            m_safety->keepNow();
        // Each with the time at which it was said.
        QCOMPARE(kept(), (QStringList{QStringLiteral("daily-checkin 20:20"), QStringLiteral("phq-9 20:25")}));
        QVERIFY(m_safety->status() != SafetyView::NotSaved);
        QTRY_COMPARE(m_safety->status(), SafetyView::Sent);
        QCOMPARE(m_server->created().size(), 2);
    }

    /// Other answers than those about safety, too: the lock takes them along, sealed, and they are there again after it.
    void answersThatTheDiskRefusesOutliveALock()
    {
        if (!m_disk->isThere())
            QSKIP("no right to mount a disk here");
        setPin();
        m_formView->open(otherUrl);
        m_formView->fields()->fields().constFirst()->answer(QStringLiteral("LA6569-3"));
        QVERIFY(m_formView->isKept());
        m_disk->fill();
        m_formView->fields()->fields().constFirst()->answer(QStringLiteral("LA6571-9"));
        QVERIFY(!m_formView->isKept());
        QVERIFY(!m_account->hasUnsaved());
        m_account->lock();
        QCOMPARE(m_account->state(), Account::State::Locked);
        QVERIFY(m_account->hasUnsaved());
        QVERIFY(!m_formView->isOpen());
        QVERIFY(m_disk->resize(8192));
        unlock();
        QVERIFY(!m_account->hasUnsaved());
        m_formView->open(otherUrl);
        QVERIFY(m_formView->isKept());
        QCOMPARE(m_formView->fields()->fields().constFirst()->value().toString(), QStringLiteral("LA6571-9"));
        m_formView->leave();
        // On the disk, and not only here.
        m_account->lock();
        QVERIFY(!m_account->hasUnsaved());
        unlock();
        m_formView->open(otherUrl);
        QCOMPARE(m_formView->fields()->fields().constFirst()->value().toString(), QStringLiteral("LA6571-9"));
    }

    /// Nor is a line of the safety plan, or a message that was begun.
    void ownWordsThatTheDiskRefusesOutliveALock()
    {
        if (!m_disk->isThere())
            QSKIP("no right to mount a disk here");
        setPin();
        SafetyPlanView plan(*m_account, m_clock, *m_preferences);
        plan.setWords(QStringLiteral("signs"), QStringLiteral("No sleep"));
        plan.closeStep();
        QVERIFY(plan.problemText().isEmpty());
        m_disk->fill();
        const QString words = QStringLiteral("No sleep. ").repeated(40);
        plan.setWords(QStringLiteral("signs"), words);
        const BegunMessage begun{MessageKind::Concern, QStringLiteral("Dear team. ").repeated(400)};
        QVERIFY(!keepBegunMessage(*m_account->records(), begun));
        m_account->lock();
        QVERIFY(m_account->hasUnsaved());
        QVERIFY(m_disk->resize(8192));
        unlock();
        QVERIFY(!m_account->hasUnsaved());
        QCOMPARE(plan.words(QStringLiteral("signs")), words);
        QVERIFY(begunMessage(*m_account->records()) == begun);
        // And a choice is no such thing: what could not be kept was not made.
        m_disk->fill();
        plan.setShared(true);
        QVERIFY(!plan.problemText().isEmpty());
        QCOMPARE(plan.isShared(), safetyPlan(*m_account->records()).value().sharing.isOn);
    }

    /// Nor does another person's sign-in take them, nor an unlock that the full disk stops half way.
    void answersThatTheDiskRefusesWaitForTheirOwnPerson()
    {
        if (!m_disk->isThere())
            QSKIP("no right to mount a disk here");
        setPin();
        m_disk->fill();
        m_formView->open(otherUrl);
        m_formView->fields()->fields().constFirst()->answer(QStringLiteral("LA6571-9"));
        m_account->lock();
        QVERIFY(m_account->hasUnsaved());
        QVERIFY(m_disk->resize(8192));
        m_server->setPerson({QStringLiteral("sub-other"), QStringLiteral("Patient/p2"), QStringLiteral("p2")});
        signIn();
        QVERIFY(!m_account->hasUnsaved());
        setPin();
        m_account->lock();
        QVERIFY(!m_account->hasUnsaved());
        unlock();
        QCoro::waitFor(m_account->signOut());
        m_server->setPerson(FakePerson());
        signIn(Account::State::Locked);
        QVERIFY(m_account->isSignedInBeforePin());
        QVERIFY(m_account->hasUnsaved());
        m_disk->fill();
        unlock();
        QCOMPARE(m_account->state(), Account::State::Locked);
        QVERIFY(m_account->hasUnsaved());
        QVERIFY(m_disk->resize(16384));
        m_clock.advance(std::chrono::minutes(5));
        unlock();
        QCOMPARE(m_account->state(), Account::State::Active);
        QVERIFY(!m_account->hasUnsaved());
        m_formView->open(otherUrl);
        QCOMPARE(m_formView->fields()->fields().constFirst()->value().toString(), QStringLiteral("LA6571-9"));
        m_formView->leave();
    }

    void whatWasRefusedGoesWithASignOut()
    {
        if (!m_disk->isThere())
            QSKIP("no right to mount a disk here");
        setPin();
        m_disk->fill();
        m_formView->open(otherUrl);
        m_formView->fields()->fields().constFirst()->answer(QStringLiteral("LA6571-9"));
        m_account->lock();
        QVERIFY(m_account->hasUnsaved());
        QVERIFY(m_disk->resize(8192));
        unlock();
        QCoro::waitFor(m_account->signOut());
        QVERIFY(!m_account->hasUnsaved());
    }

    /// A last try before a sign-out; what the disk refuses then, too, goes with the person.
    void whatIsNotKeptGoesWithASignOut_data()
    {
        QTest::addColumn<bool>("isRoom");
        QTest::newRow("the disk has room by then") << true;
        QTest::newRow("it has not") << false;
    }

    void whatIsNotKeptGoesWithASignOut()
    {
        QFETCH(bool, isRoom);
        if (!m_disk->isThere())
            QSKIP("no right to mount a disk here");
        m_disk->fill();
        say(checkIn(), "safety", "yes");
        QCOMPARE(m_safety->status(), SafetyView::NotSaved);
        if (isRoom)
            QVERIFY(m_disk->resize(8192));
        QCoro::waitFor(m_account->signOut());
        QCOMPARE(m_account->state(), Account::State::SignedOut);
        QVERIFY(m_disk->resize(8192));
        signIn();
        m_safety->keepNow();
        QCOMPARE(kept().size(), isRoom ? 1 : 0);
    }

    /// Another form does not take the place of answers that are here alone, and says why.
    void whatIsHereAloneKeepsItsForm()
    {
        if (!m_disk->isThere())
            QSKIP("no right to mount a disk here");
        m_formView->open(screenUrl);
        QVERIFY(m_formView->next());
        m_disk->fill();
        auto *field = m_formView->fields()->fields().constFirst();
        field->answer(QStringLiteral("LA6569-3"));
        QVERIFY(!m_formView->isKept());
        m_formView->leave();
        m_formView->open(otherUrl);
        QCOMPARE(m_formView->argument(), screenUrl);
        QVERIFY(m_formView->isOtherHeld());
        QVERIFY(m_disk->resize(8192));
        m_formView->open(otherUrl);
        QCOMPARE(m_formView->argument(), otherUrl);
        m_formView->leave();
        m_formView->open(screenUrl);
        const QList<FormField *> fields = m_formView->fields()->fields();
        QVERIFY(std::any_of(fields.begin(), fields.end(),
                            [](const FormField *one) { return one->value().toString() == QLatin1String("LA6569-3"); }));
    }

    /// H2: what was refused and taken away from the list of what waits was never sent.
    void whatWasRefusedIsNeverSent()
    {
        m_server->route(
            "POST", FakeFhirServer::at(QStringLiteral("QuestionnaireResponse")),
            FakeReply::json(R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid"}]})", 422));
        say(checkIn(), "safety", "yes");
        QTRY_COMPARE(m_safety->status(), SafetyView::Refused);
        Outbox &outbox = m_account->records()->store().outbox();
        QVERIFY(outbox.forget(outbox.all()->constFirst().sequence));
        m_account->sendSoon();
        QTest::qWait(50);
        QCOMPARE(m_safety->status(), SafetyView::Refused);
        QCOMPARE(m_safety->statusText(), QStringLiteral("Your clinic could not take it. Please call."));
    }

    /// What was sent is forgotten here after some days.
    void whatWasSentStaysSent()
    {
        say(checkIn(), "safety", "yes");
        QTRY_COMPARE(m_safety->status(), SafetyView::Sent);
        Outbox &outbox = m_account->records()->store().outbox();
        QCOMPARE(outbox.removeDone(m_clock.nowUtc().addDays(9)).value(), 1);
        m_account->sendSoon();
        QTest::qWait(50);
        QCOMPARE(m_safety->status(), SafetyView::Sent);
    }

    /// H10: the page after a return to use, in whatever type or code a clinic asks for it.
    void aReturnToUseIsHeardInTheClinicsOwnWords_data()
    {
        QTest::addColumn<QString>("item");
        QTest::addColumn<QVariant>("answer");
        QTest::addColumn<int>("said");
        const QString boolean = QStringLiteral("\"type\":\"boolean\"");
        const QString choice =
            QStringLiteral("\"type\":\"choice\",\"answerOption\":[{\"valueCoding\":{\"code\":\"a\",\"display\":\"Never\"}},"
                           "{\"valueCoding\":{\"code\":\"b\",\"display\":\"Once\"}}]");
        QTest::newRow("true") << boolean << QVariant(QStringLiteral("true")) << 1;
        QTest::newRow("false") << boolean << QVariant(QStringLiteral("false")) << 0;
        QTest::newRow("once") << choice << QVariant(QStringLiteral("b")) << 1;
        QTest::newRow("never") << choice << QVariant(QStringLiteral("a")) << 0;
    }

    void aReturnToUseIsHeardInTheClinicsOwnWords()
    {
        QFETCH(QString, item);
        QFETCH(QVariant, answer);
        const QString json =
            QStringLiteral("{\"resourceType\":\"Questionnaire\",\"id\":\"own\",\"status\":\"active\",\"url\":\"%1\","
                           "\"item\":[{\"linkId\":\"use\",\"text\":\"Did you drink?\",%2},"
                           "{\"linkId\":\"note\",\"type\":\"text\",\"text\":\"Anything else?\"}]}")
                .arg(dailyCheckInUrl(), item);
        QVERIFY(m_account->records()->store().putRecords({{QStringLiteral("Questionnaire"), QStringLiteral("own"),
                                                           QStringLiteral("1"), m_clock.nowUtc(), QDate(), json.toUtf8()}}));
        CheckInView view(*m_account, m_clock, *m_preferences, *m_safety);
        QSignalSpy said(&view, &CheckInView::useSaid);
        view.begin();
        auto *field = view.fields()->fields().constFirst();
        QCOMPARE(field->linkId(), QStringLiteral("use"));
        field->answer(answer);
        QVERIFY(view.next());
        QTEST(int(said.count()), "said");
        view.leave();
    }

    /// Skipping takes an answer back: who says it again is heard again.
    void whatIsSkippedCanBeSaidAnew()
    {
        m_formView->open(screenUrl);
        const auto answer = [&](const char *code) {
            m_formView->fields()->fields().constFirst()->answer(QString::fromLatin1(code));
            m_safety->keepNow();
        };
        while (m_formView->fields()->fields().isEmpty()
               || m_formView->fields()->fields().constFirst()->linkId() != QLatin1String("q9"))
            QVERIFY(m_formView->next());
        answer("LA6569-3");
        QCOMPARE(kept().size(), 1);
        answer("LA6569-3");
        QCOMPARE(kept().size(), 1);
        m_formView->skip();
        QVERIFY(m_formView->back());
        m_clock.advance(std::chrono::minutes(1)); // the same answer of the same second is one
        answer("LA6569-3");
        QCOMPARE(kept().size(), 2);
    }

    /// Letters on the way to a "no" are no answer; what is whole, or left, is judged before it is kept.
    void whatIsTypedIsJudgedWhenItIsWhole_data()
    {
        QTest::addColumn<int>("end");
        QTest::newRow("the person rests") << 0;
        QTest::newRow("the line is left") << 1;
        QTest::newRow("the screen is left") << 2;
        QTest::newRow("the form is left") << 3;
        QTest::newRow("the lock falls") << 4;
        QTest::newRow("the app is closed") << 5;
    }

    void whatIsTypedIsJudgedWhenItIsWhole()
    {
        QFETCH(int, end);
        if (end == 4)
            setPin();
        const QByteArray own =
            R"({"resourceType":"Questionnaire","id":"own","url":"https://clinic.example/own","status":"active","item":[)"
            R"({"linkId":"a","type":"string","text":"Do you think of hurting yourself?","code":[)"
            R"({"system":"https://handrail.example/fhir/CodeSystem/question","code":"safety"}]},)"
            R"({"linkId":"b","type":"string","text":"And else?"}]})";
        const QString url = QStringLiteral("https://clinic.example/own");
        QVERIFY(m_account->records()->store().putRecords(
            {{QStringLiteral("Questionnaire"), QStringLiteral("own"), QStringLiteral("1"), m_clock.nowUtc(), QDate(), own}}));
        QSignalSpy pages(m_safety.get(), &SafetyView::pageDue);
        m_formView->open(url);
        FormField *line = m_formView->fields()->fields().constFirst();
        for (const char *typed : {"n", "no", "no.", "no"})
            line->type(0, QString::fromLatin1(typed));
        line->leaveLine();
        QVERIFY(m_formView->next() && m_formView->back());
        QCOMPARE(pages.size(), 0);
        QVERIFY(m_formView->isKept());
        line = m_formView->fields()->fields().constFirst();
        for (const char *typed : {"", "y", "ye", "yes"})
            line->type(0, QString::fromLatin1(typed));
        QCOMPARE(pages.size(), 0);
        QCOMPARE(draftOf(url), QStringLiteral("no")); // what was judged last
        QElapsedTimer since;
        since.start();
        switch (end) {
        case 1: line->leaveLine(); break;
        case 2: QVERIFY(!m_formView->next()); break; // the page lies over it
        case 3: m_formView->leave(); break;
        case 4: m_account->lock(); break;
        case 5: QVERIFY(QMetaObject::invokeMethod(qGuiApp, "aboutToQuit")); break;
        default: break;
        }
        if (end == 0)
            QTRY_COMPARE_WITH_TIMEOUT(pages.size(), 1, 3000);
        QCOMPARE(pages.size(), 1);
        QVERIFY(end == 0 || since.elapsed() < 200);
        if (end == 4)
            unlock();
        QVERIFY(end != 5 || draftOf(url) == QStringLiteral("yes")); // no page shows any more
        m_safety->noteShown();
        QCOMPARE(kept().size(), 1);
        QCOMPARE(draftOf(url), QStringLiteral("yes"));
    }

    /// The page again, and to the clinic again, with the graver answer; a step back is neither.
    void whatIsGraverIsSaidAgain()
    {
        QSignalSpy pages(m_safety.get(), &SafetyView::pageDue);
        m_formView->open(screenUrl);
        while (m_formView->fields()->fields().isEmpty()
               || m_formView->fields()->fields().constFirst()->linkId() != QLatin1String("q9"))
            QVERIFY(m_formView->next());
        for (const auto &[code, count] : {std::pair("LA6569-3", 1), {"LA6571-9", 2}, {"LA6570-1", 2}, {"LA6571-9", 2}}) {
            m_formView->fields()->fields().constFirst()->answer(QString::fromLatin1(code));
            QCOMPARE(pages.size(), count);
            m_safety->noteShown();
            QCOMPARE(kept().size(), count);
        }
        QTRY_COMPARE(m_server->created().size(), 2);
        QVERIFY(QJsonDocument(m_server->created().constLast()).toJson().contains("LA6571-9"));
    }
};

int main(int argc, char **argv)
{
    SmallDisk::prepare();
    const QGuiApplication application(argc, argv);
    TestSafetyView test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_safety_view.moc"
