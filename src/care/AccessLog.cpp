// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/AccessLog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

namespace handrail {

namespace {

QString seenName(const QString &who)
{
    return who.isEmpty() ? QStringLiteral("access-log") : QString(u"access-log/" % who);
}

QString hourOf(const AccessEvent &event, const QTimeZone &zone)
{
    return event.at.toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HH t"));
}

/// The person, as far as one can be told from another.
QString whoOf(const AccessEvent &event)
{
    return event.who.isEmpty() ? QString(event.name % u'\n' % event.role) : event.who;
}

} // namespace

QList<AccessLine> accessLines(const QList<AccessEvent> &events, const QTimeZone &zone)
{
    QList<AccessEvent> sorted;
    QSet<QString> known;
    for (const AccessEvent &event : events) {
        if (event.looker == Looker::Me || event.isRefused || (!event.id.isEmpty() && known.contains(event.id)))
            continue;
        known << event.id;
        sorted << event;
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const AccessEvent &a, const AccessEvent &b) { return a.at > b.at; });
    QList<AccessLine> lines;
    QHash<QString, qsizetype> places;
    for (const AccessEvent &event : std::as_const(sorted)) {
        const QString key =
            QStringLiteral("%1\n%2\n%3\n%4").arg(whoOf(event), event.type, QString::number(int(event.act)), hourOf(event, zone));
        if (const auto place = places.constFind(key); place != places.cend()) {
            ++lines[*place].count;
            continue;
        }
        places.insert(key, lines.size());
        lines << AccessLine{event, 1};
    }
    return lines;
}

QList<QList<AccessLine>> byHour(const QList<AccessLine> &lines, const QTimeZone &zone)
{
    QList<QList<AccessLine>> hours;
    for (const AccessLine &line : lines) {
        if (hours.isEmpty() || hourOf(hours.last().first().event, zone) != hourOf(line.event, zone))
            hours << QList<AccessLine>();
        hours.last() << line;
    }
    return hours;
}

SeenLog seenLog(Records &records, const QString &who)
{
    const auto kept = records.store().value(seenName(who));
    SeenLog log;
    if (!kept || !*kept)
        return log;
    const QJsonObject object = QJsonDocument::fromJson(**kept).object();
    log.at = QDateTime::fromString(object.value(QLatin1String("at")).toString(), Qt::ISODateWithMs);
    log.isThere = object.value(QLatin1String("there")).toBool(true);
    for (const QJsonValue &value : object.value(QLatin1String("events")).toArray()) {
        const QJsonObject one = value.toObject();
        AccessEvent event;
        event.id = one.value(QLatin1String("id")).toString();
        event.at = QDateTime::fromString(one.value(QLatin1String("at")).toString(), Qt::ISODateWithMs);
        event.looker = Looker(std::clamp(one.value(QLatin1String("looker")).toInt(), 0, int(Looker::Program)));
        event.who = one.value(QLatin1String("who")).toString();
        event.name = one.value(QLatin1String("name")).toString();
        event.role = one.value(QLatin1String("role")).toString();
        event.act = AccessEvent::Act(std::clamp(one.value(QLatin1String("act")).toInt(), 0, int(AccessEvent::Act::Remove)));
        event.type = one.value(QLatin1String("type")).toString();
        if (event.at.isValid())
            log.events << event;
    }
    return log;
}

Result<void> keepSeenLog(Records &records, const SeenLog &log, const QString &who)
{
    QJsonArray events;
    for (const AccessEvent &event : log.events) {
        if (event.looker == Looker::Me || event.isRefused)
            continue;
        if (events.size() >= mostSeenEvents)
            break;
        events << QJsonObject{{QStringLiteral("id"), event.id},
                              {QStringLiteral("at"), event.at.toString(Qt::ISODateWithMs)},
                              {QStringLiteral("looker"), int(event.looker)},
                              {QStringLiteral("who"), event.who},
                              {QStringLiteral("name"), event.name},
                              {QStringLiteral("role"), event.role},
                              {QStringLiteral("act"), int(event.act)},
                              {QStringLiteral("type"), event.type}};
    }
    const QJsonObject object{{QStringLiteral("at"), log.at.toString(Qt::ISODateWithMs)},
                             {QStringLiteral("there"), log.isThere},
                             {QStringLiteral("events"), events}};
    return records.store().setValue(seenName(who), QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace handrail
