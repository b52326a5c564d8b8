// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Wipe.h"

#include <QTest>

#include <vector>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#include <malloc.h>
#define HANDRAIL_HAS_GLIBC_HEAP
#endif

using namespace handrail;

/// What tokens and the lock leave behind in memory. That nothing of it is found again is account_memory's to show.
class TestWipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretThatIsSharedStaysForTheOther()
    {
        QByteArray one("secret"), other = one;
        wipe(one);
        QVERIFY(one.isEmpty());
        QCOMPARE(other, QByteArray("secret"));
        wipe(other);
        QVERIFY(other.isEmpty());
    }

    // It is called with every token that comes: each time must not take more memory, and so more time, than the last.
    void theHeapStaysAsLargeAsItWas()
    {
#ifdef HANDRAIL_HAS_GLIBC_HEAP
        keepFreedMemoryInReach();
        std::vector<QByteArray> kept;
        for (int i = 0; i < 30'000; ++i)
            kept.emplace_back(16 + i % 1500, 'x');
        for (std::size_t i = 0; i < kept.size(); i += 3)
            kept[i].clear();
        wipeFreedMemory(); // the first may fill what the allocator keeps of each size
        const auto before = qint64(mallinfo2().arena);
        for (int i = 0; i < 8; ++i)
            wipeFreedMemory();
        const qint64 grown = qint64(mallinfo2().arena) - before;
        QVERIFY2(grown < 1024 * 1024, qPrintable(QString::number(grown)));
#else
        QSKIP("there is nothing that could grow");
#endif
    }
};

QTEST_GUILESS_MAIN(TestWipe)

#include "tst_wipe.moc"
