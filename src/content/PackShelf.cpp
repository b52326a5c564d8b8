// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/PackShelf.h"

#include "core/Log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace handrail {

struct PackShelf::Kept {
    QString path;
    int version = 0;
    QByteArray hash;
};

namespace {

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

tl::unexpected<PackProblem> refused(PackFault fault, const QString &what = {})
{
    qCWarning(logApp) << "pack refused:" << nameOf(fault) << what;
    return tl::make_unexpected(PackProblem{fault, what});
}

} // namespace

PackShelf::PackShelf(QString folder, QString id, QByteArray key, KnownIds elsewhere)
    : m_folder(std::move(folder))
    , m_id(std::move(id))
    , m_key(std::move(key))
    , m_elsewhere(std::move(elsewhere))
{
}

QList<PackShelf::Kept> PackShelf::kept() const
{
    static const QRegularExpression name(QStringLiteral("^(\\d{1,9})-([0-9a-f]{64})\\.pack$"));
    QList<Kept> files;
    for (const QString &each : QDir(m_folder).entryList(QDir::Files)) {
        if (const auto match = name.match(each); match.hasMatch())
            files << Kept{m_folder + u'/' + each, match.captured(1).toInt(), match.captured(2).toLatin1()};
    }
    std::sort(files.begin(), files.end(), [](const Kept &a, const Kept &b) { return a.version > b.version; });
    return files;
}

PackResult<std::shared_ptr<const Pack>> PackShelf::read(const Kept &kept) const
{
    QFile file(kept.path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(PackFault::CutShort, QStringLiteral("kept, not opened"));
    const QByteArray bytes = file.read(maximumPackBytes + 1);
    if (hashOf(bytes) != kept.hash)
        return refused(PackFault::WrongContent, QStringLiteral("kept, changed"));
    auto pack = Pack::open(bytes, m_key, m_elsewhere);
    if (!pack)
        return refused(pack.error().fault, QStringLiteral("kept, ") + pack.error().what);
    if ((*pack)->manifest().id != m_id || (*pack)->manifest().version != kept.version)
        return refused(PackFault::OtherPack, QStringLiteral("kept"));
    return pack;
}

std::shared_ptr<const Pack> PackShelf::current() const
{
    for (const Kept &file : kept()) {
        if (const auto pack = read(file))
            return *pack;
    }
    return nullptr;
}

PackResult<std::shared_ptr<const Pack>> PackShelf::take(const QByteArray &bytes)
{
    const auto pack = Pack::open(bytes, m_key, m_elsewhere);
    if (!pack)
        return refused(pack.error().fault, pack.error().what);
    const int version = (*pack)->manifest().version;
    if ((*pack)->manifest().id != m_id)
        return refused(PackFault::OtherPack);
    if (const auto here = current(); here && here->manifest().version >= version)
        return refused(PackFault::NotNewer, QStringLiteral("%1, here is %2").arg(version).arg(here->manifest().version));

    const QString path = m_folder + QStringLiteral("/%1-%2.pack").arg(version).arg(QLatin1String(hashOf(bytes)));
    QSaveFile file(path);
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refused(PackFault::NotWritten, QStringLiteral("file %1").arg(int(file.error())));
    // Read back: the disk may say yes and mean no.
    if (const auto back = read(Kept{path, version, hashOf(bytes)}); !back) {
        QFile::remove(path);
        return refused(PackFault::NotWritten, QStringLiteral("not what was written"));
    }
    clearAway(version);
    return pack;
}

void PackShelf::clearAway(int newest) const
{
    bool hasBefore = false;
    for (const Kept &file : kept()) {
        if (file.version == newest)
            continue;
        // The newest of the rest that is whole stays; a file that would be newer and is damaged goes.
        if (!hasBefore && file.version < newest && read(file))
            hasBefore = true;
        else
            QFile::remove(file.path);
    }
}

} // namespace handrail
