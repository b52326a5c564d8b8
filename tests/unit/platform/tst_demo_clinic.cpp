// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/DemoClinic.h"

#include <QCoroTask>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace handrail;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto goodLine = R"({"base":"http://127.0.0.1:40123/fhir/R4","users":[{"name":"maya","password":"demo"}]})";

} // namespace

/// Small scripts stand in for handrail-clinic, each with one way to behave. The flow tests start the real one.
class DemoClinicTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void readsItsLine();
    void refusesOtherLines_data();
    void refusesOtherLines();
    void startsAndEndsWithTheObject();
    void tellsWhenItEnds();
    void failures_data();
    void failures();
    void absentProgram();
    void takesTooLong();
    void goesAwayWhileStarting();

private:
    QString script(const QByteArray &body)
    {
        const QString path = m_directory->filePath(u"clinic"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + body + "\n") < 0)
            qFatal("cannot write the script");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    QByteArray noted() const
    {
        QFile file(m_directory->filePath(u"noted"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void DemoClinicTest::readsItsLine()
{
    const auto started = DemoClinic::readLine(QByteArray(goodLine) + '\n');
    QVERIFY(started);
    QCOMPARE(started->fhirBase, QUrl(u"http://127.0.0.1:40123/fhir/R4"_s));
    QCOMPARE(started->users.size(), 1);
    QCOMPARE(started->users.first().name, u"maya"_s);
    QCOMPARE(started->users.first().password, u"demo"_s);
}

void DemoClinicTest::refusesOtherLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("listening on 127.0.0.1:40123");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("no address") << QByteArray("{}");
    QTest::newRow("elsewhere") << QByteArray(R"({"base":"http://10.0.0.1:80/fhir"})");
    QTest::newRow("no port") << QByteArray(R"({"base":"http://127.0.0.1/fhir"})");
    QTest::newRow("other scheme") << QByteArray(R"({"base":"file://127.0.0.1:80/fhir"})");
}

void DemoClinicTest::refusesOtherLines()
{
    QFETCH(const QByteArray, line);
    const auto refused = DemoClinic::readLine(line);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ProblemKind::BadData);
}

void DemoClinicTest::startsAndEndsWithTheObject()
{
    const QByteArray note = m_directory->filePath(u"noted"_s).toUtf8();
    const QString program =
        script("echo \"$@\" > '" + note + "'; echo '" + goodLine + "'; cat > /dev/null; echo closed >> '" + note + "'");
    {
        DemoClinic clinic(program);
        QVERIFY(!clinic.isRunning());
        const auto started = QCoro::waitFor(clinic.start(QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC)));
        QVERIFY(started);
        QCOMPARE(started->fhirBase.port(), 40123);
        QVERIFY(clinic.isRunning());
        QCOMPARE(noted(), QByteArray("demo --listen 127.0.0.1:0 --until-stdin-closes --now 2026-03-02T15:00:00Z\n"));
        const auto twice = QCoro::waitFor(clinic.start());
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, ProblemKind::Cancelled);
    }
    QVERIFY(noted().endsWith("\nclosed\n"));
}

void DemoClinicTest::tellsWhenItEnds()
{
    DemoClinic clinic(script("echo '" + QByteArray(goodLine) + "'; sleep 0.3"));
    QSignalSpy ended(&clinic, &DemoClinic::ended);
    QVERIFY(QCoro::waitFor(clinic.start()));
    QVERIFY(ended.wait());
    QVERIFY(!clinic.isRunning());
}

void DemoClinicTest::failures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("ends at once") << QByteArray("exit 3");
    QTest::newRow("says something else") << QByteArray("echo hello; cat > /dev/null");
    QTest::newRow("says it and dies") << QByteArray("printf 'no line end'; exit 0");
    QTest::newRow("never ends its line") << QByteArray("while :; do printf xxxxxxxxxxxxxxxxxxxxxxxx; done");
}

void DemoClinicTest::failures()
{
    QFETCH(const QByteArray, body);
    DemoClinic clinic(script(body));
    const auto failed = QCoro::waitFor(clinic.start());
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ProblemKind::BadData);
    QVERIFY(!clinic.isRunning());
}

void DemoClinicTest::absentProgram()
{
    DemoClinic absent(m_directory->filePath(u"nothing"_s));
    const auto failed = QCoro::waitFor(absent.start());
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ProblemKind::NotFound);
}

void DemoClinicTest::takesTooLong()
{
    QVERIFY(DemoClinic::startLimit >= 60s); // one that is slow, on a slow machine, still comes up
    DemoClinic clinic(script("cat > /dev/null"));
    const auto failed = QCoro::waitFor(clinic.start(std::nullopt, 200ms));
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ProblemKind::Timeout);
    QVERIFY(!clinic.isRunning());
}

void DemoClinicTest::goesAwayWhileStarting()
{
    auto clinic = std::make_unique<DemoClinic>(script("cat > /dev/null"));
    std::optional<ProblemKind> kind;
    clinic->start().then(
        [&kind](const Result<DemoClinic::Started> &started) { kind = started ? ProblemKind::NotFound : started.error().kind; });
    QTest::qWait(100);
    clinic.reset();
    QTRY_VERIFY(kind);
    QCOMPARE(*kind, ProblemKind::Cancelled);
}

QTEST_GUILESS_MAIN(DemoClinicTest)
#include "tst_demo_clinic.moc"
