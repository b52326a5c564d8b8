// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>

#include <atomic>
#include <chrono>
#include <thread>

namespace handrail::clinic {

/// One run of the clinic's on-call command, beside the server's thread: no shell, one argument, nothing to read, nowhere to write. It and
/// what it started are killed when the time is over, and when this object goes.
class OnCallCommand
{
public:
    OnCallCommand(const QString &program, const QString &argument, std::chrono::milliseconds limit);
    ~OnCallCommand();
    OnCallCommand(const OnCallCommand &) = delete;
    OnCallCommand &operator=(const OnCallCommand &) = delete;

    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// It ended by itself in time, with exit code 0.
    [[nodiscard]] bool isTaken() const { return m_isTaken; }

private:
    void run(const QByteArray &program, const QByteArray &argument, std::chrono::milliseconds limit);

    std::atomic<bool> m_isStopping{false};
    std::atomic<bool> m_isTaken{false};
    std::atomic<bool> m_isDone{false};
    std::thread m_thread;
};

} // namespace handrail::clinic
