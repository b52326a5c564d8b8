// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/DeviceAuth.h"

#include <QCoroTimer>
#include <QHash>

namespace handrail {

/// A device with a finger set up, whose owner touches it, or does not.
class FakeDeviceAuth final : public DeviceAuth
{
public:
    [[nodiscard]] bool isAvailable() const override { return m_isAvailable; }
    [[nodiscard]] bool isKept(const QString &name) const override { return m_kept.contains(name); }
    QCoro::Task<Result<void>> keep(QString name, QByteArray secret) override
    {
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        m_kept.insert(name, secret);
        co_return Result<void>();
    }
    QCoro::Task<Result<QByteArray>> release(QString name) override
    {
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        if (!m_isOwner)
            co_return problem(ProblemKind::Cancelled, QStringLiteral("fake"));
        if (!m_kept.contains(name))
            co_return problem(ProblemKind::NotFound, QStringLiteral("fake"));
        const Result<QByteArray> secret = m_kept.value(name);
        co_return secret;
    }
    QCoro::Task<Result<void>> forget(QString name) override
    {
        m_kept.remove(name);
        co_return Result<void>();
    }

    void setAvailable(bool isAvailable) { m_isAvailable = isAvailable; }
    void setOwner(bool isOwner) { m_isOwner = isOwner; }
    [[nodiscard]] int count() const { return int(m_kept.size()); }

private:
    QHash<QString, QByteArray> m_kept;
    bool m_isAvailable = true;
    bool m_isOwner = true;
};

} // namespace handrail
