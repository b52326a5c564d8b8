// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ContentTexts.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;

/// handrail-pack, as a clinic runs it.
class TestPackTool final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_said;

    int run(const QStringList &words)
    {
        QProcess program;
        program.setWorkingDirectory(m_folder.path());
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(HANDRAIL_PACK), words);
        if (!program.waitForFinished())
            return -1;
        m_said = QString::fromUtf8(program.readAll());
        return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    }
    void write(const texts::MapTexts &set) const
    {
        for (const QString &path : set.paths()) {
            const QString whole = m_folder.filePath(QStringLiteral("texts/") + path);
            QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
            QFile file(whole);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(set.text(path)) > 0);
        }
    }
    static QStringList words(const char *line) { return QString::fromLatin1(line).split(u' '); }

private Q_SLOTS:
    void aPackIsMadeAndChecked()
    {
        write(texts::aWholeSet());
        QCOMPARE(run(words("key clinic.key")), 0);
        QCOMPARE(QFileInfo(m_folder.filePath(QStringLiteral("clinic.key"))).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(run(words("key clinic.key")), 1); // a key is never written over
        QCOMPARE(run(words("make --id clinic-pack --version 1 --key clinic.key texts one.pack")), 0);
        QCOMPARE(run(words("check --key clinic.key.pub one.pack")), 0);
        QVERIFY2(m_said.contains(QLatin1String("clinic-pack, version 1: 6 texts")), qPrintable(m_said));
        QCOMPARE(run(words("key other.key")), 0);
        QCOMPARE(run(words("check --key other.key.pub one.pack")), 1);
        QVERIFY2(m_said.contains(QLatin1String("WrongKey")), qPrintable(m_said));
    }

    void whatIsNotInOrderIsNotSigned()
    {
        auto set = texts::aWholeSet();
        set.map[QStringLiteral("skills/feet-down/en.md")].replace("## Steps", "## Stairs");
        write(set);
        QCOMPARE(run(words("make --id clinic-pack --version 2 --key clinic.key texts two.pack")), 1);
        QVERIFY2(m_said.contains(QLatin1String("skills/feet-down/en.md: cannot be read")), qPrintable(m_said));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("two.pack"))));
        write(texts::aWholeSet());
        for (const char *line : {"make --id Clinic --version 2 --key clinic.key texts two.pack",
                                 "make --id clinic --version 0 --key clinic.key texts two.pack"}) {
            QCOMPARE(run(words(line)), 1);
            QVERIFY2(m_said.contains(QLatin1String("BadManifest")), qPrintable(m_said));
        }
    }

    void wrongUseIsSaid()
    {
        for (const char *line : {"make", "sign x", "make --id a --version 1 --key missing texts two.pack",
                                 "check --key clinic.key one.pack", "--what"})
            QCOMPARE(run(words(line)), 2);
    }
};

QTEST_GUILESS_MAIN(TestPackTool)
#include "tst_packtool.moc"
