// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"
#include "store/StoreKey.h"

#include <QString>

namespace handrail {

/// What was saved of a damaged store.
struct Salvaged {
    int items = 0; ///< of the outbox, sent or not
    int gone = 0;  ///< waited, and cannot be read any more; the new outbox lists them
};

/// Where salvageStore() leaves the new store. AccountFiles::settle() brings it to its place.
[[nodiscard]] QString rebuiltPath(const QString &path);

/// The name of a value that says that its store was made from a damaged one.
inline constexpr char mendedName[] = "mended";

/// Makes a new store from what can still be read of a damaged one (design security row 46): row by row, each by its own seal, whether SQLite finds
/// it or not; a row that it does not find goes on as Uncertain, since it may be an earlier one, but for what the person keeps to themselves
/// (Kept): that stays here. Saved are the outbox, the sign-in and the named values but those about downloads ("sync."); records come again from the
/// clinic. The damaged file is not written to, but for its journal. Not on the way to the first page, unless the store cannot be used.
/// Problems: StoreForeign (nothing says that this key made it), StoreInUse, StoreFull, StoreReadOnly; everything is as it was then.
[[nodiscard]] Result<Salvaged> salvageStore(const QString &path, const StoreKey &key);

} // namespace handrail
