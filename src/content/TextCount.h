// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace handrail {

/// How many texts of folders this process has read so far: reading is what costs, and nothing of it belongs to the start of the app. Of use to
/// tests. Any thread.
[[nodiscard]] int textsRead();

} // namespace handrail
