// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <memory>

namespace handrail {

/// Whether the engine still stands. A coroutine asks after each wait, before it touches store, network or tokens, which may be gone with
/// the engine.
struct SyncLife {
    bool isOver = false;
};

using SyncLifePointer = std::shared_ptr<const SyncLife>;

[[nodiscard]] inline tl::unexpected<Problem> cancelled()
{
    return problem(ProblemKind::Cancelled, QStringLiteral("sync ended"));
}

} // namespace handrail
