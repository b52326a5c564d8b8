// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/MyPerson.h"
#include "view/CrisisView.h"
#include "view/Preferences.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// The one person to call on a hard day: chosen, changed, called.
class MyPersonView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    Q_PROPERTY(QString callText READ callText NOTIFY changed)
    Q_PROPERTY(QString textText READ textText NOTIFY changed)
    Q_PROPERTY(QString nameError READ nameError NOTIFY errorsChanged)
    Q_PROPERTY(QString phoneError READ phoneError NOTIFY errorsChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY errorsChanged)

public:
    /// A call goes the way of `crisis`: on a device without a phone the number is shown large.
    MyPersonView(Account &account, CrisisView &crisis, const Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] bool isThere() const { return m_person.has_value(); }
    [[nodiscard]] QString name() const { return m_person ? m_person->name : QString(); }
    [[nodiscard]] QString phone() const { return m_person ? m_person->phone : QString(); }
    [[nodiscard]] QString callText() const; ///< "Call Rosa"
    [[nodiscard]] QString textText() const; ///< "Text Rosa"
    [[nodiscard]] QString nameError() const { return m_nameError; }
    [[nodiscard]] QString phoneError() const { return m_phoneError; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// `phone` as people write it. False when it was not kept; the errors say why.
    Q_INVOKABLE bool save(const QString &name, const QString &phone);
    Q_INVOKABLE bool remove();
    Q_INVOKABLE void clearErrors();
    Q_INVOKABLE void call();
    Q_INVOKABLE void text(const QString &message); ///< in the system's own app, where it can still be changed

Q_SIGNALS:
    void changed();
    void errorsChanged();

private:
    void read();
    bool settle(const Result<void> &result);

    Account &m_account;
    CrisisView &m_crisis;
    std::optional<MyPerson> m_person;
    QString m_nameError;
    QString m_phoneError;
    QString m_problemText;
};

} // namespace handrail
