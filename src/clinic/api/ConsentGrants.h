// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/FhirTime.h"
#include "clinic/records/Records.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail::clinic {

/// One provision of an active Consent that names a relative: what it opens, or what it takes away again.
struct Grant {
    bool isDeny = false;
    TimeRange period;              ///< when it holds
    QStringList classes;           ///< resource types; a permit without any opens nothing
    QStringList codes;             ///< HR/CodeSystem/share-scope
    QStringList labels;            ///< security labels that it extends to
    std::optional<TimeRange> data; ///< only sessions in this time
};

/// What patients' Consents open to relatives (design api 2.4, row 7a). Read anew after each write of a Consent or RelatedPerson, so that
/// a revocation bites on the next request.
class ConsentGrants
{
public:
    explicit ConsentGrants(Records &records)
        : m_records(records)
    {
    }

    /// The provisions that hold now between this relative and this patient. Empty when the RelatedPerson is unknown, not active or of
    /// another patient, or when there is no active Consent: then nothing at all may be seen.
    [[nodiscard]] QList<Grant> holding(const QString &relatedPersonId, const QString &patientId);

    /// The grants open this resource: its type, its share-scope, its labels, its time; and no deny takes it away.
    [[nodiscard]] static bool areOpening(const QList<Grant> &grants, const QString &type, const QJsonObject &resource);
    /// Some grant lists the type.
    [[nodiscard]] static bool areListing(const QList<Grant> &grants, const QString &type);

private:
    Records &m_records;
    QHash<QString, QList<Grant>> m_cache;
    quint64 m_generation = 0;
};

} // namespace handrail::clinic
