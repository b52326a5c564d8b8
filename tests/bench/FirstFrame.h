// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

class QQuickWindow;

namespace handrail {

/// What a process used until now: proportional set size in KiB, from /proc/self/smaps_rollup.
[[nodiscard]] long proportionalSetKib();

/// Prints `pss <KiB>` and ends the process at once, without teardown: what is measured is the start.
[[noreturn]] void endAfterFrame();

} // namespace handrail
