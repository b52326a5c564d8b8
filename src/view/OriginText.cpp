// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/OriginText.h"

namespace handrail {

QString OriginText::review(const Origin &origin, const QLocale &locale)
{
    // Our own words for it are said in the app's language, not as they stand in the file.
    const bool isUnreviewed =
        origin.reviewedBy.startsWith(QLatin1String("The Handrail authors; a clinician has not reviewed it yet"));
    QString by = isUnreviewed ? tr("Written by the Handrail authors. A clinician has not reviewed it yet.")
                              : tr("Reviewed by %1.").arg(origin.reviewedBy);
    if (origin.reviewedBy.contains(QLatin1String("awaiting a clinical translator")))
        by = tr("%1 A clinical translator has not checked it yet.").arg(by);
    return origin.reviewDate.isValid() ? tr("%1 As of %2.").arg(by, locale.toString(origin.reviewDate, QLocale::LongFormat)) : by;
}

} // namespace handrail
