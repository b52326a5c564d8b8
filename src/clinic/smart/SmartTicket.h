// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <chrono>
#include <optional>

namespace handrail::clinic {

/// Carries a sign-in from page to page inside the form itself, sealed, so that the server keeps nothing for visitors who never sign in.
/// A ticket opens only together with the cookie of the browser that it was made for: that makes it the CSRF token too.
class SmartTicket
{
public:
    /// `key`: 32 random bytes.
    explicit SmartTicket(QByteArray key);

    /// `stage` names the page that may take the ticket back.
    [[nodiscard]] QString sealed(const QJsonObject &content, const QString &stage, const QString &cookie,
                                 std::chrono::milliseconds now) const;
    /// nullopt: altered, made for another cookie or stage, older than 15 minutes, or from the future.
    [[nodiscard]] std::optional<QJsonObject> opened(const QString &ticket, const QString &stage, const QString &cookie,
                                                    std::chrono::milliseconds now) const;

private:
    QByteArray m_key;
};

} // namespace handrail::clinic
