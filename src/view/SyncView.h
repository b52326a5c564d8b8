// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <chrono>
#include <optional>

namespace handrail {

/// What is true about the connection to the clinic: what waits, what was saved when, how far the first download is.
class SyncView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool hasBanner READ hasBanner NOTIFY changed)
    Q_PROPERTY(QString bannerTitle READ bannerTitle NOTIFY changed)
    Q_PROPERTY(QString bannerText READ bannerText NOTIFY changed)
    Q_PROPERTY(bool isOffline READ isOffline NOTIFY changed)
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY changed)
    Q_PROPERTY(int refusedCount READ refusedCount NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    Q_PROPERTY(QVariantList parts READ parts NOTIFY changed)
    Q_PROPERTY(int partsDone READ partsDone NOTIFY changed)
    Q_PROPERTY(QString partText READ partText NOTIFY changed)
    Q_PROPERTY(bool hasFailed READ hasFailed NOTIFY changed)
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY changed)

public:
    enum PartState { Waiting, Loading, Done, Unavailable };
    Q_ENUM(PartState)

    SyncView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] bool hasBanner() const { return !m_bannerTitle.isEmpty(); }
    [[nodiscard]] QString bannerTitle() const { return m_bannerTitle; }
    [[nodiscard]] QString bannerText() const { return m_bannerText; }
    [[nodiscard]] bool isOffline() const { return m_isOffline; }
    /// Of what is not at the clinic: what goes by itself, and what the clinic refused, which needs the person.
    [[nodiscard]] int waitingCount() const { return m_waitingCount; }
    [[nodiscard]] int refusedCount() const { return m_refusedCount; }
    [[nodiscard]] QString savedText() const { return m_savedText; }
    /// A list of {title, detail, state, fraction}, by what a person needs first.
    [[nodiscard]] QVariantList parts() const { return m_parts; }
    [[nodiscard]] int partsDone() const { return m_partsDone; }
    [[nodiscard]] QString partText() const { return m_partText; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    /// A person can ask for a try at most once a minute, as far as it reaches a server.
    [[nodiscard]] bool canRetry() const;
    Q_INVOKABLE void retry();

    void refresh();

Q_SIGNALS:
    void changed();

private:
    void refreshParts(const SyncEngine &sync);

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    QString m_bannerTitle;
    QString m_bannerText;
    bool m_isOffline = false;
    int m_waitingCount = 0;
    int m_refusedCount = 0;
    QString m_savedText;
    QVariantList m_parts;
    int m_partsDone = 0;
    QString m_partText;
    bool m_hasFailed = false;
    bool m_isRunning = false;
};

} // namespace handrail
