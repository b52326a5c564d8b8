// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/DesktopLinkDoor.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QFileOpenEvent>
#include <QProcess>
#include <QTest>

using namespace handrail;

namespace {

const QString handing = QStringLiteral("--hand-over");
const QString sessionLink = QStringLiteral("handrail://session/a1");

/// A second process, as the desktop starts one. Gives what it ended with: 0, it was taken; 1, it is to run itself.
int second(const QString &address)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {handing, address});
    while (process.state() != QProcess::NotRunning)
        QTest::qWait(10); // the first one answers meanwhile
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

} // namespace

/// Addresses that the desktop brings to the Handrail that runs, over a bus of the test's own.
class TestLinkDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_came.clear();
        m_door = std::make_unique<DesktopLinkDoor>();
    }
    void cleanup() { m_door.reset(); }

    void theFirstRunsItself() { QCOMPARE(second(sessionLink), 1); }

    void theSecondHandsOverAndEnds()
    {
        open();
        QCOMPARE(second(sessionLink), 0);
        QCOMPARE(m_came, QStringList{sessionLink});
        QCOMPARE(second(QString()), 0); // the window alone
        QCOMPARE(m_came.last(), QString());
    }

    void whoEndedTakesNothing()
    {
        open();
        m_door.reset();
        QCOMPARE(second(sessionLink), 1);
        QVERIFY(m_came.isEmpty());
    }

    // As the desktop calls it, and as no desktop would.
    void anyProgramMayCall()
    {
        open();
        QDBusConnection other = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("other"));
        const auto call = [&other](const char *method, const QVariantList &arguments) {
            QDBusMessage message =
                QDBusMessage::createMethodCall(QStringLiteral("org.handrail.app"), QStringLiteral("/org/handrail/app"),
                                               QStringLiteral("org.freedesktop.Application"), QLatin1String(method));
            message.setArguments(arguments);
            return other.call(message, QDBus::BlockWithGui, 5000).type();
        };
        const QString long100 = QString(QStringLiteral("handrail://session/") + QString(100 * 1024, u'a'));
        QCOMPARE(call("Open", {QStringList{long100, sessionLink}, QVariantMap()}), QDBusMessage::ReplyMessage);
        QCOMPARE(m_came.size(), 1);
        QVERIFY(m_came.last().size() <= 4096);
        QCOMPARE(call("Open", {QStringList(), QVariantMap()}), QDBusMessage::ReplyMessage);
        QCOMPARE(m_came.last(), QString());
        QCOMPARE(call("ActivateAction", {QStringLiteral("erase"), QVariantList(), QVariantMap()}), QDBusMessage::ReplyMessage);
        QCOMPARE(m_came.last(), QString());
        QCOMPARE(call("Open", {42}), QDBusMessage::ErrorMessage);
        QCOMPARE(m_came.size(), 3);
        QDBusConnection::disconnectFromBus(QStringLiteral("other"));
    }

    void eventsOfTheSystemComeTheSameWay()
    {
        open();
        QFileOpenEvent event{QUrl(sessionLink)};
        QCoreApplication::sendEvent(QCoreApplication::instance(), &event);
        QCOMPARE(m_came, QStringList{sessionLink});
        QFileOpenEvent file{QStringLiteral("/etc/passwd")};
        QCoreApplication::sendEvent(QCoreApplication::instance(), &file);
        QCOMPARE(m_came.size(), 1);
    }

private:
    void open()
    {
        m_door->open([this](const QString &address) { m_came << address; });
    }

    std::unique_ptr<DesktopLinkDoor> m_door;
    QStringList m_came;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QString::fromLocal8Bit(argv[1]) == handing) {
        DesktopLinkDoor door;
        return door.handOver(QString::fromLocal8Bit(argv[2])) ? 0 : 1;
    }
    TestLinkDoor test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_link_door.moc"
