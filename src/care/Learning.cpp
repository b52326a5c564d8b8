// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Learning.h"

#include "content/Questionnaires.h"
#include "core/Assignment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>
#include <functional>
#include <tuple>

namespace handrail {

namespace {

const QString placesName = QStringLiteral("learning");
constexpr int mostCards = 1000; ///< far above any lesson; what is beyond was not written by this app
constexpr int mostQuestions = 100;

QString text(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate).toUTC();
}

QJsonObject written(const LearningPlaces &places)
{
    QJsonObject lessons;
    for (auto it = places.lessons.cbegin(); it != places.lessons.cend(); ++it) {
        lessons.insert(it.key(),
                       QJsonObject{{QStringLiteral("card"), it->card},
                                   {QStringLiteral("cards"), it->cards},
                                   {QStringLiteral("read"), text(it->readAt)},
                                   {QStringLiteral("finished"), text(it->finishedAt)}});
    }
    QJsonObject quizzes;
    for (auto it = places.quizzes.cbegin(); it != places.quizzes.cend(); ++it) {
        QJsonArray answers;
        for (const int answer : it->answers)
            answers << answer;
        quizzes.insert(it.key(),
                       QJsonObject{{QStringLiteral("question"), it->question},
                                   {QStringLiteral("answers"), answers},
                                   {QStringLiteral("finished"), text(it->finishedAt)}});
    }
    QJsonObject written{{QStringLiteral("lessons"), lessons}, {QStringLiteral("quizzes"), quizzes}};
    if (places.isBegunAnew)
        written.insert(QStringLiteral("isBegunAnew"), true);
    return written;
}

LearningPlaces read(const QJsonObject &kept)
{
    LearningPlaces places;
    const QJsonObject lessons = kept.value(QLatin1String("lessons")).toObject();
    for (auto it = lessons.constBegin(); it != lessons.constEnd(); ++it) {
        const QJsonObject one = it->toObject();
        places.lessons.insert(it.key(),
                              {std::clamp(one.value(QLatin1String("card")).toInt(), 0, mostCards),
                               std::clamp(one.value(QLatin1String("cards")).toInt(), 0, mostCards),
                               time(one.value(QLatin1String("read"))), time(one.value(QLatin1String("finished")))});
    }
    const QJsonObject quizzes = kept.value(QLatin1String("quizzes")).toObject();
    for (auto it = quizzes.constBegin(); it != quizzes.constEnd(); ++it) {
        const QJsonObject one = it->toObject();
        QuizPlace place;
        place.question = std::clamp(one.value(QLatin1String("question")).toInt(), 0, mostQuestions);
        for (const QJsonValue &answer : one.value(QLatin1String("answers")).toArray()) {
            if (place.answers.size() < mostQuestions)
                place.answers << std::max(-1, answer.toInt(-1));
        }
        place.finishedAt = time(one.value(QLatin1String("finished")));
        places.quizzes.insert(it.key(), place);
    }
    places.isBegunAnew = kept.value(QLatin1String("isBegunAnew")).toBool();
    return places;
}

Result<void> change(Records &records, const std::function<void(LearningPlaces &)> &what)
{
    Result<LearningPlaces> places = learningPlaces(records);
    if (!places)
        return tl::make_unexpected(places.error());
    LearningPlaces changed = *places;
    what(changed);
    if (changed == *places)
        return {};
    if (const Result<void> noted = records.noteOwnThings(); !noted)
        return noted;
    return records.store().setValue(placesName, QJsonDocument(written(changed)).toJson(QJsonDocument::Compact));
}

/// What is here under this id.
AssignedLearning described(const QString &id, const ContentLibrary &library)
{
    using What = AssignedLearning::What;
    AssignedLearning one;
    one.library = id;
    for (const Module &module : library.modules()) {
        if (module.id == id) {
            one.what = What::Module;
            one.title = module.title;
            return one;
        }
        for (const Lesson &lesson : library.lessons(module.id)) {
            if (lesson.id == id) {
                one.what = What::Lesson;
                one.title = lesson.title;
                return one;
            }
        }
    }
    for (const Skill &skill : library.skills()) {
        if (skill.id == id) {
            one.what = What::Skill;
            one.title = skill.title;
        }
    }
    return one;
}

bool isFinishedHere(const AssignedLearning &one, const ContentLibrary &library, const LearningPlaces &places)
{
    if (one.what == AssignedLearning::What::Lesson)
        return places.lessons.value(one.library).isFinished();
    return one.what == AssignedLearning::What::Module && standingOf(library.lessons(one.library), places).isFinished();
}

} // namespace

Result<LearningPlaces> learningPlaces(Records &records)
{
    const Result<std::optional<QByteArray>> kept = records.store().value(placesName);
    if (!kept && kept.error().kind == ProblemKind::StoreBroken) {
        LearningPlaces anew;
        anew.isBegunAnew = true;
        return anew;
    }
    if (!kept)
        return tl::make_unexpected(kept.error());
    return *kept ? read(QJsonDocument::fromJson(**kept).object()) : LearningPlaces();
}

Result<void> keepCard(Records &records, const QString &lesson, int card, int cards, const QDateTime &nowUtc)
{
    return change(records, [&](LearningPlaces &places) {
        LessonPlace &place = places.lessons[lesson];
        place.card = card;
        place.cards = cards;
        place.readAt = nowUtc;
    });
}

Result<void> keepFinished(Records &records, const QString &lesson, const QDateTime &nowUtc)
{
    return change(records, [&](LearningPlaces &places) {
        LessonPlace &place = places.lessons[lesson];
        place.card = 0;             // who opens it again begins anew
        places.isBegunAnew = false; // that was long enough to read of it
        place.readAt = nowUtc;
        if (!place.finishedAt.isValid())
            place.finishedAt = nowUtc;
    });
}

Result<void> keepQuestion(Records &records, const QString &module, int question)
{
    return change(records, [&](LearningPlaces &places) { places.quizzes[module].question = question; });
}

Result<void> keepAnswer(Records &records, const QString &module, int question, int answer)
{
    if (question < 0 || question >= mostQuestions)
        return {};
    return change(records, [&](LearningPlaces &places) {
        QList<int> &answers = places.quizzes[module].answers;
        while (answers.size() <= question)
            answers << -1;
        answers[question] = answer;
    });
}

Result<void> forgetAnswers(Records &records, const QString &module)
{
    return change(records, [&](LearningPlaces &places) { places.quizzes[module].answers.clear(); });
}

Result<void> keepQuizFinished(Records &records, const QString &module, const QDateTime &nowUtc)
{
    return change(records, [&](LearningPlaces &places) {
        QuizPlace &place = places.quizzes[module];
        place.question = 0;
        if (!place.finishedAt.isValid())
            place.finishedAt = nowUtc;
    });
}

int minutesLeft(const Lesson &lesson, const LessonPlace &place)
{
    const int minutes = std::max(1, lesson.minutes);
    if (place.isFinished() || place.cards <= 0)
        return minutes;
    const int left = std::max(1, place.cards - place.card);
    return std::clamp((minutes * left + place.cards - 1) / place.cards, 1, minutes);
}

int cardToShow(const LessonPlace &place, int cards)
{
    return place.isFinished() && place.card >= cards ? 0 : std::clamp(place.card, 0, std::max(0, cards - 1));
}

ModuleStanding standingOf(const QList<Lesson> &lessons, const LearningPlaces &places)
{
    ModuleStanding standing;
    standing.lessons = int(lessons.size());
    for (const Lesson &lesson : lessons) {
        const LessonPlace place = places.lessons.value(lesson.id);
        standing.isBegun = standing.isBegun || place.isBegun();
        if (place.isFinished())
            ++standing.finished;
        else
            standing.minutesLeft += minutesLeft(lesson, place);
    }
    return standing;
}

std::optional<Lesson> nextLesson(const QList<Lesson> &lessons, const LearningPlaces &places)
{
    const auto next = std::find_if(lessons.cbegin(), lessons.cend(),
                                   [&](const Lesson &one) { return !places.lessons.value(one.id).isFinished(); });
    if (next != lessons.cend())
        return *next;
    return lessons.isEmpty() ? std::nullopt : std::optional(lessons.first());
}

LearningFacts learningFacts(const Records &records)
{
    LearningFacts facts;
    facts.tasks = records.tasks();
    facts.tasks.removeIf([](const CareTask &one) { return one.library.isEmpty(); });
    facts.planned = records.plannedReadings();
    for (const CareTask &task : std::as_const(facts.tasks)) {
        if (task.sessionId.isEmpty() || facts.sessions.contains(task.sessionId))
            continue;
        if (const Result<std::optional<Session>> session = records.session(task.sessionId); session && *session)
            facts.sessions.insert(task.sessionId, **session);
    }
    return facts;
}

QDate AssignedLearning::dueDay(const QDate &today, const QTimeZone &zone) const
{
    const QDate last = until.isValid() && until >= today ? until : QDate();
    const QDate held = session ? session->start.toTimeZone(zone).date() : QDate();
    return last.isValid() && held.isValid() ? std::min(last, held) : last.isValid() ? last : held;
}

QList<AssignedLearning> assignedLearning(const LearningFacts &facts, const ContentLibrary &library, const LearningPlaces &places,
                                         const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = now.toTimeZone(zone).date();
    QList<AssignedLearning> list;
    QSet<QString> asked;
    for (const CareTask &task : facts.tasks) {
        const bool isLater = task.from.isValid() && task.from > today;
        if (isLater || task.status == TaskStatus::TakenBack || task.status == TaskStatus::Waiting)
            continue;
        AssignedLearning one = described(task.library, library);
        if (one.title.isEmpty())
            one.title = task.title;
        one.by = task.by;
        one.taskId = task.id;
        one.until = task.due;
        one.isDone = task.status == TaskStatus::Completed;
        const auto session = facts.sessions.constFind(task.sessionId);
        if (session != facts.sessions.cend() && session->start > now && !session->isCancelled())
            one.session = *session;
        asked << one.library;
        list << one;
    }
    for (const PlannedReading &planned : facts.planned) {
        const bool isLater = planned.from.isValid() && planned.from > today;
        const bool isOver = planned.due.isValid() && planned.due < today;
        if (isLater || isOver || asked.contains(planned.library))
            continue;
        AssignedLearning one = described(planned.library, library);
        if (one.title.isEmpty())
            one.title = planned.title;
        one.until = planned.due;
        one.isDone = planned.isCompleted || isFinishedHere(one, library, places);
        asked << one.library;
        list << one;
    }
    const auto placeOf = [&](const AssignedLearning &one) {
        const QDate due = one.dueDay(today, zone);
        return std::tuple(one.isDone, one.isOverdue(today, zone), due.isValid() ? due : QDate(9999, 12, 31));
    };
    std::stable_sort(list.begin(), list.end(),
                     [&](const AssignedLearning &a, const AssignedLearning &b) { return placeOf(a) < placeOf(b); });
    return list;
}

Result<DoneNow> doneBy(Records &records, const ContentLibrary &library, const QString &id, const QDate &today)
{
    DoneNow done;
    QList<CareTask> tasks = records.tasks();
    QList<PlannedReading> planned = records.plannedReadings();
    planned.removeIf([&](const PlannedReading &one) {
        const bool isAsked =
            std::any_of(tasks.cbegin(), tasks.cend(), [&](const CareTask &task) { return task.library == one.library; });
        return isAsked || one.isCompleted || one.planId.isEmpty() || (one.from.isValid() && one.from > today);
    });
    // What is asked for again next week is not done by this week's.
    tasks.removeIf([&](const CareTask &one) {
        return one.library.isEmpty() || one.status != TaskStatus::Open || (one.from.isValid() && one.from > today);
    });
    if (tasks.isEmpty() && planned.isEmpty())
        return done;
    const Result<LearningPlaces> places = learningPlaces(records);
    if (!places)
        return tl::make_unexpected(places.error());
    const auto isDone = [&](const QString &asked) {
        const QList<Lesson> lessons = library.lessons(asked);
        const bool isPart = std::any_of(lessons.cbegin(), lessons.cend(), [&](const Lesson &one) { return one.id == id; });
        return asked == id || (isPart && standingOf(lessons, *places).isFinished());
    };
    for (const CareTask &task : std::as_const(tasks)) {
        if (isDone(task.library))
            done.tasks << task.id;
    }
    for (const PlannedReading &one : std::as_const(planned)) {
        if (isDone(one.library))
            done.planned << one;
    }
    return done;
}

Result<void> tellPlannedDone(Records &records, const PlannedReading &reading, const QDateTime &now)
{
    const std::optional<Form> form = records.form(moduleDoneUrl(), moduleDoneQuestionnaire());
    if (!form)
        return problem(ProblemKind::NotFound, QStringLiteral("module-done"));
    CompletedForm completed;
    completed.identifier = records.readingDoneIdentifier(reading);
    completed.questionnaire = form->canonicalWithVersion();
    completed.patientId = records.identity().patientId;
    completed.authored = now;
    completed.answers = {{QStringLiteral("library"), reading.canonical}};
    completed.basedOn = u"CarePlan/" + reading.planId;
    const Result<void> queued = records.queue(completed, *form, now, false);
    // It was said before, at another time.
    return !queued && queued.error().kind == ProblemKind::Conflict ? Result<void>() : queued;
}

} // namespace handrail
