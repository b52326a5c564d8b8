// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/HelpCardsView.h"

#include "view/TimeText.h"

#include <algorithm>

namespace handrail {

namespace {

/// They have joined, and something is shared with them: without that the clinic keeps the card from them.
bool isSeenBy(const QString &person, const QList<Sharing> &sharings)
{
    return std::any_of(sharings.cbegin(), sharings.cend(), [&](const Sharing &one) {
        return one.isInForce() && one.hasJoined && QString(u"RelatedPerson/" + one.personId) == person;
    });
}

} // namespace

HelpCardsView::HelpCardsView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::left, this, &HelpCardsView::refresh);
    connect(&account, &Account::stateChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
}

void HelpCardsView::setShown(bool isShown)
{
    m_isShown = isShown;
    refresh();
}

void HelpCardsView::refresh()
{
    const Records *records = m_account.records();
    QVariantList cards;
    const bool isRelative = records && records->identity().role == Role::Relative;
    if (isRelative || (records && m_isShown)) {
        const QString patient = records->patientName().given;
        const TimeText text(m_preferences.locale());
        const QList<Sharing> sharings = isRelative ? QList<Sharing>() : records->sharings(m_clock.nowUtc());
        for (const HelpCard &card : records->helpCards()) {
            const QString given = card.withName.section(u' ', 0, 0);
            const QString title = !isRelative && !given.isEmpty() ? tr("How %1 can help").arg(given) : tr("How I can help");
            const QString day =
                card.agreed.isValid() ? text.shortDay(card.agreed.toTimeZone(m_clock.localZone()).date()) : QString();
            QString note = day.isEmpty() ? tr("You agreed on this together.") : tr("You agreed on this together on %1.").arg(day);
            if (isRelative && !patient.isEmpty())
                note = day.isEmpty() ? tr("You and %1 agreed on this.").arg(patient)
                                     : tr("You and %1 agreed on this on %2.").arg(patient, day);
            else if (!isRelative && !given.isEmpty())
                note = isSeenBy(card.with, sharings) ? tr("%1 Both of you see it.").arg(note)
                                                     : tr("%1 %2 does not see it now.").arg(note, given);
            cards << QVariantMap{
                {QStringLiteral("title"), title}, {QStringLiteral("lines"), card.lines}, {QStringLiteral("note"), note}};
        }
    }
    if (cards == m_cards)
        return;
    m_cards = cards;
    Q_EMIT changed();
}

} // namespace handrail
