// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-long FOLDER weeks COUNT: signs in, with ten groups in each of COUNT weeks from this one on, and leaves them in FOLDER/device.
// bench-long FOLDER messages COUNT: the same with COUNT messages in the thread.
// Both print how many there are.
// bench-long FOLDER schedule ROUNDS: opens the app there and prints the microseconds of each way from Today to Schedule on the screen.
// bench-long FOLDER scroll FRAMES: opens the thread there and scrolls back through it; prints how many messages came in so many frames, and
// the microseconds that each frame took to be brought up to date and drawn.

#include "Stage.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QQuickItem>
#include <QTimeZone>
#include <algorithm>
#include <cstdio>

using namespace handrail;

namespace {

const QString patient = QStringLiteral("p101");
constexpr int groups = 10;

/// As the first of this type that the clinic has of the patient, with nothing that is that one's alone.
QJsonObject pattern(const Stage &stage, const QString &type)
{
    QJsonObject record = stage.recordsAtClinic(patient, type).first().toObject();
    for (const char *own : {"identifier", "meta", "partOf", "inResponseTo", "received"})
        record.remove(QLatin1String(own));
    return record;
}

bool addWeeks(Stage &stage, int weeks)
{
    QJsonArray entries;
    QJsonObject session = pattern(stage, QStringLiteral("Appointment"));
    const QDate monday(2026, 11, 16);
    for (int i = 0; i < weeks * groups; ++i) {
        const QDateTime start(monday.addDays(i / groups * 7 + i % groups / 2), QTime(i % 2 ? 16 : 14, 0), QTimeZone::utc());
        session[QLatin1String("id")] = QStringLiteral("bench-%1").arg(i);
        session[QLatin1String("status")] = QStringLiteral("booked");
        session[QLatin1String("start")] = start.toString(Qt::ISODate);
        session[QLatin1String("end")] = start.addSecs(3600).toString(Qt::ISODate);
        entries << QJsonObject{{QStringLiteral("resource"), session}};
    }
    return stage.importToClinic(entries);
}

bool addMessages(Stage &stage, int count)
{
    static constexpr int atOnce = 1000;
    QJsonObject message = pattern(stage, QStringLiteral("Communication"));
    for (int begun = 0; begun < count; begun += atOnce) {
        QJsonArray entries;
        for (int i = begun; i < std::min(begun + atOnce, count); ++i) {
            message[QLatin1String("id")] = QStringLiteral("bench-%1").arg(i);
            message[QLatin1String("sent")] = stage.clock().nowUtc().addSecs(-3600 - (count - i) * 1800).toString(Qt::ISODate);
            message[QLatin1String("payload")] =
                QJsonArray{QJsonObject{{QStringLiteral("contentString"),
                                        QStringLiteral("Line %1: %2")
                                            .arg(i)
                                            .arg(QStringLiteral("see you in group, and bring the sheet. ").repeated(1 + i % 4))}}};
            entries << QJsonObject{{QStringLiteral("resource"), message}};
        }
        if (!stage.importToClinic(entries))
            return false;
    }
    return true;
}

/// How many of the type are here after the download; 0 when something failed.
int fill(Stage &stage, bool isOfWeeks, int count)
{
    if (!stage.openClinic() || !(isOfWeeks ? addWeeks(stage, count) : addMessages(stage, count)) || !stage.openApp()
        || !stage.signIn(QStringLiteral("maya"), QStringLiteral("demo")))
        return 0;
    const Account &account = stage.app().account();
    if (!stage.screen().waitUntil([&account] { return account.sync() && account.sync()->lastSuccess().isValid(); }, 120'000))
        return 0;
    int held = 0;
    for (const SyncPart &part : account.sync()->parts()) {
        if (part.type == (isOfWeeks ? QLatin1String("Appointment") : QLatin1String("Communication")))
            held += part.count;
    }
    stage.closeApp();
    stage.closeClinic();
    return held;
}

bool openSchedule(Stage &stage, int rounds)
{
    if (!stage.openApp() || !stage.screen().waitFor(QStringLiteral("Next session:*")))
        return false;
    Screen &screen = stage.screen();
    for (int i = 0; i < rounds; ++i) {
        if (screen.picture().isNull())
            return false;
        QElapsedTimer timer;
        timer.start();
        if (!screen.press(QStringLiteral("Schedule")) || !screen.waitFor(QStringLiteral("Days of this week")))
            return false;
        screen.settle(1);
        std::printf("%lld\n", timer.nsecsElapsed() / 1000);
        if (!screen.press(QStringLiteral("Today")) || !screen.waitFor(QStringLiteral("Next session:*")))
            return false;
    }
    return true;
}

bool scroll(Stage &stage, int frames)
{
    if (!stage.openApp() || !stage.screen().waitFor(QStringLiteral("Next session:*")))
        return false;
    Screen &screen = stage.screen();
    stage.app().navigator().go(Navigator::Messages);
    if (!screen.waitFor(QStringLiteral("Messages")) || screen.picture().isNull())
        return false;
    auto *list = qobject_cast<QQuickItem *>(screen.find(QStringLiteral("Messages"))->object());
    if (!list || !list->property("contentY").isValid())
        return false;
    // One thread does both in the software renderer.
    QElapsedTimer timer;
    QList<qint64> took;
    QObject::connect(&screen.window(), &QQuickWindow::beforeSynchronizing, &screen.window(), [&timer] { timer.start(); });
    QObject::connect(&screen.window(), &QQuickWindow::afterRendering, &screen.window(),
                     [&] { took << timer.nsecsElapsed() / 1000; });
    // As a very quick finger does it, again and again: about a third of the page in a frame. Older ones are read as the end comes near.
    list->setProperty("maximumFlickVelocity", 16'000);
    const bool isDone = screen.waitUntil(
        [&] {
            if (list->property("verticalVelocity").toReal() > -12'000)
                QMetaObject::invokeMethod(list, "flick", Q_ARG(qreal, 0), Q_ARG(qreal, 16'000));
            return took.size() >= frames;
        },
        300'000);
    std::printf("%d\n", list->property("count").toInt());
    for (const qint64 each : std::as_const(took))
        std::printf("%lld\n", each);
    return isDone;
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("handrail"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    Stage stage(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()), arguments.at(1));
    const QString what = arguments.at(2);
    const int number = arguments.at(3).toInt();
    if (what == QLatin1String("weeks") || what == QLatin1String("messages")) {
        std::printf("%d\n", fill(stage, what == QLatin1String("weeks"), number));
        return 0;
    }
    const bool isDone = what == QLatin1String("scroll") ? scroll(stage, number) : openSchedule(stage, number);
    if (!isDone)
        qWarning() << stage.screen().spoken();
    stage.closeApp();
    return isDone ? 0 : 1;
}
