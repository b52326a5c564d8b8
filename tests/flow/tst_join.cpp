// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "RelativesSide.h"
#include "Stage.h"

#include <QCoroTask>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

const QByteArray key = "a secret that only this test and its clinic know";

/// What the Jitsi behind a link reads.
struct Token {
    explicit Token(const QUrl &link)
    {
        const QList<QByteArray> parts = link.query().mid(4).toLatin1().split('.');
        room = link.path().section(u'/', -1);
        if (parts.size() != 3 || !link.query().startsWith(u"jwt="))
            return;
        claims = QJsonDocument::fromJson(QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding)).object();
        isGood = QMessageAuthenticationCode::hash(QByteArray(parts.at(0) + '.' + parts.at(1)), key, QCryptographicHash::Sha256)
            == QByteArray::fromBase64(parts.at(2), QByteArray::Base64UrlEncoding);
    }
    [[nodiscard]] QString name() const
    {
        return claims.value(QLatin1String("context"))
            .toObject()
            .value(QLatin1String("user"))
            .toObject()
            .value(QLatin1String("name"))
            .toString();
    }

    QString room;
    QJsonObject claims;
    bool isGood = false;
};

QStringList told;
QtMessageHandler before = nullptr;
void listen(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    told << text;
    if (before)
        before(type, context, text);
}

} // namespace

/// Both go into the family session of a clinic that makes its links at the tap; who may not, does not.
class TestJoinJourney final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }

    void comeAt(const QTime &utc, const QString &name)
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 20), utc, QTimeZone::utc()));
        QFile file(m_stage->folder() + QStringLiteral("/jitsi.key"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(key) > 0);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(m_stage->openClinic({QStringLiteral("--jitsi-url"), QStringLiteral("https://meet.example/rooms"),
                                     QStringLiteral("--jitsi-app"), QStringLiteral("harbor"), QStringLiteral("--jitsi-key-file"),
                                     file.fileName()}));
        QVERIFY(m_stage->openApp());
        QVERIFY2(m_stage->signIn(name, QStringLiteral("demo")), qPrintable(screen().spoken()));
    }
    /// What shows now, as each person may have set it, into the folder HANDRAIL_PICTURES, if that is set.
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("HANDRAIL_PICTURES");
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return;
        Preferences &preferences = m_stage->app().preferences();
        const auto save = [&](const char *look) {
            QTest::qWait(400);
            (void)screen().picture().save(folder + u'/' + QLatin1String(name) + u'-' + QLatin1String(look)
                                          + QStringLiteral(".png"));
        };
        save("light");
        preferences.setAppearance(Preferences::Dark);
        save("dark");
        preferences.setAppearance(Preferences::Light);
        preferences.setTextScale(2);
        save("large");
        preferences.setTextScale(1);
        preferences.setLanguage(QStringLiteral("es"));
        save("es");
        preferences.setLanguage(QStringLiteral("en"));
        screen().window().resize(844, 390);
        save("low");
        screen().window().resize(390, 844);
        QTest::qWait(400);
    }
    void later(int minutes)
    {
        m_stage->clock().advance(std::chrono::minutes(minutes));
        Q_EMIT m_stage->app().account().recordsChanged(); // as the minute would, which nobody waits for here
    }
    /// From the first page to the browser.
    void goIn()
    {
        QVERIFY2(screen().waitFor(QStringLiteral("Join"), 20'000), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Join")));
        QVERIFY2(screen().waitFor(QStringLiteral("Only you see this")), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("The video page may show “*”, or ask for your name")), qPrintable(screen().spoken()));
        QVERIFY(m_stage->person().visited().isEmpty());
        m_stage->callDevices().speak(0.15);
        picture("check");
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(screen().waitFor(QStringLiteral("Your session opened")), qPrintable(screen().spoken()));
        picture("opened");
        QVERIFY(!screen().has(QStringLiteral("*in the browser, too."))); // what was chosen went along
        QCOMPARE(m_stage->person().visited().size(), 1);
    }
    /// The link, and how it is with it.
    Token takeLink(const QString &name)
    {
        const QUrl link = m_stage->person().visited().first();
        const Token token(link);
        const qint64 now = m_stage->clock().nowUtc().toSecsSinceEpoch();
        const qint64 ends = token.claims.value(QLatin1String("exp")).toInteger();
        if (!token.isGood || token.name() != name || ends <= now || ends > now + 300)
            qWarning("%s %lld", QJsonDocument(token.claims).toJson().constData(), now);
        return token;
    }
    void looksForLinks()
    {
        const QByteArray part = m_stage->person().visited().first().query().mid(4, 40).toLatin1();
        for (const QString &line : told)
            QVERIFY2(!line.contains(QLatin1String("meet.example")) && !line.contains(QString::fromLatin1(part)), qPrintable(line));
        QVERIFY(!screen().spoken().contains(QLatin1String("meet.example")));
        for (const auto &[title, text] : m_stage->notifier().shown())
            QVERIFY(!title.contains(QLatin1String("meet")) && !text.contains(QLatin1String("meet")));
        QDirIterator files(m_stage->folder() + QStringLiteral("/device"), QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("meet.example") && !bytes.contains(part), qPrintable(file.fileName()));
            ++count;
        }
        QVERIFY(count > 0);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
        told.clear();
        before = qInstallMessageHandler(listen);
    }
    void cleanup()
    {
        m_stage.reset();
        qInstallMessageHandler(before);
    }

    void bothComeIntoOneRoom()
    {
        comeAt(QTime(22, 21), QStringLiteral("maya"));
        goIn();
        const Token maya = takeLink(QStringLiteral("Maya"));
        QVERIFY(maya.isGood && maya.name() == QLatin1String("Maya"));
        const qint64 now = m_stage->clock().nowUtc().toSecsSinceEpoch();
        const qint64 ends = maya.claims.value(QLatin1String("exp")).toInteger();
        QVERIFY(ends > now && ends <= now + 300);
        looksForLinks();
        // A link that is lost is made anew.
        QVERIFY(screen().press(QStringLiteral("Join again")));
        QVERIFY(screen().waitUntil([this] { return m_stage->person().visited().size() == 2; }));
        QVERIFY(screen().waitFor(QStringLiteral("Leave")));
        QVERIFY(screen().press(QStringLiteral("Leave")));
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*")));
        QVERIFY(m_stage->callDevices().isLetGo());
        QVERIFY2(m_stage->signOut(), qPrintable(screen().spoken()));
        m_stage->person().forgetVisited();
        QVERIFY2(m_stage->signIn(QStringLiteral("rosa"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        goIn();
        const Token rosa = takeLink(QStringLiteral("Rosa"));
        QVERIFY(rosa.isGood && rosa.name() == QLatin1String("Rosa"));
        QCOMPARE(rosa.room, maya.room);
        looksForLinks();
    }

    // The one question: for oneself alone, once, and to be found and taken away again.
    void howItWasIsAskedOnceAndStaysHere()
    {
        comeAt(QTime(22, 21), QStringLiteral("maya"));
        goIn();
        later(30); // the session is on, and they leave before its end
        QVERIFY(screen().press(QStringLiteral("Leave")));
        QVERIFY2(screen().waitFor(QStringLiteral("How was it?")), qPrintable(screen().spoken()));
        QVERIFY(screen().has(QStringLiteral("Only on this device. Nobody else sees it.")) && screen().has(QStringLiteral("Skip")));
        QVERIFY2(screen().has(QStringLiteral("Next: *")), qPrintable(screen().spoken()));
        picture("how-was-it");
        QVERIFY(screen().press(QStringLiteral("Very good")));
        QVERIFY2(screen().waitFor(QStringLiteral("Done")), qPrintable(screen().spoken()));
        picture("how-was-it-said");
        QVERIFY(screen().press(QStringLiteral("Done")));
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*")));
        later(60);
        QTest::qWait(300);
        QVERIFY2(!screen().has(QStringLiteral("How was it?")), qPrintable(screen().spoken()));
        // It is theirs in the list of sessions, also after a new start.
        m_stage->closeApp();
        QVERIFY(m_stage->openApp());
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*")));
        QVERIFY(!screen().has(QStringLiteral("How was it?")));
        m_stage->app().navigator().go(Navigator::Attendance);
        QVERIFY2(screen().waitFor(QStringLiteral("How it was: Very good")), qPrintable(screen().spoken()));
        picture("how-it-was");
        // Nowhere else: not at the clinic, not on its way there, not in the log, not to be read on the disk.
        QCOMPARE(m_stage->app().account().records()->unsentCount(), 0);
        QVERIFY2(!m_stage->inbox().contains("ery good"), m_stage->inbox().constData());
        for (const QString &line : told)
            QVERIFY2(!line.contains(QLatin1String("very-good")) && !line.contains(QLatin1String("Very good")), qPrintable(line));
        QDirIterator files(m_stage->folder() + QStringLiteral("/device"), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("very-good") && !bytes.contains("how-it-was"), qPrintable(file.fileName()));
        }
        QVERIFY(screen().press(QStringLiteral("Remove what I said of Family session*")));
        QVERIFY2(screen().waitUntil([this] { return !screen().has(QStringLiteral("How it was: *")); }),
                 qPrintable(screen().spoken()));
        m_stage->app().navigator().home();
        QTest::qWait(300);
        QVERIFY(!screen().has(QStringLiteral("How was it?")));
    }

    void whoComesBackLaterIsAskedOnTheFirstPage()
    {
        comeAt(QTime(22, 21), QStringLiteral("maya"));
        goIn();
        QVERIFY(screen().press(QStringLiteral("Leave"))); // the session is in the browser, and has not begun
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*")));
        QVERIFY(!screen().has(QStringLiteral("How was it?")));
        later(70);
        QVERIFY2(screen().waitFor(QStringLiteral("How was it?")), qPrintable(screen().spoken()));
        QVERIFY2(screen().has(QStringLiteral("Family session*")), qPrintable(screen().spoken()));
        picture("how-was-it-card");
        QVERIFY(screen().press(QStringLiteral("Say how it was")));
        QVERIFY2(screen().waitFor(QStringLiteral("Very hard")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Skip")));
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*")));
        QVERIFY2(screen().waitUntil([this] { return !screen().has(QStringLiteral("How was it?")); }),
                 qPrintable(screen().spoken()));
        m_stage->closeApp();
        QVERIFY(m_stage->openApp());
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*")));
        QTest::qWait(300);
        QVERIFY(!screen().has(QStringLiteral("How was it?")));
    }

    void anotherPersonsSessionIsNotThere()
    {
        comeAt(QTime(22, 21), QStringLiteral("maya"));
        QString others;
        const QJsonArray appointments = m_stage->recordsAtClinic(QStringLiteral("p102"), QStringLiteral("Appointment"));
        for (const QJsonValue &appointment : appointments)
            others = appointment.toObject().value(QLatin1String("id")).toString();
        QVERIFY(!others.isEmpty());
        const QString path = QStringLiteral("Appointment/") + others + QStringLiteral("/$join");
        const auto answer = QCoro::waitFor(m_stage->app().account().operation()->post(path, QByteArray()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().httpStatus, 404);
        QVERIFY(m_stage->person().visited().isEmpty());
    }

    void aConsentThatEndsBeforeTheTapShutsIt()
    {
        comeAt(QTime(22, 21), QStringLiteral("rosa"));
        QVERIFY(screen().waitFor(QStringLiteral("Join"), 20'000));
        QVERIFY(screen().press(QStringLiteral("Join")));
        QVERIFY(screen().waitFor(QStringLiteral("Only you see this")));
        QVERIFY(m_stage->endConsent(QStringLiteral("r101-1")));
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(screen().waitFor(QStringLiteral("This session is not open for you.")), qPrintable(screen().spoken()));
        picture("refused");
        QVERIFY(m_stage->person().visited().isEmpty());
    }

    void beforeItOpensOneWaitsAndLeavesWithOneTap()
    {
        comeAt(QTime(22, 5), QStringLiteral("maya")); // it opens at 5:15 pm
        QVERIFY2(screen().waitFor(QStringLiteral("Join opens at 5:15 pm"), 20'000), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("Join opens at 5:15 pm")));
        QVERIFY(screen().waitFor(QStringLiteral("I’m ready")));
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(screen().waitFor(QStringLiteral("You’re in the right place")), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("Join")));
        picture("waiting");
        QVERIFY(screen().press(QStringLiteral("Breathe, if you like")));
        QVERIFY(screen().waitFor(QStringLiteral("End the breathing circle")));
        QVERIFY(screen().press(QStringLiteral("Leave")));
        QVERIFY(screen().waitFor(QStringLiteral("You and settings*")));
        QVERIFY(m_stage->person().visited().isEmpty());
    }

    // Staff move it while somebody is on the way in: nobody is told that they are right where nothing opens.
    void aSessionThatMovesMeanwhileIsSaid()
    {
        const auto move = [this](qint64 seconds) {
            QTest::qWait(
                1100); // the clinic says its time in whole seconds, and by that the app takes one change for later than another
            return changeFamilySession(*m_stage, [seconds](QJsonObject &session) {
                const QString url = QStringLiteral("https://handrail.example/fhir/StructureDefinition/previous-start");
                QJsonArray extensions;
                for (const QJsonValue &each : session.value(QStringLiteral("extension")).toArray()) {
                    if (each[QLatin1String("url")].toString() != url)
                        extensions << each;
                }
                extensions << QJsonObject{{QStringLiteral("url"), url},
                                          {QStringLiteral("valueDateTime"), session.value(QStringLiteral("start"))}};
                session.insert(QStringLiteral("extension"), extensions);
                for (const QString &name : {QStringLiteral("start"), QStringLiteral("end")}) {
                    const QDateTime time = QDateTime::fromString(session.value(name).toString(), Qt::ISODate);
                    session.insert(name, time.addSecs(seconds).toUTC().toString(Qt::ISODate));
                }
            });
        };
        const auto isThere = [this](const char *words) { return screen().waitFor(QString::fromUtf8(words), 20'000); };
        const auto sync = [this] {
            QVERIFY(screen().waitUntil([this] { return m_stage->app().account().sync()->state() == SyncEngine::State::Idle; }));
            m_stage->app().account().refreshIfOlderThan(std::chrono::minutes(0));
        };
        comeAt(QTime(22, 5), QStringLiteral("maya")); // it opens at 5:15 pm
        QVERIFY2(isThere("Join opens at 5:15 pm") && screen().press(QStringLiteral("Join opens at 5:15 pm")),
                 qPrintable(screen().spoken()));
        QVERIFY(isThere("I’m ready"));
        QVERIFY(move(10 * 60)); // a little: one goes on waiting, and knows why
        sync();
        QVERIFY2(isThere("Moved. Was 5:30 pm"), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(isThere("You’re in the right place") && isThere("Moved. Was 5:30 pm")
                     && isThere("Join opens at 5:25 pm. Nobody sees you yet."),
                 qPrintable(screen().spoken()));
        QVERIFY(move(24 * 3600 - 10 * 60));
        sync();
        QVERIFY2(isThere("Not open yet") && isThere("Join opens tomorrow at 5:15 pm. You can come back then."),
                 qPrintable(screen().spoken()));
        QVERIFY2(isThere("Moved. Was today"), qPrintable(screen().spoken()));
        QVERIFY(!screen().has(QStringLiteral("You’re in the right place")));
        picture("moved");

        // The clinic knows before this device does.
        m_stage.reset();
        comeAt(QTime(22, 21), QStringLiteral("maya"));
        QVERIFY2(isThere("Join") && screen().press(QStringLiteral("Join")) && isThere("Only you see this"),
                 qPrintable(screen().spoken()));
        QVERIFY(move(24 * 3600));
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(isThere("Not open yet") && isThere("Join opens tomorrow at 5:15 pm. You can come back then."),
                 qPrintable(screen().spoken()));
        QVERIFY2(isThere("Moved. Was today"), qPrintable(screen().spoken())); // it is fetched then
        QVERIFY(m_stage->person().visited().isEmpty());
    }

    void withoutAMicrophoneOneCanJoin()
    {
        comeAt(QTime(22, 21), QStringLiteral("maya"));
        m_stage->callDevices().found = {true, false, false, false};
        QVERIFY(screen().waitFor(QStringLiteral("Join"), 20'000));
        QVERIFY(screen().press(QStringLiteral("Join")));
        QVERIFY2(screen().waitFor(QStringLiteral("No microphone found. You can still join.")), qPrintable(screen().spoken()));
        QVERIFY(screen().press(QStringLiteral("I’m ready")));
        QVERIFY2(screen().waitFor(QStringLiteral("Your session opened")), qPrintable(screen().spoken()));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestJoinJourney test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_join.moc"
