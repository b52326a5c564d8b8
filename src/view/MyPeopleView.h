// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/MyPeople.h"
#include "view/CrisisView.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// {id, name, phone, role, message, initials}
[[nodiscard]] QVariantMap personRow(const OwnPerson &person);

/// The people to call on a hard day, in order: chosen, changed, moved, called. The first of them is "my person". Nobody is in memory while it
/// is locked or signed out.
class MyPeopleView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString callText READ callText NOTIFY changed)
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed)
    Q_PROPERTY(QString namesText READ namesText NOTIFY changed)
    Q_PROPERTY(QStringList offeredMessages READ offeredMessages NOTIFY changed)
    Q_PROPERTY(QString nameError READ nameError NOTIFY errorsChanged)
    Q_PROPERTY(QString phoneError READ phoneError NOTIFY errorsChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY errorsChanged)

public:
    /// A call goes the way of `crisis`: on a device without a phone the number is shown large.
    MyPeopleView(Account &account, CrisisView &crisis, const Preferences &preferences, QObject *parent = nullptr);

    // The first.
    [[nodiscard]] bool isThere() const { return !m_people.isEmpty(); }
    [[nodiscard]] QString name() const { return m_people.value(0).name; }
    [[nodiscard]] QString callText() const; ///< "Call Rosa"
    Q_INVOKABLE void call();

    /// A list of {id, name, phone, role, message, initials, callText ("Call Rosa"), textText ("Text Rosa")}.
    [[nodiscard]] QVariantList people() const;
    [[nodiscard]] const QList<OwnPerson> &list() const { return m_people; }
    [[nodiscard]] bool canAdd() const { return m_people.size() < mostPeople; }
    [[nodiscard]] QString namesText() const; ///< "Rosa, James"
    [[nodiscard]] QStringList offeredMessages() const;
    [[nodiscard]] QString nameError() const { return m_nameError; }
    [[nodiscard]] QString phoneError() const { return m_phoneError; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// As in people(); empty for an id that is nobody's.
    Q_INVOKABLE [[nodiscard]] QVariantMap person(const QString &id) const;
    /// An empty id: somebody more. `phone` as people write it. False when it was not kept; the errors say why.
    Q_INVOKABLE bool save(const QString &id, const QString &name, const QString &phone, const QString &role,
                          const QString &message);
    Q_INVOKABLE bool remove(const QString &id);
    Q_INVOKABLE bool move(const QString &id, int by); ///< -1: one up
    Q_INVOKABLE void clearErrors();
    Q_INVOKABLE void callPerson(const QString &id);
    /// In the system's own app, where it can still be changed: `message`, or without one their ready one.
    Q_INVOKABLE void textPerson(const QString &id, const QString &message = {});
    void readAgain();

Q_SIGNALS:
    void changed();
    void errorsChanged();

private:
    bool keep(const QList<OwnPerson> &people);
    [[nodiscard]] qsizetype indexOf(const QString &id) const;

    Account &m_account;
    CrisisView &m_crisis;
    QList<OwnPerson> m_people;
    QString m_nameError;
    QString m_phoneError;
    QString m_problemText;
};

} // namespace handrail
