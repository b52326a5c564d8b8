// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace handrail {

/// Past check-ins as a clinic gives them out, an hour apart, the oldest first: what is stored and downloaded most.
struct PastCheckIn {
    QByteArray id;
    QDateTime updated; ///< UTC
    QByteArray json;
};
[[nodiscard]] QList<PastCheckIn> pastCheckIns(int count, const QByteArray &patientId);

} // namespace handrail
