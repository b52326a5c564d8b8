// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/MyPeopleView.h"

#include "core/Ids.h"
#include "view/NameText.h"
#include "view/ProblemText.h"

#include <algorithm>

namespace handrail {

QVariantMap personRow(const OwnPerson &person)
{
    return {{QStringLiteral("id"), person.id},           {QStringLiteral("name"), person.name},
            {QStringLiteral("phone"), person.phone},     {QStringLiteral("role"), person.role},
            {QStringLiteral("message"), person.message}, {QStringLiteral("initials"), initialsOf(person.name)}};
}

MyPeopleView::MyPeopleView(Account &account, CrisisView &crisis, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_crisis(crisis)
{
    connect(&account, &Account::stateChanged, this, &MyPeopleView::readAgain);
    connect(&account, &Account::left, this, &MyPeopleView::readAgain);
    connect(&preferences, &Preferences::languageChanged, this, &MyPeopleView::changed);
}

void MyPeopleView::readAgain()
{
    clearErrors();
    m_people.clear();
    if (Records *records = m_account.records()) {
        const Result<QList<OwnPerson>> people = myPeople(*records);
        if (people)
            m_people = *people;
        else
            m_problemText = handrail::problemText(people.error()).inOne();
    }
    Q_EMIT errorsChanged();
    Q_EMIT changed();
}

QString MyPeopleView::callText() const
{
    return isThere() ? tr("Call %1").arg(name()) : QString();
}

QVariantList MyPeopleView::people() const
{
    QVariantList rows;
    for (const OwnPerson &person : m_people) {
        QVariantMap row = personRow(person);
        row.insert(QStringLiteral("callText"), tr("Call %1").arg(person.name));
        row.insert(QStringLiteral("textText"), tr("Text %1").arg(person.name));
        rows << row;
    }
    return rows;
}

QString MyPeopleView::namesText() const
{
    QStringList names;
    for (const OwnPerson &person : m_people)
        names << person.name;
    return names.join(QStringLiteral(", "));
}

QStringList MyPeopleView::offeredMessages() const
{
    return {tr("I’m having a hard time. Can you call me?"), tr("Can you talk for a bit?"), tr("Can you come and be with me?")};
}

qsizetype MyPeopleView::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_people.cbegin(), m_people.cend(), [&](const OwnPerson &one) { return one.id == id; });
    return found == m_people.cend() ? -1 : found - m_people.cbegin();
}

QVariantMap MyPeopleView::person(const QString &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? QVariantMap() : personRow(m_people.at(index));
}

bool MyPeopleView::save(const QString &id, const QString &name, const QString &phone, const QString &role, const QString &message)
{
    clearErrors();
    const qsizetype index = indexOf(id);
    const OwnPerson person{index < 0 ? newId().toString(QUuid::WithoutBraces) : id, name.simplified(), dialledNumber(phone),
                           role.simplified().left(longestPersonRole), message.trimmed().left(longestReadyMessage)};
    if (person.name.isEmpty())
        m_nameError = tr("Write a name, so that you find it fast.");
    if (person.phone.isEmpty())
        m_phoneError = tr("Write a phone number, like 207-555-0142.");
    Q_EMIT errorsChanged();
    if (person.name.isEmpty() || person.phone.isEmpty())
        return false;
    QList<OwnPerson> people = m_people;
    if (index < 0)
        people << person;
    else
        people[index] = person;
    return keep(people);
}

bool MyPeopleView::remove(const QString &id)
{
    QList<OwnPerson> people = m_people;
    people.removeIf([&](const OwnPerson &one) { return one.id == id; });
    return keep(people);
}

bool MyPeopleView::move(const QString &id, int by)
{
    const qsizetype from = indexOf(id);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_people.size())
        return false;
    QList<OwnPerson> people = m_people;
    people.move(from, to);
    return keep(people);
}

bool MyPeopleView::keep(const QList<OwnPerson> &people)
{
    Records *records = m_account.records();
    if (!records)
        return false;
    if (const Result<void> kept = setMyPeople(*records, people); !kept) {
        m_problemText = handrail::problemText(kept.error()).inOne();
        Q_EMIT errorsChanged();
        return false;
    }
    readAgain();
    return true;
}

void MyPeopleView::clearErrors()
{
    m_nameError.clear();
    m_phoneError.clear();
    m_problemText.clear();
    Q_EMIT errorsChanged();
}

void MyPeopleView::call()
{
    callPerson(m_people.value(0).id);
}

void MyPeopleView::callPerson(const QString &id)
{
    if (const qsizetype index = indexOf(id); index >= 0)
        m_crisis.callNumber(m_people.at(index).phone);
}

void MyPeopleView::textPerson(const QString &id, const QString &message)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    const QString words = message.trimmed();
    m_crisis.textNumber(m_people.at(index).phone, words.isEmpty() ? m_people.at(index).message : words);
}

} // namespace handrail
