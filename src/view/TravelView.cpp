// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/TravelView.h"

#include "care/Schedule.h"
#include "view/ProblemText.h"

namespace handrail {

TravelView::TravelView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, &TravelView::refresh);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &TravelView::refresh);
}

void TravelView::setSessionId(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_problemText.clear();
    refresh();
}

void TravelView::refresh()
{
    m_place.clear();
    m_placeName.clear();
    m_leaveByText.clear();
    m_travel = {};
    m_isSaid = false;
    Records *records = m_account.records();
    if (!records)
        m_id.clear();
    const std::optional<Session> session =
        records && !m_id.isEmpty() ? records->session(m_id).value_or(std::nullopt) : std::nullopt;
    if (session) {
        const Travels all = travels(records->store());
        m_place = placeOf(*session);
        m_placeName = session->place;
        m_isSaid = all.contains(m_place);
        m_travel = all.value(m_place);
        m_leaveByText = handrail::leaveByText(*session, all, m_clock, TimeText(m_preferences.locale(), m_preferences.textScale()));
    }
    Q_EMIT changed();
}

QString TravelView::summary() const
{
    if (!m_isSaid)
        return {};
    QString name;
    switch (m_travel.way) {
    case Travel::Way::Car: name = tr("Own car"); break;
    case Travel::Way::Ride: name = tr("A ride"); break;
    case Travel::Way::Bus: name = tr("Bus or train"); break;
    case Travel::Way::Walk: name = tr("On foot or by bike"); break;
    case Travel::Way::Online: return tr("Online, from where I am");
    }
    return m_travel.minutes > 0 ? tr("%1, %2 min").arg(name).arg(m_travel.minutes) : name;
}

bool TravelView::save(int way, const QString &minutes, bool isReminded)
{
    bool isNumber = true;
    const QString typed = minutes.trimmed();
    Travel travel;
    travel.way = Travel::Way(qBound(0, way, int(Travel::Way::Online)));
    travel.minutes = typed.isEmpty() ? 0 : m_preferences.locale().toInt(typed, &isNumber);
    travel.isReminded = isReminded;
    if (!isNumber || travel.minutes < 0 || travel.minutes > Travel::mostMinutes) {
        m_problemText = tr("Write the minutes as a number, up to %1.").arg(Travel::mostMinutes);
        Q_EMIT changed();
        return false;
    }
    Records *records = m_account.records();
    if (!records || m_place.isEmpty())
        return false;
    const Result<void> kept = setTravel(records->store(), m_place, travel);
    m_problemText = problemIn(kept);
    refresh();
    if (kept)
        Q_EMIT saved();
    return kept.has_value();
}

void TravelView::clearProblem()
{
    m_problemText.clear();
    Q_EMIT changed();
}

QString leaveByText(const Session &session, const Travels &travels, const Clock &clock, const TimeText &text)
{
    const QDateTime at = leaveBy(session, travels);
    if (!at.isValid() || session.start <= clock.nowUtc())
        return {};
    return TravelView::tr("Leave by %1").arg(text.time(at.toTimeZone(zoneOf(session, clock.localZone())).time()));
}

} // namespace handrail
