// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Wipe.h"

#include <sodium.h>

namespace handrail {

void wipe(QString &secret)
{
    if (secret.isDetached()) // else data() would make a copy and wipe that
        sodium_memzero(secret.data(), std::size_t(secret.size()) * sizeof(QChar));
    secret.clear();
}

void wipe(QByteArray &secret)
{
    if (secret.isDetached())
        sodium_memzero(secret.data(), std::size_t(secret.size()));
    secret.clear();
}

} // namespace handrail
