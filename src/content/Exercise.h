// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>
#include <variant>

namespace handrail {

/// Where it goes on after an exercise or an answer.
struct Next {
    enum class Kind {
        End,   ///< to the end page
        Again, ///< from the start
        Skill  ///< to the skill `skill`
    };
    Kind kind = Kind::End;
    QString skill;

    bool operator==(const Next &) const = default;
};

enum class Haptic { None, Tick, Rise, Fall };

/// A part of one breath.
struct BreathPhase {
    enum class Shape { Grow, Stay, Shrink };
    QString say;
    int seconds = 1; ///< 1 to 60
    Shape shape = Shape::Stay;
    Haptic haptic = Haptic::None;
    bool isOptional = false; ///< left out when the person wants no holding

    bool operator==(const BreathPhase &) const = default;
};

struct BreathExercise {
    QList<int> minutes; ///< lengths to choose from; the first is the default
    QList<BreathPhase> phases;
    QStringList lines; ///< one a round, then again from the first; may be empty

    bool operator==(const BreathExercise &) const = default;
};

struct WaveExercise {
    QList<int> minutes;
    QString ask; ///< "Where in your body is it?"
    QStringList places;
    QList<BreathPhase> phases;
    QStringList rises;
    QStringList peaks;
    QStringList fades;

    bool operator==(const WaveExercise &) const = default;
};

/// A question before the start; a yes leaves out the steps whose `skippedBy` is `yes`.
struct TimerCheck {
    QString say;
    QString yes;

    bool operator==(const TimerCheck &) const = default;
};

struct TimerStep {
    QString id; ///< may be empty
    QString say;
    QString more; ///< one more line; may be empty
    int seconds = 1;
    Haptic haptic = Haptic::None;
    QString skippedBy;

    bool operator==(const TimerStep &) const = default;
};

/// Steps that follow one another by themselves.
struct TimerExercise {
    std::optional<TimerCheck> check;
    QList<TimerStep> steps;
    bool hasBell = false; ///< a soft one at start and end
    int rounds = 1;
    bool goesOn = false; ///< by the clock, also while nobody looks: a walk with the phone in a pocket

    bool operator==(const TimerExercise &) const = default;
};

struct Choice {
    QString say;
    Next next;

    bool operator==(const Choice &) const = default;
};

/// One long wait that goes on while the app is away.
struct WaitExercise {
    QList<int> minutes;
    QString say;
    QString choose; ///< "Pick one thing for now"
    QStringList suggestions;
    QString afterSay;
    QList<Choice> afterAnswers;

    bool operator==(const WaitExercise &) const = default;
};

struct StepCard {
    QString title;
    QString say;
    int seconds = 0; ///< to rest before Next is suggested; 0: at once

    bool operator==(const StepCard &) const = default;
};

/// Cards that the person turns.
struct StepsExercise {
    QList<StepCard> steps;

    bool operator==(const StepsExercise &) const = default;
};

struct CountRound {
    int count = 1; ///< 1 to 10, one tap for each
    QString say;   ///< "things that you see"
    QStringList examples;

    bool operator==(const CountRound &) const = default;
};

struct CountExercise {
    QList<CountRound> rounds;

    bool operator==(const CountExercise &) const = default;
};

struct WorksheetField {
    enum class Type { Text, Scale, Choice, Choices, List, Person, Time, Grid, Planner };
    QString id;
    QString label;
    QString hint; ///< may be empty
    Type type = Type::Text;
    QString low; ///< Scale, 0 to 10: what 0 means
    QString high;
    QStringList options; ///< Choice, Choices
    QStringList helps;   ///< of the options: those that open Help now
    int count = 0;       ///< List: how many lines
    QStringList columns; ///< Grid
    QStringList rows;
    int from = 0; ///< Planner: the first hour, and the last
    int to = 0;
    QStringList marks; ///< Planner: how an hour can be marked

    bool operator==(const WorksheetField &) const = default;
};

struct WorksheetExercise {
    QList<WorksheetField> fields;
    QString summary; ///< the id of the field whose text is the title of what was made

    bool operator==(const WorksheetExercise &) const = default;
};

struct CardAnswer {
    QString say;
    QString reply;
    bool isBest = false;

    bool operator==(const CardAnswer &) const = default;
};

struct GameCard {
    QString front;
    QString hint; ///< may be empty
    QList<CardAnswer> answers;
    bool canAnswerOwn = false; ///< the person may type an answer of their own

    bool operator==(const GameCard &) const = default;
};

/// A game: answer each card.
struct CardsExercise {
    QList<GameCard> cards;

    bool operator==(const CardsExercise &) const = default;
};

struct ListGroup {
    QString id;
    QString label;
    QStringList suggestions;

    bool operator==(const ListGroup &) const = default;
};

/// A list of one's own to read and add to.
struct ListExercise {
    QString id;
    QString ask;
    QStringList suggestions;
    QList<ListGroup> groups;
    bool isPicked = false; ///< the person picks one for now, and says when

    bool operator==(const ListExercise &) const = default;
};

struct ChecklistItem {
    QString id;
    QString say;
    int minutes = 0; ///< 0: not said

    bool operator==(const ChecklistItem &) const = default;
};

struct ChecklistExercise {
    QList<ChecklistItem> items;
    Next then;

    bool operator==(const ChecklistExercise &) const = default;
};

struct ChooseOption {
    QString say;
    QString act; ///< what to do now
    Next next;
    bool isHelp = false; ///< somebody may be in danger: Help now stands beside it

    bool operator==(const ChooseOption &) const = default;
};

struct ChooseExercise {
    QString ask;
    QList<ChooseOption> options;

    bool operator==(const ChooseExercise &) const = default;
};

struct ReachOutExercise {
    QString ask;
    QStringList messages; ///< ready to send, to be changed by the person
    QStringList calling;  ///< what to say first on a call

    bool operator==(const ReachOutExercise &) const = default;
};

/// What a skill's player runs, by kind.
using Exercise = std::variant<BreathExercise, WaveExercise, TimerExercise, WaitExercise, StepsExercise, CountExercise,
                              WorksheetExercise, CardsExercise, ListExercise, ChecklistExercise, ChooseExercise, ReachOutExercise>;

/// Reads a script. BadData, with the place and the rule in `detail`, when it is over 64 KiB or no JSON object; its kind or a key is not
/// known; a text is missing, empty, over 400 characters or holds control characters; a time is not a whole number of 1 to 3600 seconds;
/// minutes are not 1 to 60; a list has no or more entries than its kind allows; an id comes twice; a card has not exactly one best
/// answer; `next` is none of end, again, skill:<id>; or all answers lead `again`, so that it could never end.
[[nodiscard]] Result<Exercise> readExercise(const QByteArray &json);

/// "breath", "wave" ... as scripts name it.
[[nodiscard]] QString kindOf(const Exercise &exercise);
/// Every way out of it that it names; empty when it simply ends.
[[nodiscard]] QList<Next> exitsOf(const Exercise &exercise);
/// Every text in it that people read, in order.
[[nodiscard]] QStringList wordsOf(const Exercise &exercise);

} // namespace handrail
