// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/SmallDisk.h"

#include <QFile>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace handrail {

namespace {

bool hasOwnMounts = false;

QByteArray sizeOption(int kib)
{
    return "size=" + QByteArray::number(kib) + 'k';
}

} // namespace

bool SmallDisk::prepare()
{
    hasOwnMounts = (geteuid() == 0 ? unshare(CLONE_NEWNS) : unshare(CLONE_NEWUSER | CLONE_NEWNS)) == 0
        && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    return hasOwnMounts;
}

SmallDisk::SmallDisk(const QString &place, int kib)
    : m_place(QFile::encodeName(place))
{
    m_isThere = hasOwnMounts && mount("tmpfs", m_place.constData(), "tmpfs", 0, sizeOption(kib).constData()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_isThere)
        umount2(m_place.constData(), MNT_DETACH);
}

bool SmallDisk::makeReadOnly() const
{
    return mount(nullptr, m_place.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

bool SmallDisk::makeWritable() const
{
    return mount(nullptr, m_place.constData(), nullptr, MS_REMOUNT, nullptr) == 0;
}

bool SmallDisk::resize(int kib) const
{
    return mount(nullptr, m_place.constData(), nullptr, MS_REMOUNT, sizeOption(kib).constData()) == 0;
}

void SmallDisk::fill() const
{
    QFile ballast(QFile::decodeName(m_place) + QStringLiteral("/ballast"));
    if (!ballast.open(QIODevice::Append | QIODevice::Unbuffered))
        return;
    const QByteArray block(4096, 'b');
    while (ballast.write(block) == block.size()) {}
    while (ballast.write("b", 1) == 1) {}
}

} // namespace handrail
