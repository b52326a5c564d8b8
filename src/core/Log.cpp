// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"

#include <QStringList>

namespace handrail {

Q_LOGGING_CATEGORY(logApp, "handrail.app", QtInfoMsg)
Q_LOGGING_CATEGORY(logAuth, "handrail.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "handrail.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "handrail.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "handrail.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logClinic, "handrail.clinic", QtInfoMsg)

QString redacted(const QUrl &url)
{
    QStringList shown;
    bool isAfterType = false;
    for (const QString &segment : url.path().split(u'/', Qt::SkipEmptyParts)) {
        shown << (isAfterType ? QStringLiteral("*") : segment);
        // FHIR types are the only segments that begin with a capital and are not R4 itself.
        isAfterType = isAfterType || (segment.at(0).isUpper() && segment != QLatin1String("R4"));
    }
    return url.scheme() + QStringLiteral("://") + url.host() + u'/' + shown.join(u'/');
}

} // namespace handrail
