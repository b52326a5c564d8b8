// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace handrail::clinic {

/// Makes links into the clinic's own Jitsi rooms (JWT by HS256, as Jitsi's token authentication takes it): for one person, one session and
/// five minutes. They are never stored or logged.
class JoinLinks
{
public:
    static constexpr std::chrono::seconds lifetime{5 * 60};

    /// No Jitsi: each session has the address that staff gave it.
    JoinLinks() = default;
    /// `address` https (or loopback), without a query; `key` is the secret that the clinic's Jitsi knows for `app`, 32 bytes or more.
    JoinLinks(QUrl address, QString app, QByteArray key);

    /// Reads the key: the file's bytes without white space at its ends. BadAddress: the URL; BadData: the app's name, or a key that cannot be
    /// read, is shorter than 32 bytes, or that others than its owner may read.
    [[nodiscard]] static Result<JoinLinks> fromFile(const QString &address, const QString &app, const QString &keyFile);

    [[nodiscard]] bool isMinting() const { return !m_key.isEmpty(); }
    /// The room of a session: the same for all who take part in it, and nobody's to guess from another one.
    [[nodiscard]] QString room(const QString &session) const;
    /// `givenName` is all that others in the room learn; a moderator lets people in and out. `now` in seconds since 1970 UTC.
    [[nodiscard]] QString minted(const QString &session, const QString &givenName, bool isModerator, qint64 now) const;

private:
    QUrl m_address;
    QString m_app;
    QByteArray m_key;
};

/// The address that staff gave a session (extension virtualService of FHIR R5), else the first of its rooms', when it is https or on this
/// machine; empty otherwise.
[[nodiscard]] QString givenAddress(const QJsonObject &appointment, const QStringList &rooms);
/// The session is by video.
[[nodiscard]] bool isByVideo(const QJsonObject &appointment);

} // namespace handrail::clinic
