// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/ContentLibrary.h"
#include "core/Assignment.h"
#include "core/Session.h"
#include "sync/Records.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <optional>

namespace handrail {

/// Where somebody is in a lesson.
struct LessonPlace {
    int card = 0;         ///< the one that was shown last, from 0
    int cards = 0;        ///< how many the lesson had then
    QDateTime readAt;     ///< UTC
    QDateTime finishedAt; ///< UTC; the first time that the end was reached; invalid: not yet

    [[nodiscard]] bool isFinished() const { return finishedAt.isValid(); }
    [[nodiscard]] bool isBegun() const { return readAt.isValid(); }
    bool operator==(const LessonPlace &) const = default;
};

/// Where somebody is in a quiz. There is no mark: each answer is the last one given, and may be changed at any time.
struct QuizPlace {
    int question = 0;   ///< the one that was shown last, from 0
    QList<int> answers; ///< by question, from 0; -1: none
    QDateTime finishedAt;

    bool operator==(const QuizPlace &) const = default;
};

/// By the ids of lessons and modules, so that a place outlives an update of the texts, and is there again when a lesson comes back.
struct LearningPlaces {
    QHash<QString, LessonPlace> lessons;
    QHash<QString, QuizPlace> quizzes;
    bool isBegunAnew = false; ///< what was kept before could not be read; until a lesson comes to its end

    bool operator==(const LearningPlaces &) const = default;
};

// They lie sealed in the store; what the clinic hears is only that a task is done. Problems of all: those of the store. Places that fail
// their seal are begun anew, for nothing could be kept otherwise, and that is said.

[[nodiscard]] Result<LearningPlaces> learningPlaces(Records &records);
Result<void> keepCard(Records &records, const QString &lesson, int card, int cards, const QDateTime &nowUtc);
Result<void> keepFinished(Records &records, const QString &lesson, const QDateTime &nowUtc);
Result<void> keepQuestion(Records &records, const QString &module, int question);
Result<void> keepAnswer(Records &records, const QString &module, int question, int answer);
/// For another try: none of its questions is answered.
Result<void> forgetAnswers(Records &records, const QString &module);
Result<void> keepQuizFinished(Records &records, const QString &module, const QDateTime &nowUtc);

/// How far a module is.
struct ModuleStanding {
    int lessons = 0;
    int finished = 0;
    int minutesLeft = 0; ///< of the lessons that are not finished; of one that is begun the rest, rounded up
    bool isBegun = false;
    [[nodiscard]] bool isFinished() const { return lessons > 0 && finished == lessons; }
};
[[nodiscard]] ModuleStanding standingOf(const QList<Lesson> &lessons, const LearningPlaces &places);
/// Minutes that are left of a lesson, at least 1; all of them once it is finished, for it can be read again.
[[nodiscard]] int minutesLeft(const Lesson &lesson, const LessonPlace &place);
/// The card to go on with, within 0 ... cards - 1 whatever was kept; the first when the lesson is finished.
[[nodiscard]] int cardToShow(const LessonPlace &place, int cards);
/// The first lesson that is not finished; the first of all when all are. nullopt for a module without any.
[[nodiscard]] std::optional<Lesson> nextLesson(const QList<Lesson> &lessons, const LearningPlaces &places);

/// A lesson, module or skill that the clinic asks for: by a Task, or by the plan of care (design api rows 4, 4a).
struct AssignedLearning {
    enum class What { Lesson, Module, Skill, Unknown }; ///< Unknown: no such text is here
    What what = What::Unknown;
    QString library;                ///< its id
    QString title;                  ///< of the text here, else in the clinic's words; may be empty
    QString by;                     ///< who asks; may be empty
    std::optional<Session> session; ///< that it is for, when it is known here and not over
    QString taskId;                 ///< empty: of the plan
    QDate until;                    ///< invalid: no last day
    bool isDone = false;

    /// When it is for: the day of its session or its last day, whichever comes first and is not over. Invalid: nothing ahead.
    [[nodiscard]] QDate dueDay(const QDate &today, const QTimeZone &zone) const;
    /// Its last day is over, and no session is ahead.
    [[nodiscard]] bool isOverdue(const QDate &today, const QTimeZone &zone) const
    {
        return until.isValid() && !dueDay(today, zone).isValid();
    }

    bool operator==(const AssignedLearning &other) const { return taskId == other.taskId && library == other.library; }
};

/// What the clinic asks for and what is here of it.
struct LearningFacts {
    QList<CareTask> tasks;
    QList<PlannedReading> planned;
    QHash<QString, Session> sessions; ///< by id, those that the tasks name
};
[[nodiscard]] LearningFacts learningFacts(const Records &records);

/// Everything that may be done now: in order of dueDay(), then what has none, what is overdue, and what was done. One of the plan is done when the plan
/// says so, or when its lessons are finished here. A thing that both ask for stands here once, as the task.
[[nodiscard]] QList<AssignedLearning> assignedLearning(const LearningFacts &facts, const ContentLibrary &library,
                                                       const LearningPlaces &places, const QDateTime &now, const QTimeZone &zone);

/// What the clinic asks for and was done just now.
struct DoneNow {
    QStringList tasks;             ///< the ids of open tasks
    QList<PlannedReading> planned; ///< of the plan of care, where no task asks for the same

    [[nodiscard]] bool isEmpty() const { return tasks.isEmpty() && planned.isEmpty(); }
};

/// A lesson has come to its end, or a skill: what asks for it, or for its module once all lessons of that are finished, and of which the
/// clinic has not heard. `today`: where the device is. Problems: those of the store.
[[nodiscard]] Result<DoneNow> doneBy(Records &records, const ContentLibrary &library, const QString &id, const QDate &today);
/// Tells the clinic, by answers to moduleDoneUrl() on the plan's account. Durable when it returns; said once, however often and on whatever
/// device. `now` with the offset of the place. Problems: those of the store.
Result<void> tellPlannedDone(Records &records, const PlannedReading &reading, const QDateTime &now);

} // namespace handrail
