// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-breath ROUNDS: prints one line of JSON. {"runRatios": the processor time of a breath that plays, by that of a bare shape of the same
// size which moves in the same way, over whole breaths in turn; "pausedFrames", "pausedMilliseconds", "hiddenFrames",
// "hiddenMilliseconds": frames and processor time of a second in which it is paused, or was running when its window was hidden, the most of
// all}. Ends with 1 when QML complains, or when it does not run where it should.

#include "QmlWarnings.h"
#include "fakes/FakeHaptics.h"
#include "fakes/FakeNotifier.h"
#include "fakes/FakeScreenAwake.h"
#include "view/MinuteTimer.h"
#include "view/QmlTypes.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <cstdio>
#include <ctime>
#include <memory>

using namespace handrail;

namespace {

constexpr int breathMilliseconds = 10'000; ///< one in, one out

double processorMilliseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}

/// Lets the program run for so long; gives what it used of the processor.
double spentIn(int milliseconds)
{
    const double before = processorMilliseconds();
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, qApp, [] { QCoreApplication::exit(); });
    QGuiApplication::exec();
    return processorMilliseconds() - before;
}

struct Shown {
    std::unique_ptr<QQuickWindow> window = std::make_unique<QQuickWindow>();
    std::unique_ptr<QQuickItem> page;

    Shown(QQmlEngine &engine, const QString &address, const QVariantMap &properties)
    {
        QQmlComponent component(&engine, QUrl(address));
        page.reset(qobject_cast<QQuickItem *>(component.createWithInitialProperties(properties)));
        if (!page)
            qFatal("%s", qPrintable(component.errorString()));
        page->setParentItem(window->contentItem());
        page->setSize(QSizeF(390, 700));
        window->resize(390, 700);
        window->show();
        spentIn(300); // until it is drawn
    }
};

/// The most frames and the most processor time of a second.
struct Still {
    int frames = 0;
    double milliseconds = 0;

    void measure(const QQuickWindow &window)
    {
        spentIn(300); // until it has come to rest
        int seen = 0;
        const auto counting = QObject::connect(&window, &QQuickWindow::frameSwapped, qApp, [&seen] { ++seen; });
        milliseconds = std::max(milliseconds, spentIn(1000));
        frames = std::max(frames, seen);
        QObject::disconnect(counting);
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    const int rounds = argc > 1 ? QByteArray(argv[1]).toInt() : 3;
    const SystemClock clock;
    FakeHaptics haptics;
    FakeScreenAwake screen;
    FakeNotifier notifier;
    MinuteTimer minute(clock);
    Navigator navigator;
    TimedPlayer timed(clock, haptics, screen);
    NavigatorSingleton::instance = &navigator;
    TimedSingleton::instance = &timed;
    QQmlEngine engine;
    const QmlWarnings warnings(engine);
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    const Result<Exercise> breath = readExercise(R"({"kind":"breath","minutes":[60],"phases":[
        {"say":"Breathe in","seconds":4,"shape":"grow"},{"say":"Breathe out","seconds":6,"shape":"shrink"}],"lines":["Let your shoulders drop."]})");
    if (!breath)
        return 1;

    QJsonArray ratios;
    Still paused;
    Still hidden;
    for (int round = 0; round < rounds; ++round) {
        double floor = 0;
        {
            const Shown bare(engine, QStringLiteral("qrc:/qt/qml/Handrail/Bench/BareShape.qml"), {});
            floor = spentIn(breathMilliseconds);
        }
        timed.begin(*breath, {});
        const Shown player(engine, QStringLiteral("qrc:/qt/qml/Handrail/Players/BreathPlayer.qml"),
                           {{QStringLiteral("skill"), QVariant::fromValue<SkillView *>(nullptr)}});
        ratios << spentIn(breathMilliseconds) / floor;
        if (timed.state() != TimedPlayer::Running)
            return 1;
        timed.pause();
        paused.measure(*player.window);
        timed.resume();
        player.window->hide();
        hidden.measure(*player.window);
        if (timed.state() != TimedPlayer::Away)
            return 1;
    }
    const QJsonObject measured{{QStringLiteral("runRatios"), ratios},
                               {QStringLiteral("pausedFrames"), paused.frames},
                               {QStringLiteral("pausedMilliseconds"), paused.milliseconds},
                               {QStringLiteral("hiddenFrames"), hidden.frames},
                               {QStringLiteral("hiddenMilliseconds"), hidden.milliseconds}};
    std::printf("%s\n", QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    return warnings.count() == 0 ? 0 : 1;
}
