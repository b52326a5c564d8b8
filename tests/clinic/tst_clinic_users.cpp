// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicProcess.h"
#include "SmartVisitor.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail::test;

namespace {

const QString ann = QStringLiteral("ann");

/// Who the app takes somebody for: it keeps one store for each.
QString subOf(const QJsonObject &tokens)
{
    const QByteArray claims = tokens.value(u"id_token").toString().toLatin1().split('.').value(1);
    return QJsonDocument::fromJson(QByteArray::fromBase64(claims, QByteArray::Base64UrlEncoding)).object().value(u"sub").toString();
}

} // namespace

/// A password that was forgotten, and an account that is open again: the same person afterwards.
class TestClinicUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(run("import -",
                     "{\"resourceType\":\"Patient\",\"id\":\"x1\"}\n{\"resourceType\":\"Patient\",\"id\":\"x2\"}\n"
                     "{\"resourceType\":\"RelatedPerson\",\"id\":\"r2\",\"patient\":{\"reference\":\"Patient/x2\"}}\n")
                     .code,
                 0);
        QCOMPARE(run("user add ann --fhir-user Patient/x1", "the first words\n").code, 0);
        QVERIFY(m_clinic.start({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--database"), m_database}));
    }

    void aNewPasswordIsTheSamePersons()
    {
        SmartVisitor app(m_clinic.base());
        const QJsonObject before = app.tokens(ann, QStringLiteral("the first words"));
        QVERIFY(!subOf(before).isEmpty());
        QCOMPARE(app.read(QStringLiteral("Patient/x1"), before.value(u"access_token").toString()).status, 200);
        // Somebody else has typed the old one, and has not said yet what the app may do.
        SmartVisitor other(m_clinic.base());
        const auto held = signInPage(other, QStringLiteral("the first words"));
        QCOMPARE(held.status, 200);

        QCOMPARE(run("user password Ann", "the second words\n").code, 0);

        QTRY_COMPARE_WITH_TIMEOUT(app.read(QStringLiteral("Patient/x1"), before.value(u"access_token").toString()).status, 401,
                                  2000);
        QCOMPARE(app.refresh(before.value(u"refresh_token").toString()).json().value(u"error").toString(),
                 QStringLiteral("invalid_grant"));
        const auto late = other.submit(held, {{QStringLiteral("decision"), QStringLiteral("allow")}});
        QVERIFY(late.isRedirect());
        QCOMPARE(late.redirectQuery().queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
        QCOMPARE(signInPage(app, QStringLiteral("the first words")).status, 400);
        const QJsonObject after = app.tokens(ann, QStringLiteral("the second words"));
        QCOMPARE(subOf(after), subOf(before));
        QCOMPARE(after.value(u"patient").toString(), QStringLiteral("x1"));
        QCOMPARE(app.read(QStringLiteral("Patient/x1"), after.value(u"access_token").toString()).status, 200);
        QVERIFY(run("user list").output.startsWith("ann\tPatient/x1\tx1\tactive\n"));
    }

    void whatIsNoPasswordChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        QTest::newRow("nobody") << QByteArray("user password bob") << QByteArray("some words\n") << 1;
        QTest::newRow("none") << QByteArray("user password ann") << QByteArray() << 1;
        QTest::newRow("short") << QByteArray("user password ann") << QByteArray("7 signs\n") << 1;
        QTest::newRow("the name in it") << QByteArray("user password ann") << QByteArray("I am Ann.\n") << 1;
        QTest::newRow("short for a new one") << QByteArray("user add new --fhir-user Patient/x2") << QByteArray("a\n") << 1;
        QTest::newRow("empty") << QByteArray("user password ann") << QByteArray("\n") << 1;
        QTest::newRow("too long") << QByteArray("user password ann") << QByteArray(600, 'a') << 1;
        QTest::newRow("no name") << QByteArray("user password") << QByteArray("some words\n") << 2;
        QTest::newRow("another person") << QByteArray("user password ann --fhir-user Patient/x1") << QByteArray("some words\n")
                                        << 2;
        QTest::newRow("nobody enabled") << QByteArray("user enable bob") << QByteArray() << 1;
    }
    void whatIsNoPasswordChangesNothing()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, input);
        QFETCH(int, code);
        const QByteArray before = run("user list").output;
        SmartVisitor app(m_clinic.base());
        QCOMPARE(run("user password ann", "the kept words\n").code, 0);
        const auto refused = run(command.constData(), input);
        QCOMPARE(refused.code, code);
        QVERIFY(refused.errors.startsWith("handrail-clinic: "));
        QCOMPARE(run("user list").output, before);
        QCOMPARE(signInPage(app, QStringLiteral("the kept words")).status, 200);
    }

    void whoWasDisabledIsLetInAgain()
    {
        QCOMPARE(run("user password ann", "the third words\n").code, 0);
        SmartVisitor app(m_clinic.base());
        const QJsonObject before = app.tokens(ann, QStringLiteral("the third words"));
        QCOMPARE(run("user disable ann").code, 0);
        const auto given = run("user password ann", "the fourth words\n");
        QCOMPARE(given.code, 0);
        QVERIFY2(given.errors.contains("user enable"), given.errors.constData());
        QCOMPARE(signInPage(app, QStringLiteral("the fourth words")).status, 400);
        QCOMPARE(run("user enable ann").code, 0);
        QCOMPARE(run("user enable ann").code, 0);
        QVERIFY(run("user list").output.startsWith("ann\tPatient/x1\tx1\tactive\n"));
        const QJsonObject after = app.tokens(ann, QStringLiteral("the fourth words"));
        QCOMPARE(subOf(after), subOf(before));
        // The sign-ins that it ended stay ended.
        QCOMPARE(app.refresh(before.value(u"refresh_token").toString()).json().value(u"error").toString(),
                 QStringLiteral("invalid_grant"));
    }

    // A relative's app erases what was shared when a sign-in ends, and the rest with it.
    void aRelativeStaysSignedIn()
    {
        const QString rel = QStringLiteral("rel"),
                      scope = QStringLiteral("openid fhirUser launch/patient offline_access patient/Patient.r");
        QCOMPARE(run("user add rel --fhir-user RelatedPerson/r2 --patients x2", "the first words\n").code, 0);
        SmartVisitor app(m_clinic.base());
        const QJsonObject before = app.tokens(rel, QStringLiteral("the first words"), scope);
        QCOMPARE(run("user password rel", "the second words\n").code, 0);
        const auto refreshed = app.refresh(before.value(u"refresh_token").toString());
        QCOMPARE(refreshed.status, 200);
        QCOMPARE(app.signIn(rel, QStringLiteral("the first words"), {{QStringLiteral("scope"), scope}}).status, 400);
        QCOMPARE(subOf(app.tokens(rel, QStringLiteral("the second words"), scope)), subOf(before));
        QCOMPARE(run("user disable rel").code, 0);
        QCOMPARE(app.refresh(refreshed.json().value(u"refresh_token").toString()).json().value(u"error").toString(),
                 QStringLiteral("invalid_grant"));
        QCOMPARE(run("user enable rel").code, 0);
    }

    // Last: it makes a second account for her.
    void whoHasAnotherSignInByThenIsNotLetInTwice()
    {
        QCOMPARE(run("user disable ann").code, 0);
        QCOMPARE(run("user add cy --fhir-user Patient/x1", "some other words\n").code, 0);
        const auto refused = run("user enable ann");
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains("taken"), refused.errors.constData());
        QVERIFY(run("user list").output.contains("ann\tPatient/x1\tx1\tdisabled"));
        QCOMPARE(run("user disable cy").code, 0);
        QCOMPARE(run("user enable ann").code, 0);
    }

private:
    ClinicProcess::Finished run(const char *command, const QByteArray &input = {}) const
    {
        return ClinicProcess::runToEnd(
            QString::fromLatin1(command).split(u' ') + QStringList{QStringLiteral("--database"), m_database}, input);
    }
    /// The page that follows a password: what the app may do, or the same once more.
    static SmartVisitor::Answer signInPage(SmartVisitor &app, const QString &password)
    {
        return app.submit(app.authorize(), {{QStringLiteral("username"), ann}, {QStringLiteral("password"), password}});
    }

    QTemporaryDir m_directory;
    QString m_database = m_directory.filePath(QStringLiteral("users.db"));
    ClinicProcess m_clinic;
};

QTEST_GUILESS_MAIN(TestClinicUsers)
#include "tst_clinic_users.moc"
