// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ReminderText.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace handrail;
using namespace Qt::StringLiterals;
using Kind = Reminder::Kind;

namespace {

const QTimeZone newYork("America/New_York");
constexpr Kind kinds[] = {Kind::Join,   Kind::SessionSoon,  Kind::Leave, Kind::CheckIn,
                          Kind::Weekly, Kind::SessionAhead, Kind::Form,  Kind::Gentle};
const QDateTime start(QDate(2026, 11, 18), QTime(23, 0), QTimeZone::utc()); // Wednesday, 6 pm in New York

Reminder reminder(Kind kind, const QDateTime &at)
{
    Reminder one;
    one.kind = kind;
    one.at = at;
    one.start = start;
    one.zone = newYork;
    return one;
}

/// What says to whoever looks over a shoulder that this is about health, treatment, a clinic or a person.
const QRegularExpression &telling()
{
    static const QRegularExpression words(
        u"drug|alcohol|drink|sober|clean|recover|relapse|craving|urge|treat|therap|program|clinic|hospital|doctor|counsel|session|"
        u"group"
        u"|patient|health|medic|pill|dose|mood|feel|anx|depress|crisis|suicid|check-?in|questionnaire|form\\b|phq|gad|appointment"
        u"|handrail|droga|alcohol|beb|sobri|recuper|reca[íi]d|antojo|tratam|terap|programa|cl[íi]nic|hospital|m[ée]dic|consej|sesi["
        u"óo]n"
        u"|grupo|pacient|salud|pastilla|dosis|[áa]nimo|sient|ansi|depre|crisis|registro|cuestionario|formulario|cita\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words;
}

} // namespace

/// Hazard H9: somebody else reads the notification.
class TestReminderText final : public QObject
{
    Q_OBJECT
    const TimeText m_text{QLocale(u"en_US"_s)};

private Q_SLOTS:
    void theyReadAsInTheDesign()
    {
        const QString nbsp(QChar::Nbsp);
        QCOMPARE(reminderText(reminder(Kind::SessionSoon, start.addSecs(-7200)), newYork, m_text).text,
                 QString(u"You have something at 6:00"_s + nbsp + u"pm."_s));
        QCOMPARE(reminderText(reminder(Kind::SessionAhead, start.addDays(-1)), newYork, m_text).text,
                 QString(u"You have something tomorrow at 6:00"_s + nbsp + u"pm."_s));
        // On the wall of the session's own zone, wherever the device is.
        QCOMPARE(reminderText(reminder(Kind::SessionSoon, start.addSecs(-7200)), QTimeZone("Asia/Tokyo"), m_text).text,
                 QString(u"You have something at 6:00"_s + nbsp + u"pm."_s));
        for (const Kind kind : kinds) {
            const ReminderWords words = reminderText(reminder(kind, start.addSecs(-60)), newYork, m_text);
            QVERIFY(!words.title.isEmpty() && !words.text.isEmpty());
        }
        // "Friday is now 5:30 pm."
        const QDateTime friday(QDate(2026, 11, 20), QTime(22, 30), QTimeZone::utc());
        QCOMPARE(newsText({News::Kind::Changed, friday, newYork}, start, newYork, m_text).text,
                 QString(u"Friday is now 5:30"_s + nbsp + u"pm."_s));
        QCOMPARE(newsText({News::Kind::Changed, {}, {}}, start, newYork, m_text), noticeWords(Notice::ScheduleChanged));
        QCOMPARE(newsText({News::Kind::Answer, {}, {}}, start, newYork, m_text), noticeWords(Notice::Answer));
    }

    void nothingOfHealthInAnyLanguage()
    {
        int english = 0;
        for (const Kind kind : kinds) {
            for (const QDateTime &at : {start.addSecs(-7200), start.addDays(-1)}) {
                const ReminderWords words = reminderText(reminder(kind, at), newYork, m_text);
                QVERIFY2(!telling().match(words.title + u' ' + words.text).hasMatch(), qPrintable(words.text));
                ++english;
            }
        }
        QCOMPARE(english, 2 * int(std::size(kinds)));
        // The whole list, which is all that is ever shown.
        for (const Notice notice : notices) {
            const ReminderWords words = noticeWords(notice);
            QVERIFY2(!words.title.isEmpty() && !words.text.isEmpty(), qPrintable(words.title));
            QVERIFY2(!telling().match(words.title + u' ' + words.text).hasMatch(), qPrintable(words.text));
            QVERIFY2(!QString(words.title + words.text).contains(u"http"), qPrintable(words.text));
        }
        // Every language's words of the same list.
        QDirIterator files(QStringLiteral(HANDRAIL_WORDS), {u"*.ts"_s});
        int translated = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QXmlStreamReader xml(&file);
            QString context;
            while (!xml.atEnd()) {
                if (xml.readNext() != QXmlStreamReader::StartElement)
                    continue;
                if (xml.name() == u"name")
                    context = xml.readElementText();
                else if (xml.name() == u"translation" && context == u"ReminderText") {
                    const QString words = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                    QVERIFY2(!words.isEmpty() && !telling().match(words).hasMatch(), qPrintable(words));
                    ++translated;
                }
            }
        }
        QVERIFY(translated >= int(std::size(notices)));
    }

    void theTestKnowsATellingWord()
    {
        for (const char *words : {"Your session is at 6", "Tu sesión es a las 6", "Time for your check-in", "Harbor Street Clinic"})
            QVERIFY2(telling().match(QString::fromUtf8(words)).hasMatch(), words);
    }
};

QTEST_GUILESS_MAIN(TestReminderText)
#include "tst_reminder_text.moc"
