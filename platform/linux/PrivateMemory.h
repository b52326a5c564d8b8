// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace handrail {

/// No core file of this process, whatever the shell or the system's crash collector say, and no debugger or memory reader of the same user: only
/// who administers the machine can look (prctl(2), PR_SET_DUMPABLE).
void forbidCoreDumps();

} // namespace handrail
