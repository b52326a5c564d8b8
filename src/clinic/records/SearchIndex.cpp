// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/SearchIndex.h"

#include "core/Ids.h"

#include <QJsonArray>
#include <QUuid>
#include <array>

namespace handrail::clinic {

namespace {

// Hands what is at `path` to `take`, with lists opened. No list is made on the way: each record that is written is walked some dozens of times.
template <typename Take>
void walk(const QJsonObject &object, QStringView path, const Take &take)
{
    const qsizetype dot = path.indexOf(u'.');
    const QStringView segment = dot < 0 ? path : path.first(dot);
    const QStringView rest = dot < 0 ? QStringView() : path.sliced(dot + 1);
    const auto goOn = [&](const QJsonValue &found) {
        if (rest.isEmpty())
            take(found);
        else if (found.isObject())
            walk(found.toObject(), rest, take);
    };
    const auto open = [&](const QJsonValue &found) {
        if (found.isArray()) {
            const QJsonArray items = found.toArray();
            for (const QJsonValue &item : items)
                goOn(item);
        } else if (!found.isUndefined() && !found.isNull()) {
            goOn(found);
        }
    };
    if (segment.startsWith(u"where(")) {
        if (object.value(QLatin1String("system")).toString() == segment.sliced(6).chopped(1))
            goOn(object);
    } else if (segment.endsWith(u"[x]")) {
        const QStringView stem = segment.chopped(3);
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key().startsWith(stem) && it.key().size() > stem.size() && it.key().at(stem.size()).isUpper())
                open(it.value());
        }
    } else {
        open(object.value(segment));
    }
}

void addTokens(IndexRows &rows, const QString &name, const QJsonValue &value)
{
    if (value.isString()) {
        rows.tokens.append({name, {}, value.toString()});
    } else if (value.isBool()) {
        rows.tokens.append({name, {}, value.toBool() ? QStringLiteral("true") : QStringLiteral("false")});
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (object.contains(QLatin1String("coding"))) {
            const QJsonArray codings = object.value(QLatin1String("coding")).toArray();
            for (const QJsonValue &coding : codings)
                addTokens(rows, name, coding);
            return;
        }
        const QString code = object.contains(QLatin1String("code")) ? object.value(QLatin1String("code")).toString()
                                                                    : object.value(QLatin1String("value")).toString();
        if (!code.isEmpty())
            rows.tokens.append({name, object.value(QLatin1String("system")).toString(), comparedIdentifier(code)});
    }
}

void addDates(IndexRows &rows, const QString &name, const QJsonValue &value)
{
    if (value.isString()) {
        if (const auto range = readTime(value.toString(), TimeForm::DateTime))
            rows.dates.append({name, *range});
        return;
    }
    const QJsonObject object = value.toObject();
    if (object.contains(QLatin1String("event"))) { // Timing
        walk(object, u"event", [&](const QJsonValue &event) { addDates(rows, name, event); });
        return;
    }
    TimeRange range;
    const auto start = readTime(object.value(QLatin1String("start")).toString(), TimeForm::DateTime);
    const auto end = readTime(object.value(QLatin1String("end")).toString(), TimeForm::DateTime);
    if (!start && !end)
        return;
    if (start)
        range.low = start->low;
    if (end)
        range.high = end->high;
    rows.dates.append({name, range});
}

void addStrings(IndexRows &rows, const QString &name, const QJsonValue &value)
{
    if (value.isString()) {
        rows.strings.append({name, folded(value.toString())});
        return;
    }
    // HumanName and Address: each of their texts is a value of its own.
    for (const char16_t *key :
         {u"text", u"family", u"given", u"prefix", u"suffix", u"line", u"city", u"district", u"state", u"postalCode", u"country"})
        walk(value.toObject(), key, [&](const QJsonValue &part) { rows.strings.append({name, folded(part.toString())}); });
}

void addOwners(QStringList &owners, const QStringList &paths, const QString &wanted, const QJsonObject &resource)
{
    for (const QString &path : paths) {
        if (path == QLatin1String("id")) {
            owners.append(wanted + resource.value(path).toString());
            continue;
        }
        walk(resource, path, [&](const QJsonValue &value) {
            const QString target = localReference(value.toObject().value(QLatin1String("reference")).toString());
            if (target.startsWith(wanted) && !owners.contains(target))
                owners.append(target);
        });
    }
}

} // namespace

QList<QJsonValue> valuesAt(const QJsonValue &root, const QString &path)
{
    QList<QJsonValue> values;
    walk(root.toObject(), path, [&](const QJsonValue &value) { values.append(value); });
    return values;
}

QString localReference(const QString &reference)
{
    const qsizetype slash = reference.indexOf(u'/');
    const qsizetype next = reference.indexOf(u'/', slash + 1);
    const qsizetype end = next < 0 ? reference.size() : next;
    if (slash < 1 || end == slash + 1 || reference.contains(u':'))
        return {};
    return reference.left(end);
}

QSet<QString> referencesIn(const QJsonValue &value)
{
    QSet<QString> found;
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            found += referencesIn(item);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == QLatin1String("reference") && it.value().isString())
                found.insert(it.value().toString());
            else
                found += referencesIn(it.value());
        }
    }
    return found;
}

QString comparedIdentifier(const QString &value)
{
    return isUuidUrn(value) ? value.toLower() : value;
}

bool isUuidUrn(const QString &value)
{
    constexpr QLatin1String start("urn:uuid:");
    return value.size() == start.size() + 36 && value.startsWith(start, Qt::CaseInsensitive)
        && !QUuid::fromString(QStringView(value).sliced(start.size())).isNull();
}

QString folded(const QString &text)
{
    QString result;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        if (!c.isMark())
            result += c.toCaseFolded();
    }
    return result.simplified();
}

IndexRows indexRows(const ResourceType &type, const QJsonObject &resource)
{
    IndexRows rows;
    for (const SearchParameter &parameter : type.parameters) {
        const QString &name = parameter.indexed;
        const auto add = [&](const QJsonValue &value) {
            switch (parameter.kind) {
            case SearchKind::Token: addTokens(rows, name, value); break;
            case SearchKind::Date: addDates(rows, name, value); break;
            case SearchKind::String: addStrings(rows, name, value); break;
            case SearchKind::Uri:
                if (value.isString())
                    rows.uris.append({name, value.toString()});
                break;
            case SearchKind::Reference: {
                const QString text = value.toObject().value(QLatin1String("reference")).toString();
                const QString local = localReference(text);
                if (!text.isEmpty() && (parameter.target.isEmpty() || local.startsWith(parameter.target + u'/')))
                    rows.references.append({name, local.isEmpty() ? text : local});
                break;
            }
            }
        };
        for (const QString &path : parameter.paths)
            walk(resource, path, add);
    }
    addOwners(rows.owners, type.patientPaths, QStringLiteral("Patient/"), resource);
    addOwners(rows.owners, type.relatedPaths, QStringLiteral("RelatedPerson/"), resource);
    walk(resource, u"identifier", [&](const QJsonValue &identifier) {
        const QString value = identifier.toObject().value(QLatin1String("value")).toString();
        if (identifier.toObject().value(QLatin1String("system")).toString() == uriSystem && !value.isEmpty())
            rows.identities.append({uriSystem.toString(), comparedIdentifier(value)});
    });
    return rows;
}

QStringList indexSchema()
{
    return {
        QStringLiteral(
            "CREATE TABLE index_token (parameter TEXT NOT NULL, code TEXT NOT NULL, system TEXT NOT NULL, row INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX index_token_find ON index_token (parameter, code, system, row)"),
        QStringLiteral("CREATE INDEX index_token_row ON index_token (row)"),
        QStringLiteral("CREATE TABLE index_reference (parameter TEXT NOT NULL, target TEXT NOT NULL, row INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX index_reference_find ON index_reference (parameter, target, row)"),
        QStringLiteral("CREATE INDEX index_reference_row ON index_reference (row)"),
        QStringLiteral(
            "CREATE TABLE index_date (parameter TEXT NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, row INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX index_date_find ON index_date (parameter, low, high, row)"),
        QStringLiteral("CREATE INDEX index_date_row ON index_date (row)"),
        QStringLiteral("CREATE TABLE index_string (parameter TEXT NOT NULL, value TEXT NOT NULL, row INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX index_string_find ON index_string (parameter, value, row)"),
        QStringLiteral("CREATE INDEX index_string_row ON index_string (row)"),
        QStringLiteral("CREATE TABLE index_uri (parameter TEXT NOT NULL, value TEXT NOT NULL, row INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX index_uri_find ON index_uri (parameter, value, row)"),
        QStringLiteral("CREATE INDEX index_uri_row ON index_uri (row)"),
        QStringLiteral("CREATE TABLE compartment (owner TEXT NOT NULL, type TEXT NOT NULL, row INTEGER NOT NULL, "
                       "PRIMARY KEY (owner, type, row)) WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX compartment_row ON compartment (row)"),
        // What makes a first write happen once: one app-made identifier, one record of that type about that person.
        QStringLiteral("CREATE TABLE identity (type TEXT NOT NULL, system TEXT NOT NULL, value TEXT NOT NULL, owner TEXT NOT NULL, "
                       "row INTEGER NOT NULL, UNIQUE (type, system, value, owner))"),
        QStringLiteral("CREATE INDEX identity_row ON identity (row)"),
    };
}

QStringList indexSchemaByRow()
{
    struct Table {
        QString name, columns, keys; ///< `columns` with their types, `keys` without
    };
    QStringList steps;
    for (const auto &[name, columns, keys] :
         {Table{QStringLiteral("index_token"), QStringLiteral("code TEXT NOT NULL, system TEXT NOT NULL"),
                QStringLiteral("code, system")},
          Table{QStringLiteral("index_reference"), QStringLiteral("target TEXT NOT NULL"), QStringLiteral("target")},
          Table{QStringLiteral("index_date"), QStringLiteral("low INTEGER NOT NULL, high INTEGER NOT NULL"),
                QStringLiteral("low, high")},
          Table{QStringLiteral("index_string"), QStringLiteral("value TEXT NOT NULL"), QStringLiteral("value")},
          Table{QStringLiteral("index_uri"), QStringLiteral("value TEXT NOT NULL"), QStringLiteral("value")}}) {
        const QString old = name + QStringLiteral("_before"), all = QStringLiteral("row, parameter, ") + keys;
        steps << QStringLiteral("DROP INDEX %1_find").arg(name) << QStringLiteral("DROP INDEX %1_row").arg(name)
              << QStringLiteral("ALTER TABLE %1 RENAME TO %2").arg(name, old)
              << QStringLiteral(
                     "CREATE TABLE %1 (row INTEGER NOT NULL, parameter TEXT NOT NULL, %2, PRIMARY KEY (%3)) WITHOUT ROWID")
                     .arg(name, columns, all)
              << QString(QStringLiteral("INSERT OR IGNORE INTO ") + name + QStringLiteral(" SELECT ") + all
                         + QStringLiteral(" FROM ") + old + QStringLiteral(" ORDER BY row"))
              << QStringLiteral("DROP TABLE %1").arg(old)
              << QStringLiteral("CREATE INDEX %1_find ON %1 (parameter, %2, row)").arg(name, keys);
    }
    return steps;
}

bool writeIndex(Database &database, qint64 row, const QString &type, const IndexRows &rows, int &errorCode)
{
    errorCode = 0;
    const auto write = [&](const QString &sql, const auto &all, const auto &valuesOf) {
        if (errorCode != 0 || all.isEmpty())
            return;
        Statement insert = database.statement(sql);
        for (const auto &each : all) {
            if (!insert.run(valuesOf(each))) {
                errorCode = insert.errorCode();
                return;
            }
        }
    };
    const auto text = [](const QString &value) { return value.isNull() ? QStringLiteral("") : value; };
    const auto said = [&](const IndexRows::Text &each) { return std::array<QVariant, 3>{row, each.parameter, each.value}; };
    write(QStringLiteral("INSERT INTO identity (type, system, value, owner, row) VALUES (?, ?, ?, ?, ?)"), rows.identities,
          [&, owner = text(rows.owners.value(0))](const auto &each) {
              return std::array<QVariant, 5>{type, each.first, each.second, owner, row};
          });
    // A record may say the same twice.
    write(QStringLiteral("INSERT INTO index_token (row, parameter, code, system) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"),
          rows.tokens, [&](const IndexRows::Token &each) {
              return std::array<QVariant, 4>{row, each.parameter, each.code, text(each.system)};
          });
    write(QStringLiteral("INSERT INTO index_reference (row, parameter, target) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
          rows.references, [&](const IndexRows::Reference &each) {
              return std::array<QVariant, 3>{row, each.parameter, each.target};
          });
    write(QStringLiteral("INSERT INTO index_date (row, parameter, low, high) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"),
          rows.dates, [&](const IndexRows::Date &each) {
              return std::array<QVariant, 4>{row, each.parameter, each.range.low, each.range.high};
          });
    write(QStringLiteral("INSERT INTO index_string (row, parameter, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"), rows.strings,
          said);
    write(QStringLiteral("INSERT INTO index_uri (row, parameter, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"), rows.uris, said);
    write(QStringLiteral("INSERT INTO compartment (owner, type, row) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"), rows.owners,
          [&](const QString &owner) {
              return std::array<QVariant, 3>{owner, type, row};
          });
    return errorCode == 0;
}

bool clearIndex(Database &database, qint64 row)
{
    return database.statement(QStringLiteral("DELETE FROM index_token WHERE row = ?")).run({row})
        && database.statement(QStringLiteral("DELETE FROM index_reference WHERE row = ?")).run({row})
        && database.statement(QStringLiteral("DELETE FROM index_date WHERE row = ?")).run({row})
        && database.statement(QStringLiteral("DELETE FROM index_string WHERE row = ?")).run({row})
        && database.statement(QStringLiteral("DELETE FROM index_uri WHERE row = ?")).run({row})
        && database.statement(QStringLiteral("DELETE FROM compartment WHERE row = ?")).run({row})
        && database.statement(QStringLiteral("DELETE FROM identity WHERE row = ?")).run({row});
}

} // namespace handrail::clinic
