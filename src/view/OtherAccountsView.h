// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "core/Clock.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// "Who are you here for?": a relative of more than one patient goes from one of them to another. One store each; of the others nothing is here but a
/// given name and the last day on which something is shared.
class OtherAccountsView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isOffered READ isOffered NOTIFY changed)
    Q_PROPERTY(QString current READ current NOTIFY changed)
    Q_PROPERTY(QString currentUntil READ currentUntil NOTIFY changed)
    Q_PROPERTY(QVariantList others READ others NOTIFY changed)

public:
    OtherAccountsView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// A relative is in, with a store on this device.
    [[nodiscard]] bool isOffered() const { return m_isOffered; }
    [[nodiscard]] QString current() const { return m_current; } ///< "Maya"
    /// "Until Dec 12", in another year "Until January 31, 2027", where another one is there for the same patient; else empty.
    [[nodiscard]] QString currentUntil() const { return m_currentUntil; }
    /// A list of {title, note}.
    [[nodiscard]] QVariantList others() const { return m_others; }
    Q_INVOKABLE void choose(int index);

    void refresh();

Q_SIGNALS:
    void changed();

private:
    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    bool m_isOffered = false;
    QString m_current;
    QString m_currentUntil;
    QVariantList m_others;
    QStringList m_hashes;
};

} // namespace handrail
