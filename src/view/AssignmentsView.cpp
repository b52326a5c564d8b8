// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AssignmentsView.h"

#include "care/CheckIn.h"
#include "care/FormFilling.h"
#include "care/Granted.h"
#include "care/SafetyReport.h"
#include "view/ConsentText.h"
#include "view/FormTitle.h"
#include "view/MinuteTimer.h"
#include "view/SentText.h"
#include "view/TimeText.h"

#include <algorithm>

namespace handrail {

namespace {

QVariantMap row(const QString &id, const QString &title, const QString &note)
{
    return {{QStringLiteral("id"), id}, {QStringLiteral("title"), title}, {QStringLiteral("note"), note}};
}

} // namespace

AssignmentsView::AssignmentsView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                                 QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, [this] {
        m_mostDone = doneAtOnce;
        refresh();
    });
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    // At once: a form that is open takes its title from here, in the same turn.
    connect(&preferences, &Preferences::languageChanged, this, &AssignmentsView::refresh);
    // What is due changes with the day alone.
    connect(&minute, &MinuteTimer::turned, this, [this, day = QDate()]() mutable {
        const QDate today = m_clock.today();
        if (std::exchange(day, today) != today)
            m_refresh.ask();
    });
}

void AssignmentsView::settle()
{
    m_isSettled = true;
    refresh();
}

void AssignmentsView::refresh()
{
    m_facts = {};
    m_assignments.clear();
    m_due.clear();
    m_later.clear();
    m_done.reset();
    m_checkIns.reset();
    const Records *records = m_isSettled ? m_account.records() : nullptr;
    if (records && records->identity().role == Role::Patient) {
        const QDateTime now = m_clock.nowUtc();
        const QDate today = now.toTimeZone(m_clock.localZone()).date();
        const TimeText text(m_preferences.locale());
        m_facts = assignmentFacts(*records, today, m_account.isFirstSyncDone());
        if (takesAnswers(*records))
            m_assignments = assignments(m_facts, now, m_clock.localZone());
        for (const Assignment &one : std::as_const(m_assignments)) {
            if (one.state == Assignment::State::Due)
                m_due << rowOf(one, today, text);
            else if (one.state == Assignment::State::Later)
                m_later << rowOf(one, today, text);
        }
    }
    Q_EMIT changed();
}

QVariantList AssignmentsView::answered(std::optional<QVariantList> &known, bool areCheckIns) const
{
    const Records *records = m_isSettled ? m_account.records() : nullptr;
    if (known || !records || records->identity().role != Role::Patient)
        return known.value_or(QVariantList());
    const QDate today = m_clock.today();
    const TimeText text(m_preferences.locale());
    known.emplace();
    const QList<SubmittedForm> forms =
        areCheckIns ? finishedForms(*records, dailyCheckInUrl(), m_mostDone + 1) : finishedBesideCheckIns(*records, m_mostDone + 1);
    for (const SubmittedForm &one : forms)
        *known << rowOf(one, today, text);
    return *known;
}

QVariantList AssignmentsView::done() const
{
    return answered(m_done, false).mid(0, m_mostDone);
}

QVariantList AssignmentsView::checkIns() const
{
    return answered(m_checkIns, true).mid(0, m_mostDone);
}

bool AssignmentsView::hasEarlier() const
{
    return answered(m_done, false).size() > m_mostDone || answered(m_checkIns, true).size() > m_mostDone;
}

void AssignmentsView::showEarlier()
{
    m_mostDone += doneAtOnce;
    m_done.reset();
    m_checkIns.reset();
    Q_EMIT changed();
}

QVariantMap AssignmentsView::rowOf(const Assignment &assignment, const QDate &today, const TimeText &text) const
{
    QString note = tr("When you have a moment");
    if (assignment.state == Assignment::State::Later)
        note = tr("From %1").arg(text.shortDay(assignment.from));
    else if (assignment.until == today)
        note = tr("For today");
    else if (assignment.until == today.addDays(1))
        note = tr("By tomorrow");
    else if (assignment.until.isValid() && assignment.until > today)
        note = tr("By %1").arg(text.relativeDay(assignment.until, today));
    return row(assignment.id, assignment.title.isEmpty() ? titleOf(assignment.url()) : assignment.title, note);
}

QVariantMap AssignmentsView::rowOf(const SubmittedForm &submitted, const QDate &today, const TimeText &text) const
{
    const QString url = submitted.form.questionnaire.section(u'|', 0, 0);
    const QDate day = submitted.form.authored.date();
    QString note = day == today ? tr("Today") : day.year() == today.year() ? text.shortDay(day) : fullDate(day, text);
    if (submitted.state == OutboxState::Rejected && submitted.isOutrun)
        note = tr("%1. %2", "a day, and what is true of the answers").arg(note, outrunText());
    else if (submitted.state == OutboxState::Rejected)
        note = tr("%1. Your clinic could not take it.").arg(note);
    else if (submitted.state == OutboxState::Kept)
        note = tr("%1. Kept on this device. It is not sent.").arg(note);
    else if (FormFilling::isChangeBegun(*m_account.records(), m_clock, url, submitted.form.identifier))
        note = tr("%1. You began a change. It is not sent.").arg(note);
    else if (submitted.state != OutboxState::Done)
        note = tr("%1. Saved here. Not sent yet.").arg(note);
    return row(submitted.form.identifier, titleOf(url), note);
}

QString AssignmentsView::titleOf(const QString &url) const
{
    const auto form =
        std::find_if(m_facts.forms.cbegin(), m_facts.forms.cend(), [&](const FormName &one) { return one.url == url; });
    return formTitle(url, form == m_facts.forms.cend() ? QString() : form->title);
}

QString AssignmentsView::first(const char *what) const
{
    return m_due.isEmpty() ? QString() : m_due.first().toMap().value(QLatin1String(what)).toString();
}

QString AssignmentsView::countText() const
{
    return m_due.isEmpty() ? tr("Nothing is due") : tr("%n form(s) due", nullptr, int(m_due.size()));
}

std::optional<Assignment> AssignmentsView::named(const QString &argument) const
{
    const QDate today = m_clock.today();
    return assignmentNamed(argument, m_assignments, m_facts, today);
}

} // namespace handrail
