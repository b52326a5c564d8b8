// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/programs/EnrolDesk.h"
#include "fakes/FakeClock.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

/// Of a test that enrols people in the evening program of a clinic in New York, and looks at what is stored.
class EnrolBench
{
protected:
    void openClinic()
    {
        QVERIFY(m_database.open() && m_records.open());
        write("{'resourceType':'Organization','id':'o1','name':'Clinic','extension':[{'url':'https://handrail.example/fhir/"
              "StructureDefinition/time-zone','valueCode':'America/New_York'}]}");
        m_program = readTemplate(builtInProgram(u"evening-iop"_s)).program;
    }
    /// JSON, written with single quotes or as it is.
    void write(QByteArray text)
    {
        const auto draft = readDraft(text.replace('\'', '"'));
        QVERIFY(draft);
        Transaction transaction(m_database);
        QVERIFY(m_records.write(draft->json["resourceType"_L1].toString(), draft->json["id"_L1].toString(), *draft));
        QVERIFY(transaction.commit());
    }
    void putPatient(const char *id)
    {
        write(QByteArray("{'resourceType':'Patient','id':'") + id + "','managingOrganization':{'reference':'Organization/o1'}}");
    }

    Enrolled enrol(const QString &patient, const QDate &start)
    {
        Enrolled outcome;
        EnrolDesk(m_records, m_program, start).enrol({patient}, [&](const Enrolled &each) { outcome = each; });
        return outcome;
    }
    [[nodiscard]] QString statusOf(const QString &episode)
    {
        return currentRecord(m_records, u"EpisodeOfCare"_s, episode)["status"_L1].toString();
    }
    [[nodiscard]] QJsonObject planOf(const QString &episode) { return currentRecord(m_records, u"CarePlan"_s, episode + u"-plan"); }
    /// Of each: its status, its first day and its last.
    [[nodiscard]] QString phasesOf(const QString &episode)
    {
        QStringList phases;
        for (const QJsonValue &each : planOf(episode)["activity"_L1].toArray()) {
            const QJsonValue detail = each["detail"_L1], period = detail["scheduledPeriod"_L1];
            phases << QStringList{detail["status"_L1].toString(), period["start"_L1].toString(), period["end"_L1].toString()}.join(
                u' ');
        }
        return phases.join(u',');
    }

    FakeClock m_clock;
    Database m_database{u":memory:"_s};
    TypeTable m_types;
    Records m_records{m_database, m_types, m_clock};
    ProgramTemplate m_program;
};

} // namespace handrail::clinic
