// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// "How I can help": what patient and relatives agreed on in a session. All see the same card: a relative on the first page, while something
/// is shared with them, the patient with the plan, and who of the relatives sees it.
class HelpCardsView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QVariantList cards READ cards NOTIFY changed)
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)

public:
    HelpCardsView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// A list of {title, lines, note}: the newest of each relative, for a relative at most one.
    [[nodiscard]] QVariantList cards() const { return m_cards; }
    /// The patient looks at the page that has them: only then are they looked for, among all messages.
    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    void refresh();

Q_SIGNALS:
    void changed();

private:
    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    QVariantList m_cards;
    bool m_isShown = false;
};

} // namespace handrail
