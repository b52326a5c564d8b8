// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QString>
#include <span>

namespace handrail {

/// Overwrites a secret before it goes, if nobody else holds the same text; the last holder does it. Copies that Qt or the system made stay.
void wipe(QString &secret);
void wipe(QByteArray &secret);
void wipe(std::span<char> secret);

/// To be called once, before any thread is there: what is freed is overwritten from then on, and what one thread frees can be reached from
/// another. Where the system's allocator is not glibc's, neither this nor wipeFreedMemory() can do anything.
void keepFreedMemoryInReach();
/// Overwrites what was freed and not used again, whoever freed it: copies that Qt, JSON readers and the network made of what they were given. And
/// what earlier calls left on this thread's stack. Takes some milliseconds. Out of reach stay what is still in use, and the last few pieces
/// that each other thread keeps for itself.
void wipeFreedMemory();

} // namespace handrail
