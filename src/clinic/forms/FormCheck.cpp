// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/FormCheck.h"

#include "fhir/ShownText.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

class Issues
{
public:
    void add(const char *code, const QString &expression, const char *text)
    {
        if (m_list.size() < 20)
            m_list.append({code, expression, text});
    }
    [[nodiscard]] const QList<Issue> &list() const { return m_list; }

private:
    QList<Issue> m_list;
};

bool isChoice(const QString &type)
{
    return type == "choice"_L1 || type == "open-choice"_L1;
}

QString at(const QString &path, qsizetype index)
{
    return path + u".item["_s + QString::number(index) + u']';
}

// The one member whose name begins with `stem`: `valueCoding` for `value`. Empty when there is none.
QString choiceOf(const QJsonObject &object, QLatin1String stem)
{
    const QStringList names = object.keys();
    const auto found = std::find_if(names.begin(), names.end(), [&](const QString &name) {
        return name.size() > stem.size() && name.startsWith(stem) && name.at(stem.size()).isUpper();
    });
    return found == names.end() ? QString() : *found;
}

// --- Questionnaire

struct Definition {
    QJsonObject item;
    QString path;
};

// The items of a form in its order, with where each stands.
void collect(const QJsonArray &items, const QString &path, QList<Definition> &all)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Definition definition{items.at(i).toObject(), at(path, i)}; // the list moves as it grows
        all.append(definition);
        collect(definition.item.value("item"_L1).toArray(), definition.path, all);
    }
}

void checkItem(const Definition &definition, Issues &issues)
{
    const QJsonObject &item = definition.item;
    const QString type = item.value("type"_L1).toString();
    const bool isGroup = type == "group"_L1;
    const bool isDisplay = type == "display"_L1;
    const auto has = [&](QLatin1String name) { return item.contains(name); };
    if (type == "question"_L1)
        issues.add("not-supported", definition.path + u".type"_s, "The abstract type question cannot be asked");
    if (isGroup && !has("item"_L1))
        issues.add("invariant", definition.path, "A group needs items");
    if (isDisplay && has("item"_L1))
        issues.add("invariant", definition.path, "A display has no items");
    if (isDisplay && has("code"_L1))
        issues.add("invariant", definition.path, "A display has no code");
    if ((isDisplay || isGroup) && (has("initial"_L1) || has("answerOption"_L1) || has("answerValueSet"_L1)))
        issues.add("invariant", definition.path, "What is not asked has no answers");
    if (isDisplay && (has("required"_L1) || has("repeats"_L1) || has("readOnly"_L1)))
        issues.add("invariant", definition.path, "A display is neither required, repeated nor read-only");
    if (has("answerOption"_L1) && has("answerValueSet"_L1))
        issues.add("invariant", definition.path, "Options are listed or in a value set, not both");
    if (has("answerValueSet"_L1) && !isChoice(type))
        issues.add("invariant", definition.path, "Only a choice has a value set");
    if (has("answerOption"_L1) && has("initial"_L1))
        issues.add("invariant", definition.path, "Options say themselves which is selected first");
    const QJsonArray conditions = item.value("enableWhen"_L1).toArray();
    if (conditions.size() > 1 && !has("enableBehavior"_L1))
        issues.add("invariant", definition.path, "Several conditions need enableBehavior");
    for (const QJsonValue &condition : conditions) {
        if (condition["operator"_L1].toString() == "exists"_L1 && !condition["answerBoolean"_L1].isBool())
            issues.add("invariant", definition.path, "The operator exists needs a boolean");
    }
}

// The items whose conditions never settle: those in a circle, and those that wait for one.
QSet<QString> unsettled(QHash<QString, QSet<QString>> waitsFor)
{
    QHash<QString, QStringList> askedBy;
    QStringList settled;
    for (auto it = waitsFor.cbegin(); it != waitsFor.cend(); ++it) {
        for (const QString &question : it.value()) {
            askedBy[question].append(it.key());
            if (!waitsFor.contains(question))
                settled.append(question);
        }
    }
    settled.removeDuplicates();
    while (!settled.isEmpty()) {
        const QString question = settled.takeLast();
        for (const QString &linkId : askedBy.value(question)) {
            QSet<QString> &open = waitsFor[linkId];
            if (open.remove(question) && open.isEmpty()) {
                waitsFor.remove(linkId);
                settled.append(linkId);
            }
        }
    }
    return {waitsFor.keyBegin(), waitsFor.keyEnd()};
}

// --- QuestionnaireResponse

// nullopt: any value will do.
std::optional<QStringList> valuesFor(const QString &type)
{
    static const QHash<QString, QStringList> values{{u"boolean"_s, {u"valueBoolean"_s}},
                                                    {u"decimal"_s, {u"valueDecimal"_s, u"valueInteger"_s}},
                                                    {u"integer"_s, {u"valueInteger"_s}},
                                                    {u"date"_s, {u"valueDate"_s}},
                                                    {u"dateTime"_s, {u"valueDateTime"_s}},
                                                    {u"time"_s, {u"valueTime"_s}},
                                                    {u"string"_s, {u"valueString"_s}},
                                                    {u"text"_s, {u"valueString"_s}},
                                                    {u"url"_s, {u"valueUri"_s}},
                                                    {u"attachment"_s, {u"valueAttachment"_s}},
                                                    {u"reference"_s, {u"valueReference"_s}},
                                                    {u"quantity"_s, {u"valueQuantity"_s}},
                                                    {u"group"_s, {}},
                                                    {u"display"_s, {}}};
    const auto found = values.constFind(type);
    return found == values.cend() ? std::nullopt : std::optional(*found);
}

// The app reads and sends an option without what nobody sees of it: blanks at its ends, marks of direction.
bool isSameText(const QJsonValue &answer, const QJsonValue &listed)
{
    return answer == listed
        || (answer.isString() && listed.isString()
            && fhir::shownText(answer.toString(), fhir::Lines::One) == fhir::shownText(listed.toString(), fhir::Lines::One));
}

bool isSameCoding(const QJsonObject &answer, const QJsonObject &listed)
{
    const QString system = answer.value("system"_L1).toString();
    // An answer without its system is the option of that code: there is no other that it could mean.
    return answer.value("code"_L1) == listed.value("code"_L1)
        && (system.isEmpty() || system == listed.value("system"_L1).toString())
        && (answer.contains("code"_L1) || isSameText(answer.value("display"_L1), listed.value("display"_L1)));
}

// The codings of a value set that is written out in the form. nullopt: it is elsewhere, or made by a rule, and cannot be judged here.
std::optional<QList<QJsonObject>> codingsOf(const QString &valueSet, const QJsonObject &questionnaire)
{
    QJsonObject found;
    for (const QJsonValue &contained : questionnaire.value("contained"_L1).toArray()) {
        if (valueSet == QString(u'#' + contained["id"_L1].toString()))
            found = contained.toObject();
    }
    QList<QJsonObject> codings;
    // Also what stands below headings, which are no answers themselves; as the app reads them (fhir/ReadQuestionnaireOptions).
    QList<QJsonObject> open{found.value("expansion"_L1).toObject()};
    for (qsizetype i = 0; i < open.size(); ++i) {
        for (const QJsonValue &each : open.at(i).value("contains"_L1).toArray()) {
            open.append(each.toObject());
            if (!each["abstract"_L1].toBool() && each.toObject().contains("code"_L1))
                codings.append(each.toObject());
        }
    }
    if (open.size() > 1)
        return codings.isEmpty() ? std::nullopt : std::optional(codings);
    const QJsonObject compose = found.value("compose"_L1).toObject();
    for (const QJsonValue &include : compose.value("include"_L1).toArray()) {
        if (!include.toObject().contains("concept"_L1) || include.toObject().contains("valueSet"_L1))
            return std::nullopt;
        for (const QJsonValue &each : include["concept"_L1].toArray()) {
            QJsonObject coding = each.toObject();
            coding.insert("system"_L1, include["system"_L1]);
            codings.append(coding);
        }
    }
    return codings.isEmpty() ? std::nullopt : std::optional(codings);
}

class AnswerCheck
{
public:
    explicit AnswerCheck(const QJsonObject &questionnaire)
        : m_questionnaire(questionnaire)
    {
        QList<Definition> all;
        collect(questionnaire.value("item"_L1).toArray(), u"Questionnaire"_s, all);
        for (const Definition &definition : std::as_const(all))
            m_items.insert(definition.item.value("linkId"_L1).toString(), definition.item);
    }

    void check(const QJsonArray &items, const QString &path)
    {
        QSet<QString> before;
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QJsonObject answered = items.at(i).toObject();
            const QString here = at(path, i);
            const auto found = m_items.constFind(answered.value("linkId"_L1).toString());
            if (found == m_items.cend()) {
                issues.add("invalid", here + u".linkId"_s, "The form has no such item");
                continue; // what is below it has no place either
            }
            // Several answers stand in one item; only a group that repeats is there several times (FHIR R4 QuestionnaireResponse).
            const bool isCopied = found->value("type"_L1).toString() == "group"_L1 && found->value("repeats"_L1).toBool();
            if (!isCopied && before.contains(found.key()))
                issues.add("structure", here, "This item is there twice");
            before.insert(found.key());
            checkItem(*found, answered, here);
            check(answered.value("item"_L1).toArray(), here);
        }
    }

    Issues issues;

private:
    void checkItem(const QJsonObject &item, const QJsonObject &answered, const QString &path)
    {
        const QJsonArray answers = answered.value("answer"_L1).toArray();
        if (answers.size() > 1 && !item.value("repeats"_L1).toBool())
            issues.add("structure", path + u".answer"_s, "Only one answer is asked for");
        for (qsizetype i = 0; i < answers.size(); ++i) {
            const QString here = path + u".answer["_s + QString::number(i) + u']';
            const QJsonObject answer = answers.at(i).toObject();
            if (const QString name = choiceOf(answer, "value"_L1); !name.isEmpty())
                checkValue(item, name, answer.value(name), here);
            check(answer.value("item"_L1).toArray(), here);
        }
    }

    void checkValue(const QJsonObject &item, const QString &name, const QJsonValue &value, const QString &path)
    {
        const QString type = item.value("type"_L1).toString();
        if (isChoice(type)) {
            checkOption(item, name, value, path);
            return;
        }
        checkLength(item, value, path);
        const auto allowed = valuesFor(type);
        if (allowed && !allowed->contains(name))
            issues.add("value", path, "Not a value of the type that is asked for");
        else if (value.isDouble() && !isWithinLimits(item, value.toDouble()))
            issues.add("value", path, "Beyond the limits of the item");
    }

    void checkOption(const QJsonObject &item, const QString &name, const QJsonValue &value, const QString &path)
    {
        const bool isOpen = item.value("type"_L1).toString() == "open-choice"_L1;
        if (isOpen && name == "valueString"_L1) { // own words
            checkLength(item, value, path);
            return;
        }
        const QJsonArray options = item.value("answerOption"_L1).toArray();
        if (!options.isEmpty()) {
            const bool isTyped = std::any_of(options.begin(), options.end(),
                                             [&](const QJsonValue &option) { return option.toObject().contains(name); });
            const bool isListed = std::any_of(options.begin(), options.end(), [&](const QJsonValue &option) {
                return name == "valueCoding"_L1 ? isSameCoding(value.toObject(), option[name].toObject())
                                                : isSameText(value, option[name]);
            });
            if (!isTyped)
                issues.add("value", path, "Not a value of the type that is asked for");
            else if (!isListed)
                issues.add("code-invalid", path, "Not one of the options");
            return;
        }
        if (name != "valueCoding"_L1) {
            issues.add("value", path, "Not a value of the type that is asked for");
            return;
        }
        const auto codings = codingsOf(item.value("answerValueSet"_L1).toString(), m_questionnaire);
        if (codings && std::none_of(codings->begin(), codings->end(), [&](const QJsonObject &listed) {
                return isSameCoding(value.toObject(), listed);
            }))
            issues.add("code-invalid", path, "Not one of the options");
    }

    // As the app reads the limit.
    void checkLength(const QJsonObject &item, const QJsonValue &value, const QString &path)
    {
        const double longest = item.value("maxLength"_L1).toDouble();
        if (longest >= 1 && longest <= 100'000 && double(value.toString().size()) > longest)
            issues.add("too-long", path, "Longer than the item allows");
    }

    static bool isWithinLimits(const QJsonObject &item, double value)
    {
        const QJsonArray extensions = item.value("extension"_L1).toArray();
        return std::all_of(extensions.begin(), extensions.end(), [&](const QJsonValue &each) {
            const QString url = each["url"_L1].toString();
            const QJsonValue limit = each[choiceOf(each.toObject(), "value"_L1)];
            if (!limit.isDouble())
                return true;
            return url == "http://hl7.org/fhir/StructureDefinition/minValue"_L1 ? value >= limit.toDouble()
                : url == "http://hl7.org/fhir/StructureDefinition/maxValue"_L1  ? value <= limit.toDouble()
                                                                                : true;
        });
    }

    const QJsonObject &m_questionnaire;
    QHash<QString, QJsonObject> m_items;
};

} // namespace

QList<Issue> checkForm(const QJsonObject &questionnaire)
{
    Issues issues;
    QList<Definition> all;
    collect(questionnaire.value("item"_L1).toArray(), u"Questionnaire"_s, all);
    QSet<QString> linkIds;
    QHash<QString, QSet<QString>> waitsFor;
    for (const Definition &definition : std::as_const(all)) {
        const QString linkId = definition.item.value("linkId"_L1).toString();
        if (linkIds.contains(linkId))
            issues.add("invariant", definition.path + u".linkId"_s, "This linkId is there twice");
        linkIds.insert(linkId);
        checkItem(definition, issues);
        for (const QJsonValue &condition : definition.item.value("enableWhen"_L1).toArray())
            waitsFor[linkId].insert(condition["question"_L1].toString());
    }
    const QSet<QString> circling = unsettled(waitsFor);
    for (const Definition &definition : std::as_const(all)) {
        const QString linkId = definition.item.value("linkId"_L1).toString();
        const QSet<QString> asked = waitsFor.value(linkId);
        if (std::any_of(asked.begin(), asked.end(), [&](const QString &question) { return !linkIds.contains(question); }))
            issues.add("invalid", definition.path + u".enableWhen"_s, "A condition asks an item that is not there");
        else if (circling.contains(linkId))
            issues.add("invalid", definition.path + u".enableWhen"_s, "The conditions go in a circle, here or further back");
    }
    return issues.list();
}

QList<Issue> checkAnswers(const QJsonObject &response, const QJsonObject &questionnaire)
{
    AnswerCheck check(questionnaire);
    check.check(response.value("item"_L1).toArray(), u"QuestionnaireResponse"_s);
    return check.issues.list();
}

} // namespace handrail::clinic
