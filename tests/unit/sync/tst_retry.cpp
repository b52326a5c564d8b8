// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Retry.h"

#include <QTest>

using namespace handrail;
using namespace std::chrono_literals;

class SyncRetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsGrowToTheirLimits()
    {
        const Retry most([] { return 0.999999; });
        auto last = 0ms;
        for (int failures = 1; failures < 12; ++failures) {
            const auto wait = most.beforeRun(failures, -1);
            QVERIFY(wait >= last && wait <= 15min);
            last = wait;
        }
        QVERIFY(last > 14min);
        QVERIFY(most.beforeRun(1, -1) <= 2s);
        QVERIFY(most.beforeUnsentItem(1) <= 2s);
        QVERIFY(most.beforeUncertainItem(40, -1) > 5h && most.beforeUncertainItem(40, -1) <= 6h);
        QVERIFY(most.beforeRun(1000000, -1) <= 15min);
    }

    void neverShorterThanIsSafe()
    {
        const Retry least([] { return 0.0; });
        QCOMPARE(least.beforeUncertainItem(1, -1), std::chrono::milliseconds(60s));
        QCOMPARE(least.beforeUncertainItem(1, 300), std::chrono::milliseconds(300s));
        QCOMPARE(least.beforeUncertainItem(1, 5), std::chrono::milliseconds(60s));
        QCOMPARE(least.beforeRun(1, 120), std::chrono::milliseconds(120s));
        QVERIFY(least.beforeRun(5, -1) >= 500ms);
        QVERIFY(least.beforeUnsentItem(5) >= 500ms);
    }

    void jitterIsFull()
    {
        const Retry half([] { return 0.5; });
        QCOMPARE(half.beforeRun(3, -1), std::chrono::milliseconds(4s));
        const Retry own({});
        QSet<qint64> seen;
        for (int i = 0; i < 20; ++i)
            seen.insert(own.beforeRun(6, -1).count());
        QVERIFY(seen.size() > 10);
    }

    void timesFromAWrongClockCount()
    {
        const QDateTime now(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
        QVERIFY(Retry::isDue({}, now));
        QVERIFY(Retry::isDue(now, now));
        QVERIFY(!Retry::isDue(now.addSecs(1), now));
        QVERIFY(!Retry::isDue(now.addSecs(6 * 3600), now));
        QVERIFY(Retry::isDue(now.addYears(3), now));
    }
};

QTEST_GUILESS_MAIN(SyncRetryTest)
#include "tst_retry.moc"
