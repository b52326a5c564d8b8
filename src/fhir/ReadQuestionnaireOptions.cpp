// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fhir/Names.h"
#include "fhir/QuestionnaireParts.h"
#include "fhir/ShownText.h"

#include <algorithm>

namespace handrail::fhir {

namespace {

constexpr int maximumOptions = 500;
/// Entries of contained lists that are looked at in one form. Each item may point at the same long list.
constexpr int maximumListed = 20'000;
constexpr int maximumUnits = 50;

/// Options as they come, each once: by code and system.
class OptionList
{
public:
    explicit OptionList(FormItem &item)
        : m_item(item)
    {
    }

    [[nodiscard]] bool isFull() const { return m_item.options.size() >= maximumOptions; }
    /// Something that could be answered is not in the list.
    void noteLack() { m_isLacking = true; }
    [[nodiscard]] bool isLacking() const { return m_isLacking; }

    void add(Option option)
    {
        if (option.code.isEmpty())
            return;
        if (isFull()) {
            noteLack();
            return;
        }
        if (option.text.isEmpty())
            option.text = option.code;
        const QString whole = option.system + u'|' + option.code;
        if (m_whole.contains(whole))
            return;
        m_whole.insert(whole);
        if (m_codes.contains(option.code)) {
            option.codeAsWritten = option.code;
            option.code = whole;
        }
        if (m_codes.contains(option.code))
            return;
        m_codes.insert(option.code);
        m_item.options << option;
    }

private:
    FormItem &m_item;
    QSet<QString> m_codes;
    QSet<QString> m_whole;
    bool m_isLacking = false;
};

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

Option optionFrom(const Node &answer, const QString &language)
{
    Option option;
    if (const Node coding = answer["valueCoding"]; coding.isObject()) {
        option.system = coding["system"].code();
        option.code = coding["code"].code();
        option.text = coding.said("display", language).line();
        option.asWritten = coding["display"].line();
        if (!coding["code"].isValid()) { // FHIR asks for none
            option.type = ItemType::Display;
            option.code = option.asWritten;
        }
        readWeight(option, {answer, coding});
    } else if (const Node text = answer["valueString"]; text.isValid()) {
        option.type = ItemType::String;
        option.code = text.line();
        option.text = answer.said("valueString", language).line();
        option.asWritten = option.code;
        readWeight(option, {answer, answer["_valueString"]});
    } else if (const auto number = answer["valueInteger"].number()) {
        option.type = ItemType::Integer;
        option.code = QString::number(qint64(std::clamp(*number, -2147483648.0, 2147483647.0)));
        readWeight(option, {answer, answer["_valueInteger"]});
    } else {
        option.type = answer["valueDate"].isValid() ? ItemType::Date : ItemType::Time;
        option.code = answer[option.type == ItemType::Date ? "valueDate" : "valueTime"].code();
        readWeight(option, {answer});
    }
    option.isExclusive = answer.extension(names::optionExclusive)["valueBoolean"].boolean().value_or(false);
    return option;
}

/// An entry of a value set, and the system where it does not say its own.
void addListed(FormReading &reading, const Node &listed, const QString &system, OptionList &options)
{
    Option option;
    option.system = system;
    option.code = listed["code"].code();
    option.text = listed.said("display", reading.language).line();
    option.asWritten = listed["display"].line();
    readWeight(option, {listed});
    options.add(option);
}

/// What a value set was expanded to, with what stands below its headings, in its order. An abstract entry is a heading alone (FHIR R4
/// ValueSet.expansion.contains.abstract).
void readExpansion(FormReading &reading, const Node &expansion, OptionList &options)
{
    const auto below = [](const Node &node) {
        std::vector<Node> entries = node["contains"].items();
        std::reverse(entries.begin(), entries.end());
        return entries;
    };
    std::vector<Node> open = below(expansion);
    while (!open.empty() && !options.isFull() && ++reading.listed <= maximumListed) {
        const Node entry = open.back();
        open.pop_back();
        if (!entry["abstract"].boolean().value_or(false))
            addListed(reading, entry, entry["system"].code(), options);
        const std::vector<Node> inside = below(entry);
        open.insert(open.end(), inside.begin(), inside.end());
    }
    if (!open.empty())
        options.noteLack();
}

/// Only what is written out one by one: what a filter, a whole system or another value set stands for cannot be known offline.
void readCompose(FormReading &reading, const Node &compose, OptionList &options)
{
    for (const Node &include : compose["include"].items()) {
        const std::vector<Node> concepts = include["concept"].items();
        if (concepts.empty())
            options.noteLack();
        for (const Node &listed : concepts) {
            if (options.isFull() || ++reading.listed > maximumListed) {
                options.noteLack();
                return;
            }
            addListed(reading, listed, include["system"].code(), options);
        }
    }
}

void readValueSet(FormReading &reading, std::string_view reference, OptionList &options)
{
    if (!reference.empty() && reference[0] != '#')
        options.noteLack();
    if (reference.size() < 2 || reference[0] != '#')
        return;
    for (const Node &contained : reading.root["contained"].items()) {
        if (++reading.listed > maximumListed)
            return;
        if (contained["resourceType"].view() != "ValueSet" || contained["id"].view() != reference.substr(1))
            continue;
        if (const Node expansion = contained["expansion"]; !expansion["contains"].items().empty())
            readExpansion(reading, expansion, options);
        else
            readCompose(reading, contained["compose"], options);
    }
}

void addUnit(const Node &coding, FormItem &item)
{
    Unit unit{coding["system"].code(), coding["code"].code(), coding["display"].line()};
    if (unit.text.isEmpty())
        unit.text = unit.code;
    if (unit.code.isEmpty())
        unit.code = unit.text;
    const bool isKnown =
        std::any_of(item.units.cbegin(), item.units.cend(), [&](const Unit &other) { return other.code == unit.code; });
    if (!unit.code.isEmpty() && !isKnown && item.units.size() < maximumUnits)
        item.units << unit;
}

/// The option of this value, nullptr when there is none.
const Option *optionOf(const FormItem &item, ItemType type, const QString &system, const QString &code)
{
    const auto found = std::find_if(item.options.cbegin(), item.options.cend(), [&](const Option &option) {
        const QString &written = option.codeAsWritten.isEmpty() ? option.code : option.codeAsWritten;
        return option.type == type && written == code && option.system == system;
    });
    return found == item.options.cend() ? nullptr : &*found;
}

QVariant codingValue(const Node &coding, const FormItem *item)
{
    const QString code = coding["code"].code();
    if (const Option *listed = item && code.isEmpty()
            ? optionOf(*item, ItemType::Display, coding["system"].code(), coding["display"].line())
            : nullptr)
        return listed->code;
    if (code.isEmpty()) // a display alone says as much as own words
        return item && item->type == ItemType::OpenChoice && !coding["display"].line().isEmpty()
            ? QVariant(ownWords(coding["display"].line()))
            : QVariant();
    const Option *option = item ? optionOf(*item, ItemType::Choice, coding["system"].code(), code) : nullptr;
    return option ? option->code : code;
}

QVariant textValue(const Node &text, const FormItem *item)
{
    const QString said = shownText(toQString(text.view()), Lines::Many, maximumSaid);
    if (!item || item->type != ItemType::OpenChoice)
        return said;
    const Option *option = optionOf(*item, ItemType::String, {}, text.line());
    return option ? option->code : ownWords(said);
}

bool isChoice(const FormItem *item)
{
    return item && (item->type == ItemType::Choice || item->type == ItemType::OpenChoice);
}

} // namespace

void readOptions(FormReading &reading, const Node &node, FormItem &item)
{
    OptionList options(item);
    for (const Node &answer : node["answerOption"].items()) {
        const Option option = optionFrom(answer, reading.language);
        if (option.code.isEmpty()) // a reference, or something that cannot be read
            options.noteLack();
        options.add(option);
    }
    if (item.options.isEmpty())
        readValueSet(reading, node["answerValueSet"].view(), options);
    // A choice without any is not asked at all, and says so itself.
    reading.unlisted += options.isLacking() && (!item.options.isEmpty() || item.type == ItemType::OpenChoice) ? 1 : 0;
}

void readUnits(const Node &node, FormItem &item)
{
    for (const std::string_view url : {names::unit, names::unitOption}) {
        for (const Node &extension : extensionsOf(node, url))
            addUnit(extension["valueCoding"], item);
    }
}

void readInitial(const Node &node, FormItem &item)
{
    if (item.type == ItemType::Group || item.type == ItemType::Display || item.type == ItemType::Unsupported)
        return;
    QVariantList values;
    const auto add = [&](const Node &from) {
        const QVariant value = readValue(from, "value", &item);
        if (value.isValid() && values.size() < maximumOptions)
            values << value;
    };
    for (const Node &initial : node["initial"].items())
        add(initial);
    if (values.isEmpty()) {
        for (const Node &option : node["answerOption"].items()) {
            if (option["initialSelected"].boolean().value_or(false))
                add(option);
        }
    }
    if (!values.isEmpty())
        item.initial = holdsList(item) ? QVariant(values) : values.constFirst();
}

QVariant readValue(const Node &node, const char *prefix, const FormItem *item)
{
    const auto at = [&](const char *type) { return node[std::string(prefix) + type]; };
    if (const Node coding = at("Coding"); coding.isObject())
        return codingValue(coding, item);
    if (const Node text = at("String"); text.isValid())
        return textValue(text, item);
    if (const auto flag = at("Boolean").boolean())
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    for (const char *type : {"Decimal", "Integer"}) {
        if (const auto number = at(type).number())
            return isChoice(item) ? QVariant(QString::number(qint64(*number))) : QVariant(*number);
    }
    if (const Node measured = at("Quantity"); measured.isObject()) {
        const auto value = measured["value"].number();
        const QString code = measured["code"].code();
        return value ? quantity(*value, code.isEmpty() ? measured["unit"].line() : code) : QVariant();
    }
    for (const char *type : {"Date", "DateTime", "Time", "Uri"}) {
        if (const QString text = at(type).code(); !text.isEmpty())
            return text;
    }
    return {};
}

bool holdsList(const FormItem &item)
{
    return item.control == Control::Chips || (item.repeats && item.type != ItemType::Group);
}

} // namespace handrail::fhir
