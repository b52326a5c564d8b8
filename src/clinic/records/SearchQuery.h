// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/TypeTable.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <functional>
#include <optional>

namespace handrail::clinic {

/// Name and value of a query string, percent-decoded, in order. `+` is a blank.
[[nodiscard]] QList<std::pair<QString, QString>> readQuery(const QByteArray &query);

/// One condition of a search: parameter, modifier, and its alternatives (OR by comma).
struct Clause {
    const SearchParameter *parameter = nullptr; ///< null for _id and _lastUpdated
    QString name;
    QString modifier;
    QStringList values; ///< escapes still in place
};

struct SortKey {
    const SearchParameter *parameter = nullptr; ///< null for _id and _lastUpdated
    QString name;
    bool isDescending = false;
};

/// A search as asked, checked against the table of types (design api 4.1, item 5).
struct SearchQuery {
    const ResourceType *type = nullptr;
    QList<Clause> clauses;
    int alternatives = 0; ///< values of all clauses: what the search costs, roughly
    QList<SortKey> sort;  ///< _lastUpdated when none was asked
    int count = 50;       ///< at most 200
    bool isCountOnly = false;
    bool areTimesTold = false; ///< _lastUpdated and _id are not compared in SQL: who reads the rows compares what they tell
    QStringList elements;
    QList<const SearchParameter *> includes;
    QString page;                ///< the sealed cursor; empty on the first page
    QStringList kept;            ///< the parameters that were understood, as they go into links, without _page
    QStringList unknown;         ///< names of those that were not
    const char *error = nullptr; ///< constant words when the search cannot be run
};

/// Which parameters a caller may use: all, or a relative's few (so that nobody finds by what they may not see).
using ParameterFilter = std::function<bool(const QString &name)>;

/// `types` says which types of records a reference may be narrowed to (`actor:Patient=`).
[[nodiscard]] SearchQuery readSearch(const TypeTable &types, const ResourceType &type, const QByteArray &query,
                                     const ParameterFilter &mayUse);

/// Where a page ends: the sort values and the row id of its last match.
struct Cursor {
    QVariantList keys;
    QString id;
};

/// The search as SQL with its values. `owners`: only rows in one of these compartments; empty for all. Hidden identifier systems never
/// match. Columns: row, id, version, updated, body, owners, then the sort values.
struct SearchSql {
    QString text;
    QVariantList values;
};
struct SearchScope {
    QStringList owners;        ///< all of them must own the row
    QStringList hiddenSystems; ///< identifier systems that match nothing
    QString onlyRelated;       ///< a relative: other RelatedPersons in a search match nothing
    QString onlyPatient;       ///< a patient or relative: other Patients in a search, and the relatives of those, match nothing
};
/// Adds the condition that a date parameter's value, with its prefix, makes on the range of a record (FHIR R4 3.1.1.4.6, 3.1.1.5).
/// `low` and `high` are columns. False when it cannot be read.
[[nodiscard]] bool addRange(QString &text, QVariantList &values, const QString &value, QLatin1String low, QLatin1String high);
/// nullopt with `error` set when a value is unreadable.
[[nodiscard]] std::optional<SearchSql> writeSql(const SearchQuery &search, const SearchScope &scope,
                                                const std::optional<Cursor> &after, bool isCount, int limit, const char *&error);

} // namespace handrail::clinic
