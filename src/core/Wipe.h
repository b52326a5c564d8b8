// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace handrail {

/// Overwrites a secret before it goes, if nobody else holds the same text; the last holder does it. Copies that Qt or the system made stay.
void wipe(QString &secret);
void wipe(QByteArray &secret);

} // namespace handrail
