// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Stage.h"

#include <QString>
#include <QStringList>

namespace handrail {

/// Pictures of pages in a folder: THEME/SIZE/PAGE.png, and an index of them.
class Album
{
public:
    explicit Album(QString folder);

    /// The page that shows, in each theme and size. False when one could not be written.
    bool add(Stage &stage, const QString &page);
    /// On a phone that lies on its side.
    bool addLow(Stage &stage, const QString &page);
    /// At 200 % text on a phone: for pages of which there are many.
    bool addLarge(Stage &stage, const QString &page);
    /// At 200 % text, and in Spanish.
    bool addLargeAndInSpanish(Stage &stage, const QString &page);
    bool writeIndex() const;

private:
    QString m_folder;
    QStringList m_pages;
};

} // namespace handrail
