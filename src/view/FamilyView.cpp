// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FamilyView.h"

#include "care/Schedule.h"
#include "view/MinuteTimer.h"

namespace handrail {

namespace {

constexpr int daysAhead = 60;

} // namespace

FamilyView::FamilyView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, &FamilyView::refresh);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &FamilyView::refresh);
    connect(&minute, &MinuteTimer::turned, this, &FamilyView::refresh);
}

QString FamilyView::hereFor() const
{
    return m_patientName.isEmpty() ? QString() : tr("Here for %1").arg(m_patientName);
}

QString FamilyView::staysTitle() const
{
    return m_patientName.isEmpty() ? tr("What stays private") : tr("What stays with %1").arg(m_patientName);
}

void FamilyView::refresh()
{
    const Records *records = m_account.records();
    const Identity *identity = m_account.identity();
    m_session = {};
    m_withText.clear();
    m_greeting.clear();
    m_patientName.clear();
    if (records && identity->role == Role::Relative) {
        const TimeText text(m_preferences.locale(), m_preferences.textScale());
        const QDate today = m_clock.nowUtc().toTimeZone(m_clock.localZone()).date();
        const QString given = records->name().given;
        m_greeting = given.isEmpty() ? tr("Hi") : tr("Hi, %1").arg(given);
        m_patientName = records->patientName().given;
        m_dateText = text.longDay(today);
        const QList<Session> sessions = records->sessions(today.addDays(-1), today.addDays(daysAhead)).value_or(QList<Session>());
        if (const std::optional<Session> next = nextSession(sessions, m_clock.nowUtc())) {
            m_session = sessionItem(*next, records->address(next->locationId), m_clock, text, Role::Relative);
            // Of one leader also what they do, as it stands within a sentence.
            QString leaders = m_session.leaders;
            if (next->leaders.size() == 1 && !next->leaders.first().role.isEmpty())
                leaders = tr("%1, %2", "a name and what that person does: Dana Ruiz, counselor")
                              .arg(leaders, m_preferences.locale().toLower(next->leaders.first().role));
            if (!m_patientName.isEmpty() && !leaders.isEmpty())
                m_withText = tr("With %1 and %2").arg(m_patientName, leaders);
            else if (!leaders.isEmpty())
                m_withText = tr("With %1").arg(leaders);
        }
    }
    Q_EMIT changed();
}

} // namespace handrail
