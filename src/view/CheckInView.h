// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/CheckIn.h"
#include "view/FormField.h"
#include "view/Preferences.h"
#include "view/SafetyView.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>
#include <optional>
#include <utility>

namespace handrail {

/// The daily check-in, a screen at a time. What comes after it is CheckInDoneView.
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

public:
    enum State { Unavailable, Editing, Failed, Done };
    Q_ENUM(State)

    CheckInView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety,
                QObject *parent = nullptr);
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
    /// The answers are durable. `isSentAgain`: it was a check-in that had been refused.
    void finished(bool isSentAgain);
    /// The screen that was just left says that the person used: the page for that is due, over the check-in.
    void useSaid();

private:
    void clear();
    void dropFields();
    void showPage();
    void finish();
    void onAccountChanged();
    void onLanguageChanged();
    void takeAnswer(const QString &key, const QVariant &value);
    void keepAnswer(const QString &key, const QVariant &value);
    void keepLate();
    void endScreen();
    void noteResumed();
    [[nodiscard]] bool isUseSaidHere() const;

    Account &m_account;
    const Clock &m_clock;
    SafetyView &m_safety;
    State m_state = Unavailable;
    std::unique_ptr<CheckIn> m_checkIn;
    QList<FormField *> m_fields;
    SafetyWatch m_watch;
    /// A safety answer that waits until its page shows.
    std::optional<std::pair<QString, QVariant>> m_late;
    bool m_wasUseSaid = false; ///< useSaid() comes once
    QString m_notice;
    QString m_problemTitle;
    QString m_problemText;
};

} // namespace handrail
