// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "../unit/content/ContentTexts.h"
#include "ClinicProcess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

namespace handrail::test {

/// A clinic's writer of texts, with the real handrail-pack and a key that was made for this run.
class PackPublisher
{
public:
    PackPublisher() { run({QStringLiteral("key"), QStringLiteral("clinic.key")}); }

    /// The public key, as an app is built with it.
    [[nodiscard]] QByteArray key() const
    {
        QFile file(m_folder.filePath(QStringLiteral("clinic.key.pub")));
        return file.open(QIODevice::ReadOnly) ? QByteArray::fromHex(file.readAll().trimmed()) : QByteArray();
    }
    /// The Bundle that offers these texts as a pack; empty when they are not in order.
    QByteArray offer(int version, const texts::MapTexts &set)
    {
        QDir(m_folder.filePath(QStringLiteral("texts"))).removeRecursively();
        for (const QString &path : set.paths()) {
            const QString whole = m_folder.filePath(QStringLiteral("texts/") + path);
            QDir().mkpath(QFileInfo(whole).path());
            QFile file(whole);
            if (!file.open(QIODevice::WriteOnly) || file.write(set.text(path)) <= 0)
                return {};
        }
        run({QStringLiteral("make"), QStringLiteral("--id"), QStringLiteral("clinic-pack"), QStringLiteral("--version"),
             QString::number(version), QStringLiteral("--key"), QStringLiteral("clinic.key"), QStringLiteral("texts"),
             QStringLiteral("one.pack")});
        return run(
            {QStringLiteral("publish"), QStringLiteral("--key"), QStringLiteral("clinic.key.pub"), QStringLiteral("one.pack")});
    }
    QByteArray withdrawal(const QString &id) { return run({QStringLiteral("withdraw"), id}); }
    QByteArray restoration(const QString &id) { return run({QStringLiteral("restore"), id}); }

private:
    QByteArray run(const QStringList &words)
    {
        QProcess program;
        program.setWorkingDirectory(m_folder.path());
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(HANDRAIL_PACK), words);
        return program.waitForFinished() && program.exitCode() == 0 ? program.readAllStandardOutput() : QByteArray();
    }

    QTemporaryDir m_folder;
};

} // namespace handrail::test
