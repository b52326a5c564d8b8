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

    /// The page that shows, in each theme and size. False when one could not be written, or another page had that name.
    bool add(Stage &stage, const QString &page);
    /// On a phone that lies on its side.
    bool addLow(Stage &stage, const QString &page);
    /// On a phone, at 200 % text.
    bool addLarge(Stage &stage, const QString &page);
    /// At 200 % text in each theme and size, and in Spanish.
    bool addLargeAndInSpanish(Stage &stage, const QString &page);
    bool writeIndex() const;

private:
    QString m_folder;
    QStringList m_pages;
};

} // namespace handrail
