// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/OwnMarks.h"

#include "care/OwnSheets.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

namespace {

QString nameOf(const QDate &day)
{
    return QStringLiteral("own-marks/") + day.toString(QStringLiteral("yyyy-MM"));
}

/// The marks of one month by the day's ISO date.
Result<QJsonObject> monthOf(Records &records, const QDate &day)
{
    const Result<std::optional<QByteArray>> kept = records.store().value(nameOf(day));
    if (!kept)
        return tl::make_unexpected(kept.error());
    return *kept ? QJsonDocument::fromJson(**kept).object() : QJsonObject();
}

Result<void> keepMonth(Records &records, const QDate &day, const QJsonObject &month)
{
    if (month.isEmpty())
        return records.store().removeValue(nameOf(day));
    return records.store().setValue(nameOf(day), QJsonDocument(month).toJson(QJsonDocument::Compact));
}

} // namespace

Result<OwnMarks> ownMarks(Records &records, const QDate &from, const QDate &to)
{
    OwnMarks marks;
    if (!from.isValid() || !to.isValid())
        return marks;
    for (QDate month(from.year(), from.month(), 1); month <= to; month = month.addMonths(1)) {
        const Result<QJsonObject> kept = monthOf(records, month);
        if (!kept)
            return tl::make_unexpected(kept.error());
        for (auto it = kept->constBegin(); it != kept->constEnd(); ++it) {
            const QDate day = QDate::fromString(it.key(), Qt::ISODate);
            if (day.isValid() && day >= from && day <= to)
                marks.insert(day, it.value().toString());
        }
    }
    return marks;
}

Result<void> setOwnMark(Records &records, const QDate &day, const QString &word)
{
    Result<QJsonObject> month = monthOf(records, day);
    if (!month)
        return tl::make_unexpected(month.error());
    if (const Result<void> noted = records.noteOwnThings(); !noted)
        return noted;
    month->insert(day.toString(Qt::ISODate), cutTo(word.simplified(), longestOwnMark));
    return keepMonth(records, day, *month);
}

Result<void> removeOwnMark(Records &records, const QDate &day)
{
    Result<QJsonObject> month = monthOf(records, day);
    if (!month)
        return tl::make_unexpected(month.error());
    month->remove(day.toString(Qt::ISODate));
    return keepMonth(records, day, *month);
}

} // namespace handrail
