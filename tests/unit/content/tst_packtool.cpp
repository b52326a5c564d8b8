// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ContentTexts.h"
#include "content/Pack.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

    /// As any FHIR server takes it: the pieces, then the Library that names them.
    void aPackIsPublished()
    {
        auto set = texts::aWholeSet();
        for (int i = 0; i < 500; ++i) {
            const QByteArray id = "more-" + QByteArray::number(i);
            set.map.insert(QStringLiteral("skills/%1/en.md").arg(QString::fromLatin1(id)), texts::skill(id));
        }
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("texts"))).removeRecursively());
        write(set);
        QCOMPARE(run(words("make --id large-pack --version 3 --key clinic.key texts large.pack")), 0);
        QCOMPARE(run(words("publish --key clinic.key.pub large.pack")), 0);
        const QJsonArray entries = QJsonDocument::fromJson(m_said.toUtf8()).object().value(QLatin1String("entry")).toArray();
        QVERIFY(entries.size() >= 3);
        QByteArray bytes;
        QHash<QString, QByteArray> binaries;
        for (const QJsonValue &entry : entries) {
            const QJsonObject resource = entry.toObject().value(QLatin1String("resource")).toObject();
            const QString name =
                resource.value(QLatin1String("resourceType")).toString() + u'/' + resource.value(QLatin1String("id")).toString();
            const QJsonObject request = entry.toObject().value(QLatin1String("request")).toObject();
            QCOMPARE(request.value(QLatin1String("url")).toString(), name);
            QCOMPARE(request.value(QLatin1String("method")).toString(), QStringLiteral("PUT"));
            QVERIFY(QJsonDocument(resource).toJson().size() < 1024 * 1024); // the most that our clinic takes in one request
            binaries.insert(name, QByteArray::fromBase64(resource.value(QLatin1String("data")).toString().toLatin1()));
        }
        const QJsonObject library = entries.last().toObject().value(QLatin1String("resource")).toObject();
        QCOMPARE(library.value(QLatin1String("url")).toString(),
                 QStringLiteral("https://handrail.example/fhir/Library/large-pack"));
        QCOMPARE(library.value(QLatin1String("version")).toString(), QStringLiteral("3"));
        QCOMPARE(library.value(QLatin1String("relatedArtifact")).toArray().size(), 502); // each skill and the module
        const QJsonArray content = library.value(QLatin1String("content")).toArray();
        for (const QJsonValue &each : content) {
            const QByteArray piece = binaries.value(each.toObject().value(QLatin1String("url")).toString());
            QCOMPARE(each.toObject().value(QLatin1String("size")).toInt(), piece.size());
            QCOMPARE(QByteArray::fromBase64(each.toObject().value(QLatin1String("hash")).toString().toLatin1()),
                     QCryptographicHash::hash(piece, QCryptographicHash::Sha1));
            bytes += piece;
        }
        QFile file(m_folder.filePath(QStringLiteral("large.pack")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(bytes, file.readAll());
        // What an app would refuse is not published.
        QCOMPARE(run(words("publish --key other.key.pub large.pack")), 1);
        QVERIFY2(m_said.contains(QLatin1String("WrongKey")), qPrintable(m_said));
    }

    void aTextIsWithdrawnAndRestored()
    {
        for (const auto &[verb, status] : {std::pair("withdraw", "retired"), std::pair("restore", "active")}) {
            QCOMPARE(run({QString::fromLatin1(verb), QStringLiteral("ride-the-urge")}), 0);
            const QJsonArray entries = QJsonDocument::fromJson(m_said.toUtf8()).object().value(QLatin1String("entry")).toArray();
            QCOMPARE(entries.size(), 1);
            const QJsonObject library = entries.first().toObject().value(QLatin1String("resource")).toObject();
            QCOMPARE(library.value(QLatin1String("id")).toString(), QStringLiteral("ride-the-urge"));
            QCOMPARE(library.value(QLatin1String("status")).toString(), QLatin1String(status));
            QVERIFY(!library.contains(QLatin1String("content")));
        }
    }

    /// An id with a slip in it would withdraw nothing, and the harmful text would stay. One's own is not known without its pack.
    void aWithdrawalOfWhatIsNotOursIsWarnedOf()
    {
        for (const char *id : {"ride-the-urg", "feet-down"}) {
            QCOMPARE(run({QStringLiteral("withdraw"), QString::fromLatin1(id)}), 0);
            const QString warning = QStringLiteral("warning: no text of ours is called %1.").arg(QLatin1String(id));
            QVERIFY2(m_said.contains(warning) && m_said.contains(QLatin1String("retired")), qPrintable(m_said));
        }
    }

    /// A pack is published again: a Library of its id without content would take it away. One's own text is known by the pack that holds it.
    void aPackIsNotRestored()
    {
        for (const char *line : {"restore clinic-pack", "restore feet-down", "restore --key clinic.key.pub clinic-pack one.pack",
                                 "restore --key clinic.key.pub ride-the-urge one.pack"}) {
            QCOMPARE(run(words(line)), 1);
            QVERIFY2(m_said.contains(QLatin1String("Nothing done")) && m_said.contains(QLatin1String("published again"))
                         && !m_said.contains(QLatin1String("Bundle")),
                     qPrintable(m_said));
        }
        QCOMPARE(run(words("restore --key clinic.key.pub feet-down one.pack")), 0);
        const QJsonArray entries = QJsonDocument::fromJson(m_said.toUtf8()).object().value(QLatin1String("entry")).toArray();
        QCOMPARE(entries.size(), 1);
        const QJsonObject library = entries.first().toObject().value(QLatin1String("resource")).toObject();
        QCOMPARE(library.value(QLatin1String("id")).toString(), QStringLiteral("feet-down"));
        QCOMPARE(library.value(QLatin1String("status")).toString(), QStringLiteral("active"));
        QCOMPARE(run(words("--help")), 0);
        for (const char *kind : {"places/", "lesson, place or pack", "restore --key FILE.pub ID PACK"})
            QVERIFY2(m_said.contains(QLatin1String(kind)), kind);
    }

    /// At a clinic the text and the pack would be one Library: restoring the text would take the pack away.
    void aPackHasAnIdOfItsOwn()
    {
        for (const char *id : {"feet-down", "ride-the-urge"}) {
            QCOMPARE(run(words("make --version 1 --key clinic.key texts same.pack --id") << QString::fromLatin1(id)), 1);
            QVERIFY2(m_said.contains(QLatin1String("Not made")) && m_said.contains(QLatin1String(id)), qPrintable(m_said));
            QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("same.pack"))));
        }
        // One that was made before that was refused.
        QFile secret(m_folder.filePath(QStringLiteral("clinic.key")));
        QVERIFY(secret.open(QIODevice::ReadOnly));
        const PackManifest manifest{QStringLiteral("feet-down"),
                                    1,
                                    {QStringLiteral("en"), QStringLiteral("es")},
                                    QDateTime::fromString(QStringLiteral("2026-11-26T12:00:00Z"), Qt::ISODate)};
        const QByteArray bytes = signedPack(manifest, texts::aWholeSet().map, QByteArray::fromHex(secret.readAll().trimmed()));
        QFile pack(m_folder.filePath(QStringLiteral("same.pack")));
        QVERIFY(pack.open(QIODevice::WriteOnly) && pack.write(bytes) == bytes.size());
        pack.close();
        QCOMPARE(run(words("check --key clinic.key.pub same.pack")), 0);
        QCOMPARE(run(words("restore --key clinic.key.pub feet-down same.pack")), 1);
        QVERIFY2(m_said.contains(QLatin1String("published again")) && !m_said.contains(QLatin1String("Bundle")),
                 qPrintable(m_said));
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

    /// What can harm somebody is not signed either; what is worded otherwise is, with a warning.
    void aRiskIsRefusedAndWordsAreWarnedOf()
    {
        auto set = texts::aWholeSet();
        QByteArray &skill = set.map[QStringLiteral("skills/feet-down/en.md")];
        skill.replace("Sit down.", "An addict sits down.");
        write(set);
        QCOMPARE(run(words("make --id clinic-pack --version 3 --key clinic.key texts three.pack")), 0);
        QVERIFY2(m_said.contains(QStringLiteral("warning: skills/feet-down/en.md: “addict”: not the person first")),
                 qPrintable(m_said));
        set.map.insert(
            QStringLiteral("skills/cold-face/en.md"),
            texts::skill("cold-face", R"({"kind":"timer","steps":[{"say":"Put cold water on your face.","seconds":20}]})"));
        write(set);
        QCOMPARE(run(words("make --id clinic-pack --version 4 --key clinic.key texts four.pack")), 1);
        QVERIFY2(m_said.contains(QLatin1String("skills/cold-face/en.md: can harm")), qPrintable(m_said));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("four.pack"))));
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("texts/skills/cold-face"))).removeRecursively());
    }

    void wrongUseIsSaid()
    {
        for (const char *line :
             {"make", "sign x", "make --id a --version 1 --key missing texts two.pack", "check --key clinic.key one.pack",
              "publish one.pack", "withdraw", "withdraw ../x", "restore ../x", "restore feet-down one.pack", "--what"})
            QCOMPARE(run(words(line)), 2);
    }
};

QTEST_GUILESS_MAIN(TestPackTool)
#include "tst_packtool.moc"
