// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/PrivacyView.h"

#include "care/LockScreenHelp.h"
#include "view/HeldText.h"
#include "view/NameText.h"
#include "view/ProblemText.h"
#include "view/RoleText.h"
#include "view/SharingText.h"
#include "view/TimeText.h"

namespace handrail {

PrivacyView::PrivacyView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::left, this, &PrivacyView::clear);
    connect(&account, &Account::stateChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
}

void PrivacyView::setShown(bool isShown)
{
    if (isShown == m_isShown)
        return;
    m_isShown = isShown;
    if (isShown)
        refresh();
    else
        clear();
}

void PrivacyView::clear()
{
    forget();
    Q_EMIT changed();
}

void PrivacyView::forget()
{
    m_clinicName.clear();
    m_kinds.clear();
    m_team.clear();
    m_relatives.clear();
    m_sheetsText.clear();
    m_peopleText.clear();
    m_planText.clear();
    m_isPlanShared = false;
    m_consents.clear();
    m_problemTitle.clear();
    m_problemText.clear();
}

QString PrivacyView::dayText(const QDate &day) const
{
    return m_preferences.locale().toString(day, QLocale::LongFormat);
}

void PrivacyView::refresh()
{
    Records *records = m_isShown ? m_account.records() : nullptr;
    if (!records)
        return;
    forget();
    const Result<Held> here = held(*records);
    if (here) {
        for (const HeldRecords &one : here->records)
            m_kinds << QVariantMap{{QStringLiteral("title"), heldName(one.type)}, {QStringLiteral("count"), one.count}};
        m_sheetsText = here->sheets == 0 ? tr("None yet. Only you would see them.")
            : here->sheets == 1          ? tr("1 on this device. Only you see it, unless you bring or send it.")
                                : tr("%1 on this device. Only you see them, unless you bring or send one.").arg(here->sheets);
        m_isPlanShared = here->isSafetyPlanShared;
        m_planText = m_isPlanShared ? tr("You shared it with your care team. They keep what you sent.")
            : here->hasSafetyPlan   ? tr("Only you see it, unless you share it.")
                                    : tr("Not written yet. Only you would see it.");
        readLockScreen(*records);
    } else {
        const ProblemWords words = handrail::problemText(here.error());
        m_problemTitle = words.title;
        m_problemText = words.text;
    }
    m_clinicName = records->clinicContact().value_or(ClinicContact()).name;
    for (const Leader &one : records->team()) {
        const QString name = one.name.isEmpty() ? one.role : one.name;
        m_team << QVariantMap{{QStringLiteral("name"), name},
                              {QStringLiteral("role"), one.name.isEmpty() ? QString() : one.role},
                              {QStringLiteral("initials"), initialsOf(name)}};
    }
    readSharings(*records);
    Q_EMIT changed();
}

/// Without a PIN there is no lock screen that shows anything.
void PrivacyView::readLockScreen(Records &records)
{
    LockScreenHelp shown;
    if (m_account.hasPin())
        shown = lockScreenHelp(records.identity(), safetyPlan(records).value_or(SafetyPlan()),
                               myPeople(records).value_or(QList<OwnPerson>()), {});
    m_peopleText = shown.people.isEmpty() ? tr("Only you see them. They are never sent.")
                                          : tr("Only you see them, and on the lock screen those you chose. They are never sent.");
    if (!shown.lines.isEmpty())
        m_planText = tr("%1 The lock screen shows what you chose.", "a sentence on who sees the safety plan").arg(m_planText);
}

void PrivacyView::readSharings(const Records &records)
{
    for (const Sharing &one : records.sharings(m_clock.nowUtc())) {
        const QString someone = sharingName(one);
        const QString relation = roleText(one.relationshipCode, one.relationship);
        const QString name = relation.isEmpty() ? someone : tr("%1, %2", "a name and who that is").arg(someone, relation);
        QStringList times;
        const auto dayOf = [this](const QDateTime &at) { return at.toTimeZone(m_clock.localZone()).date(); };
        if (one.signedAt.isValid())
            times << tr("Signed: %1").arg(dayText(dayOf(one.signedAt)));
        if (one.endedAt.isValid() && one.state == Sharing::State::Ended)
            times << tr("Ended: %1").arg(dayText(dayOf(one.endedAt)));
        else if (one.until.isValid())
            times << tr("Until: %1").arg(dayText(one.until));
        else if (one.isInForce())
            times << tr("Until you stop it");
        const QVariantMap shown{{QStringLiteral("id"), one.consentId},
                                {QStringLiteral("page"), sharingId(one)},
                                {QStringLiteral("name"), name},
                                {QStringLiteral("initials"), initialsOf(someone)},
                                {QStringLiteral("state"), sharingState(one)},
                                {QStringLiteral("what"), sharedParts(one).join(QStringLiteral(" · "))},
                                {QStringLiteral("times"), times.join(u'\n')},
                                {QStringLiteral("hasText"), !records.signedText(one.consentId).isEmpty()}};
        m_consents << shown;
        if (one.isInForce() && one.hasJoined) // an invitation that nobody used shows nobody anything
            m_relatives << shown;
    }
}

QString PrivacyView::signedText(const QString &id) const
{
    const Records *records = m_account.records();
    return records ? records->signedText(id) : QString();
}

QString PrivacyView::consentName(const QString &id) const
{
    QStringList names; // it may be for several
    for (const QVariant &one : m_consents) {
        const QVariantMap consent = one.toMap();
        if (consent.value(QStringLiteral("id")) == id)
            names << consent.value(QStringLiteral("name")).toString();
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

} // namespace handrail
