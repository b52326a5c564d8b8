// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

#include <QByteArray>
#include <optional>

namespace handrail::clinic {

// Forms and answers, read so that no answer about safety is passed over.

/// What a response says.
struct Saying {
    CompletedForm answered;
    bool isFinished =
        true; ///< false: another app is still at it, or left it (in-progress, stopped); of these the safety items alone count
};
/// nullopt: it was taken back, or cannot be read.
[[nodiscard]] std::optional<Saying> readSaying(const QByteArray &response, const Form &form);

} // namespace handrail::clinic
