// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/records/RecordWords.h"

namespace handrail::clinic::sample {

using namespace words;

/// Puts words for people into a record; beside them the Spanish, where the sample clinic has it.
void say(QJsonObject &made, QLatin1String key, const QString &words);

} // namespace handrail::clinic::sample
