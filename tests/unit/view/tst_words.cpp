// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeClock.h"
#include "view/ConsentText.h"
#include "view/FormField.h"
#include "view/Preferences.h"
#include "view/ProblemText.h"
#include "view/RoleText.h"
#include "view/SessionItem.h"
#include "view/TimeText.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace handrail;

namespace {

const QDateTime start(QDate(2026, 11, 18), QTime(23, 0), QTimeZone::utc()); // Wednesday, 6 pm in New York

Session eveningGroup()
{
    Session session;
    session.id = QStringLiteral("s1");
    session.kind = SessionKind::Group;
    session.title = QStringLiteral("Evening group");
    session.start = start;
    session.end = start.addSecs(3 * 3600);
    session.zone = QTimeZone("America/New_York");
    session.place = QStringLiteral("Room 2, Harbor Street Clinic");
    session.leaders = {{QStringLiteral("Dana Ruiz"), QStringLiteral("Your counselor")},
                       {QStringLiteral("Sam Ortiz"), QStringLiteral("A peer guide")}};
    return session;
}

/// Says hours as Spanish does.
class Hours final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *which, int) const override
    {
        if (qstrcmp(source, "at %1") != 0)
            return {};
        return qstrcmp(which, "the hour is one") == 0 ? QStringLiteral("a la %1") : QStringLiteral("a las %1");
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// One language as its file of words has it.
class Language final : public QTranslator
{
public:
    explicit Language(const QString &path)
    {
        QFile file(path);
        QXmlStreamReader xml(&file);
        QString context, source, comment;
        if (!file.open(QIODevice::ReadOnly))
            return;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"message")
                comment.clear();
            else if (xml.name() == u"source")
                source = xml.readElementText();
            else if (xml.name() == u"comment")
                comment = xml.readElementText();
            else if (xml.name() == u"translation")
                m_words.insert({context, source, comment}, xml.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *comment, int) const override
    {
        return m_words.value({QString::fromUtf8(context), QString::fromUtf8(source), QString::fromUtf8(comment)});
    }
    [[nodiscard]] bool isEmpty() const override { return m_words.isEmpty(); }

private:
    QMap<QStringList, QString> m_words;
};

/// Says one role as Spanish does.
class Roles final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (qstrcmp(context, "RoleText") != 0)
            return {};
        return qstrcmp(source, "sister") == 0 ? QStringLiteral("hermana") : QStringLiteral("otra");
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestWords final : public QObject
{
    Q_OBJECT
    const TimeText m_text{QLocale(QStringLiteral("en_US"))};

private Q_SLOTS:
    /// A code is said in the app's language; what the patient or the clinic wrote beyond it is theirs, and stays.
    void whatSomebodyIs()
    {
        const QString sis = QStringLiteral("SIS"), sister = QStringLiteral("sister"), mine = QStringLiteral("my little sister");
        QCOMPARE(roleText(sis, {}), sister);
        QCOMPARE(roleText(sis, mine), mine);
        QCOMPARE(roleText({}, mine), mine);
        QCOMPARE(roleText({}, {}), QString());
        QCOMPARE(roleText({}, sis), sister); // a clinic that has no words
        QCOMPARE(roleText(QStringLiteral("ZZZ"), {}), QString());
        QCOMPARE(roleText(QStringLiteral("counselor"), QStringLiteral("Lead counselor")), QStringLiteral("Lead counselor"));
        Roles spanish;
        QVERIFY(QCoreApplication::installTranslator(&spanish));
        QCOMPARE(roleText(sis, {}), QStringLiteral("hermana"));
        QCOMPARE(roleText(sis, QStringLiteral("Sister")), QStringLiteral("hermana"));
        QCOMPARE(roleText(sis, mine), mine);
        QCOMPARE(roleText(QStringLiteral("counselor"), QStringLiteral("Counselor")), QStringLiteral("otra"));
        QCOMPARE(roleText({}, sister), QStringLiteral("hermana"));
        QCOMPARE(roleText(QStringLiteral("AUNT"), sister), sister); // the word, and not the code
    }

    void whatIsWrongWithAnAnswer()
    {
        FormItem item;
        item.control = handrail::Control::Line;
        QCOMPARE(validityText(item, Validity::NotAsAsked),
                 QStringLiteral("Your clinic asks for this in another way. Please check what you wrote."));
        item.placeholder = QStringLiteral("12345");
        QCOMPARE(validityText(item, Validity::NotAsAsked),
                 QStringLiteral("Your clinic asks for this in another way. Please write it like this: 12345"));
        QCOMPARE(validityText(item, Validity::TooLong), QStringLiteral("This is too long to send. Please make it shorter."));
        item.maxLength = 5;
        QVERIFY(validityText(item, Validity::TooLong).contains(u'5'));
        FormItem weight;
        weight.control = handrail::Control::Quantity;
        weight.units = {{{}, QStringLiteral("kg"), QStringLiteral("kilograms")}};
        weight.leastQuantity = quantity(30.5, QStringLiteral("kg"));
        weight.mostQuantity = quantity(300, QStringLiteral("kg"));
        QCOMPARE(validityText(weight, Validity::TooSmall), QStringLiteral("This can be 30.5\u00a0kilograms or more."));
        QCOMPARE(validityText(weight, Validity::TooLarge), QStringLiteral("This can be 300\u00a0kilograms or less."));
    }

    void timesReadAsInTheDesign()
    {
        QCOMPARE(m_text.range(QTime(18, 0), QTime(21, 0)), QStringLiteral("6:00–9:00\u00a0pm"));
        QCOMPARE(m_text.range(QTime(11, 30), QTime(12, 20)), QStringLiteral("11:30\u00a0am–12:20\u00a0pm"));
        QCOMPARE(m_text.time(QTime(0, 5)), QStringLiteral("12:05\u00a0am"));
        QCOMPARE(TimeText(QLocale(QStringLiteral("es_ES"))).range(QTime(18, 0), QTime(21, 0)), QStringLiteral("18:00–21:00"));
        QCOMPARE(m_text.longDay(QDate(2026, 11, 18)), QStringLiteral("Wednesday, November 18"));
        QCOMPARE(m_text.dayHeading(QDate(2026, 11, 19), QDate(2026, 11, 19)), QStringLiteral("Today, Thursday 19"));
        QCOMPARE(m_text.dayHeading(QDate(2026, 11, 20), QDate(2026, 11, 19)), QStringLiteral("Tomorrow, Friday 20"));
        QCOMPARE(m_text.relativeDay(QDate(2026, 12, 3), QDate(2026, 11, 19)), QStringLiteral("Thu, Dec 3"));
    }

    void largeTextHasShortDatesAndNoBreaksInTimes()
    {
        const QLocale english(QStringLiteral("en_US"));
        QCOMPARE(TimeText(english, 1.5).longDay(QDate(2026, 11, 18)), QStringLiteral("Wed, Nov 18"));
        QCOMPARE(TimeText(english, 1.25).longDay(QDate(2026, 11, 18)), QStringLiteral("Wednesday, November 18"));
        QCOMPARE(TimeText(english, 1.25).range(QTime(18, 0), QTime(21, 0)), QStringLiteral("6:00\u2060–\u20609:00\u00a0pm"));
        QCOMPARE(TimeText(english, 1.5).range(QTime(18, 0), QTime(21, 0)), QStringLiteral("6:00 pm"));
        QCOMPARE(TimeText(english, 2).wholeRange(QTime(18, 0), QTime(21, 0)), QStringLiteral("6:00 pm to 9:00 pm"));
        QCOMPARE(TimeText(english).wholeRange(QTime(18, 0), QTime(21, 0)), QStringLiteral("6:00–9:00\u00a0pm"));
        QCOMPARE(unbroken(QStringLiteral("since your last check-in? 3-4 - or 5")),
                 QStringLiteral("since your last check\u2011in? 3-4 - or 5"));
    }

    // Who signs a permission tells its lines apart, in each language.
    void eachLineOfAPermissionHasItsOwnName()
    {
        QDirIterator files(QStringLiteral(HANDRAIL_WORDS), {QStringLiteral("*.ts")});
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            const QString path = files.next();
            Language language(path);
            QVERIFY(!language.isEmpty());
            QCoreApplication::installTranslator(&language);
            const ConsentText consent = consentText({QStringLiteral("Maya Bell"),
                                                     QStringLiteral("Harbor Street Clinic"),
                                                     QStringLiteral("Luis Bell"),
                                                     QStringLiteral("brother"),
                                                     {},
                                                     true,
                                                     true,
                                                     QDate(2027, 2, 12),
                                                     QDate(2026, 11, 18)},
                                                    m_text);
            QCoreApplication::removeTranslator(&language);
            QStringList labels;
            for (const ConsentText::Row &row : consent.rows)
                labels << row.label;
            QCOMPARE(labels.size(), 9);
            QVERIFY(path.endsWith(u"_en.ts") || !labels.contains(QStringLiteral("What")));
            QCOMPARE(QSet<QString>(labels.begin(), labels.end()).size(), labels.size());
        }
    }

    void aWeekByItsDays()
    {
        QCOMPARE(m_text.week(QDate(2026, 11, 16)), QStringLiteral("Nov 16–22"));
        QCOMPARE(m_text.week(QDate(2026, 11, 30)), QStringLiteral("Nov 30 – Dec 6"));
    }

    void onlyTheEndOfAScaleHasItsWords()
    {
        FormItem item;
        item.linkId = QStringLiteral("confidence");
        item.control = Control::Slider;
        item.maximum = 10;
        const auto word = [&](int value) { return FormField(item, value).valueWord(); };
        QCOMPARE(word(6), QStringLiteral("Fairly sure"));
        QCOMPARE(word(7), QStringLiteral("Quite sure"));
        QCOMPARE(word(9), QStringLiteral("Quite sure"));
        QCOMPARE(word(10), QStringLiteral("Very sure"));
    }

    void inLargeTextTheEndOfASessionStandsApart()
    {
        const FakeClock clock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        const TimeText large(QLocale(QStringLiteral("en_US")), 1.5);
        const SessionItem item = sessionItem(eveningGroup(), {}, clock, large);
        QCOMPARE(item.whenText, QStringLiteral("Today, 6:00 pm"));
        QCOMPARE(item.endsText, QStringLiteral("Ends at 9:00 pm"));
        QVERIFY(item.spoken.contains(QStringLiteral("6:00 pm to 9:00 pm")));
        QVERIFY(sessionItem(eveningGroup(), {}, clock, m_text).endsText.isEmpty());
    }

    void anHourWithinASentence()
    {
        QCOMPARE(m_text.at(QTime(13, 5)), QStringLiteral("at 1:05\u00a0pm"));
        Hours hours;
        QVERIFY(QCoreApplication::installTranslator(&hours));
        const TimeText by24(QLocale(QStringLiteral("es_ES")));
        QCOMPARE(m_text.at(QTime(13, 5)), QStringLiteral("a la 1:05\u00a0pm"));
        QCOMPARE(m_text.at(QTime(1, 0)), QStringLiteral("a la 1:00\u00a0am"));
        QCOMPARE(m_text.at(QTime(15, 20)), QStringLiteral("a las 3:20\u00a0pm"));
        QCOMPARE(by24.at(QTime(13, 5)), QStringLiteral("a las 13:05"));
        QCOMPARE(by24.at(QTime(1, 5)), QStringLiteral("a la 1:05"));
        QCoreApplication::removeTranslator(&hours);
    }

    void languagesGoByTheirOwnNames()
    {
        Preferences preferences{QString()};
        preferences.setLanguage(QStringLiteral("es"));
        QCOMPARE(preferences.languageName(), QStringLiteral("Español"));
        QCOMPARE(Preferences::languages().size(), 2);
        QCOMPARE(Preferences::languages().first().toMap().value(QStringLiteral("text")).toString(), QStringLiteral("English"));
        preferences.setLanguage(QStringLiteral("fr")); // not there
        QCOMPARE(preferences.language(), QStringLiteral("es"));
    }

    void spansAreRoundedUpToTheMinute_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("text");
        QTest::newRow("a second") << qint64(1) << 0 << QStringLiteral("1 min");
        QTest::newRow("an hour less a second") << qint64(3599) << 0 << QStringLiteral("1 h");
        QTest::newRow("2 h 40 min") << qint64(9600) << 0 << QStringLiteral("2 h 40 min");
        QTest::newRow("past midnight, not a day away") << qint64(9600) << 1 << QStringLiteral("2 h 40 min");
        QTest::newRow("Saturday evening to Monday evening") << qint64(47 * 3600 + 39 * 60) << 2 << QStringLiteral("2 days");
        QTest::newRow("3 days") << qint64(3 * 86400 + 5000) << 3 << QStringLiteral("3 days");
    }

    void spansAreRoundedUpToTheMinute()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, days);
        QFETCH(QString, text);
        // Without a translation Qt leaves the plural mark as it is.
        QCOMPARE(m_text.span(seconds, days).replace(QLatin1String("day(s)"), QLatin1String("days")), text);
    }

    void aSessionInWords()
    {
        const FakeClock clock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        const SessionItem item = sessionItem(eveningGroup(), QStringLiteral("214 Harbor Street"), clock, m_text);
        QCOMPARE(item.whenText, QStringLiteral("Today, 6:00–9:00\u00a0pm"));
        QCOMPARE(item.countdown, QStringLiteral("in 2 h 40 min"));
        QCOMPARE(item.leaders, QStringLiteral("Dana Ruiz and Sam Ortiz"));
        QCOMPARE(item.leaderRoles, QStringLiteral("Your counselor and a peer guide"));
        QVERIFY(item.hasDirections);
        QVERIFY(item.spoken.startsWith(QStringLiteral("Evening group, Today, 6:00\u00a0pm to 9:00\u00a0pm, in 2 hour")));
    }

    void aMovedVideoSession()
    {
        Session session = eveningGroup();
        session.place.clear();
        session.isVideo = true;
        session.joinUrl = QUrl(QStringLiteral("https://video.harbor.example/r"));
        session.previousStart = start.addSecs(-1800);
        FakeClock clock(start.addSecs(-3600));
        SessionItem item = sessionItem(session, {}, clock, m_text);
        QVERIFY(item.isMoved);
        QCOMPARE(item.wasText, QStringLiteral("Was 5:30\u00a0pm"));
        Session later = session; // to another day
        later.start = start.addDays(3);
        QCOMPARE(sessionItem(later, {}, clock, m_text).wasText, QStringLiteral("Was today"));
        later.previousStart = start.addDays(2);
        QCOMPARE(sessionItem(later, {}, clock, m_text).wasText, QStringLiteral("Was Friday"));
        QCOMPARE(item.joinText, QStringLiteral("Join opens at 5:45\u00a0pm"));
        QVERIFY(!item.canJoin && !item.canGetReady);
        QCOMPARE(sessionItem(session, {}, clock, m_text, Role::Relative).joinText, QStringLiteral("Join opens at 5:50\u00a0pm"));
        later = session; // and of another day, which
        for (const auto &[days, said] : {std::pair(1, "tomorrow"), std::pair(3, "Saturday"), std::pair(23, "Fri, Dec 11")}) {
            later.start = session.start.addDays(days);
            QCOMPARE(sessionItem(later, {}, clock, m_text, Role::Relative).joinText,
                     QStringLiteral("Join opens %1 at 5:50\u00a0pm").arg(QLatin1String(said)));
        }
        QVERIFY(!item.hasDirections);
        clock.advance(std::chrono::minutes(50));
        item = sessionItem(session, {}, clock, m_text);
        QVERIFY(item.canJoin);
        QCOMPARE(item.joinText, QStringLiteral("Join"));
    }

    void aSessionInARoomAndByVideo()
    {
        Session session = eveningGroup();
        session.isVideo = true;
        session.joinUrl = QUrl(QStringLiteral("https://video.harbor.example/r"));
        FakeClock clock(start.addSecs(-3600));
        SessionItem item = sessionItem(session, {}, clock, m_text);
        const QString both = QStringLiteral("Room 2, Harbor Street Clinic, or by video");
        QCOMPARE(item.placeLine, both);
        QCOMPARE(item.rowNote, both);
        QVERIFY2(item.spoken.endsWith(both), qPrintable(item.spoken));
        QVERIFY(item.hasDirections && item.isVideo && !item.canJoin);
        session.previousStart = start.addSecs(-1800);
        QCOMPARE(sessionItem(session, {}, clock, m_text).rowNote, QString(QStringLiteral("Was 5:30\u00a0pm · ") + both));
        clock.advance(std::chrono::minutes(50));
        item = sessionItem(session, {}, clock, m_text);
        QVERIFY(item.hasDirections && item.canJoin);
        session.status = SessionStatus::Cancelled;
        QVERIFY(!sessionItem(session, {}, clock, m_text).hasDirections);
    }

    void aSessionWithoutATimeSaysSo()
    {
        Session session = eveningGroup();
        session.start = {};
        const SessionItem item = sessionItem(session, {}, FakeClock(), m_text);
        QCOMPARE(item.timeText, QStringLiteral("Time not known"));
        QVERIFY(item.countdown.isEmpty());
        QVERIFY(!item.canDecline);
    }

    void aCancelledSessionHasNothingToDo()
    {
        Session session = eveningGroup();
        session.status = SessionStatus::Cancelled;
        session.previousStart = start.addSecs(-1800);
        const SessionItem item = sessionItem(session, {}, FakeClock(start.addSecs(-3600)), m_text);
        QCOMPARE(item.state, int(Sessions::Cancelled));
        QVERIFY(!item.isMoved && !item.canDecline && !item.canJoin && !item.hasDirections);
        QVERIFY(item.spoken.contains(QStringLiteral("cancelled")));
    }

    void oneThatNobodyConfirmedSaysSo()
    {
        Session session = eveningGroup();
        session.status = SessionStatus::Requested;
        for (const qint64 before : {3600, -600}) { // also at its time
            const SessionItem item = sessionItem(session, {}, FakeClock(start.addSecs(-before)), m_text);
            QCOMPARE(item.chip, QStringLiteral("Not confirmed yet"));
            QCOMPARE(item.countdown, QStringLiteral("Not confirmed yet"));
            QCOMPARE(item.startsText, QString());
            QVERIFY2(item.spoken.contains(QStringLiteral("not confirmed yet")), qPrintable(item.spoken));
            QVERIFY(item.isUnconfirmed && item.canDecline && !item.canBeLate);
        }
        session.isDeclinedByMe = true;
        QVERIFY(!sessionItem(session, {}, FakeClock(start.addSecs(-3600)), m_text).isUnconfirmed);
        session.isDeclinedByMe = false;
        QVERIFY(!sessionItem(session, {}, FakeClock(start.addDays(1)), m_text).isUnconfirmed);
    }

    void everyProblemHasCalmWords()
    {
        static const QStringList never{QStringLiteral("error"), QStringLiteral("fail"), QStringLiteral("invalid"),
                                       QStringLiteral("!"),     QStringLiteral("401"),  QStringLiteral("HTTP ")};
        for (int kind = 0; kind <= int(ProblemKind::Cancelled); ++kind) {
            const ProblemWords words = problemText(Problem{ProblemKind(kind), false, QStringLiteral("detail-for-the-log")});
            QVERIFY(!words.title.isEmpty() && !words.text.isEmpty());
            QVERIFY(!words.text.contains(QStringLiteral("detail-for-the-log")));
            for (const QString &word : never)
                QVERIFY2(!QString(words.title + words.text).contains(word, Qt::CaseInsensitive), qPrintable(words.title));
            // Short sentences: at most 15 words each.
            for (const QString &sentence : words.text.split(QRegularExpression(QStringLiteral("[.?]")), Qt::SkipEmptyParts))
                QVERIFY2(sentence.split(u' ', Qt::SkipEmptyParts).size() <= 15, qPrintable(sentence));
        }
    }

    void answersInWords()
    {
        FormItem craving;
        craving.linkId = QStringLiteral("craving");
        craving.control = Control::Slider;
        QCOMPARE(answerText(craving, 4.0), QStringLiteral("4 of 10"));
        QCOMPARE(answerText(craving, {}), QStringLiteral("Skipped"));
        FormItem hours;
        hours.linkId = QStringLiteral("sleep-hours");
        hours.control = Control::Stepper;
        QCOMPARE(answerText(hours, 5.5), QStringLiteral("5½ hours"));
        QCOMPARE(answerText(hours, 0.5), QStringLiteral("½ hours"));
    }

    void anUrgeInWords()
    {
        FormItem craving;
        craving.linkId = QStringLiteral("craving");
        craving.control = Control::Slider;
        craving.upperLabel = QStringLiteral("As strong as it gets");
        const std::pair<double, const char *> words[] = {
            {0, "No urge"},   {1, "A small urge"},  {3, "A small urge"},  {4, "Some urge"},
            {6, "Some urge"}, {7, "A strong urge"}, {9, "A strong urge"}, {10, "As strong as it gets"}};
        for (const auto &[value, word] : words)
            QCOMPARE(FormField(craving, value).valueWord(), QString::fromUtf8(word));
        craving.upperLabel.clear();
        QCOMPARE(FormField(craving, 10.0).valueWord(), QStringLiteral("A strong urge"));
    }

    void anExclusiveTileClearsTheRest()
    {
        FormItem halt;
        halt.linkId = QStringLiteral("halt");
        halt.control = Control::Chips;
        halt.options = {Option{{}, QStringLiteral("tired"), QStringLiteral("Tired")},
                        Option{{}, QStringLiteral("bored"), QStringLiteral("Bored")},
                        Option{{}, QStringLiteral("none"), QStringLiteral("None now"), true}};
        FormField field(halt, {});
        field.toggle(QStringLiteral("tired"));
        field.toggle(QStringLiteral("bored"));
        QCOMPARE(field.value().toStringList(), (QStringList{QStringLiteral("tired"), QStringLiteral("bored")}));
        field.toggle(QStringLiteral("none"));
        QCOMPARE(field.value().toStringList(), QStringList{QStringLiteral("none")});
        field.toggle(QStringLiteral("tired"));
        QCOMPARE(field.value().toStringList(), QStringList{QStringLiteral("tired")});
        field.toggle(QStringLiteral("tired"));
        QVERIFY(!field.isAnswered());
        field.toggle(QStringLiteral("unknown"));
        QVERIFY(!field.isAnswered());
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
