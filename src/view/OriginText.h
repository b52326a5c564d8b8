// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/FrontMatter.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace handrail {

/// On what a text stands, in the language of the app.
class OriginText
{
    Q_DECLARE_TR_FUNCTIONS(OriginText)
public:
    /// "Written by the Handrail authors. A clinician has not reviewed it yet. As of …". Somebody else's review is named as the text names it.
    [[nodiscard]] static QString review(const Origin &origin, const QLocale &locale);
};

} // namespace handrail
