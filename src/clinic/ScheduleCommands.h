// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/Service.h"

#include <QString>

namespace handrail::clinic {

/// The command `handrail-clinic import-schedule`. `order`: empty, dmy or mdy. Prints what is wrong by line, column and words, at most a hundred, and
/// then nothing is imported. Gives the exit code.
int importSchedule(Service &service, const QString &fileName, const QString &order, bool isDryRun);

} // namespace handrail::clinic
