// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/Records.h"

#include <QJsonObject>
#include <QString>

namespace handrail::clinic {

// Records that the clinic makes out of a response by itself.

/// The id of what comes of a response: the same each time, and nothing can be read out of it. `kind`: alert or score.
[[nodiscard]] QString derivedId(const QString &responseId, const QString &kind, const QString &what);
/// resourceType, id, the label of records about substance use (42 CFR part 2), and one Identifier of the clinic's own. No client
/// can make an identifier of this system count as taken (Records: only urn:uuid is unique).
[[nodiscard]] QJsonObject derivedRecord(const QString &type, const QString &id, const QString &kind);
[[nodiscard]] QJsonObject codeable(const QString &system, const QString &code, const QString &text = {});
/// Inside the caller's transaction. The problems of Records::write; BadData when it is no record that can be read.
[[nodiscard]] Result<void> writeDerived(Records &records, const QString &type, const QString &id, const QJsonObject &json);

} // namespace handrail::clinic
