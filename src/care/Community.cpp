// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Community.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr int daysTrusted = 365;

/// Without words that ask for what the list cannot know: where the device is.
QString withoutNearness(const QString &typed)
{
    static const QStringList nearness{QStringLiteral("near"),  QStringLiteral("nearby"), QStringLiteral("nearest"),
                                      QStringLiteral("close"), QStringLiteral("cerca"),  QStringLiteral("cercano")};
    QStringList words = searchWords(typed);
    words.removeIf([&](const QString &word) { return nearness.contains(word); });
    return words.isEmpty() ? typed : words.join(u' ');
}

} // namespace

CommunityDirectory::CommunityDirectory(QList<Place> places)
    : m_places(std::move(places))
{
    std::stable_sort(m_places.begin(), m_places.end(),
                     [](const Place &a, const Place &b) { return !a.address.isEmpty() && b.address.isEmpty(); });
    QList<SearchEntry> entries;
    entries.reserve(m_places.size());
    for (const Place &place : std::as_const(m_places)) {
        QStringList words = place.words;
        for (const PlaceKind kind : place.kinds)
            words << searchWordsOf(kind);
        entries << SearchEntry{place.id, place.title, place.use, words << place.address << place.phone << place.who};
    }
    m_search = SkillSearch(std::move(entries));
}

QList<int> CommunityDirectory::find(const QString &typed, std::optional<PlaceKind> kind) const
{
    QList<int> found;
    if (typed.trimmed().isEmpty()) {
        for (int i = 0; i < m_places.size(); ++i)
            found << i;
    } else {
        for (const SearchHit &hit : m_search.find(withoutNearness(typed)))
            found << hit.entry;
    }
    if (kind)
        found.removeIf([&](int index) { return !m_places.at(index).kinds.contains(*kind); });
    return found;
}

QList<PlaceKind> CommunityDirectory::kinds() const
{
    QList<PlaceKind> kinds;
    for (int i = 0; i < placeKinds; ++i) {
        const bool isThere =
            std::any_of(m_places.cbegin(), m_places.cend(), [i](const Place &place) { return place.kinds.contains(PlaceKind(i)); });
        if (isThere)
            kinds << PlaceKind(i);
    }
    return kinds;
}

bool isMaybeOld(const Place &place, const QDate &today)
{
    return !place.checked.isValid() || place.checked.daysTo(today) > daysTrusted;
}

QStringList searchWordsOf(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Food: return {QStringLiteral("food hungry meal pantry groceries comida hambre despensa")};
    case PlaceKind::Housing:
        return {QStringLiteral("housing home house rent shelter sleep sober living vivienda casa renta albergue dormir")};
    case PlaceKind::Meetings: return {QStringLiteral("meeting meetings group peer support sponsor reunion grupo apoyo padrino")};
    case PlaceKind::Jobs: return {QStringLiteral("job jobs work training trabajo empleo")};
    case PlaceKind::Transport: return {QStringLiteral("transport ride bus car taxi transporte viaje autobus carro")};
    case PlaceKind::Benefits: return {QStringLiteral("benefits money cash bills help pay beneficios dinero cuentas pagar")};
    case PlaceKind::Health: return {QStringLiteral("health doctor nurse care treatment medicine salud doctora medico medicina")};
    case PlaceKind::Legal: return {QStringLiteral("legal law lawyer court abogado ley corte")};
    case PlaceKind::ChildCare: return {QStringLiteral("child children kids care daycare ninos hijos guarderia")};
    case PlaceKind::Naloxone: return {QStringLiteral("naloxone narcan kit overdose naloxona sobredosis")};
    case PlaceKind::Other: return {};
    }
    return {};
}

} // namespace handrail
