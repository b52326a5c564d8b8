// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "platform/common/AddressEvents.h"

#include <QStringList>
#include <QVariantMap>

namespace handrail {

/// The one Handrail of a Linux desktop: org.freedesktop.Application (Desktop Entry Specification 1.5, "D-Bus Activation") under the name
/// org.handrail.app on the session bus. Whoever has the name runs; a second process gives what it was started with to the first and ends.
/// Without a bus each is on its own.
class DesktopLinkDoor final : public AddressEvents
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    DesktopLinkDoor() = default;
    ~DesktopLinkDoor() override;

    bool handOver(const QString &address) override;
    void open(std::function<void(const QString &address)> come) override;

public Q_SLOTS:
    // The methods of org.freedesktop.Application. NOLINTBEGIN(readability-identifier-naming)
    Q_SCRIPTABLE void Activate(const QVariantMap &platformData);
    Q_SCRIPTABLE void Open(const QStringList &uris, const QVariantMap &platformData);
    Q_SCRIPTABLE void ActivateAction(const QString &name, const QVariantList &parameter, const QVariantMap &platformData);
    // NOLINTEND(readability-identifier-naming)

private:
    bool m_isOurs = false; ///< the name
};

} // namespace handrail
