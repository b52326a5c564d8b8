// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/AccessLog.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// Who looked at the patient's records: the clinic's log, asked for when somebody wants to see it, and what was last seen of it while the
/// clinic cannot be reached. Not there when the clinic keeps no such log. Of everybody, or of one person: then a line is what they looked at in one hour.
class AccessLogView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)
    Q_PROPERTY(QString leadText READ leadText NOTIFY changed)
    Q_PROPERTY(QString asOfText READ asOfText NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    enum class Of { Everybody, OnePerson };

    AccessLogView(Account &account, const Clock &clock, const Preferences &preferences, Of of = Of::Everybody,
                  QObject *parent = nullptr);

    /// Whose visits, of one person: "RelatedPerson/x". Another one is asked for at once.
    void setWho(const QString &who);

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] bool isLoaded() const { return m_at.isValid() && m_isThere; } ///< the clinic gave it, now or once
    /// The newest first: {who, what, when}.
    [[nodiscard]] QVariantList lines() const { return m_lines; }
    [[nodiscard]] bool hasMore() const;
    [[nodiscard]] QString leadText() const { return m_leadText; } ///< who looked last; empty while nothing is known
    [[nodiscard]] QString asOfText() const { return m_asOfText; } ///< when the clinic gave it; empty when that was a moment ago
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// Asks the clinic, unless that was done in the last minute.
    Q_INVOKABLE void look();
    Q_INVOKABLE void tryAgain();
    /// What was before that.
    Q_INVOKABLE void more();

Q_SIGNALS:
    void changed();

private:
    QCoro::Task<void> fetch(QString next);
    void take(const Result<AccessPage> &page, const QList<AccessEvent> &found, bool isFirst);
    void forget();
    void show();
    [[nodiscard]] QString whenText(const QDateTime &at) const;

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    const Of m_of;
    QString m_who; ///< empty: everybody, or nobody yet
    QList<AccessEvent> m_events;
    QString m_next;
    QDateTime m_at;
    bool m_isThere = true;
    bool m_isBusy = false;
    bool m_isRead = false;    ///< what was last seen was taken up
    bool m_isCurrent = false; ///< the clinic gave it since the account was opened
    qsizetype m_shown = 0;    ///< so many lines
    int m_turn = 0;           ///< another one is another person's
    QVariantList m_lines;
    qsizetype m_lineCount = 0;
    QString m_leadText;
    QString m_asOfText;
    QString m_problemTitle;
    QString m_problemText;
};

} // namespace handrail
