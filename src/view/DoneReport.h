// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Learning.h"
#include "content/ContentLibrary.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// Whether the clinic hears that what it asked for was done. At the end of a lesson or a skill the page shows a switch; as it stands when
/// the page is left, when the app is put away or ends, or when the lock falls, it is told or not. Before that nothing goes, nor does anything of an
/// end whose switch nobody saw; and what is told is only that the thing is done. Switched off or not seen, it stays as it is and can be told
/// another time. What the disk refuses is said, tried again while the app runs, and asked for again with the switch on.
class DoneReport final : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(DoneReport)
    QML_UNCREATABLE("Given by what has an end")
    Q_PROPERTY(bool isAsked READ isAsked NOTIFY changed)
    Q_PROPERTY(bool isOn READ isOn WRITE setOn NOTIFY changed)
    Q_PROPERTY(bool isUntold READ isUntold NOTIFY changed)

public:
    DoneReport(Account &account, const Clock &clock, QObject *parent = nullptr);
    ~DoneReport() override;

    /// The clinic asked for it and has not heard of it: there is something to switch.
    [[nodiscard]] bool isAsked() const { return !m_done.isEmpty(); }
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool isOn); ///< by the person, who sees it
    /// The switch stands in front of the person.
    Q_INVOKABLE void noteSeen() { m_isSeen = true; }
    /// The clinic was to hear of something, and this device could not save that yet.
    [[nodiscard]] bool isUntold() const { return !m_untold.isEmpty(); }

    /// The lesson or skill `id` came to an end. `isOn` is how the switch begins; where it stands already for the same end, it stays.
    void ask(const QString &id, const ContentLibrary &library, bool isOn);
    /// The switch is out of sight: what is on is told.
    void leave();

Q_SIGNALS:
    void changed();

private:
    void tell();
    void putAway();
    void onAccountChanged();

    Account &m_account;
    const Clock &m_clock;
    QTimer m_retry;
    QString m_id;
    DoneNow m_done;
    DoneNow m_untold;
    Identity m_untoldBy;
    bool m_isOn = false;
    bool m_isSeen = false;
};

} // namespace handrail
