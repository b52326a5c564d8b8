// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SessionView.h"

#include "view/MinuteTimer.h"

namespace handrail {

SessionView::SessionView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                         CalendarExport &calendar, Directions &directions, FileExport &files, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_calendar(calendar)
    , m_directions(directions)
    , m_files(files)
{
    connect(&account, &Account::stateChanged, this, &SessionView::refresh);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &SessionView::refresh);
    connect(&minute, &MinuteTimer::turned, this, &SessionView::refresh);
}

void SessionView::setSessionId(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_said = Said::Nothing;
    refresh();
}

std::optional<Session> SessionView::find(const QString &id) const
{
    const Records *records = m_account.records();
    if (!records || id.isEmpty())
        return std::nullopt;
    return records->session(id).value_or(std::nullopt);
}

void SessionView::refresh()
{
    const std::optional<Session> session = find(m_id);
    m_item = session ? sessionItem(*session, m_account.records()->address(session->locationId), m_clock,
                                   TimeText(m_preferences.locale(), m_preferences.textScale()), m_account.identity()->role)
                     : SessionItem();
    if (!m_account.records()) {
        m_id.clear();
        m_said = Said::Nothing;
        m_file.clear();
    }
    Q_EMIT changed();
}

QString SessionView::message() const
{
    switch (m_said) {
    case Said::Nothing: break;
    case Said::NoMap: return tr("No map opened. The address is %1.").arg(m_address);
    case Said::InCalendar: return tr("Given to your calendar.");
    case Said::InCalendarDiscreetly: return tr("Given to your calendar. It is called “Appointment”.");
    case Said::AllInCalendar:
        return m_preferences.isDiscreet() ? tr("Given to your calendar. Each is called “Appointment”.")
                                          : tr("Given to your calendar.");
    case Said::NothingPlanned: return tr("There is nothing planned to add.");
    case Said::NoCalendar: return tr("No calendar opened on this device.");
    case Said::DeviceFull: return tr("This device is full. Free some space, then try again.");
    case Said::Saved: return tr("Saved as %1. Whoever opens your files can read it.").arg(m_savedPath);
    case Said::CannotSave: return tr("This device can’t save right now. Please try again.");
    }
    return {};
}

void SessionView::say(Said what)
{
    m_said = what;
    if (what != Said::NoCalendar)
        m_file.clear();
    Q_EMIT changed();
}

void SessionView::clearMessage()
{
    say(Said::Nothing);
}

void SessionView::openDirections(const QString &id)
{
    const std::optional<Session> session = find(id);
    if (!session)
        return;
    const QString address = m_account.records()->address(session->locationId);
    m_address = address.isEmpty() ? session->place : address;
    if (!m_directions.open(m_address))
        say(Said::NoMap);
}

void SessionView::sayWhyNot(const Problem &problem)
{
    say(problem.kind == ProblemKind::StoreFull           ? Said::DeviceFull
            : problem.kind == ProblemKind::StoreReadOnly ? Said::CannotSave
                                                         : Said::NoCalendar);
}

void SessionView::saveFile()
{
    if (!canSaveFile())
        return;
    const Result<QString> saved = m_files.save(m_fileName, m_file);
    if (!saved) {
        sayWhyNot(saved.error());
        return;
    }
    m_savedPath = *saved;
    say(Said::Saved);
}

void SessionView::giveToCalendar(const QList<CalendarEntry> &entries, const QString &fileName, Said done)
{
    const bool isDiscreet = m_preferences.isDiscreet();
    const QByteArray file = iCalendar(entries, m_clock.nowUtc(), isDiscreet ? tr("Appointment") : QString());
    const Result<void> opened = m_calendar.open(file, fileName);
    if (!opened) {
        m_file = file;
        m_fileName = fileName;
        sayWhyNot(opened.error());
        return;
    }
    say(isDiscreet && done == Said::InCalendar ? Said::InCalendarDiscreetly : done);
}

void SessionView::addToCalendar()
{
    const std::optional<Session> session = find(m_id);
    if (session && session->start.isValid())
        giveToCalendar({{*session, m_account.records()->address(session->locationId)}}, QStringLiteral("appointment.ics"),
                       Said::InCalendar);
}

void SessionView::addAllToCalendar()
{
    const Records *records = m_account.records();
    if (!records)
        return;
    const QDateTime now = m_clock.nowUtc();
    const QDate today = now.toTimeZone(m_clock.localZone()).date();
    QList<CalendarEntry> entries;
    for (const Session &session : records->sessions(today.addDays(-1), today.addDays(daysKnown)).value_or(QList<Session>())) {
        if (session.start.isValid() && !isOver(session, now))
            entries << CalendarEntry{session, records->address(session.locationId)};
    }
    if (entries.isEmpty())
        say(Said::NothingPlanned);
    else
        giveToCalendar(entries, QStringLiteral("appointments.ics"), Said::AllInCalendar);
}

} // namespace handrail
