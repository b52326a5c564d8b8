// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Assignment.h"
#include "fakes/OneDevice.h"
#include "fakes/SmallDisk.h"
#include "view/DoneReport.h"

#include <QDir>
#include <QGuiApplication>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

/// Word to the clinic that something is done, while the disk refuses it.
class TestDoneReport final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<SmallDisk> m_disk;
    std::unique_ptr<DoneReport> m_report;
    const ContentLibrary m_texts{u"en"_s};

    void put(const char *type, const QByteArray &elements)
    {
        const QByteArray json =
            QByteArray("{'resourceType':'" + QByteArray(type) + "','id':'one'," + elements + "}").replace('\'', '"');
        QVERIFY(m_account->records()->store().putRecords(
            {{QString::fromLatin1(type), u"one"_s, u"1"_s, m_clock.nowUtc(), QDate(), json}}));
    }

    [[nodiscard]] int waiting() { return m_account->records()->unsentCount(); }

private Q_SLOTS:
    void init()
    {
        begin(FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())));
        m_account.reset(); // the small disk comes first
        QVERIFY(QDir().mkpath(accounts()));
        m_disk = std::make_unique<SmallDisk>(accounts(), 2048);
        makeAccount();
        m_report = std::make_unique<DoneReport>(*m_account, m_clock);
        QCoro::waitFor(m_account->start());
        signIn();
    }

    void cleanup()
    {
        m_report.reset();
        end();
        m_disk.reset();
    }

    void whatTheDiskRefusesIsSaidAndTriedAgain_data()
    {
        QTest::addColumn<bool>("isPlan");
        QTest::addColumn<bool>("isLocked");
        QTest::newRow("a task") << false << false;
        QTest::newRow("the plan") << true << false;
        QTest::newRow("a task, and the lock falls") << false << true;
    }

    void whatTheDiskRefusesIsSaidAndTriedAgain()
    {
        QFETCH(bool, isPlan);
        QFETCH(bool, isLocked);
        if (!m_disk->isThere())
            QSKIP("no right to mount a disk here");
        if (isLocked)
            setPin();
        if (isPlan)
            put("CarePlan",
                "'status':'active','intent':'plan','activity':[{'detail':{'status':'scheduled',"
                "'instantiatesCanonical':['https://c.example/Library/ride-the-urge']}}]");
        else
            put("Task", "'status':'requested','intent':'order','focus':{'reference':'Library/ride-the-urge'}");
        m_report->ask(u"ride-the-urge"_s, m_texts, true);
        QVERIFY(m_report->isAsked() && m_report->isOn() && !m_report->isUntold());
        m_report->noteSeen();
        m_disk->fill();
        m_report->leave();
        QVERIFY(m_report->isUntold());
        QCOMPARE(waiting(), 0);
        // At the same end again the switch is on.
        m_report->ask(u"ride-the-urge"_s, m_texts, false);
        QVERIFY(m_report->isAsked() && m_report->isOn());
        if (isLocked)
            m_account->lock();
        QVERIFY(m_disk->resize(8192));
        if (isLocked)
            unlock();
        else
            m_report->leave();
        QVERIFY(!m_report->isUntold());
        QCOMPARE(m_account->records()->outbox().value_or(QList<OutboxEntry>()).size(), 1);
        m_report->ask(u"ride-the-urge"_s, m_texts, true);
        QVERIFY(!m_report->isAsked()); // told once
    }

    void switchedOffItIsTakenBack()
    {
        if (!m_disk->isThere())
            QSKIP("no right to mount a disk here");
        put("Task", "'status':'requested','intent':'order','focus':{'reference':'Library/ride-the-urge'}");
        m_report->ask(u"ride-the-urge"_s, m_texts, true);
        m_report->noteSeen();
        m_disk->fill();
        m_report->leave();
        QVERIFY(m_report->isUntold());
        m_report->ask(u"ride-the-urge"_s, m_texts, true);
        m_report->setOn(false);
        QVERIFY(m_disk->resize(8192));
        m_report->leave();
        QVERIFY(!m_report->isUntold());
        QCOMPARE(waiting(), 0);
    }
};

int main(int argc, char **argv)
{
    SmallDisk::prepare();
    const QGuiApplication application(argc, argv);
    TestDoneReport test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_done_report.moc"
