// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "auth/Invited.h"
#include "auth/SmartConfiguration.h"
#include "core/Clock.h"
#include "core/Identity.h"
#include "core/Problem.h"
#include "net/HttpClient.h"
#include "ports/Browser.h"

#include <QCoroTask>
#include <QObject>
#include <QUrlQuery>
#include <memory>

namespace handrail {

/// What a finished sign-in brings.
struct SignedIn {
    ~SignedIn() { wipe(accessToken); }

    Credentials credentials;
    QString accessToken;
    std::chrono::milliseconds expiresIn{};
    QDateTime serverNow; ///< UTC, from the server's Date header; without one the device's
    bool isAnew = false; ///< it was asked for anew, and the id_token says that the password was given since (auth_time)
};

/// One SMART standalone launch: discovery, PKCE S256, the system browser, a loopback redirect (RFC 8252), the token, the id_token.
/// One at a time: a new start() ends the one before with Cancelled. Abandoned after 10 minutes.
class SignIn final : public QObject
{
    Q_OBJECT
public:
    SignIn(HttpClient &http, Browser &browser, const Clock &clock, QObject *parent = nullptr);
    ~SignIn() override;

    /// The language (BCP 47, "es") that the clinic's page is asked to speak (ui_locales, OpenID Connect Core 3.1.2.1); empty: its
    /// own choice.
    void setLanguage(const QString &language);
    /// The next start() alone makes use of it: the clinic's page then begins with an account of one's own.
    void setInvited(const Invited &invited);
    /// With isAskedAnew the clinic is told to ask for the password even if the browser is still signed in there (OpenID Connect, prompt=login):
    /// for who forgot the PIN, since the browser may be open to whoever holds the device.
    /// Problems: those of discoverSmart, SignInDenied, SignInAbandoned, SignInMismatch, SignInUnproven (no id_token with fhirUser), BadData,
    /// Cancelled, network ones.
    QCoro::Task<Result<SignedIn>> start(QUrl fhirBase, bool isAskedAnew = false);
    void cancel();
    /// What the browser brought by an address of the app (core/DeepLink), as a phone does it. False, and nothing changes, unless a sign-in
    /// waits for just this: another state is somebody else's.
    bool bring(const QUrlQuery &answer);

Q_SIGNALS:
    /// The browser was asked to open this page; shown so that a person can copy it when no browser came up.
    void pageOpened(const QUrl &url);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Scopes asked for. The server narrows them to what the person may have; a relative gets less (design api 2.3, 2.4).
[[nodiscard]] QString requestedScopes(bool isVersion2);

} // namespace handrail
