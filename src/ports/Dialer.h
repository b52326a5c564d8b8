// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

namespace handrail {

/// Hands a number to the system's phone or text app. It never starts a call by itself.
class Dialer
{
public:
    virtual ~Dialer() = default;
    /// False on devices that cannot call: the page then shows the number large, to be dialled on any phone.
    [[nodiscard]] virtual bool canCall() const = 0;
    /// `number` matches ^\+?[0-9]{2,15}$; anything else is refused with false.
    virtual bool call(const QString &number) = 0;
    /// `message` stands there to be changed and sent by the person; a system that takes none leaves it out. With an empty `number` the person picks
    /// there to whom.
    virtual bool text(const QString &number, const QString &message) = 0;
};

} // namespace handrail
