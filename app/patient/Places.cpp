// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Places.h"

#include <QDir>
#include <QLockFile>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace handrail {

namespace {

const QString demoPrefix = QStringLiteral("demo-");

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

/// Says that a demo runs in this folder. It is free again when that process is gone, however it went.
class DemoLock : public QLockFile
{
public:
    explicit DemoLock(const QString &folder)
        : QLockFile(folder + QStringLiteral("/running"))
    {
        setStaleLockTime(0);
    }
};

struct DemoFolder {
    DemoFolder()
        : isMade(QDir().mkpath(dataFolder()))
        , folder(dataFolder() + u'/' + demoPrefix + QStringLiteral("XXXXXX"))
        , lock(folder.path())
    {
        lock.tryLock(0);
    }
    bool isMade;
    QTemporaryDir folder;
    DemoLock lock;
};

} // namespace

Places Places::in(const QString &folder)
{
    return {folder + QStringLiteral("/accounts"), folder + QStringLiteral("/preferences.ini"),
            folder + QStringLiteral("/clinic.json"), folder + QStringLiteral("/lock-screen")};
}

Places Places::onThisDevice()
{
    return in(dataFolder());
}

Places Places::forDemo()
{
    static DemoFolder demo;
    return in(demo.folder.path());
}

QStringList Places::ofBrokenDemos()
{
    QStringList folders;
    const QDir data(dataFolder());
    for (const QString &name : data.entryList({demoPrefix + u'*'}, QDir::Dirs)) {
        DemoLock lock(data.filePath(name));
        if (lock.tryLock(0))
            folders << data.filePath(name);
    }
    return folders;
}

} // namespace handrail
