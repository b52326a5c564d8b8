// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "view/BegunWords.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// A relative tells the clinic something, one way (design clinical 7.2). What stands in the box is kept sealed as it is typed. What was sent is listed by
/// its time and how far it came, without its words: they are for the clinic alone.
class ConcernView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isOffered READ isOffered NOTIFY changed)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY begunChanged)
    Q_PROPERTY(bool canSend READ canSend NOTIFY begunChanged)
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY begunChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY begunChanged)
    Q_PROPERTY(QVariantList said READ said NOTIFY changed)

public:
    ConcernView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// A relative is in, and the clinic takes messages as far as is known.
    [[nodiscard]] bool isOffered() const { return m_isOffered; }
    [[nodiscard]] QString text() const { return m_begun.text(); }
    void setText(const QString &text) { m_begun.setText(text); }
    [[nodiscard]] bool canSend() const { return m_begun.canSend(); }
    [[nodiscard]] QString lengthText() const { return m_begun.lengthText(); } ///< from the last 200 letters on; empty before
    [[nodiscard]] QString problemText() const { return m_begun.problemText(); }
    /// A list of {title, state, isSent}: "Today, 5:12 pm", "Sent". Newest first.
    [[nodiscard]] QVariantList said() const { return m_said; }

    Q_INVOKABLE void open();
    Q_INVOKABLE void leave();
    /// What stands in the box goes to the clinic. False, and nothing is lost, when it cannot.
    Q_INVOKABLE bool send();

Q_SIGNALS:
    void changed();
    void begunChanged();

private:
    void refresh();
    void forget();
    [[nodiscard]] bool isRelative() const;
    [[nodiscard]] QString stateOf(const SaidConcern &concern) const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    BegunWords m_begun;
    QVariantList m_said;
    bool m_isOffered = false;
};

} // namespace handrail
