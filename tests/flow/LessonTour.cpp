// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "LessonTour.h"

namespace handrail {

LessonTour::LessonTour(Stage &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool LessonTour::press(const char *name)
{
    return m_stage.screen().waitFor(QString::fromLatin1(name)) && m_stage.screen().press(QString::fromLatin1(name));
}

bool LessonTour::show(const char *page, const char *mark)
{
    return m_stage.screen().waitFor(QString::fromLatin1(mark)) && m_album.add(m_stage, QString::fromLatin1(page));
}

bool LessonTour::one()
{
    Navigator &navigator = m_stage.app().navigator();
    const auto more = [this](const char *page) { return m_album.addLargeAndInSpanish(m_stage, QString::fromLatin1(page)); };
    bool isGood = more("learn") && press("Triggers and cravings*") && show("module", "Quiz, *") && more("module");
    navigator.go(Navigator::Lesson, QStringLiteral("the-urge-wave"));
    isGood = isGood && show("lesson", "A pull, and not an order") && press("Next") && press("They fade with time.")
        && show("lesson-check", "This fits best. Yes. Each wave*") && more("lesson-check")
        && m_album.addLow(m_stage, QStringLiteral("lesson-check"));
    for (int i = 0; i < 4 && isGood; ++i)
        isGood = press("Next");
    isGood = isGood && show("lesson-last", "One small thing") && press("Finish") && show("lesson-end", "You read it all")
        && more("lesson-end") && press("Done") && press("Quiz, *") && press("Payday.")
        && show("quiz", "Another one fits better. Payday is a trigger*") && more("quiz");
    navigator.go(Navigator::Learn);
    return isGood && m_stage.screen().waitFor(QStringLiteral("All lessons")) && asked();
}

bool LessonTour::asked()
{
    const QByteArray task = R"({"resourceType":"Task","id":"ask-lesson","status":"requested","intent":"order",
        "for":{"reference":"Patient/p101"},"owner":{"reference":"Patient/p101"},"requester":{"display":"Dana Ruiz"},
        "authoredOn":"2026-11-17T15:00:00Z","instantiatesCanonical":"https://handrail.example/fhir/Library/why-sleep-is-hard",
        "restriction":{"period":{"end":"2026-11-20"}}})";
    Store &store = m_stage.app().account().records()->store();
    bool isGood =
        store
            .putRecords(
                {{QStringLiteral("Task"), QStringLiteral("ask-lesson"), QStringLiteral("1"), m_stage.clock().nowUtc(), {}, task}})
            .has_value();
    Navigator &navigator = m_stage.app().navigator();
    navigator.go(Navigator::Lesson, QStringLiteral("why-sleep-is-hard"));
    isGood = isGood && press("Next") && m_stage.screen().waitFor(QStringLiteral("Back"));
    navigator.go(Navigator::Learn);
    return isGood && m_stage.screen().waitFor(QStringLiteral("Keep going*")) && show("learn-asked", "For this week")
        && m_album.addLargeAndInSpanish(m_stage, QStringLiteral("learn-asked"));
}

bool LessonTour::everyModule()
{
    Screen &screen = m_stage.screen();
    Navigator &navigator = m_stage.app().navigator();
    const ContentLibrary &library = m_stage.app().learn().library();
    bool isGood = !library.modules().isEmpty();
    const auto picture = [this](const QString &page) { return m_album.add(m_stage, page) && m_album.addLarge(m_stage, page); };
    for (const Module &module : library.modules()) {
        const QList<Lesson> lessons = library.lessons(module.id);
        if (lessons.isEmpty())
            return false;
        navigator.go(Navigator::Lesson, lessons.first().id);
        const Result<LessonText> text = library.lesson(lessons.first().id);
        isGood = isGood && text && screen.waitFor(text->cards.first().title) && picture(QStringLiteral("lesson-") + module.id);
        navigator.go(Navigator::Learn);
        navigator.go(Navigator::Quiz, module.id);
        const Result<ModuleText> whole = library.module(module.id);
        isGood =
            isGood && whole && screen.waitFor(whole->quiz.questions.first().ask) && picture(QStringLiteral("quiz-") + module.id);
        navigator.go(Navigator::Learn);
    }
    return isGood && screen.waitFor(QStringLiteral("All lessons"));
}

} // namespace handrail
