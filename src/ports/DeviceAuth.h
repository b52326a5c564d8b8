// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QCoroTask>

namespace handrail {

/// The device's own look at who holds it: a fingerprint, a face. It keeps a small secret that it gives out only to its owner, so that a
/// "yes" cannot be made up by changing the app. GUI thread only; never blocks.
class DeviceAuth
{
public:
    virtual ~DeviceAuth() = default;
    /// The device has it, and a finger or face is set up.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// Something is kept under `name`. Asks nobody.
    [[nodiscard]] virtual bool isKept(const QString &name) const = 0;
    /// Keeps up to 200 bytes under `name`. Adding a finger or a face to the device makes them unreadable.
    virtual QCoro::Task<Result<void>> keep(QString name, QByteArray secret) = 0;
    /// Asks the person and gives the bytes. Problems: Cancelled (they said no, or were not recognised), NotFound (nothing is kept, or
    /// it is unreadable now).
    virtual QCoro::Task<Result<QByteArray>> release(QString name) = 0;
    /// Removing what is not there succeeds.
    virtual QCoro::Task<Result<void>> forget(QString name) = 0;
};

} // namespace handrail
