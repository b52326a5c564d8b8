// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QJsonObject>
#include <QString>

namespace handrail::clinic {

/// Where a session stood before it was moved (extension HR/StructureDefinition/previous-start); empty when it says nothing of that.
[[nodiscard]] QString previousStart(const QJsonObject &appointment);
/// Notes in an Appointment that it began at another moment before, in place of what it said of an earlier move. Nothing when both begin
/// at the same moment, or when one of them has no start that can be read.
void notePreviousStart(QJsonObject &appointment, const QJsonObject &before);

} // namespace handrail::clinic
