// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/HowItWas.h"
#include "view/Navigator.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/TimeText.h"

#include <QObject>
#include <QStringList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;

/// The one question after a video session, for patient and relative: on its page, as a card for who comes back later, and as a word with the session. The
/// answer is for the person alone and stays on this device.
class HowWasItView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString dueId READ dueId NOTIFY changed)
    Q_PROPERTY(QString dueText READ dueText NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString whenText READ whenText NOTIFY changed)
    Q_PROPERTY(QStringList options READ options NOTIFY changed)
    Q_PROPERTY(int current READ current NOTIFY changed)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(QVariantMap words READ words NOTIFY changed)

public:
    HowWasItView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, Navigator &navigator,
                 QObject *parent = nullptr);

    /// The newest session that is over and was not asked about; empty when there is none.
    [[nodiscard]] QString dueId() const { return m_dueId; }
    [[nodiscard]] QString dueText() const { return m_dueText; } ///< "Family session · Today, 5:30–6:20 pm"
    // Of the session of the page that shows.
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString whenText() const { return m_whenText; }
    [[nodiscard]] QStringList options() const;              ///< from the hardest to the best
    [[nodiscard]] int current() const { return m_current; } ///< -1 while nothing is said
    /// "Next: Monday, 6:00–9:00 pm"; that nothing is planned, when that is so.
    [[nodiscard]] QString nextText() const { return m_nextText; }
    [[nodiscard]] QString problemText() const { return m_problemText; } ///< it could not be kept; empty else
    /// The word of each session of which something was said, by its id.
    [[nodiscard]] QVariantMap words() const { return m_words; }

    /// Of the page's session; kept at once. -1 takes it back.
    Q_INVOKABLE void choose(int step);
    /// The card's question is not wanted.
    Q_INVOKABLE void skip();
    /// What was said of this session goes.
    Q_INVOKABLE void remove(const QString &sessionId);

    void refresh();

Q_SIGNALS:
    void changed();

private:
    void follow();
    void read(Records &records);
    void readPage(const Records &records, const QList<JoinedSession> &joined, const TimeText &text, const QDateTime &now);
    void settle(const Result<void> &kept);

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    Navigator &m_navigator;
    QString m_id; ///< of the page; empty while it is not there
    QString m_dueId;
    QString m_dueText;
    QString m_title;
    QString m_whenText;
    int m_current = -1;
    QString m_nextText;
    QString m_problemText;
    QVariantMap m_words;
};

} // namespace handrail
