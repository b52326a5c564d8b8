// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "platform/common/UrlOpener.h"
#include "ports/Dialer.h"

#include <optional>

namespace handrail {

/// Hands a number to a phone program by tel: and sms:, if this device has one. Most desktops have none.
class DesktopDialer final : public Dialer
{
public:
    explicit DesktopDialer(SchemeQuestion hasHandler, UrlOpener opener = systemOpener());

    [[nodiscard]] bool canCall() const override;
    bool call(const QString &number) override;
    bool text(const QString &number, const QString &message) override;

private:
    bool hand(const QString &scheme, const QString &number, const QString &message = {});

    SchemeQuestion m_hasHandler;
    UrlOpener m_opener;
    mutable std::optional<bool> m_canCall; ///< asked once, when it is first needed
};

} // namespace handrail
