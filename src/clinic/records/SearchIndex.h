// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Database.h"
#include "clinic/base/FhirTime.h"
#include "clinic/records/TypeTable.h"

#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QStringList>

namespace handrail::clinic {

/// Everything that is found in a resource for search, one list for each kind of parameter, with "Appointment.status" as the name.
struct IndexRows {
    struct Token {
        QString parameter, system, code;
    };
    struct Reference {
        QString parameter, target;
    };
    struct Date {
        QString parameter;
        TimeRange range;
    };
    struct Text {
        QString parameter, value;
    };
    QList<Token> tokens;
    QList<Reference> references;
    QList<Date> dates;
    QList<Text> strings; ///< folded: lower case, no accents
    QList<Text> uris;
    QStringList owners;                            ///< Patient/<id> and RelatedPerson/<id> in whose compartment it is
    QList<std::pair<QString, QString>> identities; ///< identifiers made by an app: system and value
};

/// The rows for a resource of that type.
[[nodiscard]] IndexRows indexRows(const ResourceType &type, const QJsonObject &resource);

/// The values at a path of the type table, with lists opened.
[[nodiscard]] QList<QJsonValue> valuesAt(const QJsonValue &root, const QString &path);

/// Type/id of a relative reference, without a version; empty for contained, absolute and unreadable ones.
[[nodiscard]] QString localReference(const QString &reference);

/// All references in a value, at any depth, as they are written.
[[nodiscard]] QSet<QString> referencesIn(const QJsonValue &value);

/// An identifier's value as it is compared: a UUID means the same in either case (RFC 4122 section 3); all else as it is.
[[nodiscard]] QString comparedIdentifier(const QString &value);
/// `urn:uuid:` and a UUID, in either case.
[[nodiscard]] bool isUuidUrn(const QString &value);

/// Lower case without accents, blanks made single.
[[nodiscard]] QString folded(const QString &text);

/// The tables of the index, as steps for Database::addArea.
[[nodiscard]] QStringList indexSchema();
/// The step that leads from there: each row is kept by its record and found by its value, in two trees instead of three.
[[nodiscard]] QStringList indexSchemaByRow();
/// Writes the rows of one resource, inside the caller's transaction. False when SQLite refuses (then `errorCode` tells).
[[nodiscard]] bool writeIndex(Database &database, qint64 row, const QString &type, const IndexRows &rows, int &errorCode);
/// Takes the rows of one resource out, inside the caller's transaction.
[[nodiscard]] bool clearIndex(Database &database, qint64 row);

} // namespace handrail::clinic
