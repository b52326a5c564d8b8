// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Places.h"

#include <QStandardPaths>
#include <QTemporaryDir>

namespace handrail {

Places Places::in(const QString &folder)
{
    return {folder + QStringLiteral("/accounts"), folder + QStringLiteral("/preferences.ini"),
            folder + QStringLiteral("/clinic.json")};
}

Places Places::onThisDevice()
{
    return in(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
}

Places Places::forDemo()
{
    static const QTemporaryDir folder;
    return in(folder.path());
}

} // namespace handrail
