// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/forms/Inbox.h"

#include <QList>
#include <QString>
#include <optional>

namespace handrail::clinic {

// What patients say they did of the lessons, modules and skills that they were asked to go through: a Task that is completed, and an answer to
// module-done (design api rows 4 and 4a). Once it is seen it is closed. A form that was asked for is none of these: its answers are to be read.

[[nodiscard]] QList<InboxItem> allDone(Records &records);
/// Task/x, QuestionnaireResponse/x, or an id alone; nothing when it is none of these.
[[nodiscard]] std::optional<InboxItem> doneOf(Records &records, const QString &reference);

} // namespace handrail::clinic
