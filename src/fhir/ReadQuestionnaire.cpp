// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Json.h"
#include "fhir/Names.h"
#include "fhir/Read.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace handrail::fhir {

namespace {

constexpr int maximumItems = 200;
constexpr int maximumLevels = 16;
constexpr int maximumOptions = 100;
/// Entries of contained lists that are looked at in one form. Each item may point at the same long list.
constexpr int maximumListed = 20'000;
/// A control with more stops than this cannot be moved by a finger or a key in reasonable time.
constexpr double maximumStops = 1000;

/// What one reading of a Questionnaire keeps in mind.
struct Reading {
    Node root;
    QString language; ///< of the texts, where the form has them
    QSet<QString> linkIds;
    int count = 0;
    int dropped = 0;
    int listed = 0;
    bool hasAbstractItem = false;
};

ItemType typeOf(std::string_view type)
{
    static constexpr std::pair<std::string_view, ItemType> types[] = {
        {"group", ItemType::Group},
        {"display", ItemType::Display},
        {"boolean", ItemType::Boolean},
        {"decimal", ItemType::Decimal},
        {"integer", ItemType::Integer},
        {"date", ItemType::Date},
        {"dateTime", ItemType::DateTime},
        {"time", ItemType::Time},
        {"string", ItemType::String},
        {"text", ItemType::Text},
        {"url", ItemType::Url},
        {"choice", ItemType::Choice},
        {"open-choice", ItemType::OpenChoice},
        {"quantity", ItemType::Quantity},
    };
    for (const auto &[name, known] : types) {
        if (name == type)
            return known;
    }
    return ItemType::Unsupported;
}

std::string_view controlIn(const Node &item, std::string_view system)
{
    return item.extension(names::itemControl)["valueCodeableConcept"].codeIn(system);
}

bool isHidden(const Node &item)
{
    return item.extension(names::hidden)["valueBoolean"].boolean().value_or(false);
}

std::optional<double> numberIn(const Node &extension)
{
    for (const char *element : {"valueInteger", "valueDecimal"}) {
        if (const auto value = extension[element].number())
            return value;
    }
    return std::nullopt;
}

/// Looks in each place for a weight: the option, then its Coding; R4's extension, then R5's.
void readWeight(Option &option, std::initializer_list<Node> places)
{
    for (const Node &place : places) {
        for (const std::string_view url : {names::ordinalValue, names::itemWeight}) {
            const auto weight = place.extension(url)["valueDecimal"].number();
            if (weight && !option.hasWeight) {
                option.hasWeight = true;
                option.weight = *weight;
            }
        }
    }
}

std::optional<Option> optionFrom(const Node &answer, const QString &language)
{
    Option option;
    if (const Node coding = answer["valueCoding"]; coding.isObject()) {
        option.system = coding["system"].code();
        option.code = coding["code"].code();
        option.text = coding.said("display", language).line();
        option.asWritten = coding["display"].line();
        if (option.text.isEmpty())
            option.text = option.code;
        readWeight(option, {answer, coding});
    } else {
        option.code = answer["valueString"].line();
        option.text = answer.said("valueString", language).line();
        option.asWritten = option.code;
        readWeight(option, {answer});
    }
    option.isExclusive = answer.extension(names::optionExclusive)["valueBoolean"].boolean().value_or(false);
    return option.code.isEmpty() ? std::nullopt : std::optional(option);
}

void addOption(FormItem &item, const std::optional<Option> &option)
{
    const bool isKnown = option
        && std::any_of(item.options.cbegin(), item.options.cend(), [&](const Option &other) { return other.code == option->code; });
    if (option && !isKnown && item.options.size() < maximumOptions)
        item.options << *option;
}

/// The options of a contained ValueSet (`#id`): what it lists or what it was expanded to. Others cannot be known offline.
void readValueSet(Reading &reading, std::string_view reference, FormItem &item)
{
    if (reference.size() < 2 || reference[0] != '#')
        return;
    const auto add = [&](const Node &listed, const QString &system) {
        if (++reading.listed > maximumListed)
            return;
        Option option;
        option.system = system;
        option.code = listed["code"].code();
        option.text = listed.said("display", reading.language).line();
        option.asWritten = listed["display"].line();
        if (option.text.isEmpty())
            option.text = option.code;
        readWeight(option, {listed});
        addOption(item, option.code.isEmpty() ? std::nullopt : std::optional(option));
    };
    for (const Node &contained : reading.root["contained"].items()) {
        if (++reading.listed > maximumListed)
            return;
        if (contained["resourceType"].view() != "ValueSet" || contained["id"].view() != reference.substr(1))
            continue;
        for (const Node &include : contained["compose"]["include"].items()) {
            for (const Node &listed : include["concept"].items())
                add(listed, include["system"].code());
        }
        for (const Node &listed : contained["expansion"]["contains"].items())
            add(listed, listed["system"].code());
    }
}

void readOptions(Reading &reading, const Node &node, FormItem &item)
{
    for (const Node &answer : node["answerOption"].items())
        addOption(item, optionFrom(answer, reading.language));
    if (item.options.isEmpty())
        readValueSet(reading, node["answerValueSet"].view(), item);
}

Control choiceControl(const Node &node, const FormItem &item)
{
    if (item.options.isEmpty())
        return Control::Unsupported;
    const std::string_view ours = controlIn(node, names::ourItemControls);
    if (item.repeats || ours == "tiles")
        return Control::Chips;
    if (ours == "mood-faces")
        return Control::Faces;
    if (ours == "five-words")
        return Control::Scale;
    const bool isYesNo = item.options.size() == 2
        && std::all_of(item.options.cbegin(), item.options.cend(),
                       [](const Option &option) { return option.system == toQString(names::yesNo); });
    return isYesNo ? Control::YesNo : Control::Choice;
}

/// Reads the limits and says which control fits; Unsupported when the range is open or makes no sense.
Control numberControl(const Node &node, FormItem &item)
{
    const auto minimum = numberIn(node.extension(names::minValue));
    const auto maximum = numberIn(node.extension(names::maxValue));
    auto step = numberIn(node.extension(names::stepValue));
    if (!step)
        step = numberIn(node.extension(names::sliderStep));
    item.minimum = minimum.value_or(0);
    item.maximum = maximum.value_or(item.minimum);
    item.step = step.value_or(1);
    const double range = item.maximum - item.minimum;
    const bool isWhole =
        item.type != ItemType::Integer || (std::floor(item.step) == item.step && std::floor(item.minimum) == item.minimum);
    if (!maximum || !isWhole || !(range > 0) || !(item.step > 0) || item.step > range || range / item.step > maximumStops)
        return Control::Unsupported;
    return controlIn(node, names::itemControlCodes) == "slider" ? Control::Slider : Control::Stepper;
}

/// Words that belong to the item itself: the ends of a slider, a help line. They are display items below it.
bool readLabel(const Node &child, const QString &language, FormItem &item)
{
    if (child["type"].view() != "display")
        return false;
    const std::string_view control = controlIn(child, names::itemControlCodes);
    if (control == "lower")
        item.lowerLabel = child.said("text", language).line();
    else if (control == "upper")
        item.upperLabel = child.said("text", language).line();
    else if (control == "help")
        item.help = child.said("text", language).lines();
    else
        return false;
    return true;
}

QList<FormItem> readItems(Reading &reading, const Node &list, int level);

void readChildren(Reading &reading, const Node &node, FormItem &item, int level)
{
    const Node list = node["item"];
    for (const Node &child : list.items())
        readLabel(child, reading.language, item);
    if (item.control == Control::Group) {
        item.children = readItems(reading, list, level + 1);
        return;
    }
    // Questions below an answer have no place in a form of one question a screen.
    for (const Node &child : list.items())
        reading.dropped += child["type"].view() == "display" ? 0 : 1;
}

Control controlOf(Reading &reading, const Node &node, FormItem &item)
{
    switch (item.type) {
    case ItemType::Group: return Control::Group;
    case ItemType::Display: return Control::Display;
    case ItemType::Boolean:
        item.options = {Option{{}, QStringLiteral("false"), {}}, Option{{}, QStringLiteral("true"), {}}};
        return Control::YesNo;
    case ItemType::Choice:
    case ItemType::OpenChoice: readOptions(reading, node, item); return choiceControl(node, item);
    case ItemType::Integer:
    case ItemType::Decimal: return numberControl(node, item);
    case ItemType::String:
    case ItemType::Text: return Control::Text;
    default: break;
    }
    return Control::Unsupported;
}

std::optional<FormItem> readItem(Reading &reading, const Node &node, int level)
{
    FormItem item;
    item.linkId = node["linkId"].code();
    item.type = typeOf(node["type"].view());
    if (node["type"].view() == "question")
        reading.hasAbstractItem = true;
    if (item.linkId.isEmpty() || reading.linkIds.contains(item.linkId) || reading.count >= maximumItems || level > maximumLevels) {
        ++reading.dropped;
        return std::nullopt;
    }
    reading.linkIds.insert(item.linkId);
    ++reading.count;
    if (node["readOnly"].boolean().value_or(false)) { // not for people to answer
        ++reading.dropped;
        return std::nullopt;
    }
    item.text = node.said("text", reading.language).lines();
    item.asWritten = node["text"].lines();
    item.repeats = node["repeats"].boolean().value_or(false);
    const double longest = node["maxLength"].number().value_or(0);
    item.maxLength = longest >= 1 && longest <= 100000 ? int(longest) : 0;
    item.isMedicineOnly = node.extension(names::askWhen)["valueCode"].view() == "has-medication";
    item.control = controlOf(reading, node, item);
    readChildren(reading, node, item, level);
    return item;
}

QList<FormItem> readItems(Reading &reading, const Node &list, int level)
{
    QList<FormItem> items;
    FormItem ignored;
    for (const Node &node : list.items()) {
        if (isHidden(node) || (level > 1 && readLabel(node, reading.language, ignored)))
            continue;
        if (auto item = readItem(reading, node, level))
            items << std::move(*item);
    }
    return items;
}

} // namespace

Result<Form> readQuestionnaire(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "Questionnaire");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    Reading reading;
    reading.root = parsed->root();
    reading.language = language;
    Form form;
    form.url = reading.root["url"].code();
    form.version = reading.root["version"].code();
    form.title = reading.root.said("title", language).line();
    form.isActive = reading.root["status"].view() == "active";
    form.items = readItems(reading, reading.root["item"], 1);
    form.droppedItems = reading.dropped;
    if (reading.hasAbstractItem)
        return problem(ProblemKind::BadData, QStringLiteral("Questionnaire with the abstract item type question"));
    return form;
}

} // namespace handrail::fhir
