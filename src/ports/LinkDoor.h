// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <functional>

namespace handrail {

/// How the system brings addresses of the app (core/DeepLink) to the one Handrail that runs. Whoever brings them is not known.
class LinkDoor
{
public:
    virtual ~LinkDoor() = default;
    /// Gives the address to a Handrail of this person that runs already, and has it come to the front; without an address that alone.
    /// False when there is none: then this one is to go on.
    virtual bool handOver(const QString &address) = 0;
    /// From now on this is the Handrail that runs. `come` is called with each address that is brought, and with an empty one when the app
    /// is only to come to the front.
    virtual void open(std::function<void(const QString &address)> come) = 0;
};

} // namespace handrail
