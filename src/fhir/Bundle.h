// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace handrail::fhir {

/// One resource sliced out of a Bundle, its bytes as the server wrote them.
struct Slice {
    QString type;
    QString id;
    QString versionId;
    QDateTime lastUpdated;   ///< UTC; invalid when absent or unreadable
    QByteArray json;
    bool isIncluded = false; ///< search.mode = include
};

/// A page of a searchset.
struct Page {
    QList<Slice> entries;
    QString next;            ///< link[next].url as written; empty on the last page
    int skipped = 0;         ///< entries that had no usable type or id
};

/// Reads a searchset Bundle without re-serialising its entries. BadData when it is cut short, not JSON, not a Bundle, deeper than 64
/// levels, or holds more than 1000 entries. NotFhir when it is an HTML page or other JSON.
[[nodiscard]] Result<Page> readPage(const QByteArray &json);

/// The type, id and meta of a single resource. BadData as above.
[[nodiscard]] Result<Slice> readResource(const QByteArray &json);

/// The resource is about this patient: its subject/patient/for/participant reference names Patient/<id> (relative or absolute, last two
/// segments compared), or its type belongs to no patient (Questionnaire, Library, Organization, Location, Practitioner, ...).
[[nodiscard]] bool isAboutPatient(const QByteArray &json, const QString &patientId);

} // namespace handrail::fhir
