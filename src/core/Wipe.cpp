// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Wipe.h"

#include <sodium.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <utility>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define HANDRAIL_HAS_GLIBC_HEAP
#include <malloc.h>
#include <unistd.h>
#endif

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

void wipe(std::span<char> secret)
{
    sodium_memzero(secret.data(), secret.size());
}

#ifdef HANDRAIL_HAS_GLIBC_HEAP

namespace {

/// A piece of memory that is taken for a moment. The list goes through the pieces themselves.
struct Taken {
    Taken *next;
};

void giveBack(Taken *taken)
{
    while (taken)
        free(std::exchange(taken, taken->next)); // NOLINT(cppcoreguidelines-no-malloc)
}

constexpr std::size_t mostWiped = std::size_t(256) * 1024 * 1024;
/// What is taken beyond the memory that is free: one piece of each size.
constexpr std::size_t growth = std::size_t(512) * 1024;
/// The allocator keeps freed pieces up to here apart by size, in steps.
constexpr std::size_t largestSmall = 1032;
constexpr std::size_t smallStep = 16;

} // namespace

void keepFreedMemoryInReach()
{
    mallopt(M_ARENA_MAX, 1);
    // What is freed is overwritten then: later it may lie in a piece that somebody holds and has not filled.
    mallopt(M_PERTURB, 0xa5);
}

void wipeFreedMemory()
{
    sodium_stackzero(std::size_t(256) * 1024);
    const std::size_t room = std::min(mostWiped, std::size_t(mallinfo2().fordblks) + growth);
    // What lies behind the heap's end is fresh: nothing of that size is free any more.
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
    Taken *taken = nullptr, *fresh = nullptr;
    std::size_t wiped = 0;
    for (std::size_t size = std::size_t(64) * 1024; size > sizeof(Taken);) {
        for (bool isFresh = false; wiped < room && !isFresh;) {
            void *piece = malloc(size); // NOLINT(cppcoreguidelines-no-malloc): it is the allocator that is meant
            if (!piece)
                break;
            const std::size_t whole = malloc_usable_size(piece);
            sodium_memzero(piece, whole);
            wiped += whole;
            isFresh = reinterpret_cast<std::uintptr_t>(piece) >= end;
            Taken *&list = isFresh ? fresh : taken;
            list = new (piece) Taken{list};
        }
        size = size > 2 * largestSmall ? size / 2 : size > largestSmall ? largestSmall : size - smallStep;
    }
    giveBack(taken);
    // Last: the allocator holds on to the first that it gets of each size, and would keep the heap from shrinking.
    giveBack(fresh);
    malloc_trim(0); // whole pages go back to the system, which gives them out empty
}

#else

void keepFreedMemoryInReach() {}

void wipeFreedMemory()
{
    sodium_stackzero(std::size_t(256) * 1024);
}

#endif

} // namespace handrail
