// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Exercise.h"

#include <QList>
#include <QString>
#include <chrono>

namespace handrail {

/// What stands on the screen for a while: a phase of a breath, a step of a timer.
struct PlayPhase {
    QString say;
    QString more; ///< a line below; may be empty. Of a wave it depends on the time and comes from TimedPlay.
    std::chrono::milliseconds length{};
    BreathPhase::Shape shape = BreathPhase::Shape::Stay;
    Haptic haptic = Haptic::None;
    int round = 0;           ///< from 0
    int step = 0;            ///< place in its round, from 0
    bool isOptional = false; ///< left out without holding

    bool operator==(const PlayPhase &) const = default;
};

/// What was chosen of what the script offers.
struct PlayChoice {
    int minutes = 0; ///< one of those offered; anything else: the first of them
    bool isWithoutHolding = false;
    bool isCheckYes = false; ///< the answer to a timer's check

    bool operator==(const PlayChoice &) const = default;
};

/// Nothing plays longer, whatever was added to it.
constexpr std::chrono::milliseconds longestPlay = std::chrono::hours(1);

/// The minutes to choose from; empty where the script fixes the time.
[[nodiscard]] QList<int> lengthsOf(const Exercise &exercise);
/// Whether "Without holding" changes something.
[[nodiscard]] bool hasHolding(const Exercise &exercise);
/// Rounds of a breath or a wave from round number `round` on: whole ones, as many as `length` and the longest that plays have room for, at
/// least one.
[[nodiscard]] QList<PlayPhase> breathRounds(const Exercise &exercise, const PlayChoice &choice, std::chrono::milliseconds length,
                                            int round);
/// All phases of a `breath`, `wave` or `timer`, in order; empty for other kinds.
[[nodiscard]] QList<PlayPhase> planOf(const Exercise &exercise, const PlayChoice &choice);
[[nodiscard]] std::chrono::milliseconds lengthOf(const QList<PlayPhase> &plan);

} // namespace handrail
