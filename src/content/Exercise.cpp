// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Exercise.h"

#include "content/Script.h"

#include <QJsonDocument>

#include <algorithm>

namespace handrail {

namespace {

constexpr qsizetype maximumBytes = 64 * 1024;
constexpr int longest = 3600;   // seconds
constexpr qsizetype most = 24;  // entries of a list, where its kind has no limit of its own
constexpr qsizetype lines = 60; // words that change while it runs

using Keys = QStringList;

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QStringList keys(std::initializer_list<const char *> names)
{
    QStringList list;
    for (const char *name : names)
        list << text(name);
    return list;
}

Haptic readHaptic(Script &script, const QJsonObject &object)
{
    const QString key = QStringLiteral("haptic");
    return object.contains(key) ? Haptic(script.word(object, key, keys({"none", "tick", "rise", "fall"}))) : Haptic::None;
}

QList<BreathPhase> readPhases(Script &script, const QJsonObject &object)
{
    QList<BreathPhase> phases;
    script.each(object, text("phases"), 2, 8, [&](const QJsonObject &phase) {
        script.only(phase, keys({"say", "seconds", "shape", "haptic", "optional"}));
        phases << BreathPhase{script.text(phase, text("say")), script.number(phase, text("seconds"), 1, 60),
                              BreathPhase::Shape(script.word(phase, text("shape"), keys({"grow", "stay", "shrink"}))),
                              readHaptic(script, phase), script.flag(phase, text("optional"))};
    });
    // "Without holding" must leave a breath.
    const auto stays = std::count_if(phases.begin(), phases.end(), [](const BreathPhase &phase) { return !phase.isOptional; });
    if (stays < 2)
        script.fail(text("phases"), QStringLiteral("fewer than 2 that are not optional"));
    return phases;
}

Exercise readBreath(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "minutes", "phases", "lines"}));
    return BreathExercise{script.minutes(object), readPhases(script, object), script.texts(object, text("lines"), 0, lines)};
}

Exercise readWave(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "minutes", "ask", "places", "phases", "rises", "peaks", "fades"}));
    return WaveExercise{script.minutes(object),
                        script.text(object, text("ask")),
                        script.texts(object, text("places"), 1, most),
                        readPhases(script, object),
                        script.texts(object, text("rises"), 1, lines),
                        script.texts(object, text("peaks"), 1, lines),
                        script.texts(object, text("fades"), 1, lines)};
}

Exercise readTimer(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "check", "steps", "bell", "rounds", "goesOn"}));
    TimerExercise timer;
    if (object.contains(text("check"))) {
        const QJsonObject check = object.value(text("check")).toObject();
        script.only(check, keys({"say", "yes"}));
        timer.check = TimerCheck{script.text(check, text("say")), script.id(check, text("yes"))};
    }
    int total = 0;
    script.each(object, text("steps"), 1, lines, [&](const QJsonObject &step) {
        script.only(step, keys({"id", "say", "more", "seconds", "haptic", "skippedBy"}));
        timer.steps << TimerStep{step.contains(text("id")) ? script.id(step, text("id")) : QString(),
                                 script.text(step, text("say")),
                                 script.textIfAny(step, text("more")),
                                 script.number(step, text("seconds"), 1, longest),
                                 readHaptic(script, step),
                                 script.textIfAny(step, text("skippedBy"))};
        total += timer.steps.constLast().seconds;
        if (const QString &word = timer.steps.constLast().skippedBy; !word.isEmpty() && (!timer.check || timer.check->yes != word))
            script.fail(text("skippedBy"), QStringLiteral("no answer of the check"));
    });
    timer.hasBell = script.flag(object, text("bell"));
    timer.rounds = script.numberOr(object, text("rounds"), 1, 20, 1);
    timer.goesOn = script.flag(object, text("goesOn"));
    if (total * timer.rounds > longest)
        script.fail(text("steps"), QStringLiteral("over %1 seconds in all").arg(longest));
    const auto isSkipped = [](const TimerStep &step) { return !step.skippedBy.isEmpty(); };
    const auto skipped = std::count_if(timer.steps.begin(), timer.steps.end(), isSkipped);
    if (timer.check && (skipped == 0 || skipped == timer.steps.size()))
        script.fail(text("check"), QStringLiteral("skips no step, or all"));
    return timer;
}

Exercise readWait(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "minutes", "say", "choose", "suggestions", "after"}));
    WaitExercise wait{script.minutes(object),
                      script.text(object, text("say")),
                      script.text(object, text("choose")),
                      script.texts(object, text("suggestions"), 1, most),
                      {},
                      {}};
    const QJsonObject after = object.value(text("after")).toObject();
    script.only(after, keys({"say", "answers"}));
    wait.afterSay = script.text(after, text("say"));
    script.each(after, text("answers"), 2, 5, [&](const QJsonObject &answer) {
        script.only(answer, keys({"say", "next"}));
        wait.afterAnswers << Choice{script.text(answer, text("say")), script.next(answer, text("next"))};
    });
    return wait;
}

Exercise readSteps(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "steps"}));
    StepsExercise exercise;
    script.each(object, text("steps"), 2, most, [&](const QJsonObject &step) {
        script.only(step, keys({"title", "say", "seconds"}));
        exercise.steps << StepCard{script.text(step, text("title")), script.text(step, text("say")),
                                   script.numberOr(step, text("seconds"), 1, longest, 0)};
    });
    return exercise;
}

Exercise readCount(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "rounds"}));
    CountExercise exercise;
    script.each(object, text("rounds"), 1, 10, [&](const QJsonObject &round) {
        script.only(round, keys({"count", "say", "examples"}));
        exercise.rounds << CountRound{script.number(round, text("count"), 1, 10), script.text(round, text("say")),
                                      script.texts(round, text("examples"), 0, most)};
    });
    return exercise;
}

WorksheetField readField(Script &script, const QJsonObject &object)
{
    using Type = WorksheetField::Type;
    WorksheetField field;
    field.id = script.id(object, text("id"));
    field.label = script.text(object, text("label"));
    field.hint = script.textIfAny(object, text("hint"));
    field.type = Type(script.word(object, text("type"),
                                  keys({"text", "scale", "choice", "choices", "list", "person", "time", "grid", "planner"})));
    Keys own = keys({"id", "label", "hint", "type"});
    switch (field.type) {
    case Type::Scale:
        own << keys({"low", "high"});
        field.low = script.text(object, text("low"));
        field.high = script.text(object, text("high"));
        break;
    case Type::Choice:
    case Type::Choices:
        own << keys({"options", "help"});
        field.options = script.texts(object, text("options"), 2, most);
        if (QSet<QString>(field.options.begin(), field.options.end()).size() != field.options.size())
            script.fail(text("options"), QStringLiteral("one twice"));
        // By their place, so that it is the same ones in each language.
        if (object.contains(text("help"))) {
            for (const int place : script.numbers(object, text("help"), most, int(field.options.size())))
                field.helps << field.options.value(place - 1);
        }
        break;
    case Type::List:
        own << text("count");
        field.count = script.number(object, text("count"), 1, 10);
        break;
    case Type::Grid:
        own << keys({"columns", "rows"});
        field.columns = script.texts(object, text("columns"), 2, 4);
        field.rows = script.texts(object, text("rows"), 1, 8);
        break;
    case Type::Planner:
        own << keys({"from", "to", "marks"});
        field.from = script.number(object, text("from"), 0, 23);
        field.to = script.number(object, text("to"), 1, 24);
        field.marks = script.texts(object, text("marks"), 0, 6);
        if (field.from >= field.to)
            script.fail(text("to"), QStringLiteral("not after from"));
        break;
    case Type::Text:
    case Type::Person:
    case Type::Time: break;
    }
    script.only(object, own);
    return field;
}

Exercise readWorksheet(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "fields", "summary"}));
    WorksheetExercise sheet;
    script.each(object, text("fields"), 1, 20, [&](const QJsonObject &field) { sheet.fields << readField(script, field); });
    sheet.summary = script.text(object, text("summary"));
    if (std::none_of(sheet.fields.begin(), sheet.fields.end(),
                     [&](const WorksheetField &field) { return field.id == sheet.summary; }))
        script.fail(text("summary"), QStringLiteral("no field of this sheet"));
    return sheet;
}

Exercise readCards(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "cards"}));
    CardsExercise game;
    script.each(object, text("cards"), 6, 10, [&](const QJsonObject &card) {
        script.only(card, keys({"front", "hint", "answers", "own"}));
        GameCard read{script.text(card, text("front")), script.textIfAny(card, text("hint")), {}, script.flag(card, text("own"))};
        script.each(card, text("answers"), 2, 3, [&](const QJsonObject &answer) {
            script.only(answer, keys({"say", "reply", "best"}));
            read.answers << CardAnswer{script.text(answer, text("say")), script.text(answer, text("reply")),
                                       script.flag(answer, text("best"))};
        });
        if (std::count_if(read.answers.begin(), read.answers.end(), [](const CardAnswer &answer) { return answer.isBest; }) != 1)
            script.fail(text("answers"), QStringLiteral("not exactly one best"));
        game.cards << read;
    });
    return game;
}

Exercise readList(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "id", "ask", "suggestions", "groups", "pick"}));
    ListExercise list;
    list.id = script.id(object, text("id"));
    list.ask = script.text(object, text("ask"));
    list.suggestions = script.texts(object, text("suggestions"), 0, most);
    script.each(object, text("groups"), 0, 6, [&](const QJsonObject &group) {
        script.only(group, keys({"id", "label", "suggestions"}));
        list.groups << ListGroup{script.id(group, text("id")), script.text(group, text("label")),
                                 script.texts(group, text("suggestions"), 1, most)};
    });
    if (list.suggestions.isEmpty() && list.groups.isEmpty())
        script.fail(text("suggestions"), QStringLiteral("none, and no groups"));
    list.isPicked = script.flag(object, text("pick"));
    return list;
}

Exercise readChecklist(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "items", "then"}));
    ChecklistExercise list;
    script.each(object, text("items"), 2, most, [&](const QJsonObject &item) {
        script.only(item, keys({"id", "say", "minutes"}));
        list.items << ChecklistItem{script.id(item, text("id")), script.text(item, text("say")),
                                    script.numberOr(item, text("minutes"), 1, 60, 0)};
    });
    if (object.contains(text("then")))
        list.then = script.next(object, text("then"));
    return list;
}

Exercise readChoose(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "ask", "options"}));
    ChooseExercise choose{script.text(object, text("ask")), {}};
    script.each(object, text("options"), 2, 10, [&](const QJsonObject &option) {
        script.only(option, keys({"say", "do", "next", "help"}));
        choose.options << ChooseOption{script.text(option, text("say")), script.text(option, text("do")),
                                       script.next(option, text("next")), script.flag(option, text("help"))};
    });
    return choose;
}

Exercise readReachOut(Script &script, const QJsonObject &object)
{
    script.only(object, keys({"kind", "ask", "messages", "calling"}));
    return ReachOutExercise{script.text(object, text("ask")), script.texts(object, text("messages"), 1, most),
                            script.texts(object, text("calling"), 1, most)};
}

struct Kind {
    const char *name;
    Exercise (*read)(Script &, const QJsonObject &);
};

// In the order of Exercise.
constexpr Kind kinds[] = {{"breath", readBreath},       {"wave", readWave},     {"timer", readTimer},
                          {"wait", readWait},           {"steps", readSteps},   {"count", readCount},
                          {"worksheet", readWorksheet}, {"cards", readCards},   {"list", readList},
                          {"checklist", readChecklist}, {"choose", readChoose}, {"reach-out", readReachOut}};
static_assert(std::size(kinds) == std::variant_size_v<Exercise>);

/// Adds what people read.
struct WordsOf {
    QStringList words;

    void add(const QList<BreathPhase> &phases)
    {
        for (const BreathPhase &phase : phases)
            words << phase.say;
    }
    void operator()(const BreathExercise &each)
    {
        add(each.phases);
        words << each.lines;
    }
    void operator()(const WaveExercise &each)
    {
        words << each.ask << each.places;
        add(each.phases);
        words << each.rises << each.peaks << each.fades;
    }
    void operator()(const TimerExercise &each)
    {
        if (each.check)
            words << each.check->say;
        for (const TimerStep &step : each.steps)
            words << step.say << step.more;
    }
    void operator()(const WaitExercise &each)
    {
        words << each.say << each.choose << each.suggestions << each.afterSay;
        for (const Choice &answer : each.afterAnswers)
            words << answer.say;
    }
    void operator()(const StepsExercise &each)
    {
        for (const StepCard &step : each.steps)
            words << step.title << step.say;
    }
    void operator()(const CountExercise &each)
    {
        for (const CountRound &round : each.rounds)
            words << round.say << round.examples;
    }
    void operator()(const WorksheetExercise &each)
    {
        for (const WorksheetField &field : each.fields)
            words << field.label << field.hint << field.low << field.high << field.options << field.columns << field.rows
                  << field.marks;
    }
    void operator()(const CardsExercise &each)
    {
        for (const GameCard &card : each.cards) {
            words << card.front << card.hint;
            for (const CardAnswer &answer : card.answers)
                words << answer.say << answer.reply;
        }
    }
    void operator()(const ListExercise &each)
    {
        words << each.ask << each.suggestions;
        for (const ListGroup &group : each.groups)
            words << group.label << group.suggestions;
    }
    void operator()(const ChecklistExercise &each)
    {
        for (const ChecklistItem &item : each.items)
            words << item.say;
    }
    void operator()(const ChooseExercise &each)
    {
        words << each.ask;
        for (const ChooseOption &option : each.options)
            words << option.say << option.act;
    }
    void operator()(const ReachOutExercise &each) { words << each.ask << each.messages << each.calling; }
};

} // namespace

Result<Exercise> readExercise(const QByteArray &json)
{
    const auto bad = [](const QString &what) { return problem(ProblemKind::BadData, QStringLiteral("exercise: ") + what); };
    if (json.size() > maximumBytes)
        return bad(QStringLiteral("too large"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return bad(QStringLiteral("no JSON object, at byte %1: %2").arg(error.offset).arg(error.errorString()));
    const QJsonObject object = document.object();
    const QString name = object.value(text("kind")).toString();
    const auto *kind =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind &each) { return name == QLatin1String(each.name); });
    if (kind == std::end(kinds))
        return bad(QStringLiteral("kind: not known"));
    Script script;
    Exercise exercise = kind->read(script, object);
    const QList<Next> exits = exitsOf(exercise);
    if (!exits.isEmpty()
        && std::all_of(exits.begin(), exits.end(), [](const Next &next) { return next.kind == Next::Kind::Again; }))
        script.fail(text("next"), QStringLiteral("a loop without end"));
    if (!script.fault().isEmpty())
        return bad(script.fault());
    return exercise;
}

QString kindOf(const Exercise &exercise)
{
    return text(kinds[exercise.index()].name);
}

QList<Next> exitsOf(const Exercise &exercise)
{
    QList<Next> exits;
    if (const auto *wait = std::get_if<WaitExercise>(&exercise)) {
        for (const Choice &answer : wait->afterAnswers)
            exits << answer.next;
    } else if (const auto *choose = std::get_if<ChooseExercise>(&exercise)) {
        for (const ChooseOption &option : choose->options)
            exits << option.next;
    } else if (const auto *list = std::get_if<ChecklistExercise>(&exercise)) {
        exits << list->then;
    }
    return exits;
}

QStringList wordsOf(const Exercise &exercise)
{
    WordsOf collected;
    std::visit(collected, exercise);
    collected.words.removeAll(QString());
    return collected.words;
}

} // namespace handrail
