// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/OtherAccountsView.h"

#include "view/ConsentText.h"
#include "view/TimeText.h"

namespace handrail {

OtherAccountsView::OtherAccountsView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::left, this, &OtherAccountsView::refresh);
    connect(&account, &Account::stateChanged, this, &OtherAccountsView::refresh);
    connect(&account, &Account::pinChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
}

void OtherAccountsView::refresh()
{
    m_isOffered = false;
    m_current.clear();
    m_currentUntil.clear();
    m_others.clear();
    m_hashes.clear();
    const Records *records = m_account.records();
    if (records && records->identity().role == Role::Relative) {
        const TimeText text(m_preferences.locale());
        const int year = m_clock.today().year();
        const auto untilText = [&text, year](const QDate &day) {
            return day.isValid() ? tr("Until %1").arg(day.year() == year ? text.shortDay(day) : fullDate(day, text)) : QString();
        };
        m_isOffered = !m_account.isSessionOnly();
        m_current = records->patientName().given;
        for (const OtherAccount &other : m_account.others()) {
            m_hashes << other.hash;
            QStringList notes{untilText(other.until), other.hasPin ? tr("Opens with its PIN") : QString()};
            notes.removeAll(QString());
            m_others << QVariantMap{
                {QStringLiteral("title"), other.patientName.isEmpty() ? tr("Another person") : other.patientName},
                {QStringLiteral("note"), notes.join(QStringLiteral(" · "))}};
            if (other.isOfSamePatient)
                m_currentUntil = untilText(records->sharedUntil());
        }
    }
    Q_EMIT changed();
}

void OtherAccountsView::choose(int index)
{
    if (index >= 0 && index < m_hashes.size())
        m_account.switchTo(m_hashes.at(index));
}

} // namespace handrail
