// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/MessageThread.h"

#include <QObject>
#include <QTimer>
#include <functional>

namespace handrail {

/// Words to the clinic that a person began: what stands in the box of a page. While that is open they are kept sealed as they are typed, over a lock and
/// a new start; they are sent once, whatever comes between. Longer words than can be sent are kept too, up to a length that can still be laid out.
class BegunWords final : public QObject
{
    Q_OBJECT
public:
    /// Of whom is in with this role alone. `kind`: what they are unless something else is said; `most`: so many letters can be sent.
    BegunWords(Account &account, Role role, MessageKind kind, qsizetype most);
    ~BegunWords() override;

    /// Reads what was begun before. False, and nothing is open, when nobody of that role is in.
    bool open();
    void leave();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    [[nodiscard]] MessageKind kind() const { return m_begun.kind; }
    void setKind(MessageKind kind);
    [[nodiscard]] const QString &text() const { return m_begun.text; }
    void setText(const QString &text);
    /// While it is not open: below what was begun before, unless they stand there already.
    void add(const QString &words);

    [[nodiscard]] bool canSend() const;
    [[nodiscard]] QString lengthText() const; ///< from the last 200 letters on; empty before
    /// What went wrong with keeping or sending; empty when nothing did.
    [[nodiscard]] const QString &problemText() const { return m_problemText; }
    void setProblem(const Problem &problem);

    /// Puts them into the outbox by `queue`, which takes them with the identifier under which they are sent. False, and nothing is lost, when it cannot.
    bool send(const std::function<Result<QString>(Records &, const BegunMessage &)> &queue);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Records *records() const; ///< of somebody with this role
    [[nodiscard]] BegunMessage nothing() const { return {m_kind, {}, {}}; }
    [[nodiscard]] BegunMessage kept() const;
    Result<void> write(const BegunMessage &begun);
    void keepSoon();
    void keep();
    void forget();

    Account &m_account;
    const Role m_role;
    const MessageKind m_kind;
    const qsizetype m_most;
    QTimer m_timer;
    BegunMessage m_begun;
    QString m_problemText;
    bool m_isOpen = false;
};

} // namespace handrail
