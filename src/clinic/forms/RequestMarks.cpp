// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/RequestMarks.h"

#include "clinic/base/FhirTime.h"
#include "clinic/forms/Inbox.h"
#include "core/Ids.h"

#include <QJsonArray>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The mark of this url; empty when it is not there.
QJsonObject markOf(const QJsonObject &record, const QString &url)
{
    for (const QJsonValue &extension : record.value("extension"_L1).toArray()) {
        if (extension["url"_L1].toString() == url)
            return extension.toObject();
    }
    return {};
}

QJsonValue partOf(const QJsonObject &mark, QLatin1String url, QLatin1String value)
{
    for (const QJsonValue &part : mark.value("extension"_L1).toArray()) {
        if (part["url"_L1].toString() == url)
            return part[value];
    }
    return {};
}

} // namespace

QString seenMark()
{
    return canonical(u"StructureDefinition/request-seen");
}

QString doneMark()
{
    return canonical(u"StructureDefinition/request-done");
}

QString instant(qint64 milliseconds)
{
    return QString::fromLatin1(writeInstant(milliseconds));
}

std::optional<qint64> timeOf(const QJsonValue &value)
{
    const auto range = readTime(value.toString(), TimeForm::DateTime);
    return range ? std::optional(range->low) : std::nullopt;
}

void putMark(QJsonObject &record, const QString &url, qint64 when, const QString &who)
{
    QJsonArray parts{QJsonObject{{u"url"_s, u"time"_s}, {u"valueDateTime"_s, instant(when)}}};
    if (!who.isEmpty())
        parts << QJsonObject{{u"url"_s, u"who"_s}, {u"valueString"_s, who}};
    QJsonArray extensions;
    for (const QJsonValue &each : record.value("extension"_L1).toArray()) {
        if (each["url"_L1].toString() != url)
            extensions << each;
    }
    extensions << QJsonObject{{u"url"_s, url}, {u"extension"_s, parts}};
    record.insert(u"extension"_s, extensions);
}

void readMarks(InboxItem &item, const QJsonObject &record)
{
    if (const QJsonObject seen = markOf(record, seenMark()); !seen.isEmpty() && !item.seen)
        item.seen = timeOf(partOf(seen, "time"_L1, "valueDateTime"_L1));
    if (const QJsonObject done = markOf(record, doneMark()); !done.isEmpty()) {
        item.done = timeOf(partOf(done, "time"_L1, "valueDateTime"_L1));
        item.doneBy = partOf(done, "who"_L1, "valueString"_L1).toString();
    }
}

} // namespace handrail::clinic
