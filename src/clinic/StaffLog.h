// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/Service.h"

#include <QString>

namespace handrail::clinic {

/// Notes in the log of accesses what staff do with patients' records at the command line, so that a patient who asks who looked learns of it too.
/// Who it was: the Practitioner, where the command names one, else somebody of the clinic; the name at the machine is for staff alone.
class StaffLog
{
public:
    explicit StaffLog(Service &service, const QString &practitionerId = {});

    /// From now on each record that is written or removed is noted, in the writer's transaction. EachType: of a patient each type once, without
    /// an id, where there may be very many.
    enum class Detail { EachRecord, EachType };
    void watch(Detail detail = Detail::EachRecord);
    /// One access, in the caller's transaction or, without one, in one of its own. `id` may be empty: several of that type.
    [[nodiscard]] Result<void> note(char action, const QString &type, const QString &id, const QString &patient);
    /// The same of several patients, in a transaction of its own.
    [[nodiscard]] Result<void> noteAll(char action, const QString &type, const QStringList &patients);
    /// The same of all patients.
    [[nodiscard]] Result<void> noteEverybody(char action, const QString &type);

private:
    Service &m_service;
    Access m_access;
};

} // namespace handrail::clinic
