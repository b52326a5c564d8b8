// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Evaluate.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// After a return to use: what it was, if somebody wants to say, and which card keeps them safe today. What is said here is neither kept nor sent.
class AfterUseView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QVariantList choices READ choices NOTIFY changed)
    Q_PROPERTY(bool isNaloxoneShown READ isNaloxoneShown NOTIFY changed)
    Q_PROPERTY(bool isWithdrawalShown READ isWithdrawalShown NOTIFY changed)

public:
    AfterUseView(Account &account, const Preferences &preferences, QObject *parent = nullptr);

    /// A list of {text, isChosen}.
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] bool isNaloxoneShown() const { return useCards(m_said).isNaloxone; }
    [[nodiscard]] bool isWithdrawalShown() const { return useCards(m_said).isWithdrawal; }

    Q_INVOKABLE void toggle(int index); ///< of choices
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();

private:
    QList<Substance> m_said;
};

} // namespace handrail
