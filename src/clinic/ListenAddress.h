// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace handrail::clinic {

/// Where the clinic listens, as --listen says it.
struct ListenAddress {
    QByteArray address;
    quint16 port = 0;
    bool isLoopback = false;
};

/// Of ADDR:PORT; an IPv6 address may stand in brackets, and localhost is 127.0.0.1. nullopt: it is not of that form.
[[nodiscard]] std::optional<ListenAddress> readListenAddress(const QString &text);
/// https, or plain http on this machine: elsewhere no app takes plain http, and no cookie is safe on it.
[[nodiscard]] bool isSafeBase(const QString &text);
/// Where people and apps find the clinic: http or https, a host, and the path that the routes have behind any proxy's prefix.
[[nodiscard]] bool isFhirBase(const QString &text);

} // namespace handrail::clinic
