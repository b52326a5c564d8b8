// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/CheckIn.h"
#include "view/FormField.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>
#include <vector>

namespace handrail {

/// The daily check-in, a screen at a time, and the thank-you page after it.
class CheckInView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(int step READ step NOTIFY changed)
    Q_PROPERTY(int stepCount READ stepCount NOTIFY changed)
    Q_PROPERTY(QString stepText READ stepText NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString help READ help NOTIFY changed)
    Q_PROPERTY(QVariantList fields READ fields NOTIFY changed)
    Q_PROPERTY(bool isAnswered READ isAnswered NOTIFY answeredChanged)
    Q_PROPERTY(bool isSafetyUnsaid READ isSafetyUnsaid NOTIFY answeredChanged)
    Q_PROPERTY(bool isLast READ isLast NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(QString thanks READ thanks NOTIFY doneChanged)
    Q_PROPERTY(bool isAllSkipped READ isAllSkipped NOTIFY doneChanged)
    Q_PROPERTY(QVariantList summary READ summary NOTIFY doneChanged)
    Q_PROPERTY(QVariantList headline READ headline NOTIFY doneChanged)
    Q_PROPERTY(bool isSent READ isSent NOTIFY doneChanged)
    Q_PROPERTY(bool isRefused READ isRefused NOTIFY doneChanged)
    Q_PROPERTY(QString sentText READ sentText NOTIFY doneChanged)
    Q_PROPERTY(QVariantList mood READ mood NOTIFY doneChanged)
    Q_PROPERTY(QVariantList craving READ craving NOTIFY doneChanged)
    Q_PROPERTY(bool hasTrend READ hasTrend NOTIFY doneChanged)
    Q_PROPERTY(QString trendText READ trendText NOTIFY doneChanged)
    Q_PROPERTY(QString trendStart READ trendStart NOTIFY doneChanged)

public:
    enum State { Unavailable, Editing, Failed, Done };
    Q_ENUM(State)

    CheckInView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);
    ~CheckInView() override;

    [[nodiscard]] State state() const { return m_state; }
    /// A check-in is under way: leave() is due when its page goes.
    [[nodiscard]] bool isOpen() const { return m_state == Editing || m_state == Failed; }
    [[nodiscard]] int step() const { return m_checkIn ? m_checkIn->step() : 0; }
    [[nodiscard]] int stepCount() const { return m_checkIn ? m_checkIn->stepCount() : 0; }
    [[nodiscard]] QString stepText() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString help() const;
    /// The questions of this screen: a list of FormField.
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] bool isAnswered() const;
    /// This screen asks about self-harm, and the person would rather not say.
    [[nodiscard]] bool isSafetyUnsaid() const;
    [[nodiscard]] bool isLast() const { return step() + 1 >= stepCount(); }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

    [[nodiscard]] QString thanks() const;
    /// Nothing was answered, which is all right.
    [[nodiscard]] bool isAllSkipped() const { return m_isAllSkipped; }
    /// A list of {linkId, label, isSkipped, value}: what was said, in the form's order.
    [[nodiscard]] QVariantList summary() const { return m_summary; }
    /// A list of {iconName, label, value}: the answers among craving, mood and sleep.
    [[nodiscard]] QVariantList headline() const { return m_headline; }
    [[nodiscard]] bool isSent() const { return m_isSent; }
    [[nodiscard]] bool isRefused() const { return m_isRefused; }
    /// What is true now: saved here, or at the clinic at a time.
    [[nodiscard]] QString sentText() const { return m_sentText; }
    /// 14 values from 0 to 10, oldest first; a day without an answer is undefined.
    [[nodiscard]] QVariantList mood() const { return m_mood; }
    [[nodiscard]] QVariantList craving() const { return m_craving; }
    [[nodiscard]] bool hasTrend() const;
    [[nodiscard]] QString trendText() const { return m_trendText; }
    [[nodiscard]] QString trendStart() const { return m_trendStart; }

    /// Begins, or goes on with a draft. With today's check-in done already, shows that one instead.
    Q_INVOKABLE void begin();
    /// Begins with the answers of a check-in that the clinic refused. False when it is not refused any more.
    Q_INVOKABLE bool sendAgain(const QString &identifier);
    Q_INVOKABLE void next(); ///< on the last page: finishes
    Q_INVOKABLE void skip();
    Q_INVOKABLE void clearAnswers(); ///< of this screen
    Q_INVOKABLE void retry();        ///< in Failed: finishes once more
    Q_INVOKABLE bool back();  ///< from Failed to the last page; false on the first page: leave the flow; the answers are kept
    Q_INVOKABLE void leave(); ///< closes the flow; the draft stays, or the answers themselves when the disk refused it

Q_SIGNALS:
    void changed();
    void answeredChanged();
    void doneChanged();
    /// The answers are durable. `isSentAgain`: it was a check-in that had been refused.
    void finished(bool isSentAgain);
    /// A safety answer: Help must show at once, before anything is saved.
    void helpNeeded();

private:
    void clear();
    void dropFields();
    void showPage();
    void finish();
    void onAccountChanged();
    void onLanguageChanged();
    void refreshDone();
    void addHeadline(const QString &linkId, const QString &value);
    void refreshTrend(const Records &records);
    void takeAnswer(const QString &key, const QVariant &value);

    OncePerTurn m_refreshDone{[this] { refreshDone(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    State m_state = Unavailable;
    std::unique_ptr<CheckIn> m_checkIn;
    QList<FormField *> m_fields;
    bool m_isHelpShown = false;
    QString m_notice;
    QString m_problemTitle;
    QString m_problemText;
    QVariantList m_summary;
    QVariantList m_headline;
    bool m_isAllSkipped = false;
    bool m_isSent = false;
    bool m_isRefused = false;
    QString m_sentText;
    QVariantList m_mood;
    QVariantList m_craving;
    QString m_trendText;
    QString m_trendStart;
};

} // namespace handrail
