// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/Validator.h"

#include "clinic/base/FhirTime.h"

#include <QJsonArray>
#include <QSet>
#include <QVarLengthArray>
#include <algorithm>
#include <cmath>

namespace handrail::clinic {

namespace {

bool isInteger(const QJsonValue &value, double low, double high)
{
    if (!value.isDouble())
        return false;
    const double number = value.toDouble();
    return std::floor(number) == number && number >= low && number <= high;
}

bool isBase64(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'+' || c == u'/'
            || c == u'=' || c.isSpace();
    });
}

bool hasNoSpace(QStringView text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c.unicode() < 0x20; });
}

// FHIR code: no blanks at the ends, single blanks inside.
bool isCode(const QString &text)
{
    return text.simplified() == text;
}

bool isPrintable(QStringView text)
{
    return std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t'; });
}

// nullopt: the type is not a primitive.
std::optional<bool> isGoodPrimitive(const QString &type, const QJsonValue &value)
{
    if (type.isEmpty() || type.at(0).isUpper() || type.at(0) == u'@')
        return std::nullopt;
    if (type == QLatin1String("boolean"))
        return value.isBool();
    if (type == QLatin1String("integer"))
        return isInteger(value, -2147483648.0, 2147483647.0);
    if (type == QLatin1String("positiveInt"))
        return isInteger(value, 1, 2147483647.0);
    if (type == QLatin1String("unsignedInt"))
        return isInteger(value, 0, 2147483647.0);
    if (type == QLatin1String("decimal"))
        return value.isDouble();
    if (!value.isString())
        return false;
    const QString text = value.toString();
    if (text.isEmpty() || text.trimmed().isEmpty())
        return false;
    if (type == QLatin1String("code"))
        return isCode(text) && isPrintable(text);
    if (type == QLatin1String("id"))
        return isId(text);
    if (type == QLatin1String("date"))
        return readTime(text, TimeForm::Date).has_value();
    if (type == QLatin1String("dateTime"))
        return readTime(text, TimeForm::DateTime).has_value();
    if (type == QLatin1String("instant"))
        return readTime(text, TimeForm::Instant).has_value();
    if (type == QLatin1String("time"))
        return isTimeOfDay(text);
    if (type == QLatin1String("base64Binary"))
        return isBase64(text);
    if (type == QLatin1String("uri") || type == QLatin1String("url") || type == QLatin1String("canonical")
        || type == QLatin1String("oid") || type == QLatin1String("uuid"))
        return hasNoSpace(text);
    return isPrintable(text); // string, markdown, xhtml
}

} // namespace

/// Where in the resource something stands. Put into words only when something is wrong there: most resources are good.
struct Validator::Place {
    const Place *outer = nullptr;
    QStringView name;
    int index = -1; ///< of an item of a list; it has no name

    [[nodiscard]] Place at(QStringView element) const { return {this, element}; }
    [[nodiscard]] Place item(int number) const { return {this, {}, number}; }
    [[nodiscard]] QString text() const
    {
        if (!outer)
            return name.toString();
        return outer->text() + (index < 0 ? QString(u'.' + name.toString()) : QStringLiteral("[%1]").arg(index));
    }
};

struct Validator::Run {
    QList<Issue> issues;
    QSet<QString> containedIds;

    void add(const char *code, const Place &place, const QByteArray &text)
    {
        if (issues.size() < 20)
            issues.append({code, place.text(), text});
    }
};

bool isId(QStringView text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
    });
}

QList<Issue> Validator::check(const QJsonObject &resource) const
{
    Run run;
    const QJsonArray contained = resource.value(QLatin1String("contained")).toArray();
    for (const QJsonValue &item : contained)
        run.containedIds.insert(item.toObject().value(QLatin1String("id")).toString());
    const QString type = resource.value(QLatin1String("resourceType")).toString();
    checkResource(run, resource, {nullptr, type}, false);
    return run.issues;
}

void Validator::checkResource(Run &run, const QJsonObject &resource, const Place &place, bool isContained) const
{
    const QString type = resource.value(QLatin1String("resourceType")).toString();
    const Structure *structure = m_types.type(type) ? m_types.structure(type) : nullptr;
    if (!structure) {
        run.add("not-supported", place, "This resource type is not kept here");
        return;
    }
    checkStructure(run, *structure, resource, place, true);
    checkRules(run, resource, place);
    const QJsonValue contained = resource.value(QLatin1String("contained"));
    if (contained.isUndefined())
        return;
    const Place inside = place.at(u"contained");
    if (isContained || !contained.isArray() || contained.toArray().isEmpty()) {
        run.add("structure", inside, "Contained resources cannot be here");
        return;
    }
    int index = 0;
    const QJsonArray items = contained.toArray();
    for (const QJsonValue &item : items)
        checkResource(run, item.toObject(), inside.item(index++), true);
}

void Validator::checkStructure(Run &run, const Structure &structure, const QJsonObject &object, const Place &place,
                               bool isResource) const
{
    if (object.isEmpty())
        run.add("structure", place, "An object must not be empty");
    // By element: it is there; a companion, `_start` beside or instead of `start`.
    QVarLengthArray<bool, 48> present(structure.elements.size(), false), companions(structure.elements.size(), false);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString key = it.key();
        const Place at = place.at(key);
        if (key == QLatin1String("extension") || key == QLatin1String("modifierExtension")) {
            checkExtensions(run, it.value(), at);
            continue;
        }
        if (key == QLatin1String("id")) {
            if (!it.value().isString() || (isResource && !isId(it.value().toString())))
                run.add("value", at, "Not a valid id");
            continue;
        }
        if (isResource && (key == QLatin1String("resourceType") || key == QLatin1String("contained")))
            continue;
        if (isResource && (key == QLatin1String("language") || key == QLatin1String("implicitRules"))) {
            if (!it.value().isString())
                run.add("structure", at, "Expected text");
            continue;
        }
        if (isResource && key == QLatin1String("text") && !structure.byKey.contains(key)) {
            const QJsonObject narrative = it.value().toObject();
            if (!narrative.value(QLatin1String("status")).isString()
                || !narrative.value(QLatin1String("div")).toString().trimmed().startsWith(QLatin1String("<div")))
                run.add("structure", at, "A narrative needs status and div");
            continue;
        }
        const bool isCompanion = key.startsWith(u'_');
        const auto found = structure.byKey.constFind(isCompanion ? key.mid(1) : key);
        if (found == structure.byKey.cend()) {
            run.add("structure", at, "No such element");
            continue;
        }
        const auto &[index, type] = *found;
        if (!isCompanion) {
            if (present.at(index))
                run.add("structure", at, "Only one form of a choice may be given");
            present[index] = true;
            checkElement(run, structure.elements.at(index), type, it.value(), at);
        } else if (!type.isEmpty() && (type.at(0).isUpper() || type.at(0) == u'@')) {
            run.add("structure", at, "No such element");
        } else if (it.value().isObject()) {
            checkExtensions(run, it.value().toObject().value(QLatin1String("extension")), at.at(u"extension"));
            companions[index] = true;
        } else if (!it.value().isArray()) {
            run.add("structure", at, "Expected an object");
        }
    }
    for (int index = 0; index < structure.elements.size(); ++index) {
        if (structure.elements.at(index).min > 0 && !present.at(index) && !companions.at(index))
            run.add("required", place.at(structure.elements.at(index).name), "A required element is missing");
    }
}

void Validator::checkElement(Run &run, const Element &element, const QString &type, const QJsonValue &value,
                             const Place &place) const
{
    if (!element.isList) {
        if (value.isArray())
            run.add("structure", place, "Only one value may be given");
        else
            checkValue(run, element, type, value, place);
        return;
    }
    if (!value.isArray() || value.toArray().isEmpty()) {
        run.add("structure", place, "Expected a list that is not empty");
        return;
    }
    const bool isPrimitive = !type.isEmpty() && type.at(0).isLower();
    int index = 0;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items) {
        if (!(isPrimitive && item.isNull())) // null stands where only an extension is given
            checkValue(run, element, type, item, place.item(index));
        ++index;
    }
}

void Validator::checkValue(Run &run, const Element &element, const QString &type, const QJsonValue &value, const Place &place) const
{
    if (const auto isGood = isGoodPrimitive(type, value)) {
        if (!*isGood)
            run.add("value", place, "Not a valid value of its type");
        else if (!element.codes.isEmpty() && !element.codes.contains(value.toString()))
            run.add("code-invalid", place, "Not one of the allowed codes");
        return;
    }
    if (!value.isObject()) {
        run.add("structure", place, "Expected an object");
        return;
    }
    const QJsonObject object = value.toObject();
    if (type == QLatin1String("Reference"))
        checkReference(run, element, object, place);
    const QString name = type.startsWith(u'@') ? type.mid(1) : type;
    if (const Structure *structure = m_types.structure(name))
        checkStructure(run, *structure, object, place, false);
}

void Validator::checkReference(Run &run, const Element &element, const QJsonObject &reference, const Place &place) const
{
    const QJsonValue value = reference.value(QLatin1String("reference"));
    if (!value.isString())
        return;
    const QString text = value.toString();
    if (text.startsWith(u'#')) {
        if (text.size() > 1 && !run.containedIds.contains(text.mid(1)))
            run.add("invalid", place, "The contained resource is not there");
        return;
    }
    if (text.contains(u':'))
        return; // absolute URL or URN
    const QStringList parts = text.split(u'/');
    if ((parts.size() != 2 && !(parts.size() == 4 && parts.at(2) == QLatin1String("_history") && isId(parts.at(3))))
        || !isId(parts.at(1)) || parts.at(0).isEmpty() || !parts.at(0).at(0).isUpper())
        run.add("value", place, "Not a valid reference");
    else if (!element.targets.isEmpty() && !element.targets.contains(parts.at(0)))
        run.add("value", place, "A reference to this type is not allowed here");
}

void Validator::checkExtensions(Run &run, const QJsonValue &value, const Place &place) const
{
    if (value.isUndefined())
        return;
    if (!value.isArray() || value.toArray().isEmpty()) {
        run.add("structure", place, "Expected a list that is not empty");
        return;
    }
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items) {
        const QJsonObject extension = item.toObject();
        const QString url = extension.value(QLatin1String("url")).toString();
        int values = 0;
        bool isKnown = true;
        for (auto it = extension.begin(); it != extension.end(); ++it) {
            const QString key = it.key();
            if (key.startsWith(QLatin1String("value"))) {
                ++values;
                const QString upper = key.mid(5);
                const QString lower = upper.left(1).toLower() + upper.mid(1);
                if (const auto isGood = m_types.structure(upper) ? std::nullopt : isGoodPrimitive(lower, it.value());
                    isGood && !*isGood)
                    run.add("value", place, "Not a valid value of its type");
                else if (const Structure *structure = m_types.structure(upper))
                    checkStructure(run, *structure, it.value().toObject(), place.at(key), false);
            } else if (key != QLatin1String("url") && key != QLatin1String("id") && key != QLatin1String("extension")
                       && key != QLatin1String("_value") && !key.startsWith(QLatin1String("_value"))) {
                isKnown = false;
            }
        }
        const QJsonValue inner = extension.value(QLatin1String("extension"));
        if (url.isEmpty() || !isKnown || values > 1 || (values == 1) == inner.isArray())
            run.add("structure", place, "An extension needs a url and one value, or extensions of its own");
        checkExtensions(run, inner, place.at(u"extension"));
    }
}

void Validator::checkRules(Run &run, const QJsonObject &resource, const Place &place) const
{
    const ResourceType *type = m_types.type(resource.value(QLatin1String("resourceType")).toString());
    for (const QStringList &rule : type->rules) {
        const auto has = [&](const QString &name) { return resource.contains(name); };
        if (rule.at(0) == QLatin1String("any")) {
            if (std::none_of(rule.begin() + 1, rule.end(), has))
                run.add("invariant", place, rule.mid(1).join(QLatin1String(" or ")).toLatin1() + " is needed");
        } else if (rule.at(0) == QLatin1String("together")) {
            const bool isFirstThere = has(rule.at(1));
            if (isFirstThere != has(rule.at(2)))
                run.add("invariant", place.at(rule.at(isFirstThere ? 2 : 1)),
                        "Needed together with " + rule.at(isFirstThere ? 1 : 2).toLatin1());
        } else if (!has(rule.at(1)) && !rule.mid(2).contains(resource.value(QLatin1String("status")).toString())) {
            run.add("invariant", place.at(rule.at(1)), "Needed with this status");
        }
    }
}

} // namespace handrail::clinic
