// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QStringList>

namespace handrail {

/// What somebody in danger may search for, in all languages (crisis/words-<locale>.txt): words of one or more, none is shown. Read once.
[[nodiscard]] const QStringList &crisisWords();

} // namespace handrail
