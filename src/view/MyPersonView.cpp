// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/MyPersonView.h"

#include "view/ProblemText.h"

namespace handrail {

MyPersonView::MyPersonView(Account &account, CrisisView &crisis, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_crisis(crisis)
{
    connect(&account, &Account::stateChanged, this, &MyPersonView::read);
    connect(&preferences, &Preferences::languageChanged, this, &MyPersonView::changed);
}

void MyPersonView::read()
{
    // Who is locked or signed out has nobody in memory.
    m_person = m_account.records() ? myPerson(m_account.records()->store()) : std::nullopt;
    clearErrors();
    Q_EMIT changed();
}

QString MyPersonView::callText() const
{
    return m_person ? tr("Call %1").arg(m_person->name) : QString();
}

QString MyPersonView::textText() const
{
    return m_person ? tr("Text %1").arg(m_person->name) : QString();
}

bool MyPersonView::save(const QString &name, const QString &phone)
{
    clearErrors();
    const MyPerson person{name.simplified(), dialledNumber(phone)};
    if (person.name.isEmpty())
        m_nameError = tr("Write a name, so that you find it fast.");
    if (person.phone.isEmpty())
        m_phoneError = tr("Write a phone number, like 207-555-0142.");
    Q_EMIT errorsChanged();
    if (!m_account.records() || person.name.isEmpty() || person.phone.isEmpty())
        return false;
    return settle(setMyPerson(m_account.records()->store(), person));
}

bool MyPersonView::remove()
{
    return m_account.records() && settle(removeMyPerson(m_account.records()->store()));
}

bool MyPersonView::settle(const Result<void> &result)
{
    if (result) {
        read();
        return true;
    }
    m_problemText = handrail::problemText(result.error()).inOne();
    Q_EMIT errorsChanged();
    return false;
}

void MyPersonView::clearErrors()
{
    m_nameError.clear();
    m_phoneError.clear();
    m_problemText.clear();
    Q_EMIT errorsChanged();
}

void MyPersonView::call()
{
    if (m_person)
        m_crisis.callNumber(m_person->phone);
}

void MyPersonView::text(const QString &message)
{
    if (m_person)
        m_crisis.textNumber(m_person->phone, message.trimmed());
}

} // namespace handrail
