// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Names.h"
#include "fhir/QuestionnaireParts.h"
#include "fhir/Read.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace handrail::fhir {

namespace {

constexpr int maximumItems = 2000;
constexpr int maximumLevels = 16;
constexpr std::size_t maximumCodes = 20;
/// A control with more stops than this cannot be moved by a finger or a key in reasonable time.
constexpr double maximumStops = 1000;
/// And this many presses of a button are the most that anybody wants; beyond it a number is typed.
constexpr double maximumPresses = 100;

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

Control choiceControl(const Node &node, const FormItem &item)
{
    if (item.type == ItemType::OpenChoice)
        return Control::OpenChoice;
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

int countIn(const Node &extension)
{
    constexpr double most = 100000;
    const double count = extension["valueInteger"].number().value_or(0);
    return count >= 1 && count <= most ? int(count) : 0;
}

/// Limits of a number. Those that nothing can fulfil are none.
void readLimits(const Node &node, FormItem &item)
{
    const auto minimum = numberIn(node.extension(names::minValue));
    const auto maximum = numberIn(node.extension(names::maxValue));
    const bool isUpsideDown = minimum && maximum && *minimum > *maximum;
    item.hasMinimum = minimum && !isUpsideDown;
    item.hasMaximum = maximum && !isUpsideDown;
    item.minimum = item.hasMinimum ? *minimum : 0;
    item.maximum = item.hasMaximum ? *maximum : item.minimum;
    constexpr double mostDecimals = 9;
    const auto decimals = node.extension(names::maxDecimalPlaces)["valueInteger"].number();
    item.maximumDecimals = decimals && *decimals >= 0 && *decimals <= mostDecimals ? int(*decimals) : -1;
}

/// Limits with a unit. Those that nothing can fulfil are none.
void readQuantities(const Node &node, FormItem &item)
{
    item.leastQuantity = readValue(node.extension(names::minQuantity), "value", nullptr);
    item.mostQuantity = readValue(node.extension(names::maxQuantity), "value", nullptr);
    const auto least = quantityIn(item.leastQuantity);
    const auto most = quantityIn(item.mostQuantity);
    if (!least)
        item.leastQuantity = {};
    if (!most)
        item.mostQuantity = {};
    if (least && most && least->unit == most->unit && least->value > most->value)
        item.leastQuantity = item.mostQuantity = {};
}

void readMoments(const Node &node, FormItem &item)
{
    const auto moment = [&](std::string_view url) {
        const QVariant value = readValue(node.extension(url), "value", nullptr);
        return value.userType() == QMetaType::QString ? value.toString() : QString();
    };
    item.earliest = moment(names::minValue);
    item.latest = moment(names::maxValue);
}

/// Which control fits: a scale needs a range that can be walked through. Between the steps of a decimal that names none lie answers, too.
Control numberControl(const Node &node, FormItem &item)
{
    readLimits(node, item);
    auto step = numberIn(node.extension(names::stepValue));
    if (!step)
        step = numberIn(node.extension(names::sliderStep));
    item.step = step.value_or(1);
    const double range = item.maximum - item.minimum;
    const bool isSlider = controlIn(node, names::itemControlCodes) == "slider";
    const bool isWhole =
        item.type != ItemType::Integer || (std::floor(item.step) == item.step && std::floor(item.minimum) == item.minimum);
    const bool isStepped = step || isSlider || item.type == ItemType::Integer;
    const bool isWalkable = item.hasMaximum && isWhole && isStepped && range > 0 && item.step > 0 && item.step <= range
        && range / item.step <= (isSlider ? maximumStops : maximumPresses) && !item.repeats;
    if (!isWalkable) {
        item.step = 1;
        return Control::Number;
    }
    item.hasMinimum = true; // what is not written is 0: a scale starts somewhere
    return isSlider ? Control::Slider : Control::Stepper;
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
    else if (control == "help" || control == "flyover")
        item.help = QStringList{item.help, child.said("text", language).lines()}.join(u'\n').trimmed();
    else if (control == "unit")
        item.units << Unit{{}, child["text"].line(), child.said("text", language).line()};
    else
        return false;
    return true;
}

QList<FormItem> readItems(FormReading &reading, const Node &list, int level);

Control controlOf(FormReading &reading, const Node &node, FormItem &item)
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
    case ItemType::Date: readMoments(node, item); return Control::Date;
    case ItemType::DateTime: readMoments(node, item); return Control::DateTime;
    case ItemType::Time: readMoments(node, item); return Control::Time;
    case ItemType::String: return Control::Line;
    case ItemType::Text: return Control::Text;
    case ItemType::Url: return Control::Url;
    case ItemType::Quantity:
        readLimits(node, item);
        readQuantities(node, item);
        return Control::Quantity;
    case ItemType::Unsupported: break;
    }
    return Control::Unsupported;
}

/// SDC's expressions, of which only a score is ever run here (design api 1.3).
void readExpressions(FormReading &reading, const Node &node, FormItem &item)
{
    const Node calculated = node.extension(names::calculatedExpression)["valueExpression"];
    if (calculated["language"].view() == "text/fhirpath")
        item.scoreExpression = calculated["expression"].lines();
    else
        item.needsMoreThanWeCanDo = calculated.isValid();
    for (const std::string_view url : {names::enableWhenExpression, names::initialExpression, names::answerExpression})
        item.needsMoreThanWeCanDo = item.needsMoreThanWeCanDo || node.extension(url).isValid();
    reading.unjudged += item.needsMoreThanWeCanDo ? 1 : 0;
}

QList<Code> readCodes(const Node &node)
{
    QList<Code> codes;
    for (const Node &code : node["code"].items()) {
        if (std::size_t(codes.size()) < maximumCodes)
            codes << Code{code["system"].code(), code["code"].code()};
    }
    return codes;
}

void readRest(FormReading &reading, const Node &node, FormItem &item)
{
    item.text = node.said("text", reading.language).lines();
    item.asWritten = node["text"].lines();
    item.prefix = node.said("prefix", reading.language).line();
    item.placeholder = node.extension(names::entryFormat)["valueString"].line();
    item.isRequired = node["required"].boolean().value_or(false) && item.type != ItemType::Display;
    item.isReadOnly = node["readOnly"].boolean().value_or(false);
    item.isHidden = node.extension(names::hidden)["valueBoolean"].boolean().value_or(false);
    item.repeats = node["repeats"].boolean().value_or(false) && item.type != ItemType::Boolean && item.type != ItemType::Display;
    const double longest = node["maxLength"].number().value_or(0);
    item.maxLength = longest >= 1 && longest <= 100000 ? int(longest) : 0;
    item.pattern = node.extension(names::regex)["valueString"].code();
    item.minimumAnswers = item.repeats ? countIn(node.extension(names::minOccurs)) : 0;
    item.maximumAnswers = item.repeats ? countIn(node.extension(names::maxOccurs)) : 0;
    if (item.maximumAnswers > 0 && item.maximumAnswers < item.minimumAnswers)
        item.minimumAnswers = item.maximumAnswers = 0;
    item.isMedicineOnly = node.extension(names::askWhen)["valueCode"].view() == "has-medication";
    const std::string_view orientation = node.extension(names::choiceOrientation)["valueCode"].view();
    item.orientation = orientation == "horizontal" ? Orientation::Horizontal
        : orientation == "vertical"                ? Orientation::Vertical
                                                   : Orientation::Unsaid;
    item.codes = readCodes(node);
}

std::optional<FormItem> readItem(FormReading &reading, const Node &node, int level)
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
    readRest(reading, node, item);
    readUnits(node, item);
    item.control = controlOf(reading, node, item);
    readConditions(reading, node, item);
    readExpressions(reading, node, item);
    readInitial(node, item);
    const Node list = node["item"];
    for (const Node &child : list.items())
        readLabel(child, reading.language, item);
    item.units.removeIf([](const Unit &unit) { return unit.code.isEmpty(); });
    if (item.type != ItemType::Display)
        item.children = readItems(reading, list, level + 1);
    return item;
}

QList<FormItem> readItems(FormReading &reading, const Node &list, int level)
{
    QList<FormItem> items;
    FormItem ignored;
    for (const Node &node : list.items()) {
        if (level > 1 && readLabel(node, reading.language, ignored))
            continue;
        if (auto item = readItem(reading, node, level))
            items << std::move(*item);
    }
    return items;
}

} // namespace

std::optional<double> numberIn(const Node &extension)
{
    for (const char *element : {"valueInteger", "valueDecimal"}) {
        if (const auto value = extension[element].number())
            return value;
    }
    return std::nullopt;
}

std::vector<Node> extensionsOf(const Node &node, std::string_view url)
{
    std::vector<Node> found = node["extension"].items();
    found.erase(std::remove_if(found.begin(), found.end(), [url](const Node &one) { return one["url"].view() != url; }),
                found.end());
    return found;
}

Result<Form> readQuestionnaire(const QByteArray &json, const QString &language)
{
    const auto parsed = Json::parseResource(json, "Questionnaire");
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    FormReading reading;
    reading.root = parsed->root();
    reading.language = language;
    Form form;
    form.url = reading.root["url"].code();
    if (const QString id = toQString(reading.root["id"].view()); form.url.isEmpty() && !id.isEmpty())
        form.url = u"Questionnaire/" + id;
    form.version = reading.root["version"].code();
    form.title = reading.root.said("title", language).line();
    form.copyright = reading.root.said("copyright", language).lines();
    form.codes = readCodes(reading.root);
    form.isActive = reading.root["status"].view() == "active";
    form.items = readItems(reading, reading.root["item"], 1);
    form.droppedItems = reading.dropped;
    form.itemsLackingOptions = reading.unlisted;
    if (reading.hasAbstractItem)
        return problem(ProblemKind::BadData, QStringLiteral("Questionnaire with the abstract item type question"));
    if (reading.unjudged > 0)
        qCInfo(logApp) << "Questionnaire:" << reading.unjudged << "conditions and expressions that are not run here";
    return form;
}

} // namespace handrail::fhir
