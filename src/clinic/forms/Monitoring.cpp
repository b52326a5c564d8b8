// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/Monitoring.h"

#include "clinic/records/OrganizationCode.h"
#include "core/Ids.h"

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

QString url()
{
    return canonical(u"StructureDefinition/monitoring");
}

} // namespace

bool isMonitoring(const QString &value)
{
    return value == "none"_L1 || value == "business-hours"_L1 || value == "24x7"_L1;
}

Result<QString> monitoringOf(Records &records, const QString &organizationId)
{
    const Result<QString> code = organizationCode(records, organizationId, url());
    return !code || isMonitoring(*code) ? code : Result<QString>(u"none"_s);
}

Result<void> setMonitoring(Records &records, const QString &organizationId, const QString &value)
{
    return setOrganizationCode(records, organizationId, url(), value);
}

} // namespace handrail::clinic
