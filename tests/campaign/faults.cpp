// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
//
// The preloaded library campaign-faults: stands between the program and the C library, and lets the n-th operation on a file of the store,
// or the n-th allocation, fail. For power loss it remembers what was written and not yet synced. Linux with glibc.

#include "faults.h"

#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

// glibc's own allocation, under the names that it exports for libraries like this one.
extern "C" {
void *__libc_malloc(std::size_t);
void *__libc_calloc(std::size_t, std::size_t);
void *__libc_realloc(void *, std::size_t);
}

namespace {

template <typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

std::recursive_mutex lock;
int fault = HandrailFaultNone;
long nth = 0;
bool isLasting = false;
long operations = 0;
long hits = 0;
unsigned dice = 1;
bool isWriteCutShort = false;
thread_local bool isInside = false; ///< our own calls are not counted
thread_local bool isArmed = false;  ///< in the thread that asked for it alone are allocations counted

struct Inside {
    Inside() { isInside = true; }
    ~Inside() { isInside = false; }
};

unsigned roll()
{
    dice = dice * 1664525U + 1013904223U; // any even spread will do, and it must be the same on every machine
    return dice >> 8;
}

/// One write that the disk may not have yet.
struct Write {
    off64_t offset;
    std::string before; ///< what was there; shorter than `after` where the file grew
    std::string after;
};

/// A file as the disk has it: the writes since the last sync, and the size then.
struct Unsynced {
    off64_t size = 0;
    std::vector<Write> writes;
};

using FileId = std::pair<dev_t, ino_t>;

std::map<int, std::string> *paths = nullptr; ///< open files of the store
std::map<FileId, Unsynced> *unsynced = nullptr;

bool isWatched(const char *path)
{
    static const char *folder = getenv("HANDRAIL_FAULT_FOLDER");
    return folder && *folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

std::map<int, std::string> &openFiles()
{
    if (!paths)
        paths = new std::map<int, std::string>;
    return *paths;
}

bool isWatched(int file)
{
    if (isInside || !paths)
        return false;
    const std::lock_guard guard(lock);
    return paths->count(file) > 0;
}

FileId idOf(int file)
{
    struct stat64 facts {
    };
    fstat64(file, &facts);
    return {facts.st_dev, facts.st_ino};
}

void noteOpened(int file, const char *path)
{
    if (file < 0 || isInside || !isWatched(path))
        return;
    const Inside inside;
    const std::lock_guard guard(lock);
    openFiles()[file] = path;
}

/// Before `size` bytes are written at `offset`.
void noteWrite(int file, const void *bytes, std::size_t size, off64_t offset)
{
    const Inside inside;
    const std::lock_guard guard(lock);
    if (!unsynced)
        unsynced = new std::map<FileId, Unsynced>;
    Unsynced &known = (*unsynced)[idOf(file)];
    struct stat64 facts {
    };
    fstat64(file, &facts);
    if (known.writes.empty())
        known.size = facts.st_size;
    Write write{offset, std::string(size, '\0'), std::string(static_cast<const char *>(bytes), size)};
    // The program may have opened it for writing only.
    const int reading = openat64(AT_FDCWD, openFiles()[file].c_str(), O_RDONLY | O_CLOEXEC);
    const ssize_t got = reading < 0 ? 0 : pread64(reading, write.before.data(), size, offset);
    write.before.resize(got > 0 ? std::size_t(got) : 0);
    if (reading >= 0)
        close(reading);
    known.writes.push_back(std::move(write));
}

void noteSynced(int file)
{
    const Inside inside;
    const std::lock_guard guard(lock);
    if (unsynced)
        unsynced->erase(idOf(file));
}

void writeFully(int file, const std::string &bytes, std::size_t size, off64_t offset)
{
    for (std::size_t done = 0; done < size;) {
        const ssize_t count = pwrite64(file, bytes.data() + done, size - done, offset + off64_t(done));
        if (count <= 0)
            return;
        done += std::size_t(count);
    }
}

/// The disk keeps of each file's unsynced writes any part: some, none, one of them torn at a sector.
[[noreturn]] void losePower()
{
    const Inside inside;
    const std::lock_guard guard(lock);
    std::map<FileId, std::string> places;
    for (const auto &[file, path] : openFiles())
        places[idOf(file)] = path;
    if (unsynced) {
        for (auto &[id, known] : *unsynced) {
            const auto place = places.find(id);
            if (place == places.end())
                continue;
            const int file = openat64(AT_FDCWD, place->second.c_str(), O_RDWR | O_CLOEXEC);
            if (file < 0)
                continue;
            for (auto write = known.writes.rbegin(); write != known.writes.rend(); ++write)
                writeFully(file, write->before, write->before.size(), write->offset);
            if (ftruncate64(file, known.size) != 0)
                _exit(98);
            const bool isAllLost = roll() % 3 == 0;
            for (const Write &write : known.writes) {
                const unsigned fate = roll() % 4;
                if (isAllLost || fate == 0)
                    continue;
                const std::size_t size = fate == 1 ? write.after.size() / 2 / 512 * 512 : write.after.size();
                writeFully(file, write.after, size, write.offset);
            }
            close(file);
        }
    }
    _exit(99);
}

/// Counts one operation. True: it has to fail, with errno set.
bool mustFail(bool needsRoom)
{
    if (isInside || fault == HandrailFaultNone || fault == HandrailFaultMemory)
        return false;
    const std::lock_guard guard(lock);
    ++operations;
    const bool isTurn = fault != HandrailFaultCount && (operations == nth || (isLasting && operations > nth));
    if (!isTurn)
        return false;
    if (fault == HandrailFaultPower)
        losePower();
    if (fault != HandrailFaultBroken && !needsRoom)
        return false;
    ++hits;
    isWriteCutShort = fault == HandrailFaultShort;
    errno = fault == HandrailFaultBroken ? EIO : ENOSPC;
    return true;
}

/// How much of this write is carried out before it fails.
std::size_t partOf(std::size_t size)
{
    if (!isWriteCutShort)
        return 0;
    isWriteCutShort = false;
    // A short write is followed by another try; that one meets the full disk.
    if (!isLasting)
        ++nth;
    return size / 2;
}

bool hasMemory()
{
    if (fault != HandrailFaultMemory || isInside || !isArmed)
        return true;
    ++operations;
    const bool isTurn = operations == nth || (isLasting && operations > nth);
    hits += isTurn ? 1 : 0;
    return !isTurn;
}

template <typename Open>
int opened(const char *path, int flags, Open open)
{
    if (isWatched(path) && (flags & (O_WRONLY | O_RDWR)) != 0 && mustFail((flags & O_CREAT) != 0))
        return -1;
    const int file = open();
    noteOpened(file, path);
    return file;
}

int modeOf(int flags, va_list &arguments)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, int) : 0;
}

} // namespace

extern "C" {

void handrail_fault_arm(int kind, long number, bool lasting, unsigned seed)
{
    const std::lock_guard guard(lock);
    isArmed = true;
    fault = kind;
    nth = number;
    isLasting = lasting;
    operations = 0;
    hits = 0;
    dice = seed;
}

long handrail_fault_disarm()
{
    fault = HandrailFaultNone;
    return operations;
}

long handrail_fault_hits()
{
    return hits;
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int mode = modeOf(flags, arguments);
    va_end(arguments);
    static const auto real = next<int (*)(const char *, int, ...)>("open");
    return opened(path, flags, [&] { return real(path, flags, mode); });
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int mode = modeOf(flags, arguments);
    va_end(arguments);
    static const auto real = next<int (*)(const char *, int, ...)>("open64");
    return opened(path, flags, [&] { return real(path, flags, mode); });
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int mode = modeOf(flags, arguments);
    va_end(arguments);
    static const auto real = next<int (*)(int, const char *, int, ...)>("openat");
    return opened(path, flags, [&] { return real(folder, path, flags, mode); });
}

int openat64(int folder, const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int mode = modeOf(flags, arguments);
    va_end(arguments);
    static const auto real = next<int (*)(int, const char *, int, ...)>("openat64");
    return opened(path, flags, [&] { return real(folder, path, flags, mode); });
}

int close(int file)
{
    static const auto real = next<int (*)(int)>("close");
    if (isWatched(file)) {
        const Inside inside;
        const std::lock_guard guard(lock);
        paths->erase(file);
    }
    return real(file);
}

ssize_t write(int file, const void *bytes, std::size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void *, std::size_t)>("write");
    if (isWatched(file)) {
        if (mustFail(true)) {
            size = partOf(size);
            if (size == 0)
                return -1;
        }
        if (fault == HandrailFaultPower)
            noteWrite(file, bytes, size, lseek64(file, 0, SEEK_CUR));
    }
    return real(file, bytes, size);
}

ssize_t pwrite64(int file, const void *bytes, std::size_t size, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, std::size_t, off64_t)>("pwrite64");
    if (isWatched(file)) {
        if (mustFail(true)) {
            size = partOf(size);
            if (size == 0)
                return -1;
        }
        if (fault == HandrailFaultPower)
            noteWrite(file, bytes, size, offset);
    }
    return real(file, bytes, size, offset);
}

ssize_t pwrite(int file, const void *bytes, std::size_t size, off_t offset)
{
    return pwrite64(file, bytes, size, offset);
}

int ftruncate64(int file, off64_t size)
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return isWatched(file) && mustFail(false) ? -1 : real(file, size);
}

int ftruncate(int file, off_t size)
{
    return ftruncate64(file, size);
}

int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    if (isWatched(file)) {
        if (mustFail(false))
            return -1;
        noteSynced(file);
    }
    // Of the real disk nothing is asked: the process dies here, not the machine, and thousands of cycles would wait for it.
    return fault == HandrailFaultPower ? 0 : real(file);
}

int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    if (isWatched(file)) {
        if (mustFail(false))
            return -1;
        noteSynced(file);
    }
    return fault == HandrailFaultPower ? 0 : real(file);
}

int rename(const char *from, const char *to)
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    return isWatched(from) && mustFail(true) ? -1 : real(from, to);
}

int unlink(const char *path)
{
    static const auto real = next<int (*)(const char *)>("unlink");
    return isWatched(path) && mustFail(false) ? -1 : real(path);
}

void *malloc(std::size_t size)
{
    if (hasMemory())
        return __libc_malloc(size);
    errno = ENOMEM;
    return nullptr;
}

void *calloc(std::size_t count, std::size_t size)
{
    if (hasMemory())
        return __libc_calloc(count, size);
    errno = ENOMEM;
    return nullptr;
}

void *realloc(void *old, std::size_t size)
{
    if (hasMemory())
        return __libc_realloc(old, size);
    errno = ENOMEM;
    return nullptr;
}
}
