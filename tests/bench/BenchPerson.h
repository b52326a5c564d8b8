// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "fakes/FakeClock.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FakeSecretStore.h"
#include "fakes/FollowingBrowser.h"
#include "net/QtHttpClient.h"
#include "view/Preferences.h"

#include <QCoroTask>
#include <QTemporaryDir>

namespace handrail {

/// Somebody in English at a clinic that has no records, for what measures a view. Nobody is in before come().
struct BenchPerson {
    const FakeClock clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};
    const QTemporaryDir folder;
    FakeFhirServer server;
    QtHttpClient http;
    FakeSecretStore secrets;
    FollowingBrowser browser;
    Preferences preferences{QString()};
    Account account{http, secrets, browser, clock, AccountFiles(folder.filePath(QStringLiteral("accounts")))};

    BenchPerson()
    {
        server.setNow(clock.nowUtc());
        server.setNoRecords();
        preferences.setLanguage(QStringLiteral("en"));
    }
    [[nodiscard]] bool come()
    {
        QCoro::waitFor(account.start());
        QCoro::waitFor(account.signIn(server.base()));
        return account.state() == Account::State::Active;
    }
};

} // namespace handrail
