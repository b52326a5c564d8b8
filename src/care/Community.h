// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/SkillSearch.h"
#include "content/Places.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail {

/// Help outside the clinic, found by what it is for and by what somebody typed, without a network (product, row 27). How forgiving it is says
/// SkillSearch. Nothing of where the device is goes into it.
class CommunityDirectory
{
public:
    CommunityDirectory() = default;
    explicit CommunityDirectory(QList<Place> places);

    /// Those with an address first, for they are near; both by title.
    [[nodiscard]] const QList<Place> &places() const { return m_places; }
    /// Indices of what was found, the best first, of this kind alone when one is given. All of them for nothing typed.
    [[nodiscard]] QList<int> find(const QString &typed, std::optional<PlaceKind> kind) const;
    /// What may have been meant where nothing is found; empty when no word is near.
    [[nodiscard]] QString nearest(const QString &typed) const { return m_search.nearest(typed); }
    /// Those that there is something of, in the order of PlaceKind.
    [[nodiscard]] QList<PlaceKind> kinds() const;

private:
    QList<Place> m_places;
    SkillSearch m_search;
};

/// Checked more than a year before `today`. A day to come is that of a device whose clock is behind: the linter takes none.
[[nodiscard]] bool isMaybeOld(const Place &place, const QDate &today);
/// What people call this, in English and Spanish. Searched, never shown.
[[nodiscard]] QStringList searchWordsOf(PlaceKind kind);

} // namespace handrail
