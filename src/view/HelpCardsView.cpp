// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/HelpCardsView.h"

#include "view/TimeText.h"

#include <algorithm>

namespace handrail {

namespace {

struct Helper {
    QString name; ///< the given one
    bool isSeeing = false;
};

/// They have joined, and something is shared with them: without that the clinic keeps the card from them.
bool isSeenBy(const QString &person, const QList<Sharing> &sharings)
{
    return std::any_of(sharings.cbegin(), sharings.cend(), [&](const Sharing &one) {
        return one.isInForce() && one.hasJoined && QString(u"RelatedPerson/" + one.personId) == person;
    });
}

/// Each person once, whichever of their records it is that sees it. Empty when one of them has no name.
QList<Helper> helpersOf(const HelpCard &card, const QList<Sharing> &sharings)
{
    QList<Helper> helpers;
    QStringList names;
    for (const HelpCard::Relative &one : card.with) {
        if (one.name.isEmpty())
            return {};
        const bool isSeeing = isSeenBy(one.reference, sharings);
        if (const qsizetype known = names.indexOf(one.name); known >= 0) {
            helpers[known].isSeeing = helpers[known].isSeeing || isSeeing;
            continue;
        }
        names << one.name;
        helpers << Helper{one.name.section(u' ', 0, 0), isSeeing};
    }
    return helpers;
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
            QStringList names, seeing;
            for (const Helper &helper : isRelative ? QList<Helper>() : helpersOf(card, sharings)) {
                names << helper.name;
                if (helper.isSeeing)
                    seeing << helper.name;
            }
            const QString all = m_preferences.locale().createSeparatedList(names);
            const QString title = names.isEmpty() ? tr("How I can help") : tr("How %1 can help").arg(all);
            const QString day =
                card.agreed.isValid() ? text.shortDay(card.agreed.toTimeZone(m_clock.localZone()).date()) : QString();
            QString note = day.isEmpty() ? tr("You agreed on this together.") : tr("You agreed on this together on %1.").arg(day);
            if (isRelative && !patient.isEmpty())
                note = day.isEmpty() ? tr("You and %1 agreed on this.").arg(patient)
                                     : tr("You and %1 agreed on this on %2.").arg(patient, day);
            else if (names.size() == 1)
                note = seeing.isEmpty() ? tr("%1 %2 does not see it now.").arg(note, all) : tr("%1 Both of you see it.").arg(note);
            else if (!names.isEmpty())
                note = seeing == names ? tr("%1 All of you see it.").arg(note)
                    : seeing.isEmpty()
                    ? tr("%1 %2 do not see it now.").arg(note, all)
                    : tr("%1 You and %2 see it now.").arg(note, m_preferences.locale().createSeparatedList(seeing));
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
