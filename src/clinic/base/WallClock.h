// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDate>
#include <QHash>
#include <QString>
#include <QTime>
#include <QTimeZone>
#include <optional>

namespace handrail::clinic {

/// What the clocks on the walls of a place show, across the changes of daylight saving. A session stays at its time on the wall; its instant
/// follows.
class WallClock
{
public:
    /// nullopt when the system knows no such zone (IANA, "America/New_York").
    [[nodiscard]] static std::optional<WallClock> of(const QString &zoneId);
    explicit WallClock(QTimeZone zone)
        : m_zone(std::move(zone))
    {
    }

    enum class Kind {
        Once,
        Skipped, ///< the clocks jump over it: taken as so much later as they jump
        Doubled  ///< the clocks show it twice: the first is taken
    };
    struct Moment {
        Kind kind = Kind::Once;
        qint64 utc = 0;      ///< milliseconds since 1970 UTC
        int offset = 0;      ///< seconds east of UTC
        int laterOffset = 0; ///< the same for the second time, when it is doubled
        [[nodiscard]] qint64 laterUtc() const { return utc + 1000LL * (offset - laterOffset); }
    };
    [[nodiscard]] Moment at(const QDate &date, const QTime &time) const;

    /// FHIR instant with the zone's offset: `2026-11-18T18:00:00-05:00`.
    [[nodiscard]] QString instant(const QDate &date, const QTime &time) const;
    /// The same of a moment in milliseconds since 1970 UTC.
    [[nodiscard]] static QString instant(qint64 utc, int offset);
    [[nodiscard]] QDate dateOf(qint64 utc) const;
    /// Seconds east of UTC at a moment in milliseconds since 1970 UTC.
    [[nodiscard]] int offsetAt(qint64 utc) const;
    [[nodiscard]] QString zoneId() const { return QString::fromLatin1(m_zone.id()); }

    /// "20261118"
    [[nodiscard]] static QString digits(const QDate &date);

private:
    QTimeZone m_zone;
    mutable QHash<QDate, std::pair<int, int>> m_offsets; ///< about noon of the days before and after, UTC
};

} // namespace handrail::clinic
