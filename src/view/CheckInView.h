// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/FillingView.h"

namespace handrail {

/// The daily check-in. What comes after it is CheckInDoneView; there is no Review.
class CheckInView final : public handrail::FillingView
{
    Q_OBJECT
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString help READ help NOTIFY changed)
    Q_PROPERTY(bool canFinish READ canFinish NOTIFY changed)
    Q_PROPERTY(QString dayText READ dayText NOTIFY changed)
    Q_PROPERTY(QString shortDayText READ shortDayText NOTIFY changed)
    Q_PROPERTY(QString otherText READ otherText NOTIFY changed)

public:
    CheckInView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety,
                QObject *parent = nullptr);

    /// What the screen asks.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString help() const;
    /// The core is behind, or its day has a check-in; this question and those after it can be left out by one tap.
    [[nodiscard]] bool canFinish() const;

    /// The identifier of the refused check-in that is sent again; empty: this is none.
    [[nodiscard]] QString sentAgain() const { return m_sentAgain; }

    /// Whose day's answers these are; empty when they are today's.
    [[nodiscard]] QString dayText() const;
    /// The same in a line of large text: "For Wed, Nov 18".
    [[nodiscard]] QString shortDayText() const;
    /// What takeOther() does: "Start today’s check-in", or to go on with that of another day. Empty when there is no other.
    [[nodiscard]] QString otherText() const;

    /// Begins, or goes on with a draft. With today's check-in done already, shows that one instead.
    Q_INVOKABLE void begin();
    /// Today's in the place of another day's, or the other way round. What was answered in each is kept.
    Q_INVOKABLE void takeOther();
    /// Begins with the answers of a check-in that the clinic refused. False when it is not refused any more.
    Q_INVOKABLE bool sendAgain(const QString &identifier);
    Q_INVOKABLE bool finish(); ///< to the end from where canFinish; what was answered goes along. False as next()
    Q_INVOKABLE void retry();  ///< in Failed: finishes once more
    bool next() override;
    bool back() override;

Q_SIGNALS:
    /// The answers are durable. `isSentAgain`: it was a check-in that had been refused.
    void finished(const QString &identifier, bool isSentAgain);

private:
    void end() override;
    void setPage() override;
    [[nodiscard]] bool isPassedOver(const FormField &field) const override;
    void close() override;
    void onLanguageChanged();
    void noteResumed();
    void sayUse(bool isDue);

    void open(bool isSetAside);
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QDate dayToTell() const; ///< of these answers, if it is not today; else invalid
    [[nodiscard]] QDate otherDay() const;  ///< of the one that can be taken in its place; invalid: there is none
    [[nodiscard]] bool isDone(const QDate &day) const;

    bool m_isSetAside = false;  ///< this is the one that was set aside
    bool m_isOutrun = false;    ///< BegunCheckIn
    bool m_wasSetAside = false; ///< so was the last one that was open, with which begin() goes on, also behind the lock
    QDate m_setAsideDay;        ///< of another one that was; invalid: there is none
    QString m_sentAgain;
};

} // namespace handrail
