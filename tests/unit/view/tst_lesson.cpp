// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "../content/ContentTexts.h"
#include "fakes/FakeBrowser.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FakeReadAloud.h"
#include "fakes/FakeSecretStore.h"
#include "fakes/FollowingBrowser.h"
#include "net/QtHttpClient.h"
#include "view/LearnView.h"
#include "view/LessonView.h"
#include "view/MinuteTimer.h"

#include <QCoroTask>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>
#include <memory>
#include <numeric>

using namespace handrail;
using namespace Qt::StringLiterals;

/// A lesson and a quiz, a card at a time; what becomes of them when the texts change under somebody's hands.
class TestLessonView final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeFhirServer> m_server;
    std::unique_ptr<QtHttpClient> m_http;
    std::unique_ptr<FollowingBrowser> m_signInBrowser;
    FakeSecretStore m_secrets;
    FakeClock m_clock;
    FakeBrowser m_browser;
    FakeReadAloud m_voice;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<LearnView> m_learn;
    std::unique_ptr<LessonView> m_lesson;

    static texts::MapTexts someTexts()
    {
        texts::MapTexts some;
        some.map.insert(u"skills/feet/en.md"_s, texts::skill("feet"));
        some.map.insert(u"lessons/urges/en.md"_s, texts::module("urges"));
        some.map.insert(u"lessons/urges/wave/en.md"_s, texts::lesson("wave", "feet"));
        some.map.insert(u"lessons/urges/map/en.md"_s,
                        texts::lesson("map", "gone").replace("order: 1", "order: 2").replace("title: The wave", "title: My map"));
        return some;
    }

    void use(const texts::MapTexts &some)
    {
        m_learn->setTexts([source = std::make_shared<texts::MapTexts>(some)](const QString &language) {
            return ContentLibrary(language, {source});
        });
    }

    /// The clinic asks for the lesson "wave".
    void putTask()
    {
        const QByteArray json =
            R"({"resourceType":"Task","id":"t1","status":"requested","intent":"order","focus":{"reference":"Library/wave"}})";
        QVERIFY(m_account->records()->store().putRecords({{u"Task"_s, u"t1"_s, u"1"_s, m_clock.nowUtc(), {}, json}}));
    }
    void readToTheEnd()
    {
        m_lesson->openLesson(u"wave"_s);
        while (m_lesson->state() == LessonView::Reading)
            m_lesson->next();
    }
    int told() { return m_account->records()->unsentCount(); }

    QVariantMap block(const char *kind)
    {
        for (const QVariant &one : m_lesson->blocks()) {
            if (one.toMap().value(u"kind"_s) == QLatin1String(kind))
                return one.toMap();
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_clock = FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<FakeFhirServer>();
        m_server->setNow(m_clock.nowUtc());
        m_server->setNoRecords();
        m_http = std::make_unique<QtHttpClient>();
        m_signInBrowser = std::make_unique<FollowingBrowser>();
        m_browser = FakeBrowser();
        m_voice = FakeReadAloud();
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        m_account = std::make_unique<Account>(*m_http, m_secrets, *m_signInBrowser, m_clock,
                                              AccountFiles(m_folder->filePath(u"accounts"_s)));
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        m_learn = std::make_unique<LearnView>(*m_account, m_clock, *m_preferences, *m_minute);
        m_lesson = std::make_unique<LessonView>(*m_account, m_clock, *m_preferences, *m_learn, m_browser, &m_voice);
        use(someTexts());
        QCoro::waitFor(m_account->start());
        QCoro::waitFor(m_account->signIn(m_server->base()));
        QCOMPARE(m_account->state(), Account::State::Active);
    }

    void cleanup()
    {
        m_lesson.reset();
        m_learn.reset();
        m_account.reset();
        QTest::qWait(20); // what is still asked of the keychain
        m_http.reset();
        m_signInBrowser.reset();
        m_server.reset();
    }

    /// Nobody is signed in: the family's lessons are there, nothing else is, and nothing is kept.
    void withoutASignInTheFamilysAlone()
    {
        texts::MapTexts some = someTexts();
        some.map.insert(u"lessons/kin/en.md"_s, texts::module("kin").replace("audience: patient", "audience: family"));
        some.map.insert(u"lessons/kin/near/en.md"_s, texts::lesson("near", "feet"));
        use(some);
        m_learn->come();
        QCOMPARE(m_learn->modules().size(), 1); // the patient's
        QCOMPARE(m_learn->familyModule(), u"kin"_s);
        m_lesson->openLesson(u"near"_s);
        m_lesson->next();
        QCoro::waitFor(m_account->signOut());
        QCOMPARE(m_lesson->state(), LessonView::Closed);
        QVERIFY(m_learn->moduleId().isEmpty());
        QCOMPARE(m_learn->familyModule(), u"kin"_s);
        QCOMPARE(m_learn->modules().size(), 1);
        QCOMPARE(m_learn->modules().first().toMap().value(u"id"_s), u"kin"_s);
        QVERIFY(m_learn->cards().isEmpty() && m_learn->family().isEmpty());
        m_learn->openModule(u"urges"_s);
        QVERIFY(!m_learn->hasModule());
        m_learn->openModule(u"kin"_s);
        QCOMPARE(m_learn->lessons().size(), 1);
        m_lesson->openLesson(u"wave"_s);
        QCOMPARE(m_lesson->state(), LessonView::Missing);
        m_lesson->openLesson(u"near"_s);
        QCOMPARE(m_lesson->state(), LessonView::Reading);
        QCOMPARE(m_lesson->card(), 0);
        for (int card = 0; card < 3; ++card)
            m_lesson->next();
        QVERIFY2(block("links").isEmpty(), "a skill is for who has an account");
        while (m_lesson->state() == LessonView::Reading)
            m_lesson->next();
        QCOMPARE(m_lesson->ahead().size(), 1); // the quiz
        QVERIFY(!m_lesson->report()->isAsked() && m_lesson->problemText().isEmpty());
        m_lesson->openLesson(u"near"_s);
        QCOMPARE(m_lesson->state(), LessonView::End);
        m_lesson->restart();
        m_lesson->next();
        m_lesson->next();
        QCOMPARE(m_lesson->card(), 2);
        // Who signs in has a place of their own.
        QCoro::waitFor(m_account->signIn(m_server->base()));
        m_lesson->openLesson(u"near"_s);
        QCOMPARE(m_lesson->card(), 1);
    }

    void aCardSaysAllOfItsText()
    {
        m_lesson->openLesson(u"wave"_s);
        QCOMPARE(m_lesson->state(), LessonView::Reading);
        QCOMPARE(m_lesson->cardTitle(), u"It rises"_s);
        QCOMPARE(block("drawing").value(u"name"_s), u"craving-wave"_s);
        QCOMPARE(block("drawing").value(u"says"_s), u"A wave that rises and falls"_s);
        m_lesson->next();
        const QVariantList items = block("list").value(u"items"_s).toList();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.at(1).toMap().value(u"text"_s), u"Look around."_s);
        QCOMPARE(items.at(1).toMap().value(u"bold"_s).toList(), (QVariantList{5, 6}));
        m_lesson->next();
        QCOMPARE(m_lesson->ask(), u"What do most urges do?"_s);
        m_lesson->next(); // unanswered: nothing is held up
        const QVariantMap link = block("links").value(u"links"_s).toList().first().toMap();
        QCOMPARE(link.value(u"kind"_s), u"skill"_s);
        QCOMPARE(link.value(u"id"_s), u"feet"_s);
        m_lesson->next();
        QCOMPARE(m_lesson->state(), LessonView::End);
        QCOMPARE(m_lesson->sources(), QStringList{u"Own wording"_s});
        QVERIFY2(m_lesson->reviewText().contains(u"November 26, 2026"_s), qPrintable(m_lesson->reviewText()));
        QCOMPARE(m_lesson->ahead().size(), 2); // the skill, and the next lesson
        QCOMPARE(m_lesson->ahead().last().toMap().value(u"title"_s), u"My map"_s);
    }

    void eachAnswerHasAReplyAndCanBeChanged()
    {
        m_lesson->openLesson(u"wave"_s);
        m_lesson->next();
        m_lesson->next();
        QCOMPARE(m_lesson->chosen(), -1);
        QCOMPARE(m_lesson->reply(), QString());
        for (const int answer : {0, 1, 2, 0}) {
            m_lesson->choose(answer);
            QCOMPARE(m_lesson->chosen(), answer);
            QVERIFY(!m_lesson->reply().isEmpty());
            QCOMPARE(m_lesson->isBest(), answer == 1);
        }
        m_lesson->choose(7);
        m_lesson->choose(-1);
        QCOMPARE(m_lesson->chosen(), 0);
    }

    void thePlaceIsKeptAndTheWayBackIsShort()
    {
        m_lesson->openLesson(u"wave"_s);
        QVERIFY(!m_lesson->back());
        m_lesson->next();
        m_lesson->next();
        m_lesson->close();
        m_learn->come();
        const QVariantMap card = m_learn->cards().first().toMap();
        QCOMPARE(card.value(u"id"_s), u"wave"_s);
        QCOMPARE(card.value(u"progress"_s), u"Card 3 of 4"_s);
        m_lesson->openLesson(u"wave"_s);
        QCOMPARE(m_lesson->card(), 2);
        QVERIFY(m_lesson->back());
        QCOMPARE(m_lesson->card(), 1);
        m_learn->go();
    }

    void aQuizIsFiveCardsWithoutAMark()
    {
        m_lesson->openQuiz(u"urges"_s);
        QCOMPARE(m_lesson->cardCount(), 5);
        QVERIFY(m_lesson->isQuiz());
        m_lesson->choose(2);
        m_lesson->next();
        m_lesson->close();
        m_lesson->openQuiz(u"urges"_s);
        QCOMPARE(m_lesson->card(), 1);
        QVERIFY(m_lesson->back());
        QCOMPARE(m_lesson->chosen(), 2); // what was said is there still
        for (int i = 0; i < 5; ++i)
            m_lesson->next();
        QCOMPARE(m_lesson->state(), LessonView::End);
        m_lesson->restart();
        QCOMPARE(m_lesson->card(), 0);
        QCOMPARE(m_lesson->chosen(), -1); // another try
    }

    void anUpdateThatShortensChangesOrWithdraws()
    {
        texts::MapTexts longer = someTexts();
        longer.map[u"lessons/urges/wave/en.md"_s] += "\n## Five\n\nIt is over.\n\n## Six\n\nYou are here.\n";
        use(longer);
        m_lesson->openLesson(u"wave"_s);
        for (int i = 0; i < 5; ++i)
            m_lesson->next();
        QCOMPARE(m_lesson->cardTitle(), u"Six"_s);
        m_lesson->close();

        use(someTexts()); // two cards are no more
        m_lesson->openLesson(u"wave"_s);
        QCOMPARE(m_lesson->state(), LessonView::Reading);
        QCOMPARE(m_lesson->cardCount(), 4);
        QCOMPARE(m_lesson->card(), 3);
        QVERIFY(!m_lesson->cardTitle().isEmpty());
        m_lesson->close();

        texts::MapTexts without = someTexts();
        without.map.remove(u"lessons/urges/wave/en.md"_s);
        use(without);
        m_lesson->openLesson(u"wave"_s);
        QCOMPARE(m_lesson->state(), LessonView::Missing);
        QCOMPARE(m_lesson->cardTitle(), QString());
        m_lesson->next();
        m_lesson->choose(0);
        QVERIFY(!m_lesson->back());
        m_learn->come();
        QVERIFY(m_learn->cards().isEmpty()); // nothing leads to what is not there
        m_learn->go();
        m_lesson->close();

        use(someTexts()); // it is back, and so is the place
        m_lesson->openLesson(u"wave"_s);
        QCOMPARE(m_lesson->card(), 3);
    }

    void anUpdateInTheMiddleOfReading()
    {
        m_lesson->openLesson(u"wave"_s);
        m_lesson->next();
        texts::MapTexts without = someTexts();
        without.map.remove(u"lessons/urges/wave/en.md"_s);
        use(without);
        m_preferences->setLanguage(u"es"_s); // reads it anew
        QCOMPARE(m_lesson->state(), LessonView::Missing);
        m_preferences->setLanguage(u"en"_s);
        m_lesson->next();
        QCOMPARE(m_lesson->state(), LessonView::Missing);
    }

    void whatIsNotThereInSpanishSaysSo()
    {
        m_preferences->setLanguage(u"es"_s);
        m_lesson->openLesson(u"wave"_s);
        QCOMPARE(m_lesson->cardTitle(), u"It rises"_s);
        QVERIFY(!m_lesson->languageNote().isEmpty());
        m_preferences->setLanguage(u"en"_s);
        QCOMPARE(m_lesson->card(), 0);
        QVERIFY(m_lesson->languageNote().isEmpty());
        // What was answered stays answered.
        m_lesson->next();
        m_lesson->next();
        m_lesson->choose(1);
        m_preferences->setLanguage(u"es"_s);
        QCOMPARE(m_lesson->card(), 2);
        QCOMPARE(m_lesson->chosen(), 1);
    }

    void aSkillThatIsNotHereIsNoButton()
    {
        m_lesson->openLesson(u"map"_s); // leads to "gone"
        for (int i = 0; i < 3; ++i)
            m_lesson->next();
        QVERIFY(block("links").isEmpty());
        QVERIFY(block("words").value(u"text"_s).toString().size() > 0);
    }

    void onlyAnAddressOfThisCardIsOpened()
    {
        texts::MapTexts some = someTexts();
        some.map[u"lessons/urges/wave/en.md"_s].replace("An urge is like a wave.", "See [the CDC](https://www.cdc.gov/sleep).");
        use(some);
        m_lesson->openLesson(u"wave"_s);
        const QVariantMap link = block("links").value(u"links"_s).toList().first().toMap();
        QCOMPARE(link.value(u"host"_s), u"www.cdc.gov"_s);
        QVERIFY(!m_lesson->openWeb(u"https://evil.example/"_s));
        QVERIFY(!m_lesson->openWeb(u"javascript:alert(1)"_s));
        QVERIFY(m_browser.opened().isEmpty());
        QVERIFY(m_lesson->openWeb(link.value(u"id"_s).toString()));
        QCOMPARE(m_browser.opened(), QList<QUrl>{QUrl(u"https://www.cdc.gov/sleep"_s)});
    }

    void theClinicHearsWhenTheEndIsLeft()
    {
        putTask();
        m_learn->come();
        QCOMPARE(m_learn->cards().first().toMap().value(u"isTold"_s), true); // said before it is begun
        m_learn->go();
        readToTheEnd();
        QVERIFY(m_lesson->report()->isAsked() && m_lesson->report()->isOn());
        QCOMPARE(told(), 0);
        m_lesson->back();
        QCOMPARE(told(), 0);
        m_lesson->next();
        m_lesson->close(); // and nobody saw the switch
        QCOMPARE(told(), 0);
        readToTheEnd();
        m_lesson->report()->noteSeen();
        m_lesson->back();
        m_lesson->next(); // to the same end again
        m_lesson->close();
        QCOMPARE(told(), 1);
        readToTheEnd(); // told once
        QVERIFY(!m_lesson->report()->isAsked());
        m_lesson->close();
        QCOMPARE(told(), 1);
    }

    void whatIsOverdueIsNotForThisWeek()
    {
        const auto label = [this](int version, const QByteArray &lastDay) {
            QByteArray json = "{'resourceType':'Task','id':'t1','status':'requested','intent':'order','focus':{'reference':"
                              "'Library/wave'},'restriction':{'period':{'end':'"
                + lastDay + "'}}}";
            json.replace('\'', '"');
            const auto put = m_account->records()->store().putRecords(
                {{u"Task"_s, u"t1"_s, QString::number(version), m_clock.nowUtc(), {}, json}});
            m_learn->come();
            return put ? m_learn->cards().first().toMap().value(u"label"_s).toString() : QString();
        };
        QCOMPARE(label(1, "2026-11-20"), u"For this week"_s);
        QCOMPARE(label(2, "2026-11-10"), u"For you"_s);
        QCOMPARE(label(3, "2026-12-10"), u"For you"_s);
    }

    /// Read to its end and not told: what is said is how long its first lesson takes again.
    void howLongAModuleTakesThatWasReadAndNotTold()
    {
        const QByteArray json =
            R"({"resourceType":"Task","id":"t2","status":"requested","intent":"order","focus":{"reference":"Library/urges"}})";
        QVERIFY(m_account->records()->store().putRecords({{u"Task"_s, u"t2"_s, u"1"_s, m_clock.nowUtc(), {}, json}}));
        const QList<Lesson> lessons = m_learn->library().lessons(u"urges"_s);
        QCOMPARE(lessons.size(), 2);
        m_learn->come();
        const auto note = [this] { return m_learn->cards().first().toMap().value(u"note"_s).toString(); };
        const int all =
            std::accumulate(lessons.cbegin(), lessons.cend(), 0, [](int sum, const Lesson &one) { return sum + one.minutes; });
        QVERIFY2(note().contains(m_learn->minutesText(all)), qPrintable(note()));
        for (const Lesson &lesson : lessons)
            QVERIFY(keepFinished(*m_account->records(), lesson.id, m_clock.nowUtc()));
        m_learn->come();
        QVERIFY2(note().contains(m_learn->minutesText(lessons.first().minutes)), qPrintable(note()));
    }

    void theClinicHearsNothingOfWhatWasSwitchedOff()
    {
        putTask();
        readToTheEnd();
        m_lesson->report()->setOn(false);
        m_lesson->back();
        m_lesson->next(); // to the same end again
        QVERIFY(!m_lesson->report()->isOn());
        m_lesson->close();
        QCOMPARE(told(), 0);
        readToTheEnd(); // it can be told another time
        QVERIFY(m_lesson->report()->isAsked() && m_lesson->report()->isOn());
        m_lesson->report()->noteSeen();
        m_lesson->restart();
        QCOMPARE(told(), 1);
    }

    void nobodyIsToldOfWhatNobodyAskedFor()
    {
        readToTheEnd();
        QVERIFY(!m_lesson->report()->isAsked());
        m_lesson->close();
        QCOMPARE(told(), 0);
    }

    void readAloud()
    {
        m_lesson->openLesson(u"wave"_s);
        QVERIFY(m_lesson->canReadAloud());
        m_lesson->readAloud();
        QVERIFY(m_lesson->isSpeaking());
        QVERIFY2(m_voice.said.startsWith(u"It rises. An urge is like a wave."_s), qPrintable(m_voice.said));
        QVERIFY(m_voice.said.contains(u"A wave that rises and falls."_s));
        QCOMPARE(m_voice.saidIn, u"en"_s);
        m_voice.end();
        QVERIFY(!m_lesson->isSpeaking());
        m_lesson->readAloud();
        m_lesson->next(); // the next card is not spoken over
        QVERIFY(!m_lesson->isSpeaking() && !m_voice.isSpeaking());
        m_lesson->readAloud();
        m_lesson->readAloud();
        QVERIFY(!m_lesson->isSpeaking() && !m_voice.isSpeaking());
        m_voice.isAvailable = false;
        QVERIFY(!m_lesson->canReadAloud());
    }
};

QTEST_MAIN(TestLessonView)
#include "tst_lesson.moc"
