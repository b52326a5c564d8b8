// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/QuestionnaireParts.h"
#include "fhir/Read.h"
#include "fhir/References.h"
#include "fhir/Timing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace handrail::fhir {

namespace {

constexpr std::size_t mostInputs = 50;
constexpr qsizetype mostPlanned = 100;
constexpr double longestDays = 3660; ///< of a rhythm, and of a time that is given by its length

TaskStatus statusOf(std::string_view code)
{
    if (code == "completed")
        return TaskStatus::Completed;
    if (code == "cancelled" || code == "rejected" || code == "failed")
        return TaskStatus::TakenBack;
    if (code == "draft" || code == "on-hold")
        return TaskStatus::Waiting;
    return TaskStatus::Open;
}

/// As something can be asked for; a canonical has no spaces.
bool isAddress(const QString &canonical)
{
    constexpr qsizetype longest = 500; // in the address of a search
    return canonical.contains(u':') && !canonical.contains(u' ') && canonical.size() <= longest;
}

/// "Questionnaire/phq-9" of a reference in a canonical's place, which has no version; else empty.
QString formReferenceIn(const QString &canonical)
{
    const QString id = canonical.startsWith(u"Questionnaire/") ? canonical.section(u'|', 0, 0).section(u'/', 1, 1) : QString();
    const bool isPath = id == u"." || id == u".."; // letters of an id, but not in an address
    return isId(id.toStdString()) && !isPath ? QString(u"Questionnaire/" % id) : QString();
}

/// "https://clinic.example/Questionnaire/phq-9|1.0.0" names a form.
bool isFormCanonical(const QString &canonical)
{
    return !formReferenceIn(canonical).isEmpty() || (canonical.contains(u"/Questionnaire/") && !canonical.contains(u' '));
}

/// "http://loinc.org/q/44249-1" may be one: what is to be done by it is nothing else that has a name of its own.
bool mayBeForm(const QString &canonical)
{
    static const QStringList others{QStringLiteral("/Library/"), QStringLiteral("/PlanDefinition/"),
                                    QStringLiteral("/ActivityDefinition/"), QStringLiteral("/Measure/"),
                                    QStringLiteral("/OperationDefinition/")};
    return isAddress(canonical)
        && std::none_of(others.begin(), others.end(), [&](const QString &other) { return canonical.contains(other); });
}

/// What the clinic put in for the one who does it: by our own or the SDC's code, or because nothing but a form can be meant.
QString formOf(const Node &root)
{
    const std::vector<Node> inputs = root["input"].items();
    for (std::size_t i = 0; i < inputs.size() && i < mostInputs; ++i) {
        const QString canonical = inputs[i]["valueCanonical"].code();
        const bool isForm = inputs[i]["type"].codeIn(names::sdcCodes) == "questionnaire" && !canonical.isEmpty();
        if (isForm || isFormCanonical(canonical))
            return canonical;
    }
    const QString instantiated = root["instantiatesCanonical"].code();
    return isFormCanonical(instantiated) ? instantiated : QString();
}

/// Of the form's record, where that alone is named: what it is about, or an input.
QString formIdOf(const Node &root)
{
    std::vector<Node> named{root["focus"]};
    const std::vector<Node> inputs = root["input"].items();
    for (std::size_t i = 0; i < inputs.size() && i < mostInputs; ++i)
        named.push_back(inputs[i]["valueReference"]);
    for (const Node &reference : named) {
        if (const Target target = targetOf(reference); target.type == "Questionnaire")
            return toQString(target.id);
    }
    return {};
}

/// "https://clinic.example/Library/sleep-and-stress|1.0.0" names what to read or practice; by its end the app knows it.
QString libraryIn(const QString &canonical)
{
    const QString url = canonical.section(u'|', 0, 0);
    const QString id = url.section(QStringLiteral("/Library/"), 1, 1);
    return isId(id.toStdString()) ? id : QString();
}

QString libraryAt(const Node &reference)
{
    const Target target = targetOf(reference);
    return target.type == "Library" ? toQString(target.id) : QString();
}

QString libraryOf(const Node &root)
{
    if (const QString focus = libraryAt(root["focus"]); !focus.isEmpty())
        return focus;
    if (const QString instantiated = libraryIn(root["instantiatesCanonical"].code()); !instantiated.isEmpty())
        return instantiated;
    const std::vector<Node> inputs = root["input"].items();
    for (std::size_t i = 0; i < inputs.size() && i < mostInputs; ++i) {
        const QString canonical = libraryIn(inputs[i]["valueCanonical"].code());
        const QString named = canonical.isEmpty() ? libraryAt(inputs[i]["valueReference"]) : canonical;
        if (!named.isEmpty())
            return named;
    }
    return {};
}

/// The session that it is for: the reason for it, or an input.
QString sessionOf(const Node &root)
{
    if (const Target reason = targetOf(root["reasonReference"]); reason.type == "Appointment")
        return toQString(reason.id);
    const std::vector<Node> inputs = root["input"].items();
    for (std::size_t i = 0; i < inputs.size() && i < mostInputs; ++i) {
        if (const Target target = targetOf(inputs[i]["valueReference"]); target.type == "Appointment")
            return toQString(target.id);
    }
    return {};
}

QString ownerOf(const Node &root)
{
    const Node owner = root["owner"];
    if (const Target target = targetOf(owner); !target.id.empty())
        return QString(toQString(target.type) % u'/' % toQString(target.id));
    const QString type = owner["type"].code();
    return type == u"Patient" ? QString() : type;
}

/// So many of a FHIR Timing's units in days; 0 of another unit.
double daysIn(double number, std::string_view unit)
{
    return unit == "d"  ? number
        : unit == "wk"  ? number * 7
        : unit == "mo"  ? number * 30
        : unit == "a"   ? number * 365
        : unit == "h"   ? number / 24
        : unit == "min" ? number / (24 * 60)
        : unit == "s"   ? number / (24 * 60 * 60)
                        : 0;
}

/// Days between two times that a FHIR Timing names, as they are written; 0 when it names none.
double betweenOf(const Node &repeat)
{
    const double frequency = repeat["frequency"].number().value_or(1);
    const double whole = daysIn(repeat["period"].number().value_or(0), repeat["periodUnit"].view());
    return frequency > 0 ? whole / frequency : whole;
}

/// The same in whole days; 0 when it is asked once. Nothing is asked twice a day, and what does not come out even in days, or is for several days of
/// the week, is asked rather too early than too late. On one day of the week it is asked after whole weeks.
int everyDaysOf(const Node &timing)
{
    const Node repeat = timing["repeat"];
    const double days = betweenOf(repeat);
    const qsizetype weekdays = daysOf(repeat).value_or(QList<Qt::DayOfWeek>()).size();
    int every = days > 0 && days <= longestDays ? std::max(1, int(std::floor(days))) : 0;
    if (weekdays > 0)
        every = std::max(7, every / 7 * 7) / int(weekdays);
    const bool isOdd = repeat["period"].isValid() && (every == 0 || days != every);
    const bool isOnOddDays = repeat["dayOfWeek"].isValid() && weekdays != 1;
    const bool isOther = every == 0 && (timing["code"].isValid() || timing["event"].isValid());
    if (isOdd || isOnOddDays || isOther)
        qCInfo(logApp) << "CarePlan: a rhythm of a form that cannot be kept is taken as days:" << every;
    return every;
}

} // namespace

Result<CareTask> readTask(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseMeant(json, "Task");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    CareTask task;
    task.id = toQString(root["id"].view());
    task.status = statusOf(root["status"].view());
    task.questionnaire = formOf(root);
    if (task.questionnaire.startsWith(u"Questionnaire/")) // a reference in a canonical's place
        task.questionnaireId = formReferenceIn(std::exchange(task.questionnaire, {})).section(u'/', 1);
    else if (task.questionnaire.isEmpty())
        task.questionnaireId = formIdOf(root);
    if (task.questionnaire.isEmpty() && task.questionnaireId.isEmpty())
        task.library = libraryOf(root);
    const QString instantiated = root["instantiatesCanonical"].code();
    if (task.questionnaire.isEmpty() && task.questionnaireId.isEmpty() && task.library.isEmpty() && mayBeForm(instantiated)) {
        task.questionnaire = instantiated;
        task.isFormGuessed = true;
    }
    task.owner = ownerOf(root);
    task.by = root["requester"]["display"].line();
    task.sessionId = sessionOf(root);
    task.title = root.said("description", language).line();
    task.from = readDayOf(root["restriction"]["period"]["start"].code());
    task.due = readDayOf(root["restriction"]["period"]["end"].code());
    if (!task.from.isValid())
        task.from = readDayOf(root["executionPeriod"]["start"].code());
    if (!task.due.isValid())
        task.due = readDayOf(root["executionPeriod"]["end"].code());
    task.authored = readInstant(root["authoredOn"].code());
    return task;
}

namespace {

/// What an active plan says is to be done: the details of its activities that are neither off nor forbidden.
std::vector<Node> detailsOf(const Node &plan)
{
    std::vector<Node> details;
    const std::string_view intent = plan["intent"].view();
    if (plan["status"].view() != "active" || intent == "proposal" || intent == "option")
        return details;
    for (const Node &activity : plan["activity"].items()) {
        const Node detail = activity["detail"];
        const std::string_view status = detail["status"].view();
        const bool isOff = status == "cancelled" || status == "stopped" || status == "entered-in-error" || status == "on-hold"
            || detail["doNotPerform"].boolean().value_or(false);
        if (!isOff)
            details.push_back(detail);
    }
    return details;
}

/// The last day of what is written: of a month or a year alone, its last.
QDate lastDayOf(const Node &date)
{
    const QString written = date.code();
    const QDate day = readDayOf(written);
    return written.size() == 4 ? day.addYears(1).addDays(-1) : written.size() == 7 ? day.addMonths(1).addDays(-1) : day;
}

/// The time of a detail, into anything with from and due.
template <typename Planned>
void putTime(Planned &planned, const Node &detail, const Node &plan)
{
    const Node repeat = detail["scheduledTiming"]["repeat"];
    const Node bounds = repeat.isValid() ? repeat["boundsPeriod"] : detail["scheduledPeriod"];
    planned.from = readDayOf(bounds["start"].code());
    planned.due = lastDayOf(bounds["end"]);
    if (!planned.from.isValid())
        planned.from = readDayOf(plan["period"]["start"].code());
}

/// A phase of the program goes on: then no date ends the plan, the clinic says when.
bool hasOpenPhase(const Node &plan)
{
    const std::vector<Node> activities = plan["activity"].items();
    return std::any_of(activities.begin(), activities.end(), [](const Node &activity) {
        const Node detail = activity["detail"];
        const std::string_view status = detail["status"].view();
        return !detail["code"].codeIn(names::programPhases).empty() && (status == "in-progress" || status == "on-hold");
    });
}

/// From the first turn to the last one, of a form that has its time.
void putTurns(PlannedForm &form, const Node &repeat, const Node &plan)
{
    const auto endBy = [&form](const QDate &day) {
        if (day.isValid() && (!form.due.isValid() || day < form.due))
            form.due = day;
    };
    const bool hasStart = form.from.isValid();
    const Node bounds = repeat["boundsDuration"].isValid() ? repeat["boundsDuration"] : repeat["boundsRange"]["high"];
    const double length = std::ceil(daysIn(bounds["value"].number().value_or(0), bounds["code"].view()));
    const bool isLengthTold = hasStart && length >= 1 && length <= longestDays;
    if (isLengthTold)
        endBy(form.from.addDays(qint64(length) - 1));

    if (const auto days = daysOf(repeat); days && days->size() == 1) {
        const QDate begin = hasStart ? form.from : QDate(2000, 1, 3); // no matter which Monday: its name must not change
        form.from = begin.addDays((days->first() - begin.dayOfWeek() + 7) % 7);
    }

    const double count = std::max(repeat["count"].number().value_or(0), repeat["countMax"].number().value_or(0));
    const double between = betweenOf(repeat);
    const double turns = std::ceil(count * (between > 0 ? std::min(1.0, between) : 1)); // several times a day are one
    const bool isCountTold = hasStart && turns * form.everyDays >= 1 && turns * form.everyDays <= longestDays;
    if (isCountTold)
        endBy(form.from.addDays(qint64(turns) * form.everyDays - 1));

    if (form.everyDays > 0 && !hasOpenPhase(plan))
        endBy(lastDayOf(plan["period"]["end"]));
    const bool isLong = repeat["boundsDuration"].isValid() || repeat["boundsRange"].isValid();
    if ((isLong && !isLengthTold) || (repeat["count"].isValid() && count != 1 && !isCountTold))
        qCInfo(logApp) << "CarePlan: the last time of a form that comes back cannot be told";
}

} // namespace

Result<QList<PlannedForm>> readPlannedForms(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "CarePlan");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    QList<PlannedForm> planned;
    for (const Node &detail : detailsOf(parsed->root())) {
        for (const Node &canonical : detail["instantiatesCanonical"].items()) {
            const QString named = canonical.code();
            if (planned.size() >= mostPlanned || !(isFormCanonical(named) || mayBeForm(named)))
                continue;
            PlannedForm form;
            const QString reference = formReferenceIn(named);
            form.questionnaire = reference.isEmpty() ? named : reference;
            form.isFormGuessed = !isFormCanonical(named);
            form.title = detail.said("description", language).line();
            form.everyDays = everyDaysOf(detail["scheduledTiming"]);
            form.isCompleted = detail["status"].view() == "completed";
            putTime(form, detail, parsed->root());
            putTurns(form, detail["scheduledTiming"]["repeat"], parsed->root());
            const bool hasTurn = form.everyDays <= 0 || !form.due.isValid() || !form.from.isValid() || form.from <= form.due;
            if (hasTurn)
                planned << form;
        }
    }
    return planned;
}

Result<QList<PlannedReading>> readPlannedReadings(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "CarePlan");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    QList<PlannedReading> planned;
    for (const Node &detail : detailsOf(parsed->root())) {
        for (const Node &canonical : detail["instantiatesCanonical"].items()) {
            PlannedReading reading;
            reading.library = libraryIn(canonical.code());
            if (planned.size() >= mostPlanned || reading.library.isEmpty())
                continue;
            reading.canonical = canonical.code().section(u'|', 0, 0);
            reading.planId = toQString(parsed->root()["id"].view());
            reading.title = detail.said("description", language).line();
            reading.isCompleted = detail["status"].view() == "completed";
            putTime(reading, detail, parsed->root());
            planned << reading;
        }
    }
    return planned;
}

namespace {

/// What answers say that they are to, as it can be asked for; empty for what is no address.
QString formAnsweredBy(const Node &response)
{
    const QString name = response["questionnaire"].code();
    if (name.startsWith(u"Questionnaire/"))
        return formReferenceIn(name);
    return isAddress(name) ? name : QString();
}

} // namespace

QStringList namedForms(const QByteArray &json)
{
    QStringList named;
    // Most are answers, of years: what was answered is not read for this.
    if (const Result<Json> answers = Json::parseResource(json, "QuestionnaireResponse", Json::IdRule::Optional)) {
        const QString form = isFinished(answers->root()) ? formAnsweredBy(answers->root()) : QString();
        if (!form.isEmpty())
            named << form;
    } else if (const Result<CareTask> task = readTask(json)) {
        if (task->status == TaskStatus::TakenBack)
            return named;
        if (!task->questionnaire.isEmpty())
            named << task->questionnaire;
        else if (!task->questionnaireId.isEmpty())
            named << QString(u"Questionnaire/" % task->questionnaireId);
    } else if (const Result<QList<PlannedForm>> planned = readPlannedForms(json)) {
        for (const PlannedForm &form : *planned)
            named << form.questionnaire;
    }
    return named;
}

TaskStanding compareTask(const QByteArray &stored, const QByteArray &update)
{
    const auto theirs = Json::parseResource(stored, "Task");
    const auto ours = Json::parseResource(update, "Task");
    if (!theirs || !ours)
        return TaskStanding::Closed;
    const std::string_view status = theirs->root()["status"].view();
    if (status == "entered-in-error" || statusOf(status) == TaskStatus::TakenBack)
        return TaskStanding::Closed;
    if (status != ours->root()["status"].view())
        return TaskStanding::Open;
    const std::vector<Node> ourOutput = ours->root()["output"].items();
    const std::vector<Node> output = theirs->root()["output"].items();
    const bool isThere = std::all_of(ourOutput.begin(), ourOutput.end(), [&](const Node &wanted) {
        const std::string_view value = wanted["valueReference"]["identifier"]["value"].view();
        return std::any_of(output.begin(), output.end(),
                           [&](const Node &one) { return one["valueReference"]["identifier"]["value"].view() == value; });
    });
    return isThere ? TaskStanding::Same : TaskStanding::Open;
}

} // namespace handrail::fhir
