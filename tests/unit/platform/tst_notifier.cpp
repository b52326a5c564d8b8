// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/DesktopNotifier.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QTest>

using namespace handrail;

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

/// A desktop's notification service, as the specification has it, on a connection of its own.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        QString app;
        uint replaces;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Shown> shown;
    QList<uint> closed;
    uint nextId = 7;

    void press(uint id, const QString &action) { tell(QStringLiteral("ActionInvoked"), {id, action}); }

public Q_SLOTS:
    uint Notify(const QString &app, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        shown << Shown{app, replaces, title, body, actions, hints};
        return replaces ? replaces : nextId++;
    }
    void CloseNotification(uint id)
    {
        closed << id;
        tell(QStringLiteral("NotificationClosed"), {id, 3U});
    }

private:
    void tell(const QString &signal, const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createSignal(path, service, signal);
        message.setArguments(arguments);
        QDBusConnection(QStringLiteral("service")).send(message);
    }
};

class NotifierTest : public QObject
{
    Q_OBJECT

    FakeService m_service;

    bool open()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("service"));
        return bus.registerObject(path, &m_service, QDBusConnection::ExportAllSlots) && bus.registerService(service);
    }

private Q_SLOTS:
    void init()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            QSKIP("there is no session bus here");
        m_service.shown.clear();
        m_service.closed.clear();
        QVERIFY(open());
    }
    void cleanup()
    {
        QDBusConnection(QStringLiteral("service")).unregisterService(service);
        QDBusConnection::disconnectFromBus(QStringLiteral("service"));
    }

    void oneAtATimeAndPressed()
    {
        DesktopNotifier notifier;
        int pressed = 0;
        notifier.whenPressed([&](Notifier::Kind) { ++pressed; });
        notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("At 6 < 7 & more"));
        QTRY_COMPARE(m_service.shown.size(), 1);
        const FakeService::Shown first = m_service.shown.first();
        QCOMPARE(first.app, QStringLiteral("Handrail"));
        QCOMPARE(first.body, QStringLiteral("At 6 &lt; 7 &amp; more"));
        QCOMPARE(first.actions.first(), QStringLiteral("default"));
        QCOMPARE(first.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("org.handrail.app"));
        QTest::qWait(50); // until its id is known
        notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("Again"));
        QTRY_COMPARE(m_service.shown.size(), 2);
        QCOMPARE(m_service.shown.last().replaces, 7U); // in the place of the first

        QTest::qWait(50);
        m_service.press(99, QStringLiteral("default")); // another program's
        m_service.press(7, QStringLiteral("other"));
        m_service.press(7, QStringLiteral("default"));
        QTRY_COMPARE(pressed, 1);
        m_service.press(7, QStringLiteral("default")); // it is gone
        QTest::qWait(50);
        QCOMPARE(pressed, 1);
    }

    /// A timer that is over takes no reminder away, and neither does who has seen it.
    void eachKindStandsByItself()
    {
        m_service.nextId = 20;
        DesktopNotifier notifier;
        QList<Notifier::Kind> pressed;
        notifier.whenPressed([&](Notifier::Kind kind) { pressed << kind; });
        notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("One"));
        QTRY_COMPARE(m_service.shown.size(), 1);
        QTest::qWait(50); // until its id is known
        notifier.show(Notifier::Kind::Wait, QStringLiteral("Handrail"), QStringLiteral("Two"));
        QTRY_COMPARE(m_service.shown.size(), 2);
        QCOMPARE(m_service.shown.last().replaces, 0U);
        QTest::qWait(50);
        notifier.withdraw(Notifier::Kind::Timer); // there is none
        notifier.withdraw(Notifier::Kind::Wait);
        QTRY_COMPARE(m_service.closed, QList<uint>{21U});
        notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("Three"));
        QTRY_COMPARE(m_service.shown.size(), 3);
        QCOMPARE(m_service.shown.last().replaces, 20U);
        QTest::qWait(50);
        notifier.show(Notifier::Kind::Timer, QStringLiteral("Handrail"), QStringLiteral("Four"));
        QTRY_COMPARE(m_service.shown.size(), 4);
        QTest::qWait(50);
        m_service.press(21, QStringLiteral("default")); // it is gone
        m_service.press(20, QStringLiteral("default"));
        m_service.press(22, QStringLiteral("default"));
        const QList<Notifier::Kind> both{Notifier::Kind::Reminder, Notifier::Kind::Timer};
        QTRY_COMPARE(pressed, both);
        QTest::qWait(50);
        QCOMPARE(pressed, both);
    }

    void withdrawnAndClosed()
    {
        {
            DesktopNotifier notifier;
            notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("One"));
            notifier.withdraw(Notifier::Kind::Reminder); // before its id is known
            QTRY_COMPARE(m_service.closed.size(), 1);
            notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("Two"));
            QTRY_COMPARE(m_service.shown.size(), 2);
            QCOMPARE(m_service.shown.last().replaces, 0U);
            QTest::qWait(50);
        }
        QTRY_COMPARE(m_service.closed.size(), 2); // the app has ended
    }

    void withoutTheServiceNothingHappens()
    {
        QDBusConnection(QStringLiteral("service")).unregisterService(service);
        DesktopNotifier notifier;
        notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("One"));
        QTest::qWait(100);
        notifier.withdraw(Notifier::Kind::Reminder);
        QVERIFY(m_service.shown.isEmpty());
        QVERIFY(QDBusConnection(QStringLiteral("service")).registerService(service));
        notifier.show(Notifier::Kind::Reminder, QStringLiteral("Reminder"), QStringLiteral("Two")); // it came later
        QTRY_COMPARE(m_service.shown.size(), 1);
    }
};

QTEST_GUILESS_MAIN(NotifierTest)
#include "tst_notifier.moc"
