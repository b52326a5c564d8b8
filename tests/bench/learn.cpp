// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-learn ROUNDS: prints one line of JSON: {"openRatios": {page: the page with all texts that come with the app, from nothing to its
// first frame, by the same page without any text, in turn}, "processorRatios": the same by the processor time of the GUI's thread, "openMilliseconds": {page: the first of these}, "modules", "skills": how many
// there are}. The pages: "learn", "skills" (the first page of skills) and "all" (the list of all skills). The texts are read anew each time.
// Ends with 1 when QML complains.

#include "BenchPerson.h"
#include "QmlWarnings.h"
#include "view/MinuteTimer.h"
#include "view/QmlTypes.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickView>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace handrail;

namespace {

struct Page {
    const char *name;
    const char *file;
    std::function<void(const LibraryIn &)> setTexts;
};

/// Milliseconds, on the wall and of the processor.
struct Took {
    double wall = 0;
    double processor = 0;
};

double processorMilliseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}

/// Until the page is on the screen.
Took openOnce(QQuickView &view, const Page &page, const LibraryIn &texts)
{
    view.setSource({});
    page.setTexts(texts);
    QCoreApplication::processEvents();
    QEventLoop drawn;
    const auto swapped = QObject::connect(&view, &QQuickWindow::frameSwapped, &drawn, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    const double before = processorMilliseconds();
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Handrail/") + QLatin1String(page.file)));
    view.update();
    drawn.exec();
    const Took took{double(timer.nsecsElapsed()) / 1e6, processorMilliseconds() - before};
    QObject::disconnect(swapped);
    if (view.status() != QQuickView::Ready)
        qFatal("%s does not load", page.file);
    return took;
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    const int rounds = argc == 2 ? QByteArray(argv[1]).toInt() : 9;
    BenchPerson person;
    const FakeClock &clock = person.clock;
    Preferences &preferences = person.preferences;
    Account &account = person.account;
    MinuteTimer minute(clock);
    LearnView learn(account, clock, preferences, minute);
    LessonView lesson(account, clock, preferences, learn, person.browser, nullptr);
    SkillsView skills(account, clock, preferences);
    Navigator navigator;
    if (!person.come())
        return 1;
    navigator.setEntry(Navigator::Today, true, false);
    navigator.go(Navigator::SkillList, QStringLiteral("all"));
    ClinicTexts texts(account, preferences, {});
    ClinicTextsSingleton::instance = &texts;
    LearnSingleton::instance = &learn;
    LessonSingleton::instance = &lesson;
    SkillsSingleton::instance = &skills;
    NavigatorSingleton::instance = &navigator;
    PreferencesSingleton::instance = &preferences;

    QQuickView view;
    const QmlWarnings warnings(*view.engine());
    view.engine()->addImportPath(QStringLiteral(":/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(390, 844);
    view.show();
    const LibraryIn all = builtInLibrary;
    const LibraryIn none = [](const QString &language) { return ContentLibrary(language, {}); };
    const auto toLearn = [&learn](const LibraryIn &in) { learn.setTexts(in); };
    const auto toSkills = [&skills](const LibraryIn &in) { skills.setTexts(in); };
    const Page pages[] = {{"learn", "Learn/LearnPage.qml", toLearn},
                          {"skills", "Skills/SkillsPage.qml", toSkills},
                          {"all", "Skills/SkillListPage.qml", toSkills}};
    QJsonObject ratios;
    QJsonObject processorRatios;
    QJsonObject milliseconds;
    int modulesShown = 0;
    int skillsShown = 0;
    for (const Page &page : pages) {
        openOnce(view, page, none);
        openOnce(view, page, all);
        modulesShown = std::max(modulesShown, int(learn.modules().size() + learn.family().size()));
        skillsShown = std::max(skillsShown, int(skills.all().size()));
        QJsonArray byFloor;
        QJsonArray byProcessor;
        QJsonArray took;
        for (int i = 0; i < rounds; ++i) {
            const Took floor = openOnce(view, page, none);
            const Took whole = openOnce(view, page, all);
            byFloor << whole.wall / floor.wall;
            byProcessor << whole.processor / floor.processor;
            took << whole.wall;
        }
        ratios.insert(QLatin1String(page.name), byFloor);
        processorRatios.insert(QLatin1String(page.name), byProcessor);
        milliseconds.insert(QLatin1String(page.name), took);
    }
    view.setSource({});
    std::puts(QJsonDocument(QJsonObject{{QStringLiteral("openRatios"), ratios},
                                        {QStringLiteral("processorRatios"), processorRatios},
                                        {QStringLiteral("openMilliseconds"), milliseconds},
                                        {QStringLiteral("modules"), modulesShown},
                                        {QStringLiteral("skills"), skillsShown}})
                  .toJson(QJsonDocument::Compact)
                  .constData());
    return warnings.count() == 0 && modulesShown > 0 && skillsShown > 0 ? 0 : 1;
}
