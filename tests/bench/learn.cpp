// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-learn ROUNDS: prints one line of JSON: {"openRatios": the Learn page with all texts that come with the app, from nothing to its first
// frame, by the same page without any text, in turn, "openMilliseconds": the first of these, "readMilliseconds": reading what it shows, "modules": how many it shows}. The texts are read
// anew each time.

#include "fakes/FakeClock.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FakeSecretStore.h"
#include "fakes/FollowingBrowser.h"
#include "net/QtHttpClient.h"
#include "view/MinuteTimer.h"
#include "view/QmlTypes.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickView>
#include <QTemporaryDir>
#include <cstdio>

using namespace handrail;

namespace {

/// Milliseconds until the page is on the screen.
double openOnce(QQuickView &view, LearnView &learn, const LibraryIn &texts)
{
    view.setSource({});
    learn.setTexts(texts);
    QCoreApplication::processEvents();
    QEventLoop drawn;
    const auto swapped = QObject::connect(&view, &QQuickWindow::frameSwapped, &drawn, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Handrail/Learn/LearnPage.qml")));
    view.update();
    drawn.exec();
    QObject::disconnect(swapped);
    if (view.status() != QQuickView::Ready)
        qFatal("the page does not load");
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    const int rounds = argc == 2 ? QByteArray(argv[1]).toInt() : 9;
    const FakeClock clock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
    const QTemporaryDir folder;
    FakeFhirServer server;
    server.setNow(clock.nowUtc());
    server.setNoRecords();
    QtHttpClient http;
    FakeSecretStore secrets;
    FollowingBrowser browser;
    Preferences preferences{QString()};
    preferences.setLanguage(QStringLiteral("en"));
    Account account(http, secrets, browser, clock, AccountFiles(folder.filePath(QStringLiteral("accounts"))));
    MinuteTimer minute(clock);
    LearnView learn(account, clock, preferences, minute);
    Navigator navigator;
    QCoro::waitFor(account.start());
    QCoro::waitFor(account.signIn(server.base()));
    if (account.state() != Account::State::Active)
        return 1;
    navigator.setEntry(Navigator::Today, true, false);
    ClinicTexts texts(account, preferences, {});
    ClinicTextsSingleton::instance = &texts;
    LearnSingleton::instance = &learn;
    NavigatorSingleton::instance = &navigator;
    PreferencesSingleton::instance = &preferences;

    QQuickView view;
    view.engine()->addImportPath(QStringLiteral(":/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(390, 844);
    view.show();
    const LibraryIn all = builtInLibrary;
    const LibraryIn none = [](const QString &language) { return ContentLibrary(language, {}); };
    openOnce(view, learn, none);
    openOnce(view, learn, all);
    const int modules = int(learn.modules().size() + learn.family().size());
    QJsonArray ratios;
    QJsonArray milliseconds;
    for (int i = 0; i < rounds; ++i) {
        const double floor = openOnce(view, learn, none);
        const double whole = openOnce(view, learn, all);
        ratios << whole / floor;
        milliseconds << whole;
    }
    view.setSource({});
    QJsonArray reads;
    learn.come();
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        learn.setTexts(all);
        reads << double(timer.nsecsElapsed()) / 1e6;
    }
    learn.go();
    std::puts(QJsonDocument(QJsonObject{{QStringLiteral("openRatios"), ratios},
                                        {QStringLiteral("openMilliseconds"), milliseconds},
                                        {QStringLiteral("readMilliseconds"), reads},
                                        {QStringLiteral("modules"), modules}})
                  .toJson(QJsonDocument::Compact)
                  .constData());
    return 0;
}
