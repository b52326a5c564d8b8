// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "sync/Records.h"

#include <QDateTime>
#include <QString>
#include <chrono>
#include <optional>

namespace handrail {

/// A wait, or a timer that goes on, as it stands on the disk, so that it goes on when the app has ended and is opened again. Sealed, and
/// never sent.
struct KeptWait {
    QString skill;
    QDateTime at; ///< UTC, when this was noted
    std::chrono::milliseconds total{};
    std::chrono::milliseconds elapsed{}; ///< of it, at `at`
    int minutes = 0;                     ///< the length that was chosen
    bool isPaused = false;
    bool isCheckYes = false; ///< of a timer: the answer to its check

    bool operator==(const KeptWait &) const = default;

    /// How much of it has passed, from 0 to total. Between two runs of the app there is the wall clock alone; set back, it takes nothing.
    [[nodiscard]] std::chrono::milliseconds elapsedAt(const QDateTime &nowUtc) const;
    /// It was over for so long that nobody means it any more: who opens the skill then wants a wait of now.
    [[nodiscard]] bool isStaleAt(const QDateTime &nowUtc) const;
};

/// Which of the two: both can run at once.
enum class Waiting { Wait, Timer };

// Problems of all three: those of the store. What cannot be read as a wait is none.

[[nodiscard]] Result<std::optional<KeptWait>> keptWait(Records &records, Waiting which = Waiting::Wait);
/// In the place of the one before. Durable when it returns.
Result<void> keepWait(Records &records, const KeptWait &wait, Waiting which = Waiting::Wait);
Result<void> dropWait(Records &records, Waiting which = Waiting::Wait);

} // namespace handrail
