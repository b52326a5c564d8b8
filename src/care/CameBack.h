// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/SafetyPlan.h"

#include <QMap>
#include <QString>

namespace handrail {

/// What the sheet is called that holds the words of an earlier safety plan, and its parts.
struct EarlierPlanWords {
    QString title;
    QMap<PlanPart, QString> parts;
    QString language; ///< BCP 47, of these
};

/// What came back from a store put aside although something else was here under its name (store/StoreOpening.h, cameBackPrefix) is put together with
/// that:
///
///   marked days, skills used and liked, places in lessons, ways to sessions    what is not here is added; of two words on one thing that here stays
///   my people                      who is not here is added, as far as there is room
///   safety plan                    the one here stays; the words of the other become a sheet of the person's own
///   a message that was begun       goes on below the words here
///   another thing that was begun, what was read or seen    the one here is newer, and stays
///
/// What has no room stays as it came, under the prefix. Being cut off and done again leads to the same. Costs one look-up when nothing came. Problems:
/// those of the store.
Result<void> putCameBackTogether(Records &records, const EarlierPlanWords &words);

} // namespace handrail
