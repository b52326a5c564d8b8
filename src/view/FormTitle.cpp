// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FormTitle.h"

#include "care/CheckIn.h"
#include "core/Assignment.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FormTitle)
};

} // namespace

QString formTitle(const QString &url, const QString &title)
{
    if (url == phq2Url() || url == phq9Url())
        return Words::tr("Mood check");
    if (url == gad2Url() || url == gad7Url())
        return Words::tr("Worry check");
    if (title.isEmpty())
        return url == dailyCheckInUrl() ? Words::tr("Daily check-in") : Words::tr("A form from your clinic");
    return title;
}

} // namespace handrail
