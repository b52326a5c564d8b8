// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeDialer.h"

#include <QRegularExpression>

namespace handrail {

bool FakeDialer::hand(const QString &number, QStringList &to)
{
    static const QRegularExpression allowed(QStringLiteral("\\A\\+?[0-9]{2,15}\\z"));
    if (!m_canCall || !allowed.match(number).hasMatch()) {
        m_refused.append(number);
        return false;
    }
    to.append(number);
    return true;
}

bool FakeDialer::call(const QString &number)
{
    return hand(number, m_called);
}

bool FakeDialer::text(const QString &number, const QString &message)
{
    if (number.isEmpty() && m_canCall)
        m_texted.append(number);
    else if (!hand(number, m_texted))
        return false;
    m_messages.append(message);
    return true;
}

} // namespace handrail
