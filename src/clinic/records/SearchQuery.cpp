// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/SearchQuery.h"

#include <QUrl>
#include <algorithm>

namespace handrail::clinic {

namespace {

constexpr int maximumCount = 200;
constexpr int maximumParameters = 40;
constexpr int maximumAlternatives = 60;
constexpr int maximumIncludes = 10;

// Cuts at `separator`; a backslash protects the character after it, and stays.
QStringList splitEscaped(const QString &text, QChar separator)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && i + 1 < text.size()) {
            parts.last() += text.at(i);
            parts.last() += text.at(++i);
        } else if (text.at(i) == separator) {
            parts.append(QString());
        } else {
            parts.last() += text.at(i);
        }
    }
    return parts;
}

bool isModifierOf(const TypeTable &types, const Clause &clause)
{
    const QString &modifier = clause.modifier;
    if (modifier.isEmpty())
        return true;
    if (modifier == QLatin1String("missing"))
        return clause.values == QStringList(QStringLiteral("true")) || clause.values == QStringList(QStringLiteral("false"));
    switch (clause.parameter->kind) {
    case SearchKind::Token: return modifier == QLatin1String("not");
    case SearchKind::String: return modifier == QLatin1String("exact") || modifier == QLatin1String("contains");
    case SearchKind::Reference:
        return types.type(modifier) && (clause.parameter->target.isEmpty() || clause.parameter->target == modifier);
    case SearchKind::Uri: return modifier == QLatin1String("below");
    case SearchKind::Date: return false;
    }
    return false;
}

void readSort(SearchQuery &search, const QString &value, const ParameterFilter &mayUse)
{
    for (QString name : value.split(u',', Qt::SkipEmptyParts)) {
        SortKey key;
        key.isDescending = name.startsWith(u'-');
        key.name = key.isDescending ? name.mid(1) : name;
        if (key.name != QLatin1String("_id") && key.name != QLatin1String("_lastUpdated")) {
            key.parameter = search.type->parameter(key.name);
            if (!key.parameter || !mayUse(key.name) || key.parameter->kind == SearchKind::Reference) {
                search.error = "This search cannot be sorted that way";
                return;
            }
        }
        search.sort.append(key);
    }
    if (search.sort.size() > 3)
        search.error = "Too many sort keys";
}

void readInclude(SearchQuery &search, const QString &value, const QString &link)
{
    const QStringList parts = value.split(u':');
    const SearchParameter *parameter =
        parts.size() >= 2 && parts.at(0) == search.type->name && search.type->includes.contains(parts.at(1))
        ? search.type->parameter(parts.at(1))
        : nullptr;
    if (!parameter) {
        search.unknown.append(QStringLiteral("_include"));
        return;
    }
    search.includes.append(parameter);
    search.kept.append(link);
    if (search.includes.size() > maximumIncludes)
        search.error = "Too many _include parameters";
}

void readCount(SearchQuery &search, const QString &value)
{
    bool isNumber = false;
    const qlonglong count = value.toLongLong(&isNumber);
    if (!isNumber || count < 0) {
        search.error = "_count is not a number";
        return;
    }
    search.count = int(std::min<qlonglong>(count, maximumCount));
    search.isCountOnly = search.isCountOnly || count == 0;
}

// True when it was one of the parameters that steer the answer rather than choose the matches.
bool readControl(SearchQuery &search, const QString &name, const QString &value, const QString &link, const ParameterFilter &mayUse)
{
    if (name == QLatin1String("_count")) {
        readCount(search, value);
    } else if (name == QLatin1String("_sort")) {
        readSort(search, value, mayUse);
    } else if (name == QLatin1String("_page")) {
        search.page = value;
        return true;
    } else if (name == QLatin1String("_elements")) {
        search.elements = value.split(u',', Qt::SkipEmptyParts);
    } else if (name == QLatin1String("_include")) {
        readInclude(search, value, link);
        return true;
    } else if (name == QLatin1String("_summary") && (value == QLatin1String("count") || value == QLatin1String("false"))) {
        search.isCountOnly = search.isCountOnly || value == QLatin1String("count");
    } else if (name == QLatin1String("_format") || name == QLatin1String("_pretty")) {
        return true;
    } else {
        return false;
    }
    search.kept.append(link);
    return true;
}

} // namespace

QList<std::pair<QString, QString>> readQuery(const QByteArray &query)
{
    QList<std::pair<QString, QString>> result;
    const auto decoded = [](QByteArray text) { return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' '))); };
    for (const QByteArray &part : query.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        result.append({decoded(equals < 0 ? part : part.left(equals)), equals < 0 ? QString() : decoded(part.mid(equals + 1))});
    }
    return result;
}

SearchQuery readSearch(const TypeTable &types, const ResourceType &type, const QByteArray &query, const ParameterFilter &mayUse)
{
    SearchQuery search;
    search.type = &type;
    const auto pairs = readQuery(query);
    if (pairs.size() > maximumParameters) {
        search.error = "Too many search parameters";
        return search;
    }
    for (const auto &[fullName, value] : pairs) {
        const QString link = QString::fromLatin1(QUrl::toPercentEncoding(fullName, ":")) + u'='
            + QString::fromLatin1(QUrl::toPercentEncoding(value, ":/|,"));
        if (readControl(search, fullName, value, link, mayUse))
            continue;
        Clause clause;
        clause.name = fullName.section(u':', 0, 0);
        clause.modifier = fullName.section(u':', 1);
        clause.values = splitEscaped(value, u',');
        clause.values.removeAll(QString());
        const bool isOwn = clause.name == QLatin1String("_id") || clause.name == QLatin1String("_lastUpdated");
        clause.parameter = isOwn ? nullptr : type.parameter(clause.name);
        if (!isOwn && (!clause.parameter || !mayUse(clause.name))) {
            search.unknown.append(clause.name);
            continue;
        }
        if (clause.values.isEmpty() || value.contains(QChar(0))) {
            search.unknown.append(clause.name); // an empty value counts as not given (FHIR R4 3.1.1.2)
            continue;
        }
        if (clause.parameter ? !isModifierOf(types, clause) : !clause.modifier.isEmpty())
            search.error = "This modifier, or what it is given, is not supported here";
        if (clause.values.size() > maximumAlternatives)
            search.error = "Too many alternatives";
        search.alternatives += int(clause.values.size());
        search.clauses.append(clause);
        search.kept.append(link);
    }
    if (search.sort.isEmpty())
        search.sort.append(SortKey{nullptr, QStringLiteral("_lastUpdated"), false});
    return search;
}

} // namespace handrail::clinic
