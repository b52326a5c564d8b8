// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

namespace handrail {

/// Opens the system's map at a postal address.
class Directions
{
public:
    virtual ~Directions() = default;
    virtual bool open(const QString &address) = 0;
};

} // namespace handrail
