// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/LearnView.h"

#include "view/MinuteTimer.h"
#include "view/OriginText.h"
#include "view/ProblemText.h"
#include "view/TimeText.h"

#include <algorithm>

namespace handrail {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QString wordOf(AssignedLearning::What what)
{
    switch (what) {
    case AssignedLearning::What::Lesson:
    case AssignedLearning::What::Module: return QStringLiteral("lesson");
    case AssignedLearning::What::Skill: return QStringLiteral("skill");
    case AssignedLearning::What::Unknown: return {};
    }
    return {};
}

} // namespace

LearnView::LearnView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, &LearnView::refresh);
    connect(&account, &Account::left, this, [this] {
        m_moduleId.clear();
        refresh();
    });
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        m_library.reset();
        m_refresh.ask();
    });
    connect(&minute, &MinuteTimer::turned, this, [this, day = QDate()]() mutable {
        const QDate today = m_clock.today();
        if (std::exchange(day, today) != today)
            m_refresh.ask();
    });
}

const ContentLibrary &LearnView::library() const
{
    if (!m_library)
        m_library = std::make_unique<ContentLibrary>(m_texts(m_preferences.language()));
    return *m_library;
}

void LearnView::setTexts(LibraryIn texts)
{
    m_texts = std::move(texts);
    m_library.reset();
    refresh();
}

bool LearnView::isFamilyAlone() const
{
    const Records *records = m_account.records();
    return !records || records->identity().role != Role::Patient;
}

bool LearnView::mayOpen(const QString &module) const
{
    const QList<Module> all = library().modules();
    const auto one = std::find_if(all.cbegin(), all.cend(), [&](const Module &each) { return each.id == module; });
    return one != all.cend() && (one->audience == Audience::Family || !isFamilyAlone());
}

void LearnView::come()
{
    ++m_pages;
    refresh();
}

void LearnView::go()
{
    m_pages = std::max(0, m_pages - 1);
}

void LearnView::prepare() const
{
    if (!m_account.records())
        return;
    for (const Module &module : library().modules())
        (void)library().lessons(module.id);
}

void LearnView::openModule(const QString &id)
{
    if (m_moduleId == id)
        return;
    m_moduleId = id;
    refresh();
}

QString LearnView::firstModule() const
{
    return m_modules.isEmpty() ? QString() : m_modules.first().toMap().value(key("id")).toString();
}

QString LearnView::familyModule() const
{
    const QList<Module> all = library().modules();
    const auto one = std::find_if(all.cbegin(), all.cend(), [](const Module &each) { return each.audience == Audience::Family; });
    return one == all.cend() ? QString() : one->id;
}

void LearnView::refresh()
{
    Records *records = m_account.records();
    m_problemText.clear();
    m_cards.clear();
    m_alsoAsked.clear();
    m_modules.clear();
    m_family.clear();
    m_lessons.clear();
    m_quizNote.clear();
    m_module.reset();
    if (m_pages == 0) {
        Q_EMIT changed();
        return;
    }
    const Result<LearningPlaces> kept = records ? learningPlaces(*records) : LearningPlaces();
    const LearningPlaces places = kept.value_or(LearningPlaces());
    if (!kept)
        m_problemText = handrail::problemText(kept.error()).inOne();
    else if (places.isBegunAnew)
        m_problemText = tr("Your place in the lessons can’t be read any more. It is saved again from now on.");
    for (const Module &module : library().modules()) {
        if (isFamilyAlone() ? module.audience == Audience::Family : module.audience == Audience::Patient)
            m_modules << moduleRow(module, places);
        else if (!isFamilyAlone())
            m_family << moduleRow(module, places);
    }
    if (!isFamilyAlone()) {
        const QDateTime now = m_clock.nowUtc();
        const QDate today = now.toTimeZone(m_clock.localZone()).date();
        const TimeText text(m_preferences.locale());
        for (const AssignedLearning &one : assignedLearning(learningFacts(*records), library(), places, now, m_clock.localZone())) {
            if (one.isDone)
                continue;
            const QVariantMap card = askedCard(one, places, text, today);
            if (m_cards.isEmpty() && one.what != AssignedLearning::What::Unknown)
                m_cards << card;
            else
                m_alsoAsked << card;
        }
    }
    if (m_cards.isEmpty()) {
        if (const QVariantMap card = unfinishedCard(places); !card.isEmpty())
            m_cards << card;
    }
    refreshModule(places);
    Q_EMIT changed();
}

void LearnView::refreshModule(const LearningPlaces &places)
{
    if (m_moduleId.isEmpty() || !mayOpen(m_moduleId))
        return;
    const Result<ModuleText> module = library().module(m_moduleId);
    if (!module)
        return;
    m_module = *module;
    for (const Lesson &lesson : library().lessons(m_moduleId))
        m_lessons << lessonRow(lesson, places);
    const int questions = int(m_module->quiz.questions.size());
    if (questions > 0) {
        const bool isDone = places.quizzes.value(m_moduleId).finishedAt.isValid();
        m_quizNote = isDone ? tr("Finished. You can do it again.") : tr("%n question(s). No marks.", nullptr, questions);
    }
}

QString LearnView::moduleText() const
{
    QStringList paragraphs;
    if (m_module) {
        for (const Block &block : m_module->introduction) {
            if (const auto *paragraph = std::get_if<Paragraph>(&block))
                paragraphs << plainText(paragraph->runs);
        }
    }
    return paragraphs.join(QStringLiteral("\n\n"));
}

QString LearnView::moduleNote() const
{
    return m_module ? languageNote(m_module->language) : QString();
}

QStringList LearnView::sources() const
{
    return m_module ? m_module->origin.sources : QStringList();
}

QString LearnView::reviewText() const
{
    return m_module ? OriginText::review(m_module->origin, m_preferences.locale()) : QString();
}

QString LearnView::languageNote(const QString &language) const
{
    const bool isOwn = language.section(u'-', 0, 0) == m_preferences.language().section(u'-', 0, 0);
    return isOwn ? QString() : tr("Only in English for now.");
}

QString LearnView::minutesText(int minutes) const
{
    return tr("About %n minute(s)", nullptr, minutes);
}

QVariantMap LearnView::moduleRow(const Module &module, const LearningPlaces &places) const
{
    const ModuleStanding standing = standingOf(library().lessons(module.id), places);
    QString note = standing.isFinished() ? tr("Finished")
        : standing.isBegun               ? tr("About %n minute(s) left", nullptr, standing.minutesLeft)
                                         : minutesText(standing.minutesLeft);
    if (const QString language = languageNote(module.language); !language.isEmpty())
        note = tr("%1. %2", "how long; language").arg(note, language);
    const QString count = tr("%1 of %2 lessons done").arg(standing.finished).arg(standing.lessons);
    return {{key("id"), module.id},
            {key("title"), module.title},
            {key("note"), note},
            {key("spoken"), tr("%1, %2, %3").arg(module.title, count, note)},
            {key("ring"), tr("%1/%2", "lessons done of all").arg(standing.finished).arg(standing.lessons)},
            {key("fraction"), standing.lessons > 0 ? double(standing.finished) / standing.lessons : 0.0},
            {key("isDone"), standing.isFinished()}};
}

QVariantMap LearnView::lessonRow(const Lesson &lesson, const LearningPlaces &places) const
{
    const LessonPlace place = places.lessons.value(lesson.id);
    const bool isInside = place.isBegun() && place.cards > 0 && place.card > 0 && !place.isFinished();
    const QString left = tr("About %n minute(s) left", nullptr, minutesLeft(lesson, place));
    QString note = place.isFinished() ? tr("Finished") : isInside ? left : minutesText(std::max(1, lesson.minutes));
    if (const QString language = languageNote(lesson.language); !language.isEmpty())
        note = tr("%1. %2", "how long; language").arg(note, language);
    return {{key("id"), lesson.id},
            {key("title"), lesson.title},
            {key("note"), note},
            {key("spoken"), tr("%1, %2", "lesson, how far").arg(lesson.title, note)},
            {key("ring"), QString::number(lesson.order)},
            {key("fraction"), isInside ? double(place.card) / place.cards : 0.0},
            {key("isDone"), place.isFinished()}};
}

void LearnView::putStep(QVariantMap &card, const Lesson &lesson, const LearningPlaces &places) const
{
    const LessonPlace place = places.lessons.value(lesson.id);
    const bool isInside = place.isBegun() && place.cards > 0 && !place.isFinished();
    card[key("fraction")] = isInside ? double(place.card + 1) / place.cards : 0.0;
    card[key("progress")] = isInside ? tr("Card %1 of %2").arg(std::min(place.card + 1, place.cards)).arg(place.cards) : QString();
    card[key("action")] = isInside ? tr("Keep going") : tr("Start");
}

QString LearnView::whenText(const AssignedLearning &asked, const TimeText &text, const QDate &today) const
{
    if (asked.session) {
        const QDateTime start =
            asked.session->start.toTimeZone(asked.session->zone.isValid() ? asked.session->zone : m_clock.localZone());
        return tr("For %1, %2").arg(asked.session->title, text.relativeDay(start.date(), today));
    }
    if (asked.until == today)
        return tr("For today");
    if (asked.until == today.addDays(1))
        return tr("By tomorrow");
    if (asked.until.isValid() && asked.until > today)
        return tr("By %1").arg(text.relativeDay(asked.until, today));
    return tr("When you have a moment");
}

QVariantMap LearnView::askedCard(const AssignedLearning &asked, const LearningPlaces &places, const TimeText &text,
                                 const QDate &today) const
{
    QVariantMap card;
    QString howLong;
    card[key("what")] = wordOf(asked.what);
    card[key("id")] = asked.library;
    card[key("title")] = asked.title.isEmpty() ? tr("Something to read") : asked.title;
    const QDate due = asked.dueDay(today, m_clock.localZone());
    const bool isNow = due.isValid() ? due <= today.addDays(7) : !asked.isOverdue(today, m_clock.localZone());
    card[key("label")] = isNow ? tr("For this week") : tr("For you");
    card[key("from")] = asked.by.isEmpty() ? tr("From your clinic") : tr("From %1").arg(asked.by);
    if (asked.what == AssignedLearning::What::Module) {
        const QList<Lesson> lessons = library().lessons(asked.library);
        const ModuleStanding standing = standingOf(lessons, places);
        if (const std::optional<Lesson> next = nextLesson(lessons, places)) {
            card[key("id")] = next->id;
            putStep(card, *next, places);
            howLong = minutesText(std::max(1, standing.isFinished() ? next->minutes : standing.minutesLeft));
        }
        card[key("fraction")] = standing.lessons > 0 ? double(standing.finished) / standing.lessons : 0.0;
        card[key("progress")] = tr("%1 of %2 lessons done").arg(standing.finished).arg(standing.lessons);
    } else if (asked.what == AssignedLearning::What::Lesson) {
        for (const Module &module : library().modules()) {
            for (const Lesson &lesson : library().lessons(module.id)) {
                if (lesson.id != asked.library)
                    continue;
                putStep(card, lesson, places);
                howLong = minutesText(minutesLeft(lesson, places.lessons.value(lesson.id)));
            }
        }
    } else if (asked.what == AssignedLearning::What::Skill) {
        card[key("fraction")] = 0.0;
        card[key("progress")] = QString();
        card[key("action")] = tr("Start");
    }
    card[key("isTold")] = asked.what != AssignedLearning::What::Unknown;
    const QString when = whenText(asked, text, today);
    if (asked.what == AssignedLearning::What::Unknown)
        card[key("note")] = tr("%1. It is not on this device yet.").arg(when);
    else
        card[key("note")] = howLong.isEmpty() ? tr("%1.").arg(when) : tr("%1. %2.").arg(when, howLong);
    return card;
}

/// The lesson that was read last and not to its end.
QVariantMap LearnView::unfinishedCard(const LearningPlaces &places) const
{
    std::optional<Lesson> last;
    QDateTime readAt;
    for (const Module &module : library().modules()) {
        if (isFamilyAlone() && module.audience != Audience::Family)
            continue;
        for (const Lesson &lesson : library().lessons(module.id)) {
            const LessonPlace place = places.lessons.value(lesson.id);
            if (!place.isBegun() || place.isFinished() || (readAt.isValid() && place.readAt <= readAt))
                continue;
            last = lesson;
            readAt = place.readAt;
        }
    }
    if (!last)
        return {};
    QVariantMap card{{key("what"), QStringLiteral("lesson")},
                     {key("id"), last->id},
                     {key("label"), tr("Where you left off")},
                     {key("isTold"), false},
                     {key("from"), QString()},
                     {key("title"), last->title},
                     {key("note"), tr("About %n minute(s) left", nullptr, minutesLeft(*last, places.lessons.value(last->id)))}};
    putStep(card, *last, places);
    return card;
}

} // namespace handrail
