// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FamilyClinic.h"
#include "FormAnswers.h"

#include <QTest>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// Who looked, as a patient reads it (issue: access log): staff at the clinic's own machine too, relatives too, one's own alone.
class TestClinicStaffLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_family.start());
        m_rosa = m_family.token("rosa", "launch/patient patient/Patient.r patient/Appointment.rs");
        QVERIFY(!m_rosa.isEmpty());
    }
    void cleanupTestCase() { QCOMPARE(m_family.clinic.stop(), 0); }

    void theLogIsAdvertised()
    {
        const QJsonArray resources = m_family.clinic.send("GET", "metadata").json().value("rest"_L1)[0]["resource"_L1].toArray();
        QJsonObject log;
        for (const QJsonValue &each : resources) {
            if (each["type"_L1].toString() == "AuditEvent"_L1)
                log = each.toObject();
        }
        QStringList parameters;
        for (const QJsonValue &each : log.value("searchParam"_L1).toArray())
            parameters << each["name"_L1].toString();
        parameters.sort();
        QCOMPARE(parameters, (QStringList{u"_id"_s, u"_lastUpdated"_s, u"agent"_s, u"agent-role"_s, u"date"_s, u"patient"_s}));
        QCOMPARE(log.value("interaction"_L1).toArray().size(), 2);
    }

    void aRelativesReadingIsThere()
    {
        const QByteArray session = idsOf(m_family.clinic.send("GET", "Appointment?_count=1", m_rosa).json()).value(0).toLatin1();
        QCOMPARE(m_family.clinic.send("GET", "Appointment/" + session, m_rosa).status, 200);
        const QJsonObject newest = newestOf(m_family.maya);
        const QJsonValue agent = newest.value("agent"_L1)[0];
        QCOMPARE(agent["who"_L1]["reference"_L1].toString(), u"RelatedPerson/r101-1"_s);
        QCOMPARE(agent["name"_L1].toString(), u"Rosa Bell"_s);
        QCOMPARE(agent["role"_L1][0]["text"_L1].toString(), u"sister"_s);
        // The code of who that is to the patient, beside what they are here: an app may have its own word for it.
        QVERIFY(compact(agent["role"_L1][0].toObject()).contains("\"code\":\"SIS\""));
        QCOMPARE(newest.value("action"_L1).toString(), u"R"_s);
        QVERIFY(compact(newest).contains(QByteArray("Appointment/" + session)));
        QVERIFY(newest.value("recorded"_L1).isString());
    }

    // A word of Maya's that staff see, answer and close at the machine; what they tell her; what they take out of the clinic.
    void whatStaffDoAtTheMachineIsThere()
    {
        const QByteArray message = sent();
        QVERIFY(!message.isEmpty());
        struct Act {
            QStringList arguments;
            QByteArray input;
            QByteArrayList actions; // action and what, the newest first
        };
        const QString id = QString::fromLatin1(message);
        const QList<Act> acts{
            {{u"inbox"_s}, {}, {"E Communication"}},
            {{u"inbox"_s, u"--seen"_s, id}, {}, {"U " + message}},
            {{u"inbox"_s, u"--reply"_s, id, u"--as"_s, u"s1"_s}, "Thank you.", {"C Communication/", "U " + message}},
            {{u"announce"_s, u"--patient"_s, u"p101"_s}, "Closed on Friday.", {"C CommunicationRequest/"}},
            {{u"announce"_s, u"--all"_s}, "Closed on Monday.", {"C CommunicationRequest/"}},
            {{u"export"_s, u"--patient"_s, u"p101"_s}, {}, {"R Patient/p101"}},
            {{u"export"_s}, {}, {"R Patient"}},
        };
        for (const Act &act : acts) {
            const qint64 mark = idOf(newestOf(m_family.maya));
            const auto done = ClinicProcess::runToEnd(act.arguments + QStringList{u"--database"_s, m_family.database}, act.input);
            QVERIFY2(done.code == 0, done.errors.constData());
            const QJsonArray rows = rowsSince(mark, m_family.maya);
            QVERIFY2(rows.size() == act.actions.size(), qPrintable(act.arguments.join(u' ') + u" %1"_s.arg(rows.size())));
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const QByteArray said = whatOf(rows.at(i).toObject());
                QVERIFY2(said.startsWith(act.actions.at(i)),
                         QByteArray(act.arguments.join(u' ').toLatin1() + ": " + said).constData());
                const QJsonValue agent = rows.at(i)["agent"_L1][0];
                QCOMPARE(agent["role"_L1][0]["coding"_L1][0]["code"_L1].toString(), u"staff"_s);
                const bool isNamed = act.arguments.contains(u"--as"_s);
                if (isNamed) // in the languages that the record has it in
                    QVERIFY(compact(agent["role"_L1][0].toObject()).contains("Consejería"));
                QCOMPARE(agent["name"_L1].toString(), isNamed ? u"Dana Ruiz"_s : u"Harbor Street Clinic"_s);
                QCOMPARE(agent["who"_L1]["reference"_L1].toString(), isNamed ? u"Practitioner/s1"_s : QString());
                QVERIFY(!compact(rows.at(i).toObject()).contains("altId")); // the name at the clinic's machine
            }
        }
        // Another patient sees of it what was said to all, and nothing of Maya's.
        QByteArray jordans;
        for (const QJsonValue &row : rowsSince(0, m_family.jordan))
            jordans += compact(row.toObject());
        QVERIFY(jordans.contains("CommunicationRequest/"));
        QVERIFY(!jordans.contains("p101") && !jordans.contains(message));
        // Staff see who it was at the machine.
        const QByteArray all = m_family.clinic.send("GET", "AuditEvent?patient=p101&_count=5", m_family.dana).body;
        QVERIFY(all.contains("\"altId\""));
    }

    void whatStaffDoWithAConsentIsThere()
    {
        QCOMPARE(m_family.command({u"--countersign"_s, u"on"_s}).code, 0);
        const HttpAnswer invited = m_family.invite(FamilyClinic::invitation(newUrn()));
        QCOMPARE(invited.status, 200);
        const QByteArray consent = FamilyClinic::target(invited, "consent");
        for (const char *act : {"--sign", "--end"}) {
            const qint64 mark = idOf(newestOf(m_family.maya));
            const auto done = m_family.command({QString::fromLatin1(act), QString::fromLatin1(consent.mid(8))});
            QVERIFY2(done.code == 0, done.errors.constData());
            const QJsonArray rows = rowsSince(mark, m_family.maya);
            QVERIFY(std::any_of(rows.begin(), rows.end(),
                                [&](const QJsonValue &row) { return whatOf(row.toObject()) == "U " + consent; }));
        }
    }

    // The list of who shares with whom, and what a file brings in: a row for each patient and type, once.
    void theListOfRelativesAndAnImportAreThere()
    {
        qint64 mark = idOf(newestOf(m_family.maya));
        QVERIFY(m_family.command({}).output.contains("Patient/p101"));
        QJsonArray rows = rowsSince(mark, m_family.maya);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(whatOf(rows.first().toObject()), QByteArray("E Consent"));

        mark = idOf(newestOf(m_family.maya));
        QByteArray lines;
        for (const char *day : {"1", "2", "3"})
            lines += QByteArray("{'resourceType':'Appointment','id':'in") + day + "','status':'booked','start':'2027-01-0" + day
                + "T15:00:00Z','end':'2027-01-09T16:00:00Z','participant':[{'status':'accepted','actor':{'reference':'Patient/"
                  "p101'}}]}\n";
        lines.replace('\'', '"');
        const auto import = [&] {
            return ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_family.database}, lines);
        };
        const auto done = import();
        QVERIFY2(done.code == 0, done.errors.constData());
        rows = rowsSince(mark, m_family.maya);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(whatOf(rows.first().toObject()), QByteArray("C Appointment"));
        // Again as it is, nothing is written; changed, that is said.
        mark = idOf(newestOf(m_family.maya));
        QCOMPARE(import().code, 0);
        QCOMPARE(rowsSince(mark, m_family.maya).size(), 0);
        lines.replace("booked", "cancelled");
        QCOMPARE(import().code, 0);
        rows = rowsSince(mark, m_family.maya);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(whatOf(rows.first().toObject()), QByteArray("U Appointment"));
    }

    // What the clinic makes of what came in is not: a score, or that somebody was called, which is staff's to know.
    void whatFollowsFromAnImportIsNot()
    {
        QJsonObject answers = answersTo(u"phq-9|1.0.0"_s, scale({1, 1, 1, 1, 1, 1, 1, 1, 2}));
        answers.insert("id"_L1, u"moved-phq"_s);
        const QByteArray flags = m_family.clinic.send("GET", "Flag?patient=p101&_summary=count", m_family.dana).body;
        const qint64 mark = idOf(newestOf(m_family.maya));
        const auto done =
            ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_family.database}, compact(answers) + '\n');
        QVERIFY2(done.code == 0, done.errors.constData());
        const QJsonArray rows = rowsSince(mark, m_family.maya);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(whatOf(rows.first().toObject()), QByteArray("C QuestionnaireResponse"));
        QVERIFY(m_family.clinic.send("GET", "Flag?patient=p101&_summary=count", m_family.dana).body != flags); // they were called
    }

    // Nor what answers a relative, by whichever address it says so.
    void anAnswerToARelativeIsNot()
    {
        const QByteArray about = "','status':'completed','subject':{'reference':'Patient/p101'},'sender':{'reference':'";
        QByteArray lines = "{'resourceType':'Communication','id':'asked" + about + "RelatedPerson/r101-1'}}\n"
            + "{'resourceType':'Communication','id':'told" + about + "Practitioner/s1'},'inResponseTo':[{'reference':'"
            + m_family.clinic.base().toString().toLatin1() + "/Communication/asked'}]}\n";
        const qint64 mark = idOf(newestOf(m_family.maya));
        const auto done =
            ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_family.database}, lines.replace('\'', '"'));
        QVERIFY2(done.code == 0, done.errors.constData());
        QVERIFY(rowsSince(mark, m_family.maya).isEmpty());
        QCOMPARE(m_family.clinic.send("GET", "Communication/told", m_family.dana).status, 200);
        QCOMPARE(m_family.clinic.send("GET", "Communication/told", m_family.maya).status, 404);
    }

    void anAlertThatIsListedAndClosedIsThere()
    {
        const QByteArray writing = m_family.token("maya", "launch/patient patient/QuestionnaireResponse.crus");
        QCOMPARE(m_family.clinic
                     .send("POST", "QuestionnaireResponse", writing,
                           compact(answersTo(u"phq-9|1.0.0"_s, scale({1, 1, 1, 1, 1, 1, 1, 1, 2}))))
                     .status,
                 201);
        const qint64 before = idOf(newestOf(m_family.maya));
        const QByteArray alert =
            ClinicProcess::runToEnd({u"alerts"_s, u"--open"_s, u"--database"_s, m_family.database}).output.split('\t').value(0);
        QVERIFY(!alert.isEmpty());
        const QJsonArray looked = rowsSince(before, m_family.maya);
        QCOMPARE(looked.size(), 1); // that it was read, as of any search
        QCOMPARE(whatOf(looked.first().toObject()), QByteArray("E Flag"));
        const qint64 mark = idOf(newestOf(m_family.maya));
        QCOMPARE(
            ClinicProcess::runToEnd({u"alerts"_s, u"--ack"_s, QString::fromLatin1(alert), u"--database"_s, m_family.database}).code,
            0);
        const QJsonArray rows = rowsSince(mark, m_family.maya);
        QVERIFY(std::any_of(rows.begin(), rows.end(),
                            [&](const QJsonValue &row) { return whatOf(row.toObject()) == "U Flag/" + alert; }));
    }

    // What did not happen is not in the log.
    void whatWasRefusedIsNot()
    {
        const qint64 mark = idOf(newestOf(m_family.maya));
        QCOMPARE(
            ClinicProcess::runToEnd({u"inbox"_s, u"--seen"_s, u"Communication/none"_s, u"--database"_s, m_family.database}).code,
            1);
        QCOMPARE(ClinicProcess::runToEnd({u"announce"_s, u"--patient"_s, u"none"_s, u"--database"_s, m_family.database}, "x").code,
                 1);
        QVERIFY(rowsSince(mark, m_family.maya).isEmpty());
    }

private:
    [[nodiscard]] QByteArray sent() const
    {
        const QJsonObject message = FamilyClinic::parsed(
            "{'resourceType':'Communication','status':'completed','identifier':[{'system':'urn:ietf:rfc:3986','value':'" + newUrn()
            + "'}],'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/"
              "message-kind','code':'secure-message'}]}],"
              "'subject':{'reference':'Patient/p101'},'sender':{'reference':'Patient/"
              "p101'},'payload':[{'contentString':'Hello'}]}");
        const HttpAnswer made = m_family.clinic.send("POST", "Communication", m_family.maya, compact(message));
        return made.status == 201 ? QByteArray("Communication/" + made.json().value("id"_L1).toString().toLatin1()) : QByteArray();
    }
    static qint64 idOf(const QJsonObject &event) { return event.value("id"_L1).toString().toLongLong(); }
    static QByteArray whatOf(const QJsonObject &event)
    {
        const QJsonValue what = event.value("entity"_L1)[0]["what"_L1];
        const QString shown = what["reference"_L1].toString() + what["display"_L1].toString();
        return QString(event.value("action"_L1).toString() + u' ' + shown).toLatin1();
    }
    [[nodiscard]] QJsonObject newestOf(const QByteArray &token) const
    {
        return entriesOf(m_family.clinic.send("GET", "AuditEvent?_count=1", token).json()).first()["resource"_L1].toObject();
    }
    // Those after an id, the newest first, without what the patient's own app asked.
    [[nodiscard]] QJsonArray rowsSince(qint64 mark, const QByteArray &token) const
    {
        QJsonArray rows;
        for (const QJsonValue &entry : entriesOf(m_family.clinic.send("GET", "AuditEvent?_count=200", token).json())) {
            const QJsonObject event = entry["resource"_L1].toObject();
            if (idOf(event) > mark && !event.value("agent"_L1)[0]["who"_L1]["reference"_L1].toString().startsWith("Patient/"_L1))
                rows.append(event);
        }
        return rows;
    }

    FamilyClinic m_family;
    QByteArray m_rosa;
};

QTEST_GUILESS_MAIN(TestClinicStaffLog)
#include "tst_clinic_staff_log.moc"
