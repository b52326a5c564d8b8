// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace handrail::clinic {

/// What handrail-clinic --help prints.
extern const char *const commandHelp;

} // namespace handrail::clinic
