// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace handrail::clinic {

/// The registered apps and where their sign-in may return to. One public client so far: the Handrail app.
class SmartClient
{
public:
    [[nodiscard]] static bool isRegistered(QStringView clientId);

    /// True for a loopback IP literal with any port and the path /callback (RFC 8252 7.3; not `localhost`), and for the app's private
    /// scheme (RFC 8252 7.1). Compared as text, so that no two readers can take the same string for two addresses.
    [[nodiscard]] static bool isRedirectAllowed(QStringView redirectUri);

    /// The source for CSP form-action that lets a browser follow our redirect there: Chromium applies form-action to redirects too.
    [[nodiscard]] static QByteArray formActionSource(QStringView redirectUri);
};

} // namespace handrail::clinic
