// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "sync/Records.h"

#include <algorithm>

namespace handrail {

QList<Leader> Records::team() const
{
    QList<Leader> team;
    const auto stored = m_store.records(QStringLiteral("CareTeam"));
    if (!stored)
        qCWarning(logSync) << "reading the care team:" << stored.error();
    for (const QByteArray &json : stored.value_or(QList<QByteArray>())) {
        for (const Leader &one : fhir::readTeamMembers(json, m_language).value_or(QList<Leader>())) {
            const bool isKnown = std::any_of(team.cbegin(), team.cend(),
                                             [&](const Leader &known) { return known.name == one.name && known.role == one.role; });
            if (!isKnown)
                team << one;
        }
    }
    return team;
}

QString Records::typeOf(const QByteArray &json)
{
    const Result<fhir::Slice> slice = fhir::readResource(json);
    return slice ? slice->type : QString();
}

} // namespace handrail
