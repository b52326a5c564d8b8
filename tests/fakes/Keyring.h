// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace handrail {

/// The real Secret Service that tests/with-keyring.sh started, as its owner handles it: shut and opened without a dialog, emptied. False when it
/// refuses. Blocks; for tests.
namespace keyring {

[[nodiscard]] bool lock();
/// With the password that tests/with-keyring.sh gave it.
[[nodiscard]] bool unlock();
/// Removes every entry of the app.
[[nodiscard]] bool removeAllEntries();

} // namespace keyring

} // namespace handrail
