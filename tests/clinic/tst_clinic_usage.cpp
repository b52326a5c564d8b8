// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicProcess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// The command line of handrail-clinic: what it refuses, and what it says then.
class TestClinicUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_directory.isValid()); }

    void refusals_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("nothing") << QString() << 2 << QByteArray("--help");
        QTest::newRow("unknown command") << QStringLiteral("dance") << 2 << QByteArray("not known");
        for (const char *command :
             {"import --database %2", "import a b --database %2", "demo extra", "serve extra", "export extra", "forms take",
              "join --as p1 --database %2", "import-schedule --database %2", "enrol extra", "time-zone a b", "monitoring a b"}) {
            const QByteArray verb = QByteArray(command).split(' ').first();
            QTest::newRow(command) << QString::fromLatin1(command) << 2
                                   << QByteArray(verb + " takes this:\n  handrail-clinic " + verb + ' ');
        }
        QTest::newRow("unknown option") << QStringLiteral("serve --colour red") << 2 << QByteArray("colour");
        QTest::newRow("no database") << QStringLiteral("serve --listen 127.0.0.1:0") << 2 << QByteArray("--database");
        QTest::newRow("no listen") << QStringLiteral("serve --database x.db") << 2 << QByteArray("--listen");
        QTest::newRow("bad listen") << QStringLiteral("serve --database x.db --listen nowhere") << 2 << QByteArray("--listen");
        QTest::newRow("open to all") << QStringLiteral("serve --database x.db --listen 0.0.0.0:0") << 2
                                     << QByteArray("--behind-proxy");
        QTest::newRow("open to all, IPv6") << QStringLiteral("serve --database x.db --listen [::]:0") << 2
                                           << QByteArray("--behind-proxy");
        for (const char *hidden : {"127.0.0.1:0", "0.0.0.0:0"})
            QTest::addRow("behind a proxy without its address, %s", hidden)
                << QStringLiteral("serve --database %2 --behind-proxy --listen ") + QLatin1String(hidden) << 2
                << QByteArray("--behind-proxy needs --base-url");
        for (const char *outside : {"192.0.2.1:80", "0.0.0.0:0", "[::]:0", "0.0.0.0:0 --behind-proxy",
                                    "[::]:0 --behind-proxy --base-url https://clinic.example/fhir/R4"})
            QTest::addRow("demo open to all, %s", outside) << QStringLiteral("demo --until-stdin-closes --listen ")
                    + QLatin1String(outside) << 2 << QByteArray("for this machine alone");
        for (const char *base :
             {"javascript:alert(1)", "ftp://clinic.example/fhir/R4", "https:///fhir/R4", "https://clinic.example", "/fhir/R4",
              "https://clinic.example/fhir/R4?a=b", "https://me@clinic.example/fhir/R4", "https://clinic.example/fhir/R4/#x"})
            QTest::newRow(base) << QStringLiteral("demo --until-stdin-closes --base-url ") + QLatin1String(base) << 2
                                << QByteArray("--base-url needs");
        for (const char *base : {"foo", "''", "https://clinic.example/", "https://clinic.example/fhir/R4?a=b"})
            QTest::addRow("export with %s", base)
                << QStringLiteral("export --database %2 --base-url ") + QLatin1String(base) << 2 << QByteArray("--base-url needs");
        for (const char *plain : {"--base-url http://clinic.example/fhir/R4", "--base-url http://192.0.2.1/fhir/R4 --behind-proxy",
                                  "--base-url http://127.0.0.1.example/fhir/R4 --behind-proxy"})
            QTest::newRow(plain) << QStringLiteral("demo --until-stdin-closes ") + QLatin1String(plain) << 2 << QByteArray("https");
        QTest::newRow("bad now") << QStringLiteral("demo --now yesterday") << 2 << QByteArray("--now");
        for (const char *foreign :
             {"serve --listen 127.0.0.1:0 --database %2 --now 2026-11-18T22:00:00Z", "demo --until-stdin-closes --patient p101",
              "import - --database %2 --behind-proxy", "export --database %2 --listen 127.0.0.1:0",
              "user list --database %2 --patients x1", "demo --until-stdin-closes --on-call /bin/true",
              "alerts --database %2 --patient p1", "monitoring none --database %2 --open",
              "user disable ann --database %2 --fhir-user Patient/x1"})
            QTest::newRow(foreign) << QString::fromLatin1(foreign) << 2 << QByteArray("has no meaning");
        QTest::newRow("no such database") << QStringLiteral("export --database /nonexistent/x.db") << 1
                                          << QByteArray("no such database");
        QTest::newRow("not a database") << QStringLiteral("export --database %1") << 1 << QByteArray("not a Handrail clinic's");
        QTest::newRow("no such file") << QStringLiteral("import /nonexistent.json --database %2") << 1
                                      << QByteArray("cannot be read");
        QTest::newRow("identity without patient")
            << QStringLiteral("user add-identity ann --fhir-user RelatedPerson/r1 --database %2") << 2 << QByteArray("--patients");
        QTest::newRow("user without reference") << QStringLiteral("user add ann --database %2") << 2 << QByteArray("--fhir-user");
    }
    void refusals()
    {
        const QString foreign = m_directory.filePath(QStringLiteral("foreign.db")),
                      own = m_directory.filePath(QStringLiteral("own.db"));
        QFile file(foreign);
        QVERIFY(file.open(QIODevice::WriteOnly)
                && file.write(QByteArray("this is no database, it is a letter. ").repeated(100)) > 0);
        file.close();
        QFETCH(QString, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, words);
        const auto finished = ClinicProcess::runToEnd(
            arguments.replace(QLatin1String("%1"), foreign).replace(QLatin1String("%2"), own).split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(finished.code, code);
        QVERIFY2(finished.errors.contains(words), finished.errors.constData());
        QVERIFY(!finished.errors.contains("SQL"));
        QVERIFY(code != 2 || finished.errors.endsWith("Try handrail-clinic --help\n"));
    }

    void helpAndVersion()
    {
        const auto help = ClinicProcess::runToEnd(words("--help"));
        QCOMPARE(help.code, 0);
        for (const char *command : {"serve", "demo", "import", "export", "user add", "user add-identity", "user password",
                                    "user enable", "--behind-proxy", "alerts", "gaps", "monitoring", "--on-call", "forms [add]"})
            QVERIFY2(help.output.contains(command), command);
        const auto version = ClinicProcess::runToEnd(words("--version"));
        QCOMPARE(version.code, 0);
        QVERIFY(version.output.startsWith("handrail-clinic "));
    }

private:
    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(TestClinicUsage)
#include "tst_clinic_usage.moc"
