// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Held.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// Who can see what of a patient's: what lies on this device, who at the clinic sees what was sent, what relatives see, and what nobody does;
/// and everything that was ever signed.
class PrivacyView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(QString clinicName READ clinicName NOTIFY changed)
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(QVariantList team READ team NOTIFY changed)
    Q_PROPERTY(QVariantList relatives READ relatives NOTIFY changed)
    Q_PROPERTY(QString sheetsText READ sheetsText NOTIFY changed)
    Q_PROPERTY(QString peopleText READ peopleText NOTIFY changed)
    Q_PROPERTY(QString planText READ planText NOTIFY changed)
    Q_PROPERTY(bool isPlanShared READ isPlanShared NOTIFY changed)
    Q_PROPERTY(QVariantList consents READ consents NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    PrivacyView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// A page of it shows; else nothing is read.
    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    [[nodiscard]] QString clinicName() const { return m_clinicName; } ///< may be empty
    [[nodiscard]] QVariantList kinds() const { return m_kinds; }      ///< records on this device: {title, count}
    [[nodiscard]] QVariantList team() const { return m_team; }        ///< {name, role, initials}
    /// Whom something is shared with now: {name, what, initials}.
    [[nodiscard]] QVariantList relatives() const { return m_relatives; }
    [[nodiscard]] QString sheetsText() const { return m_sheetsText; }
    [[nodiscard]] QString peopleText() const { return m_peopleText; } ///< who sees My people
    [[nodiscard]] QString planText() const { return m_planText; }
    [[nodiscard]] bool isPlanShared() const { return m_isPlanShared; }
    /// All that was signed, what is in force first: {id, name, state, what, times, hasText}.
    [[nodiscard]] QVariantList consents() const { return m_consents; }
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// The words that were signed with this one, each of them.
    Q_INVOKABLE QString signedText(const QString &id) const;
    /// What stands above them: "Rosa Bell, sister".
    Q_INVOKABLE QString consentName(const QString &id) const;

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void clear();
    void forget();
    void readLockScreen(Records &records);
    void readSharings(const Records &records);
    [[nodiscard]] QString dayText(const QDate &day) const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    bool m_isShown = false;
    QString m_clinicName;
    QVariantList m_kinds;
    QVariantList m_team;
    QVariantList m_relatives;
    QString m_sheetsText;
    QString m_peopleText;
    QString m_planText;
    bool m_isPlanShared = false;
    QVariantList m_consents;
    QString m_problemTitle;
    QString m_problemText;
};

} // namespace handrail
