// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QStringList>

namespace handrail::clinic {

/// The command line of handrail-clinic: serve, demo, import, export, user. Gives the process's exit code: 0 done, 1 failed, 2 not understood.
[[nodiscard]] int runCommandLine(const QStringList &arguments);

} // namespace handrail::clinic
