// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"

#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace handrail::clinic {

/// Whether something new may be planned for a patient, or said to them.
enum class Standing { In, Unknown, Deceased, Replaced, Inactive };

/// Of a Patient as it is stored; Unknown when it is empty.
[[nodiscard]] Standing standingOf(const QJsonObject &patient);
/// A record as it is now; empty when it is not there.
[[nodiscard]] QJsonObject currentRecord(Records &records, const QString &type, const QString &id);
/// The ids of a patient's records of this type, in the order in which they came; also of those that are deleted.
[[nodiscard]] QStringList idsOfPatient(Records &records, const QString &patientId, const QString &type);
/// How a record of a person or place is named beside a reference: "Maya", "Dana Ruiz", "Room 2". May be empty.
[[nodiscard]] QString shownName(const QJsonObject &record);

} // namespace handrail::clinic
