// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/HowItWas.h"

#include "care/Schedule.h"
#include "core/Log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace handrail {

namespace {

/// The name says that a relative's goes when the sharing ends (Store::value).
const QString valueName = QStringLiteral("of-sessions/how-it-was");
constexpr qsizetype mostKept = 1000; ///< who joins more sessions loses the oldest
constexpr qint64 askedAfter = 10 * 60;
constexpr qint64 askedFor = 24 * 60 * 60;
constexpr qint64 opensBefore = 60 * 60; ///< more than Join is open before the start, whatever either clock says

constexpr std::array<const char *, howItWasSteps> words{"very-hard", "hard", "okay", "good", "very-good"};

std::optional<JoinedSession> sessionOf(const QJsonObject &object)
{
    JoinedSession one;
    one.id = object.value(QLatin1String("session")).toString();
    one.joined = QDateTime::fromString(object.value(QLatin1String("joined")).toString(), Qt::ISODate).toUTC();
    one.isAsked = object.value(QLatin1String("isAsked")).toBool();
    const QByteArray was = object.value(QLatin1String("howItWas")).toString().toLatin1();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (was == words.at(i))
            one.was = HowItWas(i);
    }
    return !one.id.isEmpty() && one.joined.isValid() ? std::optional(one) : std::nullopt;
}

QJsonObject toJson(const JoinedSession &one)
{
    QJsonObject object{{QStringLiteral("session"), one.id},
                       {QStringLiteral("joined"), one.joined.toString(Qt::ISODate)},
                       {QStringLiteral("isAsked"), one.isAsked}};
    if (one.was)
        object.insert(QStringLiteral("howItWas"), QLatin1String(words.at(std::size_t(*one.was))));
    return object;
}

Result<void> keep(Records &records, const QList<JoinedSession> &sessions)
{
    if (sessions.isEmpty())
        return records.store().removeValue(valueName);
    QJsonArray entries;
    for (qsizetype i = std::max<qsizetype>(0, sessions.size() - mostKept); i < sessions.size(); ++i)
        entries << toJson(sessions.at(i));
    return records.store().setValue(valueName, QJsonDocument(entries).toJson(QJsonDocument::Compact));
}

/// Changes the one of this session, if there is one and it is not so already.
template <typename Change>
Result<void> changeOne(Records &records, const QString &id, const Change &change)
{
    Result<QList<JoinedSession>> sessions = joinedSessions(records);
    if (!sessions)
        return tl::make_unexpected(sessions.error());
    const auto one = std::find_if(sessions->begin(), sessions->end(), [&](const JoinedSession &each) { return each.id == id; });
    if (one == sessions->end())
        return {};
    const JoinedSession before = *one;
    change(*one);
    return *one == before ? Result<void>() : keep(records, *sessions);
}

} // namespace

Result<QList<JoinedSession>> joinedSessions(Records &records)
{
    QList<JoinedSession> sessions;
    const Result<std::optional<QByteArray>> kept = records.store().value(valueName);
    if (!kept && kept.error().kind == ProblemKind::StoreBroken) {
        qCWarning(logStore) << "which sessions were joined cannot be read, and is begun anew";
        return sessions;
    }
    if (!kept)
        return tl::make_unexpected(kept.error());
    for (const QJsonValue entry : *kept ? QJsonDocument::fromJson(**kept).array() : QJsonArray()) {
        if (const std::optional<JoinedSession> one = sessionOf(entry.toObject()))
            sessions << *one;
    }
    return sessions;
}

Result<void> noteJoined(Records &records, const QString &id, const QDateTime &utc)
{
    if (id.isEmpty() || !utc.isValid())
        return problem(ProblemKind::BadData, QStringLiteral("a session that was joined"));
    Result<QList<JoinedSession>> sessions = joinedSessions(records);
    if (!sessions)
        return tl::make_unexpected(sessions.error());
    const auto one = std::find_if(sessions->begin(), sessions->end(), [&](const JoinedSession &each) { return each.id == id; });
    if (one != sessions->end())
        one->joined = utc.toUTC();
    else
        *sessions << JoinedSession{id, utc.toUTC(), false, {}};
    return keep(records, *sessions);
}

Result<void> noteAsked(Records &records, const QString &id)
{
    return changeOne(records, id, [](JoinedSession &one) { one.isAsked = true; });
}

Result<void> setHowItWas(Records &records, const QString &id, const std::optional<HowItWas> &was)
{
    // A relative keeps nothing here that is not shared with them: a sign-out need not leave the store.
    if (was && records.identity().role == Role::Patient) {
        if (const Result<void> noted = records.noteOwnThings(); !noted)
            return noted;
    }
    return changeOne(records, id, [&](JoinedSession &one) {
        one.was = was;
        one.isAsked = true;
    });
}

Result<void> forgetUnshared(Records &records)
{
    if (records.identity().role != Role::Relative)
        return {};
    Result<QList<JoinedSession>> sessions = joinedSessions(records);
    if (!sessions)
        return tl::make_unexpected(sessions.error());
    const auto gone = sessions->removeIf([&](const JoinedSession &one) {
        const Result<std::optional<Session>> session = records.session(one.id);
        return session && !*session;
    });
    return gone == 0 ? Result<void>() : keep(records, *sessions);
}

bool isHowItWasDue(const JoinedSession &joined, const Session &session, const QDateTime &now, AskedWhen when)
{
    const bool isNever = joined.isAsked || joined.was || session.isCancelled() || session.status == SessionStatus::NotAttended;
    if (isNever || joined.id != session.id || !session.start.isValid())
        return false;
    // A session that was moved since is one in which nobody was yet.
    const QDateTime end = endOf(session);
    if (joined.joined < session.start.addSecs(-opensBefore) || joined.joined >= end || now >= end.addSecs(askedFor))
        return false;
    if (isOver(session, now))
        return true;
    return when == AskedWhen::Leaving && now >= std::max(session.start, joined.joined).addSecs(askedAfter);
}

} // namespace handrail
