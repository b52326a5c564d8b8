// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "content/ContentLibrary.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// Whether the clinic hears that what it asked for was done. At the end of a lesson or a skill the page shows a switch; as it stands when
/// the page is left, when the lock falls or when the app ends, it is told or not. Before that nothing goes, and what is told is only that the
/// task is done. Switched off, the task stays as it is and can be told another time.
class DoneReport final : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(DoneReport)
    QML_UNCREATABLE("Given by what has an end")
    Q_PROPERTY(bool isAsked READ isAsked NOTIFY changed)
    Q_PROPERTY(bool isOn READ isOn WRITE setOn NOTIFY changed)

public:
    DoneReport(Account &account, const Clock &clock, QObject *parent = nullptr);
    ~DoneReport() override;

    /// The clinic asked for it and has not heard of it: there is something to switch.
    [[nodiscard]] bool isAsked() const { return !m_tasks.isEmpty(); }
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool isOn);

    /// The lesson or skill `id` came to an end. `isOn` is how the switch begins; where it stands already for the same end, it stays.
    void ask(const QString &id, const ContentLibrary &library, bool isOn);
    /// The switch is out of sight: what is on is told.
    void leave();

Q_SIGNALS:
    void changed();

private:
    Account &m_account;
    const Clock &m_clock;
    QString m_id;
    QStringList m_tasks;
    bool m_isOn = false;
};

} // namespace handrail
