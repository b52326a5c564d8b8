// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail::fhir {

/// One resource sliced out of a Bundle, its bytes as the server wrote them.
struct Slice {
    QString type;
    QString id;
    QString versionId;
    QDateTime lastUpdated; ///< UTC; invalid when absent or unreadable
    QByteArray json;
    bool isIncluded = false;       ///< search.mode = include
    bool isEnteredInError = false; ///< its status says that it should never have been: keep nothing of it
};

/// A page of a searchset.
struct Page {
    QList<Slice> entries; ///< without those of search.mode = outcome
    QString next;         ///< link[next].url as written; empty on the last page
    int skipped = 0;      ///< entries that had no usable type or id, a number beyond any reason (1e999), or more than 64 levels
};

/// Reads a searchset Bundle without re-serialising its entries. BadData when it is cut short, not JSON, not a Bundle, over 10 MB,
/// holds more than 1000 entries, or an entry writes id, resourceType, meta, subject or patient twice. NotFhir when it is
/// an HTML page or other JSON.
[[nodiscard]] Result<Page> readPage(const QByteArray &json);

/// The type, id and meta of a single resource. Problems as above.
[[nodiscard]] Result<Slice> readResource(const QByteArray &json);

/// The resource is about this patient: its subject/patient/for/participant reference names Patient/<id> (relative or absolute, last two
/// segments compared), or its type belongs to no patient (Questionnaire, Library, Organization, Location, Practitioner, ...).
[[nodiscard]] bool isAboutPatient(const QByteArray &json, const QString &patientId);

/// The resource is for this relative of this patient: an Appointment that names RelatedPerson/<id> and no other patient, the
/// RelatedPerson's own record, an AppointmentResponse of their own, the patient's CareTeam, or a type that belongs to no patient.
[[nodiscard]] bool isForRelative(const QByteArray &json, const QString &relatedPersonId, const QString &patientId);
/// An Appointment of which a relative is told nothing but when it is: no kind, and nobody is named in it, or the patient
/// alone with the tag that this is not the whole (SUBSETTED).
[[nodiscard]] bool isTimeAlone(const QByteArray &json);

/// One of the resource's identifiers is this one.
[[nodiscard]] bool hasIdentifier(const QByteArray &json, const QString &system, const QString &value);

/// The resource's url, with its version where it has one; empty when it has no url.
[[nodiscard]] QString canonicalOf(const QByteArray &json);

/// The ids of the resources of this type that the resource points at, anywhere in it, each once, in order.
[[nodiscard]] QStringList referencedIds(const QByteArray &json, const QString &type);

} // namespace handrail::fhir
