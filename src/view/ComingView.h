// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/SessionItem.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;

/// Telling the clinic whether one comes to a session, asking for a ride or another time, and what became of it. A relative asks for nothing.
class ComingView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString sessionId READ sessionId WRITE setSessionId NOTIFY changed)
    Q_PROPERTY(handrail::SessionItem item READ item NOTIFY changed)
    Q_PROPERTY(QString closedText READ closedText NOTIFY changed)
    Q_PROPERTY(bool canSayCome READ canSayCome NOTIFY changed)
    Q_PROPERTY(bool canAskRide READ canAskRide NOTIFY changed)
    Q_PROPERTY(bool canAskOtherTime READ canAskOtherTime NOTIFY changed)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(QVariantList soonLines READ soonLines NOTIFY changed)
    Q_PROPERTY(QString message READ message NOTIFY changed)

public:
    enum Word { Come, Late, CannotCome };
    Q_ENUM(Word)
    enum Wish { Ride, OtherTime };
    Q_ENUM(Wish)

    ComingView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
               QObject *parent = nullptr);

    [[nodiscard]] QString sessionId() const { return m_id; }
    void setSessionId(const QString &id);
    [[nodiscard]] SessionItem item() const { return m_item; }
    /// Why nothing can be told of this session any more, in one sentence; empty when something can.
    [[nodiscard]] QString closedText() const;
    /// It lies ahead, and that they come is not what they said last.
    [[nodiscard]] bool canSayCome() const { return m_canSayCome; }
    [[nodiscard]] bool canAskRide() const { return m_canAskRide; }
    [[nodiscard]] bool canAskOtherTime() const { return m_canAskOtherTime; }
    /// What was told and asked about this session: as RequestLine::toMap.
    [[nodiscard]] QVariantList lines() const { return m_lines; }
    /// The same for what begins within 36 hours, and of all sessions that are known for what did not arrive, or was of another time; of a relative's
    /// few sessions for all of it, since their first page offers an answer to the next, however far ahead it is. With the session in `text`.
    [[nodiscard]] QVariantList soonLines() const { return m_soonLines; }
    /// What went wrong with the last word; empty when nothing did.
    [[nodiscard]] QString message() const;

    /// Saved here before it returns. `reason` is in the person's own language and may be empty. False when nothing was saved; message says why.
    Q_INVOKABLE bool tell(handrail::ComingView::Word word, const QString &reason = {});
    Q_INVOKABLE bool ask(handrail::ComingView::Wish wish, const QString &reason = {});

    Q_INVOKABLE void clearMessage();

    /// The first page shows: from now on what is told of sessions to come is read.
    void settle();
    void refresh();

Q_SIGNALS:
    void changed();

private:
    enum class Failure { None, Gone, Closed, NotSaved };
    [[nodiscard]] std::optional<Session> find() const;
    [[nodiscard]] Role role() const;
    [[nodiscard]] SessionItem itemOf(const Session &session, const TimeText &text) const;
    /// Whether something can be told of it now; if not, that is said.
    [[nodiscard]] bool isOpen(const std::optional<Session> &session);
    bool settleWith(const Result<void> &saved);
    [[nodiscard]] QVariantList linesOf(const Session &session, const QList<Message> &messages, bool isSoonList);
    [[nodiscard]] QString named(const Session &session) const; ///< "Evening group, Wednesday, November 18, 6:00–9:00 pm"

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    MinuteTimer &m_minute;
    QString m_id;
    SessionItem m_item;
    QVariantList m_lines;
    QVariantList m_soonLines;
    Failure m_failure = Failure::None;
    Problem m_problem{}; ///< for NotSaved
    bool m_canSayCome = false;
    bool m_canAskRide = false;
    bool m_canAskOtherTime = false;
    bool m_isSettled = false;
};

} // namespace handrail
