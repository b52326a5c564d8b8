// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// bench-learn ROUNDS: prints one line of JSON: {"openRatios": {page: the page with all texts that come with the app, from nothing to its
// first frame, by the same page without any text, in turn}, "processorRatios": the same by the processor time of the GUI's thread,
// "firstRatios": the wall time where the texts are read in it as well, "openMilliseconds": {page: the first of these}, "wholeMilliseconds":
// {page: the processor time until its last row is there}, "modules", "skills": how many there are}. The pages: "learn", "skills" (the first
// page of skills) and "all" (the list of all skills).
// A page is open with the frame on which each row is that has a place in the window; rows below it may come later. The app reads the texts
// ahead, while nobody waits, and so they are read before all but "firstRatios". A Loader of the window's size makes the page, as in the app.
// Ends with 1 when QML complains, or a row is missing on the first frame.

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
#include <QQuickItem>
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
    std::function<void()> prepare;
    std::function<qsizetype()> rows; ///< that it has when all are there
};

/// Milliseconds, on the wall and of the processor.
struct Took {
    double wall = 0;
    double processor = 0;
    double whole = 0; ///< of the processor, until the last row was there
};

double processorMilliseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}

/// How many rows there are, and where the lowest ends.
struct Rows {
    qsizetype count = 0;
    qreal end = 0;
};

void look(const QQuickItem *item, Rows &rows)
{
    for (const QQuickItem *child : item->childItems()) {
        if (child->property("wordsTop").isValid()) { // a LibraryRow
            ++rows.count;
            rows.end = std::max(rows.end, child->mapToScene({0, child->height()}).y());
        } else {
            look(child, rows);
        }
    }
}

void waitForFrame(QQuickView &view)
{
    QEventLoop drawn;
    QObject::connect(&view, &QQuickWindow::frameSwapped, &drawn, &QEventLoop::quit);
    view.update();
    drawn.exec();
}

/// Until the page is on the screen, and then until all of it is there.
Took openOnce(QQuickView &view, const Page &page, const LibraryIn &texts, bool isPrepared)
{
    QObject *loader = view.rootObject();
    loader->setProperty("source", QUrl());
    if (isPrepared) { // reading leaves the processor's caches as they are in no app that opens a page: before both alike
        page.setTexts(builtInLibrary);
        page.prepare();
    }
    page.setTexts(texts);
    if (isPrepared)
        page.prepare();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    waitForFrame(view);
    QElapsedTimer timer;
    timer.start();
    const double before = processorMilliseconds();
    loader->setProperty("source", QUrl(QStringLiteral("qrc:/qt/qml/Handrail/") + QLatin1String(page.file)));
    waitForFrame(view);
    Took took{double(timer.nsecsElapsed()) / 1e6, processorMilliseconds() - before};
    const auto *item = loader->property("item").value<QQuickItem *>();
    if (!item)
        qFatal("%s does not load", page.file);
    Rows rows;
    look(item, rows);
    if (rows.count < page.rows() && rows.end < view.height())
        qFatal("%s: %d rows on the first frame, down to %g", page.file, int(rows.count), rows.end);
    while (rows.count < page.rows()) {
        waitForFrame(view);
        rows = {};
        look(item, rows);
    }
    took.whole = processorMilliseconds() - before;
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
    QQmlComponent frame(view.engine());
    frame.setData("import QtQuick\nLoader {}", {});
    view.setContent({}, nullptr, frame.create());
    view.show();
    waitForFrame(view);
    const LibraryIn all = builtInLibrary;
    const LibraryIn none = [](const QString &language) { return ContentLibrary(language, {}); };
    const auto toLearn = [&learn](const LibraryIn &in) { learn.setTexts(in); };
    const auto toSkills = [&skills](const LibraryIn &in) { skills.setTexts(in); };
    const Page pages[] = {
        {"learn", "Learn/LearnPage.qml", toLearn, [&] { learn.prepare(); },
         [&] { return learn.modules().size() + learn.family().size(); }},
        {"skills", "Skills/SkillsPage.qml", toSkills, [&] { skills.prepare(); }, [&] { return skills.suggested().size(); }},
        {"all", "Skills/SkillListPage.qml", toSkills, [&] { skills.prepare(); }, [&] { return skills.all().size(); }}};
    QJsonObject ratios;
    QJsonObject processorRatios;
    QJsonObject firstRatios;
    QJsonObject milliseconds;
    QJsonObject wholes;
    qsizetype modulesShown = 0;
    qsizetype skillsShown = 0;
    for (const Page &page : pages) {
        openOnce(view, page, none, true);
        openOnce(view, page, all, true);
        modulesShown = std::max(modulesShown, learn.modules().size() + learn.family().size());
        skillsShown = std::max(skillsShown, skills.all().size());
        QJsonArray byFloor;
        QJsonArray byProcessor;
        QJsonArray byFirst;
        QJsonArray took;
        QJsonArray whole;
        for (int i = 0; i < rounds; ++i) {
            const Took floor = openOnce(view, page, none, true);
            const Took opened = openOnce(view, page, all, true);
            byFloor << opened.wall / floor.wall;
            byProcessor << opened.processor / floor.processor;
            byFirst << openOnce(view, page, all, false).wall / floor.wall;
            took << opened.wall;
            whole << opened.whole;
        }
        ratios.insert(QLatin1String(page.name), byFloor);
        processorRatios.insert(QLatin1String(page.name), byProcessor);
        firstRatios.insert(QLatin1String(page.name), byFirst);
        milliseconds.insert(QLatin1String(page.name), took);
        wholes.insert(QLatin1String(page.name), whole);
    }
    view.rootObject()->setProperty("source", QUrl());
    std::puts(QJsonDocument(QJsonObject{{QStringLiteral("openRatios"), ratios},
                                        {QStringLiteral("processorRatios"), processorRatios},
                                        {QStringLiteral("firstRatios"), firstRatios},
                                        {QStringLiteral("openMilliseconds"), milliseconds},
                                        {QStringLiteral("wholeMilliseconds"), wholes},
                                        {QStringLiteral("modules"), modulesShown},
                                        {QStringLiteral("skills"), skillsShown}})
                  .toJson(QJsonDocument::Compact)
                  .constData());
    return warnings.count() == 0 && modulesShown > 0 && skillsShown > 0 ? 0 : 1;
}
