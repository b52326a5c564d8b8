// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Progress.h"

#include <QTest>

using namespace handrail;
using Trend = Series::Trend;

namespace {

constexpr auto none = std::nullopt;
using Days = QList<std::optional<double>>;

const QDate today(2026, 11, 18);

} // namespace

/// What becomes of one answer a day: the points of a chart, and the sentence about its halves.
class TestProgressSeries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSentencesRule_data()
    {
        QTest::addColumn<Days>("days");
        QTest::addColumn<Trend>("trend");
        QTest::newRow("nothing") << Days(14) << Trend::Unsaid;
        QTest::newRow("three days") << Days{9, none, none, none, none, none, none, none, none, none, none, none, 1, 1}
                                    << Trend::Unsaid;
        QTest::newRow("four days, all late") << Days{none, none, none, none, none, none, none, none, none, none, 1, 1, 1, 1}
                                             << Trend::Unsaid;
        QTest::newRow("four days, three to one")
            << Days{none, none, none, none, none, none, 9, none, none, none, none, 1, 1, 1} << Trend::Unsaid;
        QTest::newRow("four days, two and two")
            << Days{9, 9, none, none, none, none, none, none, none, none, none, none, 1, 1} << Trend::Lower;
        QTest::newRow("higher") << Days{1, 1, 9, 9} << Trend::Higher;
        QTest::newRow("within the margin") << Days{5, 5, 5.4, 5.5} << Trend::Same;
        QTest::newRow("at the margin") << Days{5, 5, 5.5, 5.5} << Trend::Higher;
        QTest::newRow("at the margin, down") << Days{5.5, 5.5, 5, 5} << Trend::Lower;
        QTest::newRow("one hard day alone") << Days{2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 5} << Trend::Same;
    }

    void theSentencesRule()
    {
        QFETCH(Days, days);
        QFETCH(Trend, trend);
        const QDate from = today.addDays(1 - days.size());
        const Series series = seriesOf(days, from, progressSteps(from, today), 0.5);
        QVERIFY2(series.trend == trend, qPrintable(QString::number(int(series.trend))));
        QCOMPARE(series.values, days);
    }

    void longRangesAreDrawnByWeeksAndMonths()
    {
        const QDate monday(2026, 11, 16);
        QCOMPARE(progressSteps(today.addDays(-55), today).size(), 56);
        const QList<ProgressStep> weeks = progressSteps(today.addDays(-56), today);
        QCOMPARE(weeks.size(), 9);
        QCOMPARE(weeks.first().from, today.addDays(-56)); // a Wednesday
        QCOMPARE(weeks.first().to, today.addDays(-52));
        QCOMPARE(weeks.last().from, monday);
        QCOMPARE(weeks.last().to, today);
        QCOMPARE(progressSteps(today.addYears(-3), today).size(), 37);
        QCOMPARE(progressSteps(today, today).size(), 1);

        Days days(57);
        days[0] = 2;
        days[4] = 4;
        days[56] = 9;
        const Series series = seriesOf(days, today.addDays(-56), weeks, 0.5);
        QCOMPARE(series.values, (Days{3, none, none, none, none, none, none, none, 9}));
        QCOMPARE(series.days, 3);
        QCOMPARE(series.mean, 5.0);
    }
};

QTEST_GUILESS_MAIN(TestProgressSeries)
#include "tst_progress_series.moc"
