// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// A search at the clinic: line 1 is the type, line 2 the query. What SQL finds is what a plain walk over all records finds.

#include "Fuzz.h"
#include "clinic/records/SearchIndex.h"
#include "clinic/records/SearchQuery.h"
#include "clinic/records/Records.h"
#include "clinic/sample/SampleClinic.h"
#include "fakes/FakeClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <memory>
#include <set>

namespace handrail::fuzz {

namespace {

using namespace clinic;

struct Held {
    QString id;
    qint64 updated = 0;
    IndexRows rows;
};

struct Clinic {
    FakeClock clock;
    Database database{QStringLiteral(":memory:")};
    TypeTable types;
    Records records{database, types, clock};
    std::map<QString, std::vector<Held>> held; // by type
};

std::unique_ptr<Clinic> place; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

QString plain(const QString &text)
{
    QString result;
    bool isEscaped = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isEscape = c == u'\\' && !isEscaped && i + 1 < text.size();
        if (!isEscape)
            result += c;
        isEscaped = isEscape;
    }
    return result;
}

bool isToken(const IndexRows::Token &token, const QString &value)
{
    qsizetype bar = -1;
    for (qsizetype i = 0; i < value.size() && bar < 0; ++i) {
        if (value.at(i) == u'\\')
            ++i;
        else if (value.at(i) == u'|')
            bar = i;
    }
    const QString code = plain(value.mid(bar + 1));
    if (bar < 0)
        return !code.isEmpty() && token.code == code;
    return (code.isEmpty() || token.code == code) && token.system == plain(value.left(bar));
}

bool isTarget(const QString &target, const Clause &clause, QString value)
{
    value = plain(value);
    if (value.contains(u"://"))
        value = value.section(u'/', -2);
    if (value.contains(u'/'))
        return target == value;
    const QString type = clause.modifier.isEmpty() ? clause.parameter->target : clause.modifier;
    return type.isEmpty() ? target.mid(target.indexOf(u'/') + 1) == value : target == type + u'/' + value;
}

/// nullopt: the value is no date of a search.
std::optional<bool> isInRange(const TimeRange &have, const QString &value)
{
    QString prefix = value.size() > 2 && value.at(0).isLetter() && value.at(1).isLetter() ? value.left(2) : QString();
    const auto want = readTime(QStringView(value).mid(prefix.size()), TimeForm::Search);
    if (!want)
        return std::nullopt;
    const bool isWithin = have.low >= want->low && have.high <= want->high;
    if (prefix.isEmpty() || prefix == u"eq")
        return isWithin;
    if (prefix == u"ne")
        return !isWithin;
    if (prefix == u"lt")
        return have.low < want->low;
    if (prefix == u"le")
        return have.low < want->high;
    if (prefix == u"gt")
        return have.high > want->high;
    if (prefix == u"ge")
        return have.high > want->low;
    if (prefix == u"sa")
        return have.low >= want->high;
    if (prefix == u"eb")
        return have.high <= want->low;
    return std::nullopt;
}

bool isText(const QString &have, const Clause &clause, const QString &value)
{
    const QString want = folded(plain(value)).left(100);
    if (clause.modifier == u"exact")
        return have == want;
    return clause.modifier == u"contains" ? have.contains(want) : have.startsWith(want);
}

bool isUri(const QString &have, const Clause &clause, const QString &value)
{
    const QString want = plain(value);
    if (have == want)
        return true;
    if (clause.modifier == u"below")
        return have.startsWith(want + u'/');
    return !want.contains(u'|') && have.startsWith(want + u'|');
}

template <typename Rows, typename Fits>
std::pair<bool, bool> walk(const Rows &rows, const QString &parameter, const QStringList &values, const Fits &fits)
{
    bool isThere = false;
    bool isFound = false;
    for (const auto &row : rows) {
        if (row.parameter != parameter)
            continue;
        isThere = true;
        isFound = isFound || std::any_of(values.begin(), values.end(), [&](const QString &value) { return fits(row, value); });
    }
    return {isThere, isFound};
}

bool matches(const Held &record, const ResourceType &type, const Clause &clause)
{
    const auto any = [&](const auto &fits) { return std::any_of(clause.values.begin(), clause.values.end(), fits); };
    if (!clause.parameter) {
        if (clause.name == u"_id")
            return any([&](const QString &value) { return plain(value) == record.id; });
        return any([&](const QString &value) { return isInRange({record.updated, record.updated + 1}, value).value_or(false); });
    }
    const QString name = type.name + u'.' + clause.parameter->name;
    const auto [isThere, isFound] = [&]() -> std::pair<bool, bool> {
        switch (clause.parameter->kind) {
        case SearchKind::Token: return walk(record.rows.tokens, name, clause.values, isToken);
        case SearchKind::Reference:
            return walk(record.rows.references, name, clause.values,
                        [&](const auto &row, const QString &value) { return isTarget(row.target, clause, value); });
        case SearchKind::Date:
            return walk(record.rows.dates, name, clause.values,
                        [](const auto &row, const QString &value) { return isInRange(row.range, value).value_or(false); });
        case SearchKind::String:
            return walk(record.rows.strings, name, clause.values,
                        [&](const auto &row, const QString &value) { return isText(row.value, clause, value); });
        case SearchKind::Uri:
            return walk(record.rows.uris, name, clause.values,
                        [&](const auto &row, const QString &value) { return isUri(row.value, clause, value); });
        }
        return {};
    }();
    if (clause.modifier == u"missing")
        return isThere != (clause.values.constFirst() == u"true");
    return clause.modifier == u"not" ? !isFound : isFound;
}

bool hasBadDate(const SearchQuery &search)
{
    for (const Clause &clause : search.clauses) {
        const bool isDate = clause.parameter ? clause.parameter->kind == SearchKind::Date && clause.modifier.isEmpty()
                                             : clause.name == u"_lastUpdated";
        for (const QString &value : clause.values) {
            if (isDate && !isInRange({}, value))
                return true;
        }
    }
    return false;
}

std::set<QString> found(const SearchSql &sql)
{
    Statement rows = place->database.statement(sql.text);
    require(rows.run(sql.values), "SQLite takes every search");
    std::set<QString> ids;
    while (rows.next())
        ids.insert(rows.text(1));
    return ids;
}

bool add(const QJsonObject &resource)
{
    const ResourceType *type = place->types.type(resource.value(QLatin1String("resourceType")).toString());
    if (!type)
        return false;
    const auto draft = readDraft(QJsonDocument(resource).toJson(QJsonDocument::Compact));
    const auto stored = place->records.write(type->name, resource.value(QLatin1String("id")).toString(), *draft);
    require(stored.has_value(), "a sample record is stored");
    place->held[type->name].push_back({(*stored)->id, (*stored)->updated, indexRows(*type, draft->json)});
    return true;
}

} // namespace

void prepare()
{
    place = std::make_unique<Clinic>();
    require(place->database.open().has_value() && place->records.open().has_value(), "a clinic's database");
    Transaction transaction(place->database);
    std::map<QString, int> counts;
    for (const QJsonObject &resource : sampleResources(place->clock.nowUtc())) {
        if (++counts[resource.value(QLatin1String("resourceType")).toString()] <= 40)
            require(add(resource), "a sample record");
    }
    // Names that most samples lack: letters beyond the first plane, signs of searches.
    for (const char *family : {"Bell\xf0\xa0\xae\xb7", "Bell", "bellamy", "O'Hara, Jr|x", "50%_\\"}) {
        static int number = 0;
        const QJsonObject name{{QStringLiteral("family"), QString::fromUtf8(family)}};
        add({{QStringLiteral("resourceType"), QStringLiteral("Patient")},
             {QStringLiteral("id"), QStringLiteral("odd%1").arg(number++)},
             {QStringLiteral("name"), QJsonArray{name}}});
    }
    require(transaction.commit(), "kept");
}

void run(Input input)
{
    const ResourceType *type = place->types.type(QString::fromUtf8(input.line()));
    if (!type)
        return;
    const SearchQuery search = readSearch(place->types, *type, input.line(), [](const QString &) { return true; });
    if (search.error)
        return;
    const char *error = nullptr;
    const auto sql = writeSql(search, {}, std::nullopt, false, 1000, error);
    require(sql.has_value() == !hasBadDate(search), "a search is refused for a bad date alone");
    if (!sql)
        return;
    std::set<QString> expected;
    for (const Held &record : place->held[type->name]) {
        if (std::all_of(search.clauses.begin(), search.clauses.end(),
                        [&](const Clause &clause) { return matches(record, *type, clause); }))
            expected.insert(record.id);
    }
    require(found(*sql) == expected, "SQL finds what a walk over all records finds");
    const auto count = writeSql(search, {}, std::nullopt, true, 0, error);
    Statement rows = place->database.statement(count->text);
    qint64 counted = 0;
    for (bool hasRow = rows.run(count->values) && rows.next(); hasRow; hasRow = rows.next())
        counted += rows.number(1);
    require(counted == qint64(expected.size()), "and counts them");
}

} // namespace handrail::fuzz
