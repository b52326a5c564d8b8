// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "ports/FileExport.h"
#include "view/MinuteTimer.h"
#include "view/OutgoingModel.h"
#include "view/Preferences.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// What waits to be sent and what was sent in the last days. Looks into the store only while its page shows.
class OutboxView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString lead READ lead NOTIFY changed)
    Q_PROPERTY(handrail::OutgoingModel *waiting READ waiting CONSTANT)
    Q_PROPERTY(handrail::OutgoingModel *sentToday READ sentToday CONSTANT)
    Q_PROPERTY(handrail::OutgoingModel *sentBefore READ sentBefore CONSTANT)
    Q_PROPERTY(bool canGo READ canGo NOTIFY changed)
    Q_PROPERTY(bool hasProblem READ hasProblem NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(QString copyText READ copyText NOTIFY copyTextChanged)

public:
    OutboxView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, FileExport &files,
               QObject *parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    [[nodiscard]] QString title() const { return m_title; } ///< "3 things waiting"
    [[nodiscard]] QString lead() const { return m_lead; }   ///< what becomes of them
    [[nodiscard]] OutgoingModel *waiting() { return &m_waiting; }
    [[nodiscard]] OutgoingModel *sentToday() { return &m_sentToday; }
    [[nodiscard]] OutgoingModel *sentBefore() { return &m_sentBefore; }
    /// Something waits that a try could send.
    [[nodiscard]] bool canGo() const { return m_canGo; }
    /// The store could not be read, so nothing can be listed.
    [[nodiscard]] bool hasProblem() const { return !m_problemTitle.isEmpty(); }
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }
    /// What became of saveCopy().
    [[nodiscard]] QString copyText() const { return m_copyText; }

    /// Writes what was refused into a plain file for the clinic, because the person asked for it.
    Q_INVOKABLE void saveCopy(const QString &identifier);
    Q_INVOKABLE void forgetCopyText();
    /// Removes what will not go by itself from this device. The person was asked.
    Q_INVOKABLE void remove(int number);

Q_SIGNALS:
    void changed();
    void copyTextChanged();

private:
    void refresh();
    void setWords(const QList<Outgoing> &things);
    void setCopyText(const QString &text);

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    FileExport &m_files;
    bool m_isShown = false;
    bool m_canGo = false;
    QString m_title;
    QString m_lead;
    OutgoingModel m_waiting;
    OutgoingModel m_sentToday;
    OutgoingModel m_sentBefore;
    QString m_problemTitle;
    QString m_problemText;
    QString m_copyText;
};

} // namespace handrail
