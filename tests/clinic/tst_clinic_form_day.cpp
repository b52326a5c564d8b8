// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormAnswers.h"

#include <QTest>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// Answers to a form that changed meanwhile, at the running clinic.
class TestClinicFormDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startStaffed(m_clinic, m_maya, m_dana, {}, mayaScope)); }
    void cleanupTestCase() { QCOMPARE(m_clinic.stop(), 0); }

    // A reference has no version: answers that come late, or once more, are to the form as it was when they were given.
    void aFormThatIsNamedByItsRecordIsThatOfItsDay()
    {
        const auto form = [](const char *linkId, const char *version) {
            QJsonObject made{
                {u"resourceType"_s, u"Questionnaire"_s}, {u"status"_s, u"active"_s}, {u"version"_s, QLatin1String(version)}};
            const QJsonObject item{{u"linkId"_s, QLatin1String(linkId)}, {u"type"_s, u"boolean"_s}, {u"text"_s, u"Is it?"_s}};
            made.insert(u"item"_s, QJsonArray{item});
            return made;
        };
        const HttpAnswer served = m_clinic.send("POST", "Questionnaire", m_dana, compact(form("a", "1")));
        QCOMPARE(served.status, 201);
        const QString id = served.json()["id"_L1].toString();
        const auto status = [&](const QString &linkId, const QString &authored) {
            QJsonObject response = answersTo({}, {answeredItem(linkId, {{u"valueBoolean"_s, true}})}, authored);
            response.insert(u"questionnaire"_s, QString(u"Questionnaire/" + id));
            return m_clinic.send("POST", "QuestionnaireResponse", m_maya, compact(response)).status;
        };
        const QString before = u"2026-11-17T09:00:00-05:00"_s, today = u"2026-11-18"_s;
        QCOMPARE(status(u"a"_s, before), 201);
        QCOMPARE(status(u"b"_s, before), 422);
        QJsonObject changed = form("b", "2");
        changed.insert(u"id"_s, id);
        const QByteArray path = "Questionnaire/" + id.toLatin1();
        const QByteArray tag = m_clinic.send("GET", path, m_dana).header("ETag");
        QCOMPARE(m_clinic.send("PUT", path, m_dana, compact(changed), {{"If-Match", tag}}).status, 200);
        QCOMPARE(status(u"a"_s, before), 201);
        QCOMPARE(status(u"b"_s, before), 422);
        QCOMPARE(status(u"b"_s, today), 201);
        QCOMPARE(status(u"a"_s, today), 422);
    }

private:
    ClinicProcess m_clinic;
    QByteArray m_maya, m_dana;
};

QTEST_GUILESS_MAIN(TestClinicFormDay)
#include "tst_clinic_form_day.moc"
