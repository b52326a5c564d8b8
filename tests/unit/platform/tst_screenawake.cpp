// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/DesktopScreenAwake.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QTest>

using namespace handrail;

namespace {

const QString service = QStringLiteral("org.freedesktop.ScreenSaver");
const QString path = QStringLiteral("/org/freedesktop/ScreenSaver");

} // namespace

/// A desktop's service, as the specification has it, on a connection of its own.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public:
    QStringList said;
    QList<uint> held;
    uint nextCookie = 40;

public Q_SLOTS:
    uint Inhibit(const QString &app, const QString &reason)
    {
        said << app << reason;
        held << nextCookie;
        return nextCookie++;
    }
    void UnInhibit(uint cookie)
    {
        if (!held.removeOne(cookie))
            qFatal("nothing is held by %u", cookie);
    }
};

class ScreenAwakeTest : public QObject
{
    Q_OBJECT

    FakeService m_service;

private Q_SLOTS:
    void init()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            QSKIP("there is no session bus here");
        m_service.said.clear();
        m_service.held.clear();
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("service"));
        QVERIFY(bus.registerObject(path, &m_service, QDBusConnection::ExportAllSlots) && bus.registerService(service));
    }
    void cleanup()
    {
        QDBusConnection(QStringLiteral("service")).unregisterService(service);
        QDBusConnection::disconnectFromBus(QStringLiteral("service"));
    }

    void heldOnceAndLetGo()
    {
        DesktopScreenAwake screen;
        screen.release(); // of nothing
        screen.hold();
        screen.hold();
        QTRY_COMPARE(m_service.held.size(), 1);
        QCOMPARE(m_service.said, (QStringList{QStringLiteral("Handrail"), QStringLiteral("In use")})); // anybody can read it
        QTest::qWait(50);                                                                              // until its answer is here
        screen.release();
        screen.release();
        QTRY_COMPARE(m_service.held.size(), 0);
        screen.hold();
        QTRY_COMPARE(m_service.held.size(), 1);
        QCOMPARE(m_service.held.first(), m_service.nextCookie - 1);
        QTest::qWait(50);
        screen.release();
        QTRY_COMPARE(m_service.held.size(), 0);
    }

    void letGoBeforeTheAnswer()
    {
        DesktopScreenAwake screen;
        const uint first = m_service.nextCookie;
        screen.hold();
        screen.release();
        screen.hold();
        QTRY_COMPARE(m_service.nextCookie, first + 2);
        QTRY_COMPARE(m_service.held, QList<uint>{first + 1}); // the newest alone
        QTest::qWait(50);
        QCOMPARE(m_service.held.size(), 1);
        screen.release();
        QTRY_COMPARE(m_service.held.size(), 0);
    }

    void letGoAtTheEnd()
    {
        {
            DesktopScreenAwake screen;
            screen.hold();
            QTRY_COMPARE(m_service.held.size(), 1);
            QTest::qWait(50);
        }
        QTRY_COMPARE(m_service.held.size(), 0);
    }

    void withoutTheServiceNothingHappens()
    {
        QDBusConnection(QStringLiteral("service")).unregisterService(service);
        DesktopScreenAwake screen;
        screen.hold();
        QTest::qWait(100);
        screen.release();
        QVERIFY(m_service.said.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ScreenAwakeTest)
#include "tst_screenawake.moc"
