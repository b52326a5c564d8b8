// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Travel.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <algorithm>
#include <array>

namespace handrail {

namespace {

const QString valueName = QStringLiteral("travel");
constexpr qsizetype mostPlaces = 50;
constexpr std::array<const char *, 5> wayNames{"car", "ride", "bus", "walk", "online"};

bool isUsable(const Travel &travel)
{
    return travel.minutes >= 0 && travel.minutes <= Travel::mostMinutes;
}

/// By the place, as they are kept; "told" counts up, so that the one that was told longest ago is known.
QJsonObject placesIn(const Store &store)
{
    const Result<std::optional<QByteArray>> value = store.value(valueName);
    return value && *value ? QJsonDocument::fromJson(**value).object() : QJsonObject();
}

} // namespace

QString placeOf(const Session &session)
{
    if (!session.locationId.isEmpty())
        return u"id/" + session.locationId;
    return session.place.isEmpty() ? QString() : QString(u"name/" + session.place);
}

Travels travels(const Store &store)
{
    Travels travels;
    const QJsonObject places = placesIn(store);
    for (auto it = places.begin(); it != places.end(); ++it) {
        const QJsonObject one = it->toObject();
        Travel travel;
        for (std::size_t i = 0; i < wayNames.size(); ++i) {
            if (one.value(QLatin1String("way")).toString() == QLatin1String(wayNames[i]))
                travel.way = Travel::Way(i);
        }
        travel.minutes = one.value(QLatin1String("minutes")).toInt();
        travel.isReminded = one.value(QLatin1String("isReminded")).toBool(true);
        if (isUsable(travel))
            travels.insert(it.key(), travel);
    }
    return travels;
}

Result<void> setTravel(Store &store, const QString &place, const Travel &travel)
{
    if (place.isEmpty() || !isUsable(travel))
        return problem(ProblemKind::BadData, QStringLiteral("travel"));
    QJsonObject places = placesIn(store);
    const auto told = [&places](const QString &name) { return places.value(name).toObject().value(QLatin1String("told")).toInt(); };
    QStringList names = places.keys();
    std::stable_sort(names.begin(), names.end(), [&told](const QString &a, const QString &b) { return told(a) < told(b); });
    const int last = names.isEmpty() ? 0 : told(names.last());
    if (!places.contains(place) && names.size() >= mostPlaces)
        places.remove(names.first());
    places.insert(place,
                  QJsonObject{{QStringLiteral("way"), QLatin1String(wayNames[std::size_t(travel.way)])},
                              {QStringLiteral("minutes"), travel.minutes},
                              {QStringLiteral("isReminded"), travel.isReminded},
                              {QStringLiteral("told"), last + 1}});
    return store.setValue(valueName, QJsonDocument(places).toJson(QJsonDocument::Compact));
}

QDateTime leaveBy(const Session &session, const Travels &travels)
{
    const auto found = travels.constFind(placeOf(session));
    const bool isGoing = session.start.isValid() && !session.isCancelled() && !session.isDeclinedByMe && !session.isUnconfirmed();
    if (!isGoing || found == travels.cend() || found->way == Travel::Way::Online || found->minutes <= 0)
        return {};
    return session.start.addSecs(-60 * qint64(found->minutes));
}

} // namespace handrail
