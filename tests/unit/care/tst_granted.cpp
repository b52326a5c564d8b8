// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Granted.h"

#include <QTest>

using namespace handrail;

/// What may be created with the scopes that a server granted.
class TestGranted final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
};

void TestGranted::answers_data()
{
    QTest::addColumn<QString>("scopes");
    QTest::addColumn<bool>("isGranted");
    const auto row = [](const char *scopes, bool isGranted) { QTest::newRow(scopes) << QString::fromLatin1(scopes) << isGranted; };
    row("", true); // not told
    row("patient/QuestionnaireResponse.crus", true);
    row("openid patient/Patient.rs patient/QuestionnaireResponse.c", true);
    row("patient/QuestionnaireResponse.write", true);
    row("patient/QuestionnaireResponse.*", true);
    row("patient/*.write", true);
    row("patient/*.*", true);
    row("patient/*.cruds", true);
    row("user/QuestionnaireResponse.cs", true);
    row("patient/QuestionnaireResponse.crus?status=completed", true);
    row("openid fhirUser patient/Patient.rs patient/Appointment.rs", false);
    row("patient/QuestionnaireResponse.rs", false);
    row("patient/QuestionnaireResponse.read patient/AppointmentResponse.write", false);
    row("patient/Questionnaire.write", false);
    row("patient/QuestionnaireResponse", false);
    row("patient/QuestionnaireResponse.", false);
    row("patient/QuestionnaireResponse.search", false);
    row("system/QuestionnaireResponse.cruds", false);
    row("QuestionnaireResponse.write", false);
    row("openid", false);
}

void TestGranted::answers()
{
    QFETCH(const QString, scopes);
    QFETCH(const bool, isGranted);
    QCOMPARE(mayCreate(scopes.split(u' ', Qt::SkipEmptyParts), u"QuestionnaireResponse"), isGranted);
}

QTEST_GUILESS_MAIN(TestGranted)
#include "tst_granted.moc"
