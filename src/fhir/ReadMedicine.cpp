// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Read.h"
#include "fhir/References.h"
#include "fhir/Timing.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace handrail::fhir {

namespace {

constexpr std::size_t mostInstructions = 50;
constexpr std::size_t mostTimes = 12;
constexpr int mostOften = 6;

using Part = DoseTime::Part;

/// Timing.repeat.when (R4 event-timing), by what it is a part of.
Part partOf(std::string_view code)
{
    constexpr std::array<std::pair<std::string_view, Part>, 16> parts{{{"WAKE", Part::Morning},
                                                                       {"CM", Part::Morning},
                                                                       {"ACM", Part::Morning},
                                                                       {"PCM", Part::Morning},
                                                                       {"NOON", Part::Noon},
                                                                       {"CD", Part::Noon},
                                                                       {"ACD", Part::Noon},
                                                                       {"PCD", Part::Noon},
                                                                       {"CV", Part::Evening},
                                                                       {"ACV", Part::Evening},
                                                                       {"PCV", Part::Evening},
                                                                       {"NIGHT", Part::Night},
                                                                       {"HS", Part::Night},
                                                                       {"PHS", Part::Night},
                                                                       {"AM", Part::Morning},
                                                                       {"PM", Part::Afternoon}}};
    const std::string_view base = code.substr(0, code.find('.')); // MORN.early
    if (base == "MORN")
        return Part::Morning;
    if (base == "AFT")
        return Part::Afternoon;
    if (base == "EVE")
        return Part::Evening;
    const auto *known = std::find_if(parts.begin(), parts.end(), [&](const auto &pair) { return pair.first == code; });
    return known == parts.end() ? Part::AnyTime : known->second;
}

std::string_view codeOf(Part part)
{
    switch (part) {
    case Part::Morning: return "MORN";
    case Part::Noon: return "NOON";
    case Part::Afternoon: return "AFT";
    case Part::Evening: return "EVE";
    case Part::Night: return "NIGHT";
    default: return {};
    }
}

std::string_view abbreviationOf(const Node &timing)
{
    return timing["code"].codeIn("http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation");
}

bool isCounted(const Node &repeat)
{
    return repeat["frequency"].number() || repeat["period"].number() || !repeat["periodUnit"].view().empty();
}

/// How often on a day, where no times of it are said: by the numbers, else by the code (R4 Timing.code). Nothing: nobody can tell, or more often
/// than anybody is asked.
std::optional<int> oftenOf(const Node &timing)
{
    const Node repeat = timing["repeat"];
    // "Every 4 to 6 hours", "once or twice a day".
    const auto isRange = [&repeat](const char *least, const char *most) {
        const auto up = repeat[most].number();
        return up && *up != repeat[least].number().value_or(1);
    };
    if (isRange("frequency", "frequencyMax") || isRange("period", "periodMax"))
        return std::nullopt;
    double often = 1;
    if (isCounted(repeat)) {
        const std::string_view unit = repeat["periodUnit"].view();
        const double hours = unit.empty() || unit == "d" ? 24 : unit == "h" ? 1 : 0;
        if (hours > 0)
            often = repeat["frequency"].number().value_or(1) * 24 / (hours * repeat["period"].number().value_or(1));
        else if (unit == "s" || unit == "min")
            return std::nullopt;
    } else {
        constexpr std::array<std::pair<std::string_view, int>, 9> codes{
            {{"BID", 2}, {"TID", 3}, {"QID", 4}, {"Q8H", 3}, {"Q6H", 4}, {"Q4H", 6}, {"Q3H", 8}, {"Q2H", 12}, {"Q1H", 24}}};
        const std::string_view code = abbreviationOf(timing);
        const auto *known = std::find_if(codes.begin(), codes.end(), [&](const auto &pair) { return pair.first == code; });
        often = known == codes.end() ? 1 : known->second;
    }
    const double whole = std::round(often);
    return whole >= 1 && whole <= mostOften && std::abs(often - whole) < 0.001 ? std::optional(int(whole)) : std::nullopt;
}

QList<DoseTime> timesOf(const Node &timing)
{
    const Node repeat = timing["repeat"];
    QList<DoseTime> times;
    const auto add = [&times](const DoseTime &time) {
        if (!times.contains(time) && times.size() < qsizetype(mostTimes))
            times << time;
    };
    for (const Node &at : repeat["timeOfDay"].items()) {
        const QTime clock = QTime::fromString(at.code().left(8), Qt::ISODate);
        if (clock.isValid())
            add({Part::Clock, clock, 0});
    }
    if (!times.isEmpty())
        return times;
    for (const Node &when : repeat["when"].items())
        add({partOf(when.view()), {}, 0});
    if (!times.isEmpty())
        return times;
    if (const std::string_view code = abbreviationOf(timing);
        !isCounted(repeat) && (code == "AM" || code == "PM" || code == "BED")) {
        add({code == "BED" ? Part::Night : partOf(code), {}, 0});
        return times;
    }
    const int often = oftenOf(timing).value_or(1);
    for (int number = 1; often > 1 && number <= often; ++number)
        add({Part::Nth, {}, number});
    return times;
}

/// Less often than once a day, and not said on which days.
bool isRare(const Node &repeat, bool hasDays)
{
    const std::string_view unit = repeat["periodUnit"].view();
    const double period = std::max(repeat["period"].number().value_or(1), repeat["periodMax"].number().value_or(1));
    if (unit.empty() || unit == "s" || unit == "min")
        return false;
    if (unit == "h")
        return period > 24;
    return period > 1 || (unit != "d" && !(unit == "wk" && hasDays));
}

/// By a code that is less often than daily (beside bounds too: R4 Timing.code), or at moments of their own.
bool isSeldom(const Node &timing, bool hasDays)
{
    const std::string_view code = abbreviationOf(timing);
    return !timing["event"].items().empty() || code == "QOD" || (code == "WK" && !hasDays) || code == "MO";
}

/// For so long or so often, and from when nobody says.
bool isLimited(const Node &repeat)
{
    return repeat["boundsDuration"].isObject() || repeat["boundsRange"].isObject() || repeat["count"].number().has_value();
}

bool isWhenNeeded(const Node &instruction)
{
    return instruction["asNeededBoolean"].boolean().value_or(false) || instruction["asNeededCodeableConcept"].isObject();
}

/// Words alone, which stand beside the instruction that says when.
bool isBare(const Node &instruction)
{
    return !instruction["timing"].isObject() && !isWhenNeeded(instruction);
}

/// When it is taken stands in words, or in a code that is not read here: no day and no time can be told from it.
bool isInWords(const Node &instruction)
{
    const Node timing = instruction["timing"];
    const Node repeat = timing["repeat"];
    const bool isCoded = isCounted(repeat) || !abbreviationOf(timing).empty() || !repeat["dayOfWeek"].items().empty()
        || !repeat["when"].items().empty() || !repeat["timeOfDay"].items().empty();
    return !isCoded
        && (timing["code"].isObject() || !instruction["text"].view().empty() || !instruction["patientInstruction"].view().empty()
            || !instruction["additionalInstruction"].items().empty());
}

/// What says when, of one order. Of what follows each other (Dosage.sequence) each must say from when, and until when.
struct Sequence {
    std::optional<double> first;
    std::optional<double> last;
    int asking = 0;

    explicit Sequence(const std::vector<Node> &instructions)
    {
        for (const Node &one : instructions) {
            if (isBare(one))
                continue;
            asking += isWhenNeeded(one) ? 0 : 1;
            const std::optional<double> number = one["sequence"].number();
            if (number && (!first || *number < *first))
                first = number;
            if (number && (!last || *number > *last))
                last = number;
        }
    }
    [[nodiscard]] bool isTold(const Node &instruction, const DoseSchedule &schedule) const
    {
        if (asking > 1 && isLimited(instruction["timing"]["repeat"])) // of one alone it is the order that runs or not
            return false;
        const std::optional<double> number = instruction["sequence"].number();
        return !number || ((*number == *first || schedule.from.isValid()) && (*number == *last || schedule.until.isValid()));
    }
};

DoseSchedule scheduleOf(const Node &instruction, const Sequence &sequence)
{
    const Node timing = instruction["timing"];
    const Node repeat = timing["repeat"];
    DoseSchedule schedule;
    schedule.isWhenNeeded = isWhenNeeded(instruction);
    schedule.from = readDayOf(repeat["boundsPeriod"]["start"].code());
    schedule.until = readDayOf(repeat["boundsPeriod"]["end"].code());
    const auto days = daysOf(repeat);
    schedule.days = days.value_or(QList<Qt::DayOfWeek>());
    schedule.times = timesOf(timing);
    schedule.isUntold = !days || isRare(repeat, !days->isEmpty()) || isSeldom(timing, !days->isEmpty()) || isInWords(instruction)
        || !sequence.isTold(instruction, schedule) || (schedule.times.isEmpty() && !oftenOf(timing));
    if (schedule.times.isEmpty())
        schedule.times << DoseTime();
    return schedule;
}

QString nameOf(const Node &root, const QString &language)
{
    const Node reference = root["medicationReference"];
    QString name = root["medicationCodeableConcept"].conceptText(language);
    if (name.isEmpty())
        name = reference["display"].line();
    const std::string_view target = reference["reference"].view();
    if (!name.isEmpty() || target.empty() || target.front() != '#')
        return name;
    for (const Node &contained : root["contained"].items()) {
        if (contained["id"].view() == target.substr(1))
            return contained["code"].conceptText(language);
    }
    return {};
}

} // namespace

Result<std::optional<Medicine>> readMedicine(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseMeant(json, "MedicationRequest");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    const std::string_view intent = root["intent"].view();
    const bool isMeant = (status == "active" || status == "on-hold") && intent != "proposal" && intent != "plan"
        && intent != "option" && !root["doNotPerform"].boolean().value_or(false);
    if (!isMeant)
        return std::optional<Medicine>();

    Medicine medicine;
    medicine.id = root["id"].code();
    medicine.name = nameOf(root, language);
    if (const Target target = targetOf(root["medicationReference"]); target.type == "Medication")
        medicine.medicationId = toQString(target.id);
    medicine.prescriber = root["requester"]["display"].line();
    medicine.isOnHold = status == "on-hold";
    medicine.validUntil = readDayOf(root["dispenseRequest"]["validityPeriod"]["end"].code());
    QStringList words;
    const std::vector<Node> instructions = root["dosageInstruction"].items();
    const Sequence sequence(instructions);
    for (std::size_t i = 0; i < instructions.size() && i < mostInstructions; ++i) {
        const Node &one = instructions[i];
        if (const QString said = one.said("patientInstruction", language).lines(); !said.isEmpty() && !words.contains(said))
            words << said;
        if (!isBare(one))
            medicine.schedules << scheduleOf(one, sequence);
    }
    medicine.instruction = words.join(u'\n');
    const bool isTold =
        std::any_of(instructions.begin(), instructions.end(), [](const Node &one) { return isBare(one) && isInWords(one); });
    if (medicine.schedules.isEmpty() || (isTold && medicine.isWhenNeeded())) // beside what is for when it is needed
        medicine.schedules << DoseSchedule{false, isTold, {}, {}, {}, {DoseTime()}};
    if (instructions.size() > mostInstructions) // what else there is, nobody looked at
        medicine.schedules << DoseSchedule{false, true, {}, {}, {}, {DoseTime()}};
    return std::optional<Medicine>(std::move(medicine));
}

QString readMedicationName(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseMeant(json, "Medication");
    return parsed ? parsed->root()["code"].conceptText(language) : QString();
}

Result<DoseSaid> readDose(const QByteArray &json)
{
    const auto parsed = Json::parseMeant(json, "MedicationStatement", Json::IdRule::Optional);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Node root = parsed->root();
    const std::string_view status = root["status"].view();
    const bool isAnswer = status == "completed" || status == "not-taken" || status == "unknown";
    DoseSaid said;
    for (const Node &basis : root["basedOn"].items()) {
        if (const Target target = targetOf(basis); target.type == "MedicationRequest" && said.medicineId.isEmpty())
            said.medicineId = toQString(target.id);
    }
    said.day = readDayOf(root["effectiveDateTime"].code());
    said.said = readZonedInstant(root["dateAsserted"].code());
    if (!isAnswer || said.medicineId.isEmpty() || !said.day.isValid() || !said.said.isValid())
        return problem(ProblemKind::BadData, QStringLiteral("MedicationStatement: no word on a dose"));
    said.answer = status == "completed" ? DoseAnswer::Taken : status == "not-taken" ? DoseAnswer::NotTaken : DoseAnswer::NotSure;
    for (const Node &identifier : root["identifier"].items()) {
        if (identifier["value"].view().substr(0, 9) == "urn:uuid:")
            said.identifier = identifier["value"].code();
    }
    const std::vector<Node> dosages = root["dosage"].items();
    if (!dosages.empty()) {
        const QList<DoseTime> times = timesOf(dosages.front()["timing"]);
        const double number = dosages.front()["sequence"].number().value_or(0);
        if (!times.isEmpty())
            said.time = times.first();
        else if (number >= 1 && number <= mostOften)
            said.time = {Part::Nth, {}, int(number)};
    }
    return said;
}

DoseWords readDoseWords(const QByteArray &json)
{
    const auto parsed = Json::parseResource(json, "MedicationStatement", Json::IdRule::Optional);
    if (!parsed)
        return {};
    const Node root = parsed->root();
    QStringList notes;
    for (const Node &note : root["note"].items())
        notes << note["text"].lines();
    return {root["medicationCodeableConcept"]["text"].line(), notes.join(u'\n')};
}

QByteArrayView eventTimingOf(const DoseTime &time)
{
    const std::string_view code = codeOf(time.part);
    return {code.data(), qsizetype(code.size())};
}

} // namespace handrail::fhir
