// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickItem>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;

/// The patient's journeys: signing in, the schedule, a session, the check-in, and all of it again without the server.
class TestPatient final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }

    bool answerCheckIn()
    {
        bool isGood = screen().press(QStringLiteral("Start the check-in"));
        const QString urge = QStringLiteral("What was your strongest urge*");
        isGood =
            isGood && screen().waitFor(QStringLiteral("Okay")) && screen().press(QStringLiteral("Okay")) && screen().waitFor(urge);
        for (int i = 0; i < 5; ++i)
            isGood = isGood && screen().increase(urge);
        isGood = isGood && screen().waitFor(QStringLiteral("Next")) && screen().press(QStringLiteral("Next"));
        while (isGood && m_stage->app().navigator().route() == Navigator::CheckIn)
            isGood = screen().waitFor(QStringLiteral("Skip")) && screen().press(QStringLiteral("Skip"));
        return isGood;
    }

    [[nodiscard]] int checkInsOfToday() const
    {
        int found = 0;
        for (const QJsonValue &response : m_stage->recordsAtClinic(QStringLiteral("p101"), QStringLiteral("QuestionnaireResponse")))
            found += response.toObject().value(QLatin1String("authored")).toString().startsWith(QStringLiteral("2026-11-18"));
        return found;
    }

    /// The end of the check-in waits for the person; what is not sent yet is let go there.
    bool sendNow() { return screen().waitFor(QStringLiteral("Send now")) && screen().press(QStringLiteral("Send now")); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")), qPrintable(screen().spoken()));
    }

    void cleanup() { m_stage.reset(); }

    void todaySaysWhatIsNext()
    {
        QVERIFY2(screen().waitFor(QStringLiteral("Next session: Evening group, Today, 6:00 pm to 9:00 pm*")),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Hi, Maya")));
        QVERIFY(screen().has(QStringLiteral("Week 5 of 12, IOP phase")));
        QVERIFY(screen().has(QStringLiteral("1 of 3 this week")));
        // Medicine and forms can be many. Where somebody is stands before them, on the first screen of a phone.
        QVERIFY(screen().waitFor(QStringLiteral("Taken: *")));
        screen().settle();
        const auto place = [this](const QString &name) {
            const auto *item = qobject_cast<QQuickItem *>(screen().find(name)->object());
            return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        };
        const QRectF week = place(QStringLiteral("1 of 3 this week"));
        QVERIFY(week.bottom() < place(QStringLiteral("Help now")).top());
        QVERIFY(week.bottom() < place(QStringLiteral("Taken: *")).top());
    }

    void theWeekHasEveryKindOneMovedAndOneCancelled()
    {
        QVERIFY(screen().press(QStringLiteral("Schedule")));
        QVERIFY(screen().waitFor(QStringLiteral("Monday 16*")));
        QVERIFY(screen().press(QStringLiteral("Monday 16*")));
        QVERIFY2(screen().waitFor(QStringLiteral("Evening group, Monday*")) || screen().waitFor(QStringLiteral("Evening group,*")),
                 qPrintable(screen().spoken()));
        for (const char *title :
             {"Medication visit,*", "One-on-one with Dana,*", "Sleep and healing,*", "Family session,*", "Gentle yoga,*"})
            QVERIFY2(screen().has(QString::fromLatin1(title)), title);
        const QString spoken = screen().spoken();
        QCOMPARE(spoken.count(QStringLiteral("cancelled")), 1);
        QVERIFY(spoken.contains(QStringLiteral("Was 5:00 pm")));
    }

    void aSessionCanBeFoundKeptInTheCalendarAndDeclined()
    {
        QVERIFY(screen().waitFor(QStringLiteral("Details")));
        QVERIFY(screen().press(QStringLiteral("Details")));
        QVERIFY(screen().waitFor(QStringLiteral("What to bring")));
        QVERIFY(screen().has(QStringLiteral("Dana Ruiz and Sam Ortiz*")));
        QVERIFY(screen().press(QStringLiteral("Directions")));
        QCOMPARE(m_stage->directions().opened().size(), 1);
        QVERIFY(m_stage->directions().opened().first().contains(QStringLiteral("214 Harbor Street")));
        QVERIFY(screen().press(QStringLiteral("Add to calendar")));
        QCOMPARE(m_stage->calendar().events().size(), 1);
        QVERIFY(m_stage->calendar().events().first().iCalendar.contains("SUMMARY:Appointment\r\n"));
        m_stage->app().preferences().setLanguage(QStringLiteral("es"));
        QVERIFY(screen().waitFor(QStringLiteral("La pasamos a tu calendario. Se llama “Cita”.")));
        QVERIFY(screen().press(QStringLiteral("Agregar al calendario")));
        QVERIFY(m_stage->calendar().events().last().iCalendar.contains("SUMMARY:Cita\r\n"));
        m_stage->app().preferences().setLanguage(QStringLiteral("en"));
        // Without a calendar the person can have the file.
        m_stage->calendar().setProblem(Problem{ProblemKind::NotFound, false, {}});
        QVERIFY(screen().waitFor(QStringLiteral("Add to calendar")) && !screen().has(QStringLiteral("Save the file")));
        QVERIFY(screen().press(QStringLiteral("Add to calendar")));
        QVERIFY2(screen().waitFor(QStringLiteral("No calendar opened on this device."))
                     && screen().waitFor(QStringLiteral("Save the file")) && screen().press(QStringLiteral("Save the file"))
                     && screen().waitFor(QStringLiteral("Saved as *")),
                 qPrintable(screen().spoken()));
        QVERIFY(m_stage->files().files().size() == 1 && !screen().has(QStringLiteral("Save the file")));

        QVERIFY(screen().press(QStringLiteral("Can’t make it?*")));
        QVERIFY(screen().waitFor(QStringLiteral("Tell your clinic I can’t come")));
        QVERIFY(screen().press(QStringLiteral("No ride")));
        QVERIFY(screen().press(QStringLiteral("Tell your clinic I can’t come")));
        QVERIFY(screen().waitFor(QStringLiteral("You told us you can’t come")));
        QVERIFY(screen().waitUntil(
            [this] { return !m_stage->recordsAtClinic(QStringLiteral("p101"), QStringLiteral("AppointmentResponse")).isEmpty(); }));
    }

    void signingOutIsExplainedInTheLanguageOfTheMoment()
    {
        m_stage->app().navigator().go(Navigator::SignOut);
        QVERIFY2(screen().waitFor(QStringLiteral("Everything is sent. What you did*")), qPrintable(screen().spoken()));
        m_stage->app().preferences().setLanguage(QStringLiteral("es"));
        QVERIFY2(screen().waitFor(QStringLiteral("Todo está enviado. Lo que hiciste*")), qPrintable(screen().spoken()));
    }

    void theCheckInSpeaksSpanish()
    {
        m_stage->app().preferences().setLanguage(QStringLiteral("es"));
        QVERIFY2(screen().waitFor(QStringLiteral("Semana 5 de 12, Fase intensiva")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Próxima sesión: Grupo de la noche, Hoy*")));
        QVERIFY(screen().press(QStringLiteral("Empezar el registro")));
        QVERIFY2(screen().waitFor(QStringLiteral("¿Cómo te sientes ahora mismo?")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Toca la que más se parezca. No hay respuestas malas. Puedes saltar cualquiera.")));
        QVERIFY(screen().press(QStringLiteral("Muy bien")));
        QVERIFY(screen().press(QStringLiteral("Siguiente")));
        while (!screen().has(QStringLiteral("¿Tienes pensamientos de hacerte daño*")))
            QVERIFY2(screen().press(QStringLiteral("Saltar")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Tu equipo de atención puede ver esto, pero no enseguida.*")));
        // In the middle of it the language changes back: the place and the answers stay.
        m_stage->app().preferences().setLanguage(QStringLiteral("en"));
        QVERIFY(screen().waitFor(QStringLiteral("Are you having thoughts*")));
        m_stage->app().preferences().setLanguage(QStringLiteral("es"));
        while (m_stage->app().navigator().route() == Navigator::CheckIn)
            QVERIFY(screen().waitFor(QStringLiteral("Saltar")) && screen().press(QStringLiteral("Saltar")));
        QVERIFY(screen().waitFor(QStringLiteral("Enviar ahora")) && screen().press(QStringLiteral("Enviar ahora")));
        QVERIFY2(screen().waitFor(QStringLiteral("Enviado a tu equipo de atención a las 3:2*")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Muy bien")));
        // The clinic keeps the form's own words, whatever language the person read.
        const QJsonArray kept = m_stage->recordsAtClinic(QStringLiteral("p101"), QStringLiteral("QuestionnaireResponse"));
        QByteArray today;
        for (const QJsonValue &response : kept) {
            if (response.toObject().value(QLatin1String("authored")).toString().startsWith(QStringLiteral("2026-11-18")))
                today = QJsonDocument(response.toObject()).toJson();
        }
        QVERIFY2(today.contains("\"Very good\"") && today.contains("How do you feel right now?"), today.constData());
    }

    void theSecondHalfOfADoublePressSkipsNothing()
    {
        m_stage->app().preferences().setGoesOn(false);
        QVERIFY(screen().press(QStringLiteral("Start the check-in")));
        QVERIFY(screen().waitFor(QStringLiteral("Okay")) && screen().press(QStringLiteral("Okay")));
        m_stage->settle(500);
        QVERIFY(screen().waitFor(QStringLiteral("Next")) && screen().press(QStringLiteral("Next")));
        QVERIFY(screen().waitFor(QStringLiteral("What was your strongest urge*")));
        QVERIFY(screen().press(QStringLiteral("Skip"))); // the same button, which is called so now
        QVERIFY(screen().has(QStringLiteral("What was your strongest urge*")));
        QVERIFY(screen().waitUntil(
            [this] { return screen().press(QStringLiteral("Skip")) && screen().has(QStringLiteral("Did you drink or use*")); },
            3000));
    }

    void aNewQuestionIsSaidAndTheKeysGoOnFromIt()
    {
        const QSignalSpy spy(m_stage->announcer(), SIGNAL(said(QString)));
        const auto isSaid = [&](const char *words) {
            const auto begins = [&](const QVariantList &said) {
                return said.first().toString().startsWith(QString::fromUtf8(words));
            };
            return screen().waitUntil([&] { return std::any_of(spy.begin(), spy.end(), begins); });
        };
        QVERIFY(screen().press(QStringLiteral("Start the check-in")));
        QVERIFY(isSaid("How do you feel right now?"));
        QVERIFY(screen().press(QStringLiteral("Skip")));
        QVERIFY(isSaid("What was your strongest urge"));
        QVERIFY(screen().press(QStringLiteral("Skip")));
        QVERIFY(screen().waitFor(QStringLiteral("Did you drink or use*")));
        const auto focused = [this] {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(screen().window().activeFocusItem());
            return face ? face->text(QAccessible::Name) : QString();
        };
        QTRY_VERIFY(focused().startsWith(QStringLiteral("Did you drink or use")));
        QTest::keyClick(&screen().window(), Qt::Key_Return);
        QVERIFY(screen().has(QStringLiteral("Skip"))); // nothing is answered by it
        QTest::keyClick(&screen().window(), Qt::Key_Tab);
        QAccessibleInterface *first = QAccessible::queryAccessibleInterface(screen().window().activeFocusItem());
        QCOMPARE(first->role(), QAccessible::RadioButton);
        QCOMPARE(first->parent()->role(), QAccessible::Grouping);
        QVERIFY(first->parent()->text(QAccessible::Name).startsWith(QStringLiteral("Did you drink or use")));
        while (m_stage->app().navigator().route() == Navigator::CheckIn)
            QVERIFY(screen().waitFor(QStringLiteral("Skip")) && screen().press(QStringLiteral("Skip")));
        QVERIFY(isSaid("Saved on this device"));
        QVERIFY(screen().press(QStringLiteral("Send now")));
        QVERIFY(isSaid("Sent to your care team at"));
    }

    void aCheckInWithNothingInItIsAllRight()
    {
        QVERIFY(screen().press(QStringLiteral("Start the check-in")));
        while (m_stage->app().navigator().route() == Navigator::CheckIn)
            QVERIFY(screen().waitFor(QStringLiteral("Skip")) && screen().press(QStringLiteral("Skip")));
        QVERIFY(screen().waitFor(QStringLiteral("You skipped them all. That’s okay.")));
        QVERIFY2(!screen().has(QStringLiteral("Your answers help us help you.")) && !screen().has(QStringLiteral("Skipped"))
                     && !screen().has(QStringLiteral("What you said")) && !screen().has(QStringLiteral("Urges are*")),
                 qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Last 14 days")));
    }

    void someoneWhoWouldRatherNotSayIsToldThatHelpIsHere()
    {
        QVERIFY(screen().press(QStringLiteral("Start the check-in")));
        while (!screen().has(QStringLiteral("Are you having thoughts*")))
            QVERIFY(screen().press(QStringLiteral("Skip")));
        const QString said = QStringLiteral("You do not have to say. Help is here any time.");
        QVERIFY(!screen().has(said));
        QVERIFY(screen().press(QStringLiteral("I’d rather not say")));
        QVERIFY(screen().waitFor(said));
        QCOMPARE(m_stage->app().navigator().route(), Navigator::CheckIn);
        QVERIFY(screen().press(QStringLiteral("Open Help now")));
        QVERIFY(screen().waitFor(QStringLiteral("You are not alone")));
        QVERIFY(screen().press(QStringLiteral("Back")));
        QVERIFY(screen().waitFor(said));
        QVERIFY(screen().press(QStringLiteral("No")));
        QVERIFY(!screen().has(said));
    }

    void theLanguageIsChosenFromAList()
    {
        QVERIFY(screen().press(QStringLiteral("You and settings*")));
        QVERIFY2(screen().waitFor(QStringLiteral("Language: English. Change")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Language: English. Change")));
        QVERIFY(screen().waitFor(QStringLiteral("Español")));
        QVERIFY(screen().find(QStringLiteral("English"))->state().checked);
        QVERIFY(!screen().find(QStringLiteral("Español"))->state().checked);
        QCOMPARE(m_stage->app().preferences().language(), QStringLiteral("en")); // one tap changes nothing yet
        QVERIFY(screen().press(QStringLiteral("Español")));
        QVERIFY(screen().waitFor(QStringLiteral("Idioma: Español. Cambiar")));
    }

    void aCheckInReachesTheClinicOnce()
    {
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        QVERIFY(screen().waitFor(QStringLiteral("Thank you, Maya")));
        QVERIFY(screen().has(QStringLiteral("4 of 10")));
        QVERIFY2(sendNow() && screen().waitFor(QStringLiteral("Sent to your care team at 3:2*")), qPrintable(screen().spoken()));
        QCOMPARE(checkInsOfToday(), 1);
        QVERIFY(screen().press(QStringLiteral("Done")));
        QVERIFY(screen().waitFor(QStringLiteral("See today’s answers")));
        QVERIFY(!screen().has(QStringLiteral("Start the check-in")));
    }

    void withoutTheServerNothingIsLostAndItGoesOutOnce()
    {
        QVERIFY(screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }));
        m_stage->closeApp();
        m_stage->closeClinic();

        QVERIFY(m_stage->openApp());
        QVERIFY2(screen().waitFor(QStringLiteral("Next session: Evening group*")), qPrintable(screen().spoken()));
        QVERIFY2(screen().waitFor(QStringLiteral("You’re offline. That’s okay.")), qPrintable(screen().spoken()));
        QVERIFY2(answerCheckIn(), qPrintable(screen().spoken()));
        QVERIFY2(sendNow() && screen().waitFor(QStringLiteral("Saved on this device. Not sent yet.")),
                 qPrintable(screen().spoken()));

        m_stage->closeApp(); // and once more, with the check-in waiting
        QVERIFY(m_stage->openApp());
        QVERIFY(screen().waitFor(QStringLiteral("See today’s answers")));
        QVERIFY(screen().press(QStringLiteral("See today’s answers")));
        QVERIFY(screen().waitFor(QStringLiteral("Saved on this device. Not sent yet.")));

        QVERIFY(m_stage->openClinic());
        m_stage->connectivity().regain();
        QVERIFY2(screen().waitFor(QStringLiteral("Sent to your care team at*"), 30'000), qPrintable(screen().spoken()));
        QCOMPARE(checkInsOfToday(), 1);
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestPatient test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_patient.moc"
