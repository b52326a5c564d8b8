// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "sync/Records.h"

#include <QDate>
#include <QMap>
#include <QString>

namespace handrail {

/// Days that a person marks for themselves ("days I took care of myself"), each with a word of their own; an empty word is a star.
/// Nothing counts on, nothing is lost by a day without a mark, and only the person takes a mark away (design clinical 1.3).
using OwnMarks = QMap<QDate, QString>;

/// Letters of a word; what is beyond is left out.
inline constexpr int longestOwnMark = 40;

// They lie sealed in the store, a month together, and are never put into the outbox: no server hears of them. A sign-out leaves them there for
// the same person's next sign-in; only "Sign out and erase" takes them. Problems of all three: those of the store. A month that fails its seal gives StoreBroken and is not overwritten.

/// The marks with from <= day <= to. Costs a look-up for each month.
[[nodiscard]] Result<OwnMarks> ownMarks(Records &records, const QDate &from, const QDate &to);
/// Marks a day, or gives it another word. Line breaks and blanks around the word are left out. Durable when it returns.
Result<void> setOwnMark(Records &records, const QDate &day, const QString &word);
Result<void> removeOwnMark(Records &records, const QDate &day);

} // namespace handrail
