// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/KeptWait.h"

#include "care/ExercisePlan.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace handrail {

namespace {

using std::chrono::milliseconds;

QString nameOf(Waiting which)
{
    return which == Waiting::Wait ? QStringLiteral("skill-wait") : QStringLiteral("skill-timer");
}

} // namespace

milliseconds KeptWait::elapsedAt(const QDateTime &nowUtc) const
{
    const milliseconds since = isPaused ? milliseconds(0) : std::max(milliseconds(at.msecsTo(nowUtc)), milliseconds(0));
    return std::min(elapsed + since, total);
}

bool KeptWait::isStaleAt(const QDateTime &nowUtc) const
{
    const milliseconds rest = isPaused ? milliseconds(0) : total - elapsed;
    return milliseconds(at.msecsTo(nowUtc)) > rest + longestPlay;
}

Result<std::optional<KeptWait>> keptWait(Records &records, Waiting which)
{
    const Result<std::optional<QByteArray>> kept = records.store().value(nameOf(which));
    if (!kept)
        return tl::make_unexpected(kept.error());
    const QJsonObject object = *kept ? QJsonDocument::fromJson(**kept).object() : QJsonObject();
    const KeptWait wait{object.value(QLatin1String("skill")).toString(),
                        QDateTime::fromString(object.value(QLatin1String("at")).toString(), Qt::ISODateWithMs).toUTC(),
                        milliseconds(object.value(QLatin1String("total")).toInteger()),
                        milliseconds(object.value(QLatin1String("elapsed")).toInteger()),
                        object.value(QLatin1String("minutes")).toInt(),
                        object.value(QLatin1String("paused")).toBool(),
                        object.value(QLatin1String("yes")).toBool()};
    const bool isSound = !wait.skill.isEmpty() && wait.at.isValid() && wait.total > milliseconds(0) && wait.total <= longestPlay
        && wait.elapsed >= milliseconds(0) && wait.elapsed <= wait.total;
    return isSound ? std::optional(wait) : std::nullopt;
}

Result<void> keepWait(Records &records, const KeptWait &wait, Waiting which)
{
    const QJsonObject object{{QStringLiteral("skill"), wait.skill},
                             {QStringLiteral("at"), wait.at.toUTC().toString(Qt::ISODateWithMs)},
                             {QStringLiteral("total"), qint64(wait.total.count())},
                             {QStringLiteral("elapsed"), qint64(wait.elapsed.count())},
                             {QStringLiteral("minutes"), wait.minutes},
                             {QStringLiteral("paused"), wait.isPaused},
                             {QStringLiteral("yes"), wait.isCheckYes}};
    return records.store().setValue(nameOf(which), QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<void> dropWait(Records &records, Waiting which)
{
    return records.store().removeValue(nameOf(which));
}

} // namespace handrail
