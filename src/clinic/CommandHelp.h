// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QStringList>

namespace handrail::clinic {

/// What handrail-clinic --help prints.
extern const char *const commandHelp;

/// The lines of it that show how a command ("import") is given. Empty: no such command.
[[nodiscard]] QString commandUsage(const QString &verb);
/// The options that a command knows ("serve", "user add"). Empty: no such command.
[[nodiscard]] QStringList commandOptions(const QString &command);

} // namespace handrail::clinic
