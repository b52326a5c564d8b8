// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Stage.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <functional>

namespace handrail {

// A relative's app beside the patient's, and what a test does in either.

constexpr int soon = 30'000; ///< of things that take a moment, on a machine that has much to do

/// All that an app has of the clinic, byte for byte.
[[nodiscard]] QString storeOf(Stage &stage);
/// Downloads everything anew, from now on.
[[nodiscard]] bool downloadAnew(Stage &stage);
/// Staff change the family session of Friday evening that is Rosa's too. False: there is none, or the clinic did not take it.
[[nodiscard]] bool changeFamilySession(Stage &stage, const std::function<void(QJsonObject &)> &edit);
/// From the page of a session to the browser; where that was sent.
[[nodiscard]] QString joined(Stage &stage, const QString &session);
/// A relative's app as a process of its own, with a store of its own. It lives on while it waits for a word, and answers each with a line.
/// Arguments: the program, `--relative`, server, folder, time; of who was invited also link and code. Gives the exit code.
[[nodiscard]] int beRelative(const QStringList &arguments);

} // namespace handrail
