// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/OlderSessions.h"

#include "fhir/Read.h"

namespace handrail {

namespace {

const QString valueName = QStringLiteral("sync.older");

QByteArray line(const QDate &day)
{
    return day.toString(Qt::ISODate).toLatin1();
}

} // namespace

std::optional<OlderSessions> olderSessions(const Store &store)
{
    const auto kept = store.value(valueName);
    if (!kept || !*kept)
        return std::nullopt;
    const QList<QByteArray> lines = (**kept).split('\n');
    const auto day = [&lines](qsizetype at) { return QDate::fromString(QString::fromLatin1(lines.value(at)), Qt::ISODate); };
    OlderSessions older{day(0), day(1), QUrl::fromEncoded(lines.value(2))};
    return older.held.isValid() ? std::optional(std::move(older)) : std::nullopt;
}

QDate sessionsHeld(const Store &store, const QDate &today)
{
    const std::optional<OlderSessions> older = olderSessions(store);
    return older ? older->held : today.addDays(-sessionDaysBack);
}

Result<void> setOlderSessions(Store &store, const OlderSessions &older)
{
    return store.setValue(valueName, line(older.held) + '\n' + line(older.from) + '\n' + older.place.toEncoded());
}

QDate firstDayOfCare(const Store &store)
{
    QDate first;
    for (const QByteArray &json : store.records(QStringLiteral("EpisodeOfCare")).value_or(QList<QByteArray>())) {
        const auto level = fhir::readCareLevel(json, {});
        if (!level || !*level || (*level)->state == CareLevel::State::Planned || !(*level)->from.isValid())
            continue;
        if (!first.isValid() || (*level)->from < first)
            first = (*level)->from;
    }
    return first;
}

} // namespace handrail
