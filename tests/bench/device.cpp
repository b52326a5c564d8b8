// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-device FOLDER fill COUNT: signs in, downloads COUNT records and leaves them in FOLDER/device; prints how many there are.
// bench-device FOLDER help ROUNDS: opens the app there and prints the frames from each press on Help now to Help on the screen.
// bench-device FOLDER skill ROUNDS: opens the app there and taps from Today to a skill that runs; prints for each round how many taps that
// took, the longest single turn of the event loop on the way, in microseconds of the processor: a tap, a timer, or a frame with its layout and
// its drawing, and the frames from the last tap to the one with the exercise.
// bench-device FOLDER walk SECONDS: opens the app there and walks all its pages; prints its memory (PSS in KiB) after the first rounds and
// at the end, and how many rounds there were.
// A process of its own: what it maps must not be shared with the processes whose memory is measured.

#include "FirstFrame.h"
#include "Stage.h"

#include <QAccessible>
#include <QDeadlineTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

using namespace handrail;

namespace {

/// That the thread of the windows has spent.
qint64 processorMicroseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1'000'000 + spent.tv_nsec / 1000;
}

/// Knows how long the longest thing took that the event loop of the windows had to do, in time of the processor: what else runs on the machine
/// does not count.
class Watched final : public QGuiApplication
{
public:
    using QGuiApplication::QGuiApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_depth > 0)
            return QGuiApplication::notify(receiver, event);
        ++m_depth;
        const qint64 before = processorMicroseconds();
        const bool isTaken = QGuiApplication::notify(receiver, event);
        m_longest = std::max(m_longest, processorMicroseconds() - before);
        --m_depth;
        return isTaken;
    }
    /// In microseconds, since the last call.
    qint64 takeLongest() { return std::exchange(m_longest, 0); }

private:
    int m_depth = 0;
    qint64 m_longest = 0;
};

/// Past check-ins at the clinic, a day apart, until the patient has so many in all.
bool addPastCheckIns(Stage &stage, int count)
{
    const QJsonArray existing = stage.recordsAtClinic(QStringLiteral("p101"), QStringLiteral("QuestionnaireResponse"));
    if (existing.isEmpty())
        return false;
    QJsonArray entries;
    for (int i = int(existing.size()); i < count; ++i) {
        QJsonObject answer = existing.first().toObject();
        const QString time = stage.clock().nowUtc().addDays(-i - 100).toString(Qt::ISODate);
        answer[QLatin1String("id")] = QStringLiteral("bench-%1").arg(i);
        answer[QLatin1String("authored")] = time;
        answer.remove(QLatin1String("identifier"));
        answer.remove(QLatin1String("meta"));
        entries << QJsonObject{{QStringLiteral("resource"), answer}};
    }
    return entries.isEmpty() || stage.importToClinic(entries);
}

/// For what is done once and not measured, in milliseconds.
constexpr int longestFill = 300'000;

/// Signs in, downloads everything and closes the app. How many records the device holds then; 0 when that failed.
int fillDevice(Stage &stage, int wanted)
{
    if (!stage.openClinic() || !addPastCheckIns(stage, wanted)) {
        qWarning() << "the clinic has not got so many records";
        return 0;
    }
    if (!stage.openApp() || !stage.signIn(QStringLiteral("maya"), QStringLiteral("demo"), longestFill)) {
        qWarning() << stage.screen().spoken();
        return 0;
    }
    const Account &account = stage.app().account();
    if (!stage.screen().waitUntil([&account] { return account.sync() && account.sync()->lastSuccess().isValid(); }, longestFill))
        return 0;
    int count = 0;
    for (const SyncPart &part : account.sync()->parts())
        count += part.count;
    stage.closeApp();
    // The start must not depend on the network: there is none.
    stage.closeClinic();
    return count;
}

/// Frames from the press on Help now to Help on the screen.
QList<int> helpFrames(Stage &stage, int rounds)
{
    QList<int> frames;
    if (!stage.openApp() || !stage.screen().waitFor(QStringLiteral("Help now")))
        return frames;
    Screen &screen = stage.screen();
    for (int i = 0; i < rounds; ++i) {
        if (screen.picture().isNull())
            return {};
        QSignalSpy swapped(&screen.window(), &QQuickWindow::frameSwapped);
        if (!screen.press(QStringLiteral("Help now")) || !screen.waitFor(QStringLiteral("Call 988")))
            return {};
        // It is there; it is seen with the next frame.
        const qsizetype before = swapped.count();
        if (!screen.waitUntil([&] { return swapped.count() > before; }))
            return {};
        frames << int(before + 1);
        if (!screen.press(QStringLiteral("Today")) || !screen.waitFor(QStringLiteral("Start the check-in")))
            return {};
    }
    stage.closeApp();
    return frames;
}

/// A finger on it, once it is there.
bool tap(Screen &screen, const QString &name)
{
    if (!screen.waitFor(name))
        return false;
    const QPoint middle = screen.window().mapFromGlobal(screen.find(name)->rect().center());
    QTest::mouseClick(&screen.window(), Qt::LeftButton, {}, middle);
    return true;
}

/// From Today to a breath that runs, again and again.
bool openSkills(Stage &stage, Watched &watched, int rounds)
{
    if (!stage.openApp() || !stage.screen().waitFor(QStringLiteral("Skills")))
        return false;
    Screen &screen = stage.screen();
    for (int i = 0; i < rounds; ++i) {
        if (screen.picture().isNull()) // all that came with the last page is done
            return false;
        watched.takeLongest();
        int taps = tap(screen, QStringLiteral("Skills")) ? 1 : 0;
        if (!screen.waitFor(QStringLiteral("Craving now, start Ride the urge")))
            return false;
        const QSignalSpy swapped(&screen.window(), &QQuickWindow::frameSwapped);
        taps += tap(screen, QStringLiteral("Craving now, start Ride the urge")) ? 1 : 0;
        if (!screen.waitUntil([&stage] { return stage.app().timed().state() == TimedPlayer::Running; }))
            return false;
        // It runs; it is seen with the next frame.
        const qsizetype before = swapped.count();
        if (!screen.waitUntil([&] { return swapped.count() > before; }))
            return false;
        screen.settle(1);
        std::printf("%d %lld %d\n", taps, static_cast<long long>(watched.takeLongest()), int(before + 1));
        if (!screen.press(QStringLiteral("Close")) || !screen.waitFor(QStringLiteral("What may help now"))
            || !screen.press(QStringLiteral("Today")) || !screen.waitFor(QStringLiteral("Start the check-in*")))
            return false;
    }
    stage.closeApp();
    return true;
}

/// Every page once, from Today back to Today. False when one does not come.
bool walkOnce(Screen &screen)
{
    static constexpr std::pair<const char *, const char *> steps[] = {{"Schedule", "Days of this week"},
                                                                      {"Evening group, Today*", "What to bring"},
                                                                      {"Back", "Days of this week"},
                                                                      {"Today", "Start the check-in*"},
                                                                      {"Start the check-in", "Skip"},
                                                                      {"Close*", "Next session: Evening group*"},
                                                                      {"Skills", "Skills"},
                                                                      {"Learn", "Learn"},
                                                                      {"Today", "You and settings*"},
                                                                      {"You and settings*", "You and privacy"},
                                                                      {"Help now", "Call 988"},
                                                                      {"Today", "Next session: Evening group*"}};
    for (const auto &[press, mark] : steps) {
        if (!screen.press(QString::fromUtf8(press)) || !screen.waitFor(QString::fromUtf8(mark))) {
            qWarning() << press << screen.spoken();
            return false;
        }
        // No event loop runs here, and only one would remove what was left for later.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

bool walk(Stage &stage, int seconds)
{
    constexpr int firstRounds = 3; // until each page has been made once, and caches have their size
    if (!stage.openApp() || !stage.screen().waitFor(QStringLiteral("Next session: Evening group*")))
        return false;
    long start = 0;
    int rounds = 0;
    for (const QDeadlineTimer end(std::chrono::seconds{seconds}); !end.hasExpired() || rounds <= firstRounds; ++rounds) {
        if (rounds == firstRounds)
            start = proportionalSetKib();
        if (!walkOnce(stage.screen()))
            return false;
    }
    std::printf("%ld %ld %d\n", start, proportionalSetKib(), rounds);
    stage.closeApp();
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    Watched app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("handrail"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    Stage stage(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()), arguments.at(1));
    const int number = arguments.at(3).toInt();
    if (arguments.at(2) == QLatin1String("fill")) {
        std::printf("%d\n", fillDevice(stage, number));
        return 0;
    }
    if (arguments.at(2) == QLatin1String("walk"))
        return walk(stage, number) ? 0 : 1;
    if (arguments.at(2) == QLatin1String("skill"))
        return openSkills(stage, app, number) ? 0 : 1;
    for (const int frames : helpFrames(stage, number))
        std::printf("%d\n", frames);
    return 0;
}
