// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Read.h"

#include <QRandomGenerator>
#include <QTest>

using namespace handrail::fhir;

class FhirDatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char *text, const char *utc) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(utc);
        };
        row("2026-11-18T18:00:00-05:00", "2026-11-18T23:00:00.000Z");
        row("2026-11-18T23:00:00Z", "2026-11-18T23:00:00.000Z");
        row("2026-11-18T23:00:00.000+00:00", "2026-11-18T23:00:00.000Z");
        row("2026-11-18T23:00:00.1Z", "2026-11-18T23:00:00.100Z");
        row("2026-11-18T23:00:00.123456789Z", "2026-11-18T23:00:00.123Z");
        row("2026-01-01T00:30:00+14:00", "2025-12-31T10:30:00.000Z");
        row("2028-02-29T12:00:00+05:45", "2028-02-29T06:15:00.000Z");
        row("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999Z");
        row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z");
        for (const char *bad : {"",
                                "NaN",
                                "0000",
                                "0000-01-01T00:00:00Z",
                                "99999-01-01T00:00:00Z",
                                "2026-02-30T10:00:00Z",
                                "2027-02-29T10:00:00Z",
                                "2026-13-01T10:00:00Z",
                                "2026-00-10T10:00:00Z",
                                "2026-11-18",
                                "2026-11-18T18:00:00",
                                "2026-11-18 18:00:00Z",
                                "2026-11-18t18:00:00Z",
                                "2026-11-18T18:00:00z",
                                "2026-11-18T24:00:00Z",
                                "2026-11-18T18:60:00Z",
                                "2026-11-18T18:00:61Z",
                                "2026-11-18T18:00Z",
                                "2026-11-18T18:00:00.Z",
                                "2026-11-18T18:00:00+14:01",
                                "2026-11-18T18:00:00+05",
                                "2026-11-18T18:00:00+0500",
                                "2026-11-18T18:00:00+05:60",
                                "2026-11-18T18:00:00Z ",
                                " 2026-11-18T18:00:00Z",
                                "2026-11-18T18:00:00Zx",
                                "+2026-11-18T18:00:00Z",
                                "2026-1-18T18:00:00Z",
                                "2026-11-18T-8:00:00Z",
                                "2026-11-18T18:00:00 05:00"})
            row(bad, "");
    }
    void instants()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const QDateTime read = readInstant(text);
        QCOMPARE(read.isValid() ? read.toString(Qt::ISODateWithMs) : QString(), utc);
        QVERIFY(!read.isValid() || read.timeSpec() == Qt::UTC);
    }

    void digitsOfOtherScriptsAreNoDigits() { QVERIFY(!readInstant(u"\u0662\u0660\u0662\u0666-11-18T18:00:00Z").isValid()); }

    void dates()
    {
        QCOMPARE(readDate(u"2026"), QDate(2026, 1, 1));
        QCOMPARE(readDate(u"2026-09"), QDate(2026, 9, 1));
        QCOMPARE(readDate(u"2026-09-28"), QDate(2026, 9, 28));
        for (const QStringView bad :
             {u"", u"0000", u"20", u"2026-", u"2026-13", u"2026-02-30", u"2026-09-2", u"2026/09/28", u"2026-09-28T", u"NaN"})
            QVERIFY2(!readDate(bad).isValid(), qPrintable(bad.toString()));
        QCOMPARE(readDayOf(u"2026-09-28T23:30:00-04:00"), QDate(2026, 9, 28));
        QCOMPARE(readDayOf(u"2026-09"), QDate(2026, 9, 1));
        QVERIFY(!readDayOf(u"2026-09-28T23:30:00").isValid());
    }

    void offsetIsKept()
    {
        const QDateTime read = readZonedInstant(u"2026-11-18T18:00:00.250-05:30");
        QCOMPARE(read.offsetFromUtc(), -(5 * 3600 + 1800));
        QCOMPARE(read.time(), QTime(18, 0, 0, 250));
    }

    /// Whatever instant is written with whatever offset, the same instant is read.
    void anyInstantComesBack()
    {
        QRandomGenerator random(20261118);
        for (int i = 0; i < 20000; ++i) {
            const QDateTime instant = QDateTime::fromMSecsSinceEpoch(qint64(random.bounded(4102444800.0) * 1000.0), Qt::UTC);
            const int minutes = random.bounded(-14 * 60, 14 * 60 + 1);
            const QDateTime there = instant.toOffsetFromUtc(minutes * 60);
            const QString offset = QStringLiteral("%1%2:%3")
                                       .arg(QLatin1Char(minutes < 0 ? '-' : '+'))
                                       .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
                                       .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
            const QString text = there.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz")) + offset;
            QVERIFY2(readInstant(text) == instant, qPrintable(text));
            QCOMPARE(readDayOf(text), there.date());
        }
    }

    /// One letter changed gives another valid instant or none; never a crash, never 1970 for something else.
    void anyDamageIsReadOrRefused()
    {
        QRandomGenerator random(7);
        const QString good = QStringLiteral("2026-11-18T18:00:00.250-05:00");
        const QString letters = QStringLiteral("0123456789-+:.TZ \u00e9x");
        for (int i = 0; i < 20000; ++i) {
            QString text = good;
            text[random.bounded(text.size())] = letters.at(random.bounded(letters.size()));
            if (random.bounded(4) == 0)
                text.truncate(random.bounded(text.size()));
            const QDateTime read = readInstant(text);
            QVERIFY2(!read.isValid() || read.date().year() != 1970, qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(FhirDatesTest)
#include "tst_dates.moc"
