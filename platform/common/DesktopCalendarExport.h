// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "platform/common/UrlOpener.h"
#include "ports/CalendarExport.h"

#include <QString>

namespace handrail {

/// Writes the event to a file that only its owner can read and opens it with the calendar program. The files are removed when
/// the app ends and by forget(), and what an app that crashed has left before the next one is written.
class DesktopCalendarExport final : public CalendarExport
{
public:
    explicit DesktopCalendarExport(QString folder = defaultFolder(), UrlOpener opener = systemOpener());
    ~DesktopCalendarExport() override;
    [[nodiscard]] static QString defaultFolder();

    /// Problems: BadData (no event), StoreFull or StoreReadOnly (cannot be written), NotFound (no program takes it).
    Result<void> open(const QByteArray &iCalendar, const QString &fileName) override;
    void forget() override;

private:
    QString m_folder;
    UrlOpener m_opener;
    bool m_isUsed = false;
};

} // namespace handrail
