// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureDay.h"
#include "care/CheckIn.h"
#include "core/Ids.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickItem>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;

/// What a check-in leads to: after a return to use, at its end, and whether the clinic gets it.
class TestCheckInEnd final : public FixtureDay
{
    Q_OBJECT

    int m_taps = 0;

    QAccessibleInterface *slider()
    {
        for (QAccessibleInterface *thing : screen().all()) {
            if (thing->role() == QAccessible::Slider)
                return thing;
        }
        return nullptr;
    }

    /// In the window, of a number on the rail from 0 to 10.
    QPoint placeOf(int number)
    {
        const auto *rail = slider() ? qobject_cast<QQuickItem *>(slider()->object()) : nullptr;
        return rail ? rail->mapToScene({28 + (rail->width() - 56) * number / 10, 32}).toPoint() : QPoint();
    }

    bool tapNumber(const char *question, int number, bool isWaiting = true)
    {
        if (!waitFor(question) || !slider())
            return false;
        if (isWaiting)
            QTest::qWait(600); // to read it
        ++m_taps;
        QTest::mouseClick(&screen().window(), Qt::LeftButton, {}, placeOf(number));
        return true;
    }

    /// With a finger, in the middle of it.
    bool tap(const char *name)
    {
        if (!waitFor(name))
            return false;
        const auto *item = qobject_cast<QQuickItem *>(screen().find(QString::fromUtf8(name))->object());
        if (!item)
            return false;
        ++m_taps;
        QTest::mouseClick(&screen().window(), Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
        return true;
    }

    bool tapAt(const char *question, const char *name)
    {
        if (!waitFor(question))
            return false;
        QTest::qWait(1100); // to read it
        return tap(name);
    }

private Q_SLOTS:
    void aReturnToUseIsThankedForAndCostsNothing()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Start the check-in"));
        while (!has("Did you drink or use*"))
            QVERIFY(press("Skip"));
        QVERIFY(press("Yes"));
        QTRY_COMPARE(route(), Navigator::AfterUse);
        QVERIFY(isInOrder({"Thank you for telling us", "One hard day does not undo your work. You are still in your program.",
                           "If you want: what was it?", "Stay safe today", "Naloxone steps", "What would help most?",
                           "Talk with my team", "Call my person"}));
        QVERIFY(!has("Drink or take pills*"));
        QVERIFY(press("Alcohol") && waitFor("Drink or take pills every day? Don’t stop alone.") && !has("Stay safe today"));
        QVERIFY(press("Opioids") && waitFor("Stay safe today") && press("Naloxone steps") && waitFor("2. Give naloxone*")
                && press("Back"));
        QVERIFY2(!screen().spoken().contains(QRegularExpression(QStringLiteral("streak|reset|relapse|clean|fail|days since"),
                                                                QRegularExpression::CaseInsensitiveOption)),
                 qPrintable(screen().spoken()));
        QVERIFY(press("Go on") && waitFor("How did you sleep?"));
        QVERIFY(press("Back") && waitFor("Did you drink or use*") && press("Next"));
        QCOMPARE(route(), Navigator::CheckIn); // thanked once
        // What it was is neither kept nor sent.
        while (route() == Navigator::CheckIn)
            QVERIFY(press(has("Skip") ? "Skip" : "Next"));
        QVERIFY(press("Send now") && screen().waitUntil([this] { return !m_server->created().isEmpty(); }));
        QVERIFY(!QJsonDocument(m_server->created().first()).toJson().contains("pioid"));
    }

    /// H10: and whoever closes the check-in on that very answer.
    void whoLeavesOnAReturnToUseIsToldOfTheDanger()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Start the check-in"));
        while (!has("Did you drink or use*"))
            QVERIFY(press("Skip"));
        m_stage->app().preferences().setGoesOn(false);
        QVERIFY(press("Yes") && press("Close*"));
        QTRY_COMPARE(route(), Navigator::AfterUse);
        QVERIFY(waitFor("Thank you for telling us") && press("Go on"));
        QTRY_COMPARE(route(), Navigator::Today);
    }

    void theEndOffersWhatFitsAndOneCheckInCanBeKept()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Start the check-in") && press("Low") && waitFor("What was your strongest urge*"));
        while (route() == Navigator::CheckIn)
            QVERIFY(press("Skip"));
        QVERIFY2(waitFor("Do the opposite*") && has("A kind voice*") && has("Call my person*"), qPrintable(screen().spoken()));
        QVERIFY2(screen().spoken().contains(QStringLiteral("You said you feel low")), qPrintable(screen().spoken()));
        QVERIFY(press("Do the opposite*") && waitFor("Close"));
        QCOMPARE(route(), Navigator::Skill);
        QVERIFY(press("Close") && waitFor("My care team can see this check-in"));
        QVERIFY(press("My care team can see this check-in"));
        QVERIFY2(waitFor("Kept on this device. It is not sent."), qPrintable(screen().spoken()));
        QVERIFY2(screen().spoken().contains(QStringLiteral("Only you can see this one.")), qPrintable(screen().spoken()));
        QVERIFY(press("Done") && waitFor("See today’s answers"));
        account().sync()->retryNow();
        QTest::qWait(500);
        QCOMPARE(m_server->created().size(), 0);
        // It is there after a restart, and can still be shared.
        QVERIFY(openAt(wednesday.addSecs(120)));
        QVERIFY(press("See today’s answers") && waitFor("Kept on this device. It is not sent."));
        QVERIFY(press("My care team can see this check-in"));
        QVERIFY2(waitFor("Sent to your care team*"), qPrintable(screen().spoken()));
        QCOMPARE(m_server->created().size(), 1);
    }

    void badSleepLeadsToWhatHelpsWithIt()
    {
        const QString night = QStringLiteral(R"({"resourceType":"QuestionnaireResponse","id":"night-%1","status":"completed",
            "questionnaire":"%2|1.0.0","authored":"2026-11-%1T08:00:00-05:00","subject":{"reference":"Patient/maya"},"item":[
            {"linkId":"sleep","item":[{"linkId":"sleep-hours","answer":[{"valueDecimal":4}]}]}]})");
        QList<QJsonObject> nights;
        for (const char *day : {"15", "17"})
            nights << QJsonDocument::fromJson(night.arg(QLatin1String(day), dailyCheckInUrl()).toUtf8()).object();
        m_server->setRecords(QStringLiteral("QuestionnaireResponse"), nights);
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Start the check-in"));
        while (!has("How did you sleep?"))
            QVERIFY(press("Skip"));
        for (int i = 0; i < 6; ++i) // the first picks 7
            QVERIFY(press("Half an hour less"));
        QVERIFY(press("Next"));
        while (route() == Navigator::CheckIn)
            QVERIFY(press("Skip"));
        QVERIFY2(waitFor("You had some short nights.*") && has("Wind down*"), qPrintable(screen().spoken()));
        QVERIFY2(press("Sleep and stress*"), qPrintable(screen().spoken()));
        QCOMPARE(route(), Navigator::Module);
        QVERIFY2(waitFor("Sleep and stress") && has("Lessons"), qPrintable(screen().spoken()));
    }

    void aCheckInWaitsForThePersonAndNotForEver()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Start the check-in") && press("Okay") && waitFor("What was your strongest urge*"));
        while (route() == Navigator::CheckIn)
            QVERIFY(press("Skip"));
        QVERIFY2(waitFor("Saved on this device. It goes out in a minute while Handrail is open, or when you tap Done."),
                 qPrintable(screen().spoken()));
        m_stage->connectivity().regain(); // what hurries everything else does not hurry this
        QTest::qWait(500);
        QCOMPARE(m_server->created().size(), 0);
        const QDateTime due = outbox().first().retryAt;
        QVERIFY(due.isValid() && due <= m_stage->clock().nowUtc().addSecs(61));
        QVERIFY(press("Done") && screen().waitUntil([this] { return m_server->created().size() == 1; }));
    }

    /// Nobody comes back to let it go.
    void whoPutsTheAppAwayIsDoneWithTheCheckIn_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("another app comes up") << QStringLiteral("away");
        QTest::newRow("away, from another page") << QStringLiteral("elsewhere");
        QTest::newRow("away, and it locks at once") << QStringLiteral("lock");
    }
    void whoPutsTheAppAwayIsDoneWithTheCheckIn()
    {
        QFETCH(QString, how);
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        if (how == u"lock") {
            Pin pin;
            for (int digit : {1, 3, 5, 7, 9, 2})
                (void)pin.append(digit);
            QVERIFY(QCoro::waitFor(account().setPin(std::move(pin))));
            m_stage->app().preferences().setLockMinutes(0);
        }
        QVERIFY(press("Start the check-in") && press("Okay") && waitFor("What was your strongest urge*"));
        while (route() == Navigator::CheckIn)
            QVERIFY(press("Skip"));
        QVERIFY2(waitFor("Saved on this device. *"), qPrintable(screen().spoken()));
        if (how == u"elsewhere")
            m_stage->app().navigator().go(Navigator::Skills);
        QTest::qWait(500);
        QCOMPARE(m_server->created().size(), 0);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationSuspended);
        QVERIFY(screen().waitUntil([this] { return m_server->created().size() == 1; }));
        if (how == u"lock")
            QVERIFY(screen().waitUntil([this] { return account().state() == Account::State::Locked; }));
    }

    void tapsOfTheCoreAndOfTheWhole_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<int>("most"); // design clinical 3.1, product 5: 8 for the core
        QTest::newRow("mood, urge, use, sleep, medicine, safety") << false << 8;
        QTest::newRow("everything but the words of a note") << true << 11;
    }

    /// By finger, from the card on Today on until the clinic has it.
    void tapsOfTheCoreAndOfTheWhole()
    {
        QFETCH(bool, isWhole);
        QFETCH(int, most);
        m_server->setRecords(QStringLiteral("MedicationRequest"), {fixture("medicationrequest")});
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_stage->settle(500); // as it is for people
        m_taps = 0;
        QVERIFY(tap("Start the check-in"));
        QVERIFY2(tapAt("How do you feel right now?", "Okay"), qPrintable(screen().spoken()));
        QVERIFY2(tapNumber("What was your strongest urge*", 4), qPrintable(screen().spoken()));
        QVERIFY2(tapAt("Did you drink or use*", "No"), qPrintable(screen().spoken()));
        QVERIFY(!isWhole || tapAt("How did you sleep?", "Half an hour more"));
        QVERIFY2(tapAt("How did you sleep?", "Good"), qPrintable(screen().spoken()));
        QVERIFY2(tapAt("Did you take your medicine*", "Yes"), qPrintable(screen().spoken()));
        QVERIFY2(tapAt("Are you having thoughts*", "No"), qPrintable(screen().spoken()));
        // What can be left out is asked one by one, and one tap leaves it all out.
        QVERIFY2(waitFor("Are you any of these now?"), qPrintable(screen().spoken()));
        QVERIFY2(isInOrder({"Are you any of these now?", "You can finish now", "Finish now", "Hungry"}),
                 qPrintable(screen().spoken()));
        QVERIFY(!has("How sure are you*") && !has("Anything you want to note?*"));
        if (isWhole) {
            QVERIFY2(tapAt("Are you any of these now?", "None of these"), qPrintable(screen().spoken()));
            QVERIFY2(tapNumber("How sure are you*", 8), qPrintable(screen().spoken()));
            QVERIFY2(waitFor("Anything you want to note?*") && !has("Finish now"), qPrintable(screen().spoken()));
        }
        QTest::qWait(1100);                    // a finger may still be on its way to the Next before
        QCOMPARE(route(), Navigator::CheckIn); // the end is nobody's but the person's
        QVERIFY(tap(isWhole ? "Skip" : "Finish now"));
        QTRY_COMPARE(route(), Navigator::CheckInDone);
        QCOMPARE(m_taps, most); // every one of them
        // It waits a minute for a second thought, and goes without another tap.
        m_stage->clock().advance(std::chrono::seconds(61));
        account().sync()->retryNow();
        QVERIFY(screen().waitUntil([this] { return m_server->created().size() == 1; }));
        const QByteArray sent = QJsonDocument(m_server->created().first()).toJson();
        for (const char *linkId : {"mood", "craving", "use", "sleep-quality", "meds", "safety"})
            QVERIFY2(sent.contains(QByteArray('"' + QByteArray(linkId) + '"')), linkId);
        QCOMPARE(sent.contains("\"halt\""), isWhole);
        QCOMPARE(sent.contains("\"confidence\""), isWhole);
        QCOMPARE(sent.contains("\"sleep-hours\""), isWhole);
    }

    void theChoiceIsSeenSaidAndThenItGoesOn_data()
    {
        QTest::addColumn<bool>("lessMotion");
        QTest::addColumn<int>("least"); // ms in which the choice is seen
        QTest::newRow("as usual") << false << 250;
        QTest::newRow("with less motion") << true << 80;
    }

    void theChoiceIsSeenSaidAndThenItGoesOn()
    {
        QFETCH(bool, lessMotion);
        QFETCH(int, least);
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_stage->app().preferences().setLessMotion(lessMotion);
        QVERIFY(press("Start the check-in") && waitFor("After a tap the next one comes by itself."));
        const QSignalSpy said(m_stage->announcer(), SIGNAL(said(QString)));
        QElapsedTimer time;
        time.start();
        QVERIFY(press("Okay"));
        QVERIFY(screen().find(QStringLiteral("Okay"))->state().checked);
        QVERIFY(has("How do you feel right now?") && has("Next")); // Next stays
        QVERIFY(waitFor("What was your strongest urge*"));
        QVERIFY2(time.elapsed() >= least, qPrintable(QString::number(time.elapsed())));
        QTRY_VERIFY(!said.isEmpty());
        QVERIFY(said.last().first().toString().startsWith(QStringLiteral("What was your strongest urge")));
    }

    void whoRestsOnAnAnswerGoesOnAlone()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("You and settings*") && press("Go on after I answer*"));
        QVERIFY(!m_stage->app().preferences().goesOn());
        m_stage->app().navigator().home();
        QVERIFY(press("Start the check-in") && press("Okay") && !has("After a tap*"));
        QTest::qWait(700);
        QVERIFY(has("How do you feel right now?") && press("Next") && waitFor("What was your strongest urge*"));
        m_stage->closeApp();
        QVERIFY(m_stage->openApp(m_server->base().toString()));
        QVERIFY(!m_stage->app().preferences().goesOn()); // kept
    }

    void whoCameBackIsNotSentAwayAgain()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Start the check-in") && press("Okay") && waitFor("What was your strongest urge*"));
        QVERIFY(press("Back") && waitFor("How do you feel right now?"));
        QTest::qWait(600);
        QVERIFY(press("Okay")); // the same
        QTest::qWait(600);
        QVERIFY(has("How do you feel right now?"));
        QVERIFY(press("Clear my answer"));
        QTest::qWait(600);
        QVERIFY(has("How do you feel right now?") && has("Skip"));
        QVERIFY(press("Low") && waitFor("What was your strongest urge*")); // another
        QVERIFY(press("Back") && waitFor("How do you feel right now?"));
        QVERIFY(screen().find(QStringLiteral("Low"))->state().checked);
        // What lies over the question holds it.
        QVERIFY(press("Good"));
        m_stage->app().navigator().openHelp();
        QTest::qWait(600);
        m_stage->app().navigator().back();
        QVERIFY2(waitFor("How do you feel right now?"), qPrintable(screen().spoken()));
    }

    void aDoubleTapAnswersOneQuestion()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        m_stage->settle(500);
        QVERIFY(tap("Start the check-in") && tapAt("How do you feel right now?", "Okay"));
        QTest::qWait(100);
        QVERIFY(tap("Okay")); // at once: the same answer
        QVERIFY(waitFor("What was your strongest urge*"));
        // A little late: what stands there now is not meant.
        m_taps = 0;
        QVERIFY(tapNumber("What was your strongest urge*", 3, false));
        QTest::qWait(800);
        QVERIFY2(has("What was your strongest urge*") && has("Skip"), qPrintable(screen().spoken()));
        // And a finger that was on its way to Next.
        QVERIFY(tapNumber("What was your strongest urge*", 3) && waitFor("Did you drink or use*"));
        QTest::qWait(700);
        QVERIFY(tap("Skip"));
        QTest::qWait(100);
        QVERIFY2(has("Did you drink or use*"), qPrintable(screen().spoken()));
    }

    /// The window stays on none of the pages that only lead on.
    void anotherDeviceEndedTheSameDayAndBothShow()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Start the check-in") && press("Low") && waitFor("What was your strongest urge*"));
        const QString patient = account().identity()->patientId;
        const QString id =
            urn(scheduledId(patient, dailyCheckInUrl(), QDate(2026, 11, 18), QStringLiteral("daily"))).section(u':', -1);
        const QByteArray whose = "{'reference':'Patient/" + patient.toUtf8() + "'}";
        QByteArray theirs = "{'resourceType':'QuestionnaireResponse','id':'" + id.toUtf8()
            + "','status':'completed','questionnaire':'" + dailyCheckInUrl().toUtf8()
            + "','identifier':{'system':'urn:ietf:rfc:3986','value':'urn:uuid:" + id.toUtf8()
            + "'},'meta':{'versionId':'1','lastUpdated':'2026-11-18T20:00:00.000Z'},'authored':'2026-11-18T15:00:00-05:00',"
              "'subject':"
            + whose + ",'author':" + whose + ",'item':[{'linkId':'note','answer':[{'valueString':'Theirs'}]}]}";
        const QString type = QStringLiteral("QuestionnaireResponse");
        m_server->setRecords(type, {QJsonDocument::fromJson(theirs.replace('\'', '"')).object()});
        QVERIFY(screen().waitUntil([&] {
            account().refreshIfOlderThan(std::chrono::minutes(0));
            return account().records()->store().record(type, id).value_or(std::nullopt).has_value();
        }));
        while (route() == Navigator::CheckIn)
            QVERIFY(press("Skip"));
        QVERIFY2(waitFor("Look at both"), qPrintable(screen().spoken()));

        // Today has one: it shows in the place of a new one. One that is not refused any more cannot be changed.
        Navigator &navigator = m_stage->app().navigator();
        navigator.home();
        navigator.go(Navigator::CheckIn, QStringLiteral("urn:uuid:none"));
        QTRY_COMPARE(route(), Navigator::Today);
        QVERIFY2(waitFor("You and settings*"), qPrintable(screen().spoken()));
        navigator.go(Navigator::CheckIn);
        QTRY_COMPARE(route(), Navigator::CheckInDone);
        QVERIFY2(press("Look at both") && waitFor("Send mine") && has("What you answered here"), qPrintable(screen().spoken()));
        QCOMPARE(route(), Navigator::Form);
    }

    void theLastQuestionIsLeftByThePersonAlone()
    {
        QJsonObject form = fixture("questionnaire-daily-checkin");
        QJsonArray items = form.value(QLatin1String("item")).toArray();
        const QStringList optional{QStringLiteral("halt"), QStringLiteral("confidence"), QStringLiteral("note")};
        for (qsizetype i = items.size(); --i >= 0;) {
            if (optional.contains(items.at(i).toObject().value(QLatin1String("linkId")).toString()))
                items.removeAt(i);
        }
        QCOMPARE(items.last().toObject().value(QLatin1String("linkId")).toString(), QStringLiteral("safety"));
        form.insert(QStringLiteral("item"), items);
        m_server->setRecords(QStringLiteral("Questionnaire"), {form});
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Start the check-in"));
        while (!has("Are you having thoughts*"))
            QVERIFY(press("Skip"));
        QVERIFY(press("No"));
        QTest::qWait(700);
        QCOMPARE(route(), Navigator::CheckIn);
        QVERIFY(press("Finish"));
        QTRY_COMPARE(route(), Navigator::CheckInDone);
    }

    void aNumberThatIsSlidToWaitsForNext()
    {
        QVERIFY2(signIn(), qPrintable(screen().spoken()));
        QVERIFY(press("Start the check-in") && press("Skip") && waitFor("What was your strongest urge*"));
        QWindow *window = &screen().window();
        QTest::mousePress(window, Qt::LeftButton, {}, placeOf(2));
        for (int number = 2; number <= 6; ++number)
            QTest::mouseMove(window, placeOf(number), 20);
        QTest::mouseRelease(window, Qt::LeftButton, {}, placeOf(6));
        QTest::qWait(600);
        QVERIFY2(has("What was your strongest urge*") && has("Next"), qPrintable(screen().spoken()));
        QVERIFY(press("One more"));
        QTest::qWait(600);
        QVERIFY(has("What was your strongest urge*"));
        QTest::mouseClick(window, Qt::LeftButton, {}, placeOf(7)); // it stands there already
        QTest::qWait(600);
        QVERIFY(has("What was your strongest urge*"));
        QTest::mouseClick(window, Qt::LeftButton, {}, placeOf(1));
        QVERIFY(waitFor("Did you drink or use*"));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestCheckInEnd test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_checkin_end.moc"
