// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/DeviceAuth.h"

namespace handrail {

/// A desktop: it has no recognition that guards a secret from other programs of the same person, so none is offered.
class NoDeviceAuth final : public DeviceAuth
{
public:
    [[nodiscard]] bool isAvailable() const override { return false; }
    [[nodiscard]] bool isKept(const QString &) const override { return false; }
    QCoro::Task<Result<void>> keep(QString, QByteArray) override { co_return problem(ProblemKind::NotFound); }
    QCoro::Task<Result<QByteArray>> release(QString) override { co_return problem(ProblemKind::NotFound); }
    QCoro::Task<Result<void>> forget(QString) override { co_return Result<void>(); }
};

} // namespace handrail
