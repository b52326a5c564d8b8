// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/Csv.h"
#include "clinic/programs/ScheduleFile.h"

#include <QTest>

using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Records with | between fields and newlines between records; of a wrong one its line and words.
QString rowsOf(const QByteArray &text)
{
    QStringList all;
    Csv csv(text);
    CsvRow row;
    while (csv.next(row))
        all << u"%1: %2"_s.arg(row.line).arg(row.wrong ? QString::fromLatin1(row.wrong) : row.fields.join(u'|'));
    return all.join(u'\n');
}

const QByteArray header = "date,start,end,kind,title,patient\n";
const QByteArray good = "2026-12-07,18:00,21:00,group,Evening group,p1\n";

} // namespace

/// A schedule from a file: every line is understood, or said to be not.
class TestScheduleFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commaSeparatedValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const QByteArray &text, const char *rows) {
            QTest::newRow(name) << text << QString::fromUtf8(rows);
        };
        row("plain", "a,b\nc,d\n", "1: a|b\n2: c|d");
        row("no end of line", "a,b", "1: a|b");
        row("CR LF", "a,b\r\nc,d\r\n", "1: a|b\n2: c|d");
        row("a mark of order",
            "\xef\xbb\xbf"
            "a,b\n",
            "1: a|b");
        row("quotes", "\"a,1\",\"say \"\"hi\"\"\"\n", "1: a,1|say \"hi\"");
        row("a line in quotes", "\"a\nb\",c\nd,e\n", "1: a\nb|c\n3: d|e");
        row("empty fields", ",\n\"\",\"\"\n", "1: |\n2: |");
        row("empty lines", "\n\na,b\n\r\nc,d\n\n", "3: a|b\n5: c|d");
        row("letters", "\xc3\xa9,\xf0\x9f\x8c\xb1\n", "1: \xc3\xa9|\xf0\x9f\x8c\xb1");
        row("nothing", "", "");
        row("a mark alone", "\xef\xbb\xbf", "");
        row("a quote inside", "a\"b,c\nd,e\n", "1: a quote where none belongs\n2: d|e");
        row("words after a quote", "\"a\"b,c\nd,e\n", "1: words after a closing quote\n2: d|e");
        row("a quote that nobody closes", "a,\"b\nc,d\n", "1: a quote is not closed\n2: c|d");
        row("a NUL", QByteArray("a,b\0c\nd,e\n", 10), "1: there is a NUL in this line\n2: d|e");
        row("no UTF-8", "a,\xff\xfe\nd,e\n", "1: this is not UTF-8\n2: d|e");
        row("half a letter", "a,\xc3\nd,e\n", "1: this is not UTF-8\n2: d|e");
        row("a CR alone", "a,b\rc,d\n", "1: a line ends in CR alone");
        row("long", QByteArray(70'000, 'x') + "\nd,e\n", "1: this line is too long\n2: d|e");
        row("wide", QByteArray(200, ',') + "\nd,e\n", "1: too many columns\n2: d|e");
    }
    void commaSeparatedValues()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rows);
        QCOMPARE(rowsOf(text), rows);
    }

    void whatALineSays()
    {
        const QByteArray text =
            "ID,Title,end,start,date,kind,patients,practitioner,place,video,offset,status\r\n"
            "s-1,\"Sleep, and rest\",10:30,9:05,2026-12-07,education,p1;p2 p3,s1,l1,https://a.example/x,-05:00,cancelled\r\n";
        const ScheduleFile file = readSchedule(text, DateOrder::Iso);
        QVERIFY2(file.issues.isEmpty(), qPrintable(file.issues.isEmpty() ? QString() : file.issues.first().text));
        QCOMPARE(file.rows.size(), 1);
        const ScheduleRow &row = file.rows.first();
        QCOMPARE(row.line, 2);
        QCOMPARE(row.id, u"s-1"_s);
        QCOMPARE(row.title, u"Sleep, and rest"_s);
        QCOMPARE(row.date, QDate(2026, 12, 7));
        QCOMPARE(row.start, QTime(9, 5));
        QCOMPARE(row.end, QTime(10, 30));
        QCOMPARE(row.patients, (QStringList{u"p1"_s, u"p2"_s, u"p3"_s}));
        QCOMPARE(row.practitioners, QStringList{u"s1"_s});
        QCOMPARE(row.link, u"https://a.example/x"_s);
        QVERIFY(row.isVideo);
        QCOMPARE(row.offset, std::optional(-5 * 3600));
        QCOMPARE(row.status, u"cancelled"_s);
    }

    void midnightEndsItsDay()
    {
        const auto read = [](const QByteArray &start, const QByteArray &end) {
            QByteArray text = header + good;
            text.replace("18:00", start).replace("21:00", end);
            return readSchedule(text, DateOrder::Iso);
        };
        for (const char *end : {"24:00", "00:00", "0:00"}) {
            const ScheduleFile file = read("22:00", end);
            QVERIFY2(file.issues.isEmpty(), end);
            QCOMPARE(file.rows.first().end, QTime(0, 0));
        }
        QCOMPARE(read("00:00", "24:00").issues.size(), 1); // a whole day is no session
        QCOMPARE(read("24:00", "21:00").issues.size(), 1);
    }

    void daysInTheOrderThatIsSaid_data()
    {
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<int>("order");
        QTest::addColumn<QDate>("date");
        const auto row = [](const char *day, DateOrder order, const QDate &date) {
            QTest::addRow("%s, %d", day, int(order)) << QByteArray(day) << int(order) << date;
        };
        row("2026-12-07", DateOrder::Iso, QDate(2026, 12, 7));
        row("07/12/2026", DateOrder::Iso, {});
        row("12/07/2026", DateOrder::Iso, {});
        row("2026-12-7", DateOrder::Iso, {});
        row("20261207", DateOrder::Iso, {});
        row("2026-02-30", DateOrder::Iso, {});
        row("07/12/2026", DateOrder::DayFirst, QDate(2026, 12, 7));
        row("7.12.2026", DateOrder::DayFirst, QDate(2026, 12, 7));
        row("07/12/2026", DateOrder::MonthFirst, QDate(2026, 7, 12));
        row("12-31-2026", DateOrder::MonthFirst, QDate(2026, 12, 31));
        row("12-31-2026", DateOrder::DayFirst, {}); // never the other way round because only that would do
        row("07/12-2026", DateOrder::DayFirst, {});
        row("07/12/26", DateOrder::DayFirst, {});
        row("2026-12-07", DateOrder::DayFirst, {});
    }
    void daysInTheOrderThatIsSaid()
    {
        QFETCH(QByteArray, day);
        QFETCH(int, order);
        QFETCH(QDate, date);
        const QByteArray text = header + QByteArray(good).replace("2026-12-07", day);
        const ScheduleFile file = readSchedule(text, DateOrder(order));
        QCOMPARE(file.issues.isEmpty(), date.isValid());
        if (date.isValid())
            QCOMPARE(file.rows.first().date, date);
        else
            QCOMPARE(file.issues.first().column, u"date"_s);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("issues"); // line column words' beginning
        const auto row = [](const char *name, const QByteArray &text, const char *issues) {
            QTest::newRow(name) << text << QString::fromLatin1(issues);
        };
        const auto with = [&](const char *from, const char *to) { return QByteArray(header + QByteArray(good).replace(from, to)); };
        row("good", header + good, "");
        row("empty", "", "0  the file is empty");
        row("no session", header, "0  there is no session");
        row("semicolons", "date;start;end;kind;title;patient\n2026-12-07;18:00;21:00;group;x;p1\n",
            "1  the columns are separated by semicolons");
        row("no column", "date,start,end,kind,patient\n" + good, "1 title this column is missing");
        row("a column too many", "date,start,end,kind,title,patient,mood\n", "1 column 7 this column is not known");
        row("a column twice", "date,start,end,kind,title,patient,date\n", "1 date this column is there twice");
        row("two ways to say who", "date,start,end,kind,title,patient,group\n", "1 patient one column of");
        row("nobody", "date,start,end,kind,title\n", "1 patient one column of");
        row("a line too short", header + "2026-12-07,18:00\n", "2  this line has 2 columns");
        row("a line too long", header + "2026-12-07,18:00,21:00,group,x,p1,more\n", "2  this line has 7 columns");
        row("a time that is none", with("18:00", "18:60"), "2 start expected a time");
        row("a time in words", with("18:00", "6 pm"), "2 start expected a time");
        row("it ends before", with("21:00", "17:00"), "2 end it ends before");
        row("past midnight", QByteArray(header + QByteArray(good).replace("18:00,21:00", "22:00,00:30")),
            "2 end it ends before it starts; a session ends on the day on which it begins");
        const auto at = [](const char *video) {
            QByteArray file("date,start,end,kind,title,patient,video\n2026-12-07,18:00,21:00,group,x,p1,");
            return file.append(video).append("\n");
        };
        row("a room", at("https://video.example/r/1?a=b"), "");
        for (const char *never : {"https://", "https:///r/1", "https://me:secret@video.example/r", "https://video.example/r 1",
                                  "https://video.example:99999/r", "http://video.example/r", "javascript:alert(1)", "HTTPS://[/r"})
            row(never, at(never), "2 video expected yes, no or an https address that can be opened");
        row("a kind that is none", with("group,E", "party,E"), "2 kind expected one of");
        row("no title", with("Evening group", ""), "2 title a title is needed");
        row("nobody comes", with("p1", ""), "2 patient somebody has to come");
        row("an id that is none", with("p1", "p/1"), "2 patient expected ids");
        row("two in one", with("p1", "p1 p2"), "2 patient expected ids");
        row("everything", with("2026-12-07,18:00,21:00,group,Evening group,p1", "x,x,x,x,,"),
            "2 date expected a day\n2 start expected a time\n2 end expected a time\n2 kind expected one of\n2 title a title\n2 "
            "patient somebody");
        row("a wrong line, and on", header + "\"\n" + good + QByteArray(good).replace("18:00", "x"),
            "2  a quote is not closed\n4 start expected a time");
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, issues);
        QStringList found;
        for (const ScheduleIssue &issue : readSchedule(text, DateOrder::Iso).issues)
            found << u"%1 %2 "_s.arg(issue.line).arg(issue.column) + issue.text;
        const QStringList wanted = issues.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(found.size() == wanted.size(), qPrintable(found.join(u'\n')));
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QVERIFY2(found.at(i).startsWith(wanted.at(i)), qPrintable(found.at(i)));
    }

    void aFileThatIsTooLarge()
    {
        QByteArray large = header;
        large += QByteArray(21 * 1024 * 1024, ' ');
        QCOMPARE(readSchedule(large, DateOrder::Iso).issues.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestScheduleFile)
#include "tst_schedule_file.moc"
