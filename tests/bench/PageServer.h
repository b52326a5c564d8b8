// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "CheckIns.h"

#include <QByteArray>
#include <QList>
#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace handrail {

/// A FHIR server that costs nothing: it answers from memory, on a thread of its own, and only by what the app asks of these check-ins: all of
/// them by pages, and those that are new since a time. Every other search finds nothing. Counts what it was asked.
class PageServer
{
public:
    explicit PageServer(QList<PastCheckIn> checkIns);
    ~PageServer();
    PageServer(const PageServer &) = delete;
    PageServer &operator=(const PageServer &) = delete;

    [[nodiscard]] QByteArray base() const;
    /// The targets asked for since the last call, in order.
    [[nodiscard]] QList<QByteArray> takeAsked();

private:
    void accept();
    void serve(int socket);
    [[nodiscard]] QByteArray answer(const QByteArray &target);
    [[nodiscard]] QByteArray page(const QByteArray &path, qsizetype from, qsizetype count) const;

    QList<PastCheckIn> m_checkIns;
    int m_socket = -1;
    int m_port = 0;
    std::mutex m_lock;
    QList<QByteArray> m_asked;
    std::vector<int> m_clients;
    std::vector<std::thread> m_threads;
    std::thread m_thread;
};

} // namespace handrail
