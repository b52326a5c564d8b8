// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/FhirTime.h"
#include "clinic/records/SearchIndex.h"
#include "clinic/records/SearchQuery.h"

namespace handrail::clinic {

// A search as SQL. Whatever a client sent is bound as a value; the text is made of constant parts only.

namespace {

constexpr const char *badDate = "A date in the search cannot be read";

class SqlText
{
public:
    SqlText(const SearchQuery &search, const SearchScope &scope)
        : m_search(search)
        , m_scope(scope)
    {
    }

    bool addClauses(const char *&error)
    {
        m_text = QStringLiteral("r.type = ? AND r.deleted = 0");
        m_values.append(m_search.type->name);
        for (const QString &owner : m_scope.owners) {
            m_text += QLatin1String(" AND r.row IN (SELECT row FROM compartment WHERE owner = ? AND type = ?)");
            m_values << owner << m_search.type->name;
        }
        for (const Clause &clause : m_search.clauses) {
            if (m_search.areTimesTold && clause.name == QLatin1String("_id"))
                continue;
            if (m_search.areTimesTold && clause.name == QLatin1String("_lastUpdated")) {
                QString text;
                QVariantList values;
                for (const QString &value : clause.values) {
                    if (!addRange(text, values, value, QLatin1String("low"), QLatin1String("high"))) {
                        error = badDate;
                        return false;
                    }
                }
                continue;
            }
            m_text += QLatin1String(" AND (");
            if (!addClause(clause, error))
                return false;
            m_text += u')';
        }
        return true;
    }

    QString m_text;
    QVariantList m_values;

private:
    static QLatin1String tableOf(SearchKind kind)
    {
        switch (kind) {
        case SearchKind::Token: return QLatin1String("index_token");
        case SearchKind::Reference: return QLatin1String("index_reference");
        case SearchKind::Date: return QLatin1String("index_date");
        case SearchKind::String: return QLatin1String("index_string");
        case SearchKind::Uri: return QLatin1String("index_uri");
        }
        return {};
    }

    bool addClause(const Clause &clause, const char *&error)
    {
        if (!clause.parameter)
            return clause.name == QLatin1String("_id") ? addIds(clause) : addUpdated(clause, error);
        const QString &name = clause.parameter->indexed;
        const QLatin1String table = tableOf(clause.parameter->kind);
        if (clause.modifier == QLatin1String("missing")) {
            if (clause.values.value(0) == QLatin1String("true"))
                m_text += QLatin1String("NOT ");
            m_text += QLatin1String("r.row IN (SELECT row FROM ") + table + QLatin1String(" WHERE parameter = ?)");
            m_values << name;
            return true;
        }
        if (clause.modifier == QLatin1String("not"))
            m_text += QLatin1String("NOT ");
        m_text += QLatin1String("r.row IN (SELECT row FROM ") + table + QLatin1String(" WHERE parameter = ? AND (");
        m_values << name;
        bool isFirst = true;
        for (const QString &value : clause.values) {
            if (!std::exchange(isFirst, false))
                m_text += QLatin1String(" OR ");
            if (!addValue(clause, value, error))
                return false;
        }
        m_text += QLatin1String("))");
        return true;
    }

    bool addValue(const Clause &clause, const QString &value, const char *&error)
    {
        switch (clause.parameter->kind) {
        case SearchKind::Token: addToken(clause, value); return true;
        case SearchKind::Reference: addReference(clause, unescaped(value)); return true;
        case SearchKind::Date:
            if (addRange(m_text, m_values, value, QLatin1String("low"), QLatin1String("high")))
                return true;
            error = badDate;
            return false;
        case SearchKind::String: addString(clause, unescaped(value)); return true;
        case SearchKind::Uri: addUri(clause, unescaped(value)); return true;
        }
        return false;
    }

    // code | system|code | |code | system|
    void addToken(const Clause &clause, const QString &value)
    {
        QString system, code = value;
        bool hasBar = false;
        for (qsizetype i = 0; i < value.size() && !hasBar; ++i) {
            if (value.at(i) == u'\\') {
                ++i;
            } else if (value.at(i) == u'|') {
                system = value.left(i);
                code = value.mid(i + 1);
                hasBar = true;
            }
        }
        system = unescaped(system);
        code = comparedIdentifier(unescaped(code));
        m_text += u'(';
        if (!code.isEmpty()) {
            m_text += QLatin1String("code = ?");
            m_values << code;
        }
        if (hasBar) {
            m_text += code.isEmpty() ? QLatin1String("system = ?") : QLatin1String(" AND system = ?");
            m_values << (system.isNull() ? QStringLiteral("") : system);
        } else if (code.isEmpty()) {
            m_text += QLatin1String("1 = 0");
        }
        if (clause.name == QLatin1String("identifier")) {
            for (const QString &hidden : m_scope.hiddenSystems) {
                m_text += QLatin1String(" AND system <> ?");
                m_values << hidden;
            }
        }
        m_text += u')';
    }

    void addReference(const Clause &clause, QString value)
    {
        if (value.contains(QLatin1String("://"))) { // absolute: the last two segments
            const QStringList parts = value.split(u'/');
            value = parts.mid(std::max<qsizetype>(0, parts.size() - 2)).join(u'/');
        }
        if (!m_scope.onlyRelated.isEmpty() && value != m_scope.onlyRelated
            && (value.startsWith(QLatin1String("RelatedPerson/")) || clause.modifier == QLatin1String("RelatedPerson"))) {
            m_text += QLatin1String("1 = 0");
            return;
        }
        const QString type = clause.modifier.isEmpty() ? clause.parameter->target : clause.modifier;
        if (!value.contains(u'/') && !type.isEmpty())
            value.prepend(QString(type + u'/'));
        if (value.contains(u'/')) {
            m_text += QLatin1String("(target = ?");
            m_values << value;
            addOnlyPatient();
            m_text += u')';
            return;
        }
        // An id alone, any type: compare what follows the slash. A relative must not find others this way.
        m_text += QLatin1String("(substr(target, instr(target, '/') + 1) = ?");
        m_values << value;
        if (!m_scope.onlyRelated.isEmpty()) {
            m_text += QLatin1String(" AND (target NOT LIKE 'RelatedPerson/%' OR target = ?)");
            m_values << m_scope.onlyRelated;
        }
        addOnlyPatient();
        m_text += u')';
    }

    // Nobody finds by those who are not shown to them.
    void addOnlyPatient()
    {
        if (m_scope.onlyPatient.isEmpty())
            return;
        m_text += QLatin1String(" AND (target NOT LIKE 'Patient/%' OR target = ?) AND (target NOT LIKE 'RelatedPerson/%' OR EXISTS "
                                "(SELECT 1 FROM resource p JOIN compartment c ON c.row = p.row WHERE p.type = 'RelatedPerson' AND "
                                "p.id = substr(target, 15) AND c.owner = ?))");
        m_values << m_scope.onlyPatient << m_scope.onlyPatient;
    }

    void addString(const Clause &clause, const QString &value)
    {
        const QString plain = folded(value).left(100);
        if (clause.modifier == QLatin1String("exact")) {
            m_text += QLatin1String("value = ?");
            m_values << plain;
        } else if (clause.modifier == QLatin1String("contains")) {
            m_text += QLatin1String("instr(value, ?) > 0");
            m_values << plain;
        } else { // starts with: a range, so that the index serves it and no pattern is needed
            m_text += QLatin1String("(value >= ? AND value < ?)");
            m_values << plain << QString(plain + u"\U0010ffff"); // SQLite compares UTF-8: the last of all characters
        }
    }

    void addUri(const Clause &clause, const QString &value)
    {
        if (clause.modifier == QLatin1String("below")) {
            m_text += QLatin1String("(value = ? OR (value >= ? AND value < ?))");
            m_values << value << QString(value + u'/') << QString(value + u'0');
        } else if (value.contains(u'|')) {
            m_text += QLatin1String("value = ?");
            m_values << value;
        } else { // a canonical matches with and without its version
            m_text += QLatin1String("(value = ? OR (value >= ? AND value < ?))");
            m_values << value << QString(value + u'|') << QString(value + u'}');
        }
    }

    bool addIds(const Clause &clause)
    {
        m_text += QLatin1String("r.id IN (");
        for (qsizetype i = 0; i < clause.values.size(); ++i) {
            m_text += i ? QLatin1String(", ?") : QLatin1String("?");
            m_values << unescaped(clause.values.at(i));
        }
        m_text += u')';
        return true;
    }

    bool addUpdated(const Clause &clause, const char *&error)
    {
        bool isFirst = true;
        for (const QString &value : clause.values) {
            if (!std::exchange(isFirst, false))
                m_text += QLatin1String(" OR ");
            if (!addRange(m_text, m_values, value, QLatin1String("r.updated"), QLatin1String("(r.updated + 1)"))) {
                error = badDate;
                return false;
            }
        }
        return true;
    }

    static QString unescaped(const QString &text)
    {
        QString result;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) == u'\\' && i + 1 < text.size())
                ++i;
            result += text.at(i);
        }
        return result;
    }

    const SearchQuery &m_search;
    const SearchScope &m_scope;
};

// The value that a sort key compares; a record without one comes last. The `+` keeps SQLite from looking through all records' values of
// that parameter for each record: a record has few rows of its own.
QString sortExpression(const SortKey &key, QVariantList &values)
{
    if (!key.parameter)
        return key.name == QLatin1String("_id") ? QStringLiteral("r.id") : QStringLiteral("r.updated");
    values << key.parameter->indexed;
    switch (key.parameter->kind) {
    case SearchKind::Date:
        return key.isDescending
            ? QStringLiteral(
                "coalesce((SELECT max(high) FROM index_date d WHERE d.row = r.row AND +d.parameter = ?), -9223372036854775807)")
            : QStringLiteral(
                "coalesce((SELECT min(low) FROM index_date d WHERE d.row = r.row AND +d.parameter = ?), 9223372036854775807)");
    case SearchKind::Token:
        return QStringLiteral("coalesce((SELECT min(code) FROM index_token t WHERE t.row = r.row AND +t.parameter = ?), '')");
    case SearchKind::Uri:
        return QStringLiteral("coalesce((SELECT min(value) FROM index_uri u WHERE u.row = r.row AND +u.parameter = ?), '')");
    default:
        return QStringLiteral("coalesce((SELECT min(value) FROM index_string s WHERE s.row = r.row AND +s.parameter = ?), '')");
    }
}

} // namespace

bool addRange(QString &text, QVariantList &values, const QString &value, QLatin1String low, QLatin1String high)
{
    QString prefix;
    if (value.size() > 2 && value.at(0).isLetter() && value.at(1).isLetter())
        prefix = value.left(2);
    const auto range = readTime(QStringView(value).sliced(prefix.size()), TimeForm::Search);
    if (!range)
        return false;
    if (prefix.isEmpty() || prefix == QLatin1String("eq") || prefix == QLatin1String("ne")) {
        if (prefix == QLatin1String("ne"))
            text += QLatin1String("NOT ");
        text += u'(' + low + QLatin1String(" >= ? AND ") + high + QLatin1String(" <= ?)");
        values << range->low << range->high;
    } else if (prefix == QLatin1String("lt")) {
        text += low + QLatin1String(" < ?");
        values << range->low;
    } else if (prefix == QLatin1String("le")) {
        text += low + QLatin1String(" < ?");
        values << range->high;
    } else if (prefix == QLatin1String("gt")) {
        text += high + QLatin1String(" > ?");
        values << range->high;
    } else if (prefix == QLatin1String("ge")) {
        text += high + QLatin1String(" > ?");
        values << range->low;
    } else if (prefix == QLatin1String("sa")) {
        text += low + QLatin1String(" >= ?");
        values << range->high;
    } else if (prefix == QLatin1String("eb")) {
        text += high + QLatin1String(" <= ?");
        values << range->low;
    } else {
        return false;
    }
    return true;
}

std::optional<SearchSql> writeSql(const SearchQuery &search, const SearchScope &scope, const std::optional<Cursor> &after,
                                  bool isCount, int limit, const char *&error)
{
    SqlText where(search, scope);
    if (!where.addClauses(error))
        return std::nullopt;
    if (isCount) // by whose they are
        return SearchSql{QStringLiteral("SELECT r.owners, count(*) FROM resource r WHERE ") + where.m_text
                             + QLatin1String(" GROUP BY r.owners"),
                         where.m_values};

    SearchSql sql;
    QString columns, order;
    for (qsizetype i = 0; i < search.sort.size(); ++i) {
        const SortKey &key = search.sort.at(i);
        columns += QLatin1String(", ") + sortExpression(key, sql.values) + QStringLiteral(" AS k%1").arg(i);
        order += QStringLiteral("k%1").arg(i) + (key.isDescending ? QLatin1String(" DESC, ") : QLatin1String(", "));
    }
    sql.text = QStringLiteral("SELECT * FROM (SELECT r.row, r.id, r.version, r.updated, r.body, r.owners") + columns
        + QStringLiteral(" FROM resource r WHERE ") + where.m_text + u')';
    sql.values += where.m_values;
    if (after && after->keys.size() == search.sort.size()) {
        // (k0 > v0) OR (k0 = v0 AND k1 > v1) OR ... OR (all equal AND id > last)
        sql.text += QLatin1String(" WHERE ");
        QString equal;
        QVariantList equalValues;
        for (qsizetype i = 0; i < search.sort.size(); ++i) {
            sql.text += u'(' + equal + QStringLiteral("k%1 ").arg(i) + (search.sort.at(i).isDescending ? u'<' : u'>')
                + QLatin1String(" ?) OR ");
            sql.values += equalValues;
            sql.values << after->keys.at(i);
            equal += QStringLiteral("k%1 = ? AND ").arg(i);
            equalValues << after->keys.at(i);
        }
        sql.text += u'(' + equal + QLatin1String("id > ?)");
        sql.values += equalValues;
        sql.values << after->id;
    }
    sql.text += QLatin1String(" ORDER BY ") + order + QLatin1String("id LIMIT ?");
    sql.values << limit;
    return sql;
}

} // namespace handrail::clinic
