// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "auth/SignIn.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FollowingBrowser.h"
#include "net/QtHttpClient.h"

#include <QCoroTask>
#include <memory>

namespace handrail {

/// What a test of the sign-in needs, made anew for each: a strict server over real sockets and a browser that follows redirects.
class SignInFixture
{
protected:
    void setUp()
    {
        m_server = std::make_unique<FakeFhirServer>();
        m_http = std::make_unique<QtHttpClient>();
        m_browser = std::make_unique<FollowingBrowser>();
        m_clock = std::make_unique<FakeClock>();
        m_server->setNow(m_clock->nowUtc());
        m_signIn = std::make_unique<SignIn>(*m_http, *m_browser, *m_clock);
    }

    void tearDown()
    {
        m_signIn.reset();
        m_http.reset();
        m_browser.reset();
        m_server.reset();
    }

    Result<SignedIn> signIn() { return QCoro::waitFor(m_signIn->start(m_server->base())); }

    std::unique_ptr<FakeFhirServer> m_server;
    std::unique_ptr<QtHttpClient> m_http;
    std::unique_ptr<FollowingBrowser> m_browser;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<SignIn> m_signIn;
};

} // namespace handrail
