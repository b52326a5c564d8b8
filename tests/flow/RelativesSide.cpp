// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "RelativesSide.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>
#include <poll.h>
#include <unistd.h>

namespace handrail {

QString storeOf(Stage &stage)
{
    QByteArray all;
    Store &store = stage.app().account().records()->store();
    for (const qint64 place : store.recordPlaces().value_or(QList<qint64>()))
        all += store.recordAt(place).value_or(std::nullopt).value_or(QByteArray()) + '\n';
    return QString::fromUtf8(all);
}

bool downloadAnew(Stage &stage)
{
    Account &account = stage.app().account();
    const auto isIdle = [&] { return account.sync() && account.sync()->state() == SyncEngine::State::Idle; };
    if (!stage.screen().waitUntil(isIdle, soon))
        return false;
    const QDateTime asked = stage.clock().nowUtc();
    stage.clock().advance(std::chrono::seconds(1)); // it stands still by itself
    return stage.screen().waitUntil(
        [&] {
            if (isIdle() && account.sync()->lastSuccess() > asked)
                return true;
            account.refreshIfOlderThan(std::chrono::minutes(0));
            return false;
        },
        soon);
}

bool changeFamilySession(Stage &stage, const std::function<void(QJsonObject &)> &edit)
{
    QJsonArray entries;
    for (const QJsonValue &value : stage.recordsAtClinic(QStringLiteral("p101"), QStringLiteral("Appointment"))) {
        QJsonObject session = value.toObject();
        if (session[QLatin1String("id")].toString() != QLatin1String("a101-20261120-1730"))
            continue;
        edit(session);
        entries << QJsonObject{{QStringLiteral("resource"), session}};
    }
    return !entries.isEmpty() && stage.importToClinic(entries);
}

QString joined(Stage &stage, const QString &session)
{
    Screen &screen = stage.screen();
    stage.person().forgetVisited();
    stage.app().navigator().go(Navigator::SessionPage, session);
    if (!screen.waitFor(QStringLiteral("Join"), soon) || !screen.press(QStringLiteral("Join"))
        || !screen.waitFor(QStringLiteral("Only you see this"), soon))
        return screen.spoken();
    stage.callDevices().speak(0.15);
    if (!screen.press(QStringLiteral("I’m ready")) || !screen.waitFor(QStringLiteral("Your session opened"), soon))
        return screen.spoken();
    const QList<QUrl> visited = stage.person().visited();
    return visited.size() == 1 ? visited.first().toString() : QString();
}

namespace {

/// Each page that the relative has.
QJsonObject look(Stage &stage)
{
    Screen &screen = stage.screen();
    QJsonObject seen;
    seen[QLatin1String("isGood")] = downloadAnew(stage);
    QString spoken;
    const auto turnTo = [&](const char *tab, const char *mark) {
        const bool isThere = screen.press(QString::fromLatin1(tab)) && screen.waitFor(QString::fromUtf8(mark), soon);
        screen.settle();
        spoken += screen.spoken() + u'\n';
        if (!isThere) {
            seen[QLatin1String("isGood")] = false;
            seen[QLatin1String("missing")] = QString(seen.value(QLatin1String("missing")).toString() + QLatin1String(tab) + u", "
                                                     + QString::fromUtf8(mark) + u'\n');
        }
    };
    turnTo("Home", "Hi, Rosa");
    turnTo("Sessions", "Family session*");
    turnTo("Family session*", "Counselor");
    turnTo("Lessons", "Community help, *");
    turnTo("You", "You and privacy");
    turnTo("Home", "Hi, Rosa");
    seen[QLatin1String("spoken")] = spoken;
    seen[QLatin1String("store")] = storeOf(stage);
    QStringList told;
    for (const auto &[title, text] : stage.notifier().shown())
        told << title << text;
    seen[QLatin1String("told")] = told.join(u'\n');
    return seen;
}

/// Help outside the clinic, in the relative's own app.
QJsonObject community(Stage &stage)
{
    Screen &screen = stage.screen();
    const auto press = [&](const char *name) {
        return screen.waitFor(QString::fromUtf8(name), soon) && screen.press(QString::fromUtf8(name));
    };
    const bool isGood = press("Lessons") && press("Community help, *") && press("Meetings") && press("Al-Anon Family Groups. *")
        && press("Call 1-888-425-2666");
    QJsonObject seen{{QStringLiteral("isGood"), isGood},
                     {QStringLiteral("spoken"), screen.spoken()},
                     {QStringLiteral("called"), stage.dialer().called().join(u' ')}};
    stage.app().navigator().home();
    return seen;
}

/// What is left once nothing is shared any more.
QJsonObject ended(Stage &stage)
{
    Screen &screen = stage.screen();
    stage.app().navigator().home();
    stage.clock().advance(std::chrono::seconds(1));
    const bool isTold = screen.waitUntil(
        [&] {
            stage.app().account().refreshIfOlderThan(std::chrono::minutes(0));
            return screen.has(QStringLiteral("Nothing is shared right now"));
        },
        soon);
    const auto isGone = [&] {
        if (stage.app().account().records())
            return storeOf(stage).trimmed().isEmpty();
        return QDir(stage.folder() + QStringLiteral("/device/accounts")).entryList({QStringLiteral("*.db")}).isEmpty();
    };
    const bool isEmpty = screen.waitUntil(isGone, soon);
    return {{QStringLiteral("isGood"), isTold && isEmpty},
            {QStringLiteral("spoken"), screen.spoken()},
            {QStringLiteral("store"), stage.app().account().records() ? storeOf(stage) : QString()}};
}

/// The way in of who was invited: the link, the code, an account of their own.
bool accept(Stage &stage, const QString &link, const QString &code)
{
    stage.person().become(QStringLiteral("ana.both"), QStringLiteral("blue lamp 7"));
    stage.app().open(link);
    Screen &screen = stage.screen();
    return screen.waitFor(QStringLiteral("Your code"), soon) && screen.type(QStringLiteral("Your code"), code)
        && screen.press(QStringLiteral("Continue")) && screen.waitUntil([&] { return stage.app().navigator().isSignedIn(); }, soon)
        && screen.waitFor(QStringLiteral("Hi, Ana"), soon);
}

QJsonObject answer(Stage &stage, const QByteArray &word)
{
    if (word == "community")
        return community(stage);
    if (word == "ended")
        return ended(stage);
    if (word.startsWith("join ")) {
        const bool isHere = downloadAnew(stage);
        return {{QStringLiteral("isGood"), isHere}, {QStringLiteral("link"), joined(stage, QString::fromUtf8(word.mid(5)))}};
    }
    return look(stage);
}

} // namespace

int beRelative(const QStringList &arguments)
{
    Stage stage(QDateTime::fromString(arguments.at(4), Qt::ISODateWithMs), arguments.at(3));
    const bool isIn = stage.openApp(arguments.at(2))
        && (arguments.size() > 6 ? accept(stage, arguments.at(5), arguments.at(6))
                                 : stage.signIn(QStringLiteral("rosa"), QStringLiteral("demo")))
        && stage.screen().waitUntil([&] { return stage.app().account().isFirstSyncDone(); }, soon);
    const auto say = [](const QJsonObject &answer) {
        std::puts(QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    };
    say({{QStringLiteral("isGood"), isIn}, {QStringLiteral("spoken"), stage.screen().spoken()}});
    QByteArray heard;
    bool isOpen = isIn;
    while (isOpen) {
        (void)stage.screen().waitUntil(
            [&] {
                pollfd input{STDIN_FILENO, POLLIN, 0};
                if (::poll(&input, 1, 0) == 1) {
                    char letters[64];
                    const ssize_t count = ::read(STDIN_FILENO, letters, sizeof letters);
                    isOpen = count > 0;
                    heard.append(letters, std::max<ssize_t>(count, 0));
                }
                return !isOpen || heard.contains('\n');
            },
            1000);
        for (; heard.contains('\n'); heard.remove(0, heard.indexOf('\n') + 1))
            say(answer(stage, heard.left(heard.indexOf('\n'))));
    }
    return isIn ? 0 : 1;
}

} // namespace handrail
