// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QString>

namespace handrail {

/// A problem in words: what happened, that it is nobody's fault, and what to do (design visual 6). Never a code.
struct ProblemWords {
    QString title;
    QString text;

    [[nodiscard]] QString inOne() const { return QStringLiteral("%1. %2").arg(title, text); }
};

[[nodiscard]] ProblemWords problemText(const Problem &problem);
/// The same for what was only asked: nothing of it is saved here, nothing waits, and nothing tries again by itself.
[[nodiscard]] ProblemWords problemTextOfAsking(const Problem &problem);
/// In one; empty when nothing went wrong.
template <typename T>
[[nodiscard]] QString problemIn(const Result<T> &result)
{
    return result ? QString() : problemText(result.error()).inOne();
}

/// Why the clinic's server did not take something, and what can be done: from the code that its refusal left in the outbox, the name
/// of a ProblemKind and after a colon the server's issue code (design api 3.3). `canSendAgain`: there is a way to do so beside these words.
[[nodiscard]] QString refusalText(const QString &code, bool canSendAgain);

} // namespace handrail
