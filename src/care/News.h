// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Message.h"
#include "core/Session.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QStringList>
#include <QTimeZone>
#include <optional>

namespace handrail {

/// What the clinic changed since the person was last told.
struct News {
    enum class Kind {
        Changed, ///< a session has another time, is cancelled, or is not there any more
        Answer   ///< staff noted that they saw something that the person asked for
    };
    Kind kind = Kind::Changed;
    QDateTime start; ///< UTC; the new time, when exactly one session has one; invalid: several, or it is cancelled
    QTimeZone zone;  ///< whose wall clock it is read from; invalid: the device's
};

/// What the person was told of last, or could see for themselves: times and hashes, no names.
struct KnownThings {
    QMap<QString, QString> sessions; ///< a hash of the id -> the start, "x" when it is cancelled
    QStringList answered;            ///< hashes of the ids of requests that were seen

    bool operator==(const KnownThings &) const = default;
};

/// What is known when all of this was told. Sessions that are over are forgotten, so that it does not grow.
[[nodiscard]] KnownThings knownThings(const QList<Session> &sessions, const QList<WrittenMessage> &messages, const QDateTime &now);
/// What is new against what is known, Changed first. A session that was not known is none: it came with the schedule. What was moved or
/// cancelled after it had begun is of no use to anybody. `sessions` are all from yesterday on: one that was known and is not among them was
/// taken back, or is not open any more.
[[nodiscard]] QList<News> newsSince(const KnownThings &known, const QList<Session> &sessions, const QList<WrittenMessage> &messages,
                                    const QDateTime &now);

[[nodiscard]] QByteArray writeKnownThings(const KnownThings &known);
/// nullopt for what is none.
[[nodiscard]] std::optional<KnownThings> readKnownThings(const QByteArray &json);

} // namespace handrail
