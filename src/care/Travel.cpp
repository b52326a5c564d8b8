// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Travel.h"

#include <QJsonDocument>
#include <QJsonObject>
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
    const Result<std::optional<QByteArray>> value = store.value(valueName);
    if (!value || !*value)
        return travels;
    const QJsonObject places = QJsonDocument::fromJson(**value).object();
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
    Travels all = travels(store);
    if (!all.contains(place) && all.size() >= mostPlaces)
        all.erase(all.begin());
    all.insert(place, travel);
    QJsonObject places;
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        places.insert(it.key(),
                      QJsonObject{{QStringLiteral("way"), QLatin1String(wayNames[std::size_t(it->way)])},
                                  {QStringLiteral("minutes"), it->minutes},
                                  {QStringLiteral("isReminded"), it->isReminded}});
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
