// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SampleReading.h"
#include "clinic/sample/SampleClinic.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace handrail;
using namespace handrail::clinic;
using namespace handrail::sampletest;

class SampleClinicTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameNowSameRecords();
    void laterNowOnlyAdds();
    void weekFiveOfTwelve_data();
    void weekFiveOfTwelve();
    void wallClockStays_data();
    void wallClockStays();
    void currentWeekOfMaya();
    void onlyMayaWasMoved();
    void pastIsSettledFutureIsBooked();
    void groupsOfEight();
    void nobodyIsInTwoPlaces();
    void nellIsInAftercare_data() { weekFiveOfTwelve_data(); }
    void nellIsInAftercare();

private:
    const QDateTime m_now = local(u"2026-11-18T15:20:00"_s);
    const QList<QJsonObject> m_all = sampleResources(m_now);
    const QString m_maya = u"Patient/p101"_s;
};

void SampleClinicTest::sameNowSameRecords()
{
    QVERIFY(m_all.size() > 4000);
    QVERIFY(sampleResources(m_now) == m_all);
    QVERIFY(sampleResources(m_now.toTimeZone(QTimeZone("Asia/Tokyo"))) == m_all);
}

void SampleClinicTest::laterNowOnlyAdds()
{
    const QList<QJsonObject> later = sampleResources(local(u"2026-11-21T09:00:00"_s));
    QMap<QString, QJsonObject> byKey;
    for (const QJsonObject &resource : later)
        byKey.insert(key(resource), resource);
    int changed = 0;
    for (const QJsonObject &resource : m_all) {
        QVERIFY2(byKey.contains(key(resource)), qPrintable(key(resource)));
        QJsonObject before = resource;
        QJsonObject after = byKey[key(resource)];
        if (before == after)
            continue;
        ++changed;
        // Three days pass: sessions take place, and nothing else changes.
        QCOMPARE(before["status"_L1].toString(), u"booked"_s);
        before.remove("status"_L1);
        after.remove("status"_L1);
        QVERIFY2(before == after, qPrintable(key(resource)));
    }
    QVERIFY(changed > 40);
    QVERIFY(later.size() > m_all.size());
}

void SampleClinicTest::weekFiveOfTwelve_data()
{
    QTest::addColumn<QDateTime>("now");
    for (const char *text :
         {"2026-11-16T00:00:00", "2026-11-17T09:00:00", "2026-11-18T15:20:00", "2026-11-19T11:52:00", "2026-11-20T17:10:00",
          "2026-11-21T10:00:00", "2026-11-22T23:59:59", "2026-11-23T00:00:00",
          // The clocks go back on November 1, 2026, and forward on March 14, 2027.
          "2026-10-31T12:00:00", "2026-11-01T00:30:00", "2026-11-01T23:30:00", "2026-11-02T00:00:00", "2026-11-29T12:00:00",
          "2027-03-13T12:00:00", "2027-03-14T03:30:00", "2027-03-14T23:59:00", "2027-03-15T00:00:00", "2027-04-11T12:00:00",
          "2026-12-31T23:00:00", "2027-01-01T01:00:00", "2028-02-29T12:00:00"})
        QTest::newRow(text) << local(QString::fromLatin1(text));
}

void SampleClinicTest::weekFiveOfTwelve()
{
    QFETCH(QDateTime, now);
    const QList<QJsonObject> all = sampleResources(now);
    const QDate today = now.toTimeZone(zone()).date();
    QList<QJsonObject> plans = ofType(all, "CarePlan"_L1);
    QCOMPARE(plans.size(), 41);
    plans.removeIf([](const QJsonObject &plan) { return plan["id"_L1].toString() == u"plan601"; }); // nellIsInAftercare()
    for (const QJsonObject &plan : plans) {
        const QDate start = QDate::fromString(plan["period"_L1]["start"_L1].toString(), Qt::ISODate);
        const QDate end = QDate::fromString(plan["period"_L1]["end"_L1].toString(), Qt::ISODate);
        QCOMPARE(start.dayOfWeek(), int(Qt::Monday));
        QCOMPARE(start.daysTo(today) / 7 + 1, 5);
        QCOMPARE(start.daysTo(end) + 1, 12 * 7);
        const QJsonArray phases = plan["activity"_L1].toArray();
        // Three phases, and after them the steps towards goals of this patient's own.
        QVERIFY(phases.size() > 3);
        for (qsizetype i = 3; i < phases.size(); ++i) {
            const QString goal = phases[i]["detail"_L1]["goal"_L1][0]["reference"_L1].toString();
            QVERIFY2(goal.startsWith(u"Goal/g" + plan["subject"_L1]["reference"_L1].toString().mid(9) + u'-'), qPrintable(goal));
            QVERIFY(!phases[i]["detail"_L1]["description"_L1].toString().isEmpty());
        }
        const QJsonObject first = phases[0]["detail"_L1].toObject();
        QCOMPARE(code(first["code"_L1]), u"iop"_s);
        QCOMPARE(first["status"_L1].toString(), u"in-progress"_s);
        const auto startOf = [&](int i) {
            return QDate::fromString(phases[i]["detail"_L1]["scheduledPeriod"_L1]["start"_L1].toString(), Qt::ISODate);
        };
        QCOMPARE(startOf(1), start.addDays(8 * 7));
        QCOMPARE(startOf(2), start.addDays(12 * 7));
        QCOMPARE(code(phases[1]["detail"_L1]["code"_L1]), u"step-down"_s);
        QCOMPARE(code(phases[2]["detail"_L1]["code"_L1]), u"aftercare"_s);
    }

    const QList<QJsonObject> week = weekOf(all, m_maya, now);
    QCOMPARE(std::count_if(week.begin(), week.end(), isMoved), 1);
    QCOMPARE(
        std::count_if(week.begin(), week.end(), [](const QJsonObject &a) { return a["status"_L1].toString() == u"cancelled"; }), 1);
    QCOMPARE(std::count_if(week.begin(), week.end(), [](const QJsonObject &a) { return kind(a) == u"group"; }), 3);
}

void SampleClinicTest::wallClockStays_data()
{
    QTest::addColumn<QDateTime>("now");
    QTest::newRow("clocks go back") << local(u"2026-11-18T15:20:00"_s);
    QTest::newRow("clocks go forward") << local(u"2027-02-24T15:20:00"_s);
    for (const char *text : {"2026-04-12T12:00:00", "2026-04-13T12:00:00", "2026-07-01T12:00:00", "2026-07-20T12:00:00",
                             "2026-12-05T12:00:00", "2026-12-12T12:00:00"})
        QTest::addRow("in no week of the program, maybe: %s", text) << local(QString::fromLatin1(text));
}

void SampleClinicTest::wallClockStays()
{
    QFETCH(QDateTime, now);
    QSet<int> offsets;
    QMap<QString, QSet<QString>> times;
    QSet<QString> alumni;
    for (const QJsonObject &appointment : ofType(sampleResources(now), "Appointment"_L1)) {
        const QDateTime start = instant(appointment, "start"_L1);
        QVERIFY(start.isValid() && instant(appointment, "end"_L1) > start);
        // The offset written is the one that the zone has then, so wall clock and instant agree.
        QCOMPARE(start.offsetFromUtc(), zone().offsetFromUtc(start));
        QCOMPARE(instant(appointment, "end"_L1).offsetFromUtc(), zone().offsetFromUtc(instant(appointment, "end"_L1)));
        QCOMPARE(appointment["_start"_L1]["extension"_L1][0]["valueCode"_L1].toString(), u"America/New_York"_s);
        offsets.insert(start.offsetFromUtc());
        if (appointment["description"_L1].toString() == u"Alumni evening")
            alumni << appointment["start"_L1].toString().mid(11, 5);
        if (participants(appointment, "Patient"_L1).contains(m_maya) && !isMoved(appointment))
            times[appointment["description"_L1].toString().section(u' ', 0, 0) + kind(appointment)]
                << appointment["start"_L1].toString().mid(11, 5);
    }
    QCOMPARE(offsets, QSet<int>({-4 * 3600, -5 * 3600}));
    QCOMPARE(alumni, QSet<QString>{u"18:30"_s});
    QCOMPARE(times[u"Eveninggroup"_s], QSet<QString>{u"18:00"_s});
    QCOMPARE(times[u"One-on-oneindividual"_s], QSet<QString>{u"11:00"_s});
    QCOMPARE(times[u"Medicationmedication"_s], QSet<QString>{u"12:00"_s});
    QCOMPARE(times[u"Familyfamily"_s], QSet<QString>{u"17:00"_s});
    QCOMPARE(times[u"Gentlemind-body"_s], QSet<QString>{u"10:00"_s});
}

void SampleClinicTest::currentWeekOfMaya()
{
    QStringList lines;
    for (const QJsonObject &appointment : weekOf(m_all, m_maya, m_now)) {
        lines << appointment["start"_L1].toString().mid(0, 16) + appointment["end"_L1].toString().mid(10, 6) + u' '
                + appointment["status"_L1].toString() + u' ' + appointment["description"_L1].toString();
    }
    lines.sort();
    QCOMPARE(
        lines,
        QStringList({u"2026-11-16T18:00T21:00 fulfilled Evening group"_s, u"2026-11-17T12:00T12:50 fulfilled Coping skills class"_s,
                     u"2026-11-18T18:00T21:00 booked Evening group"_s, u"2026-11-19T12:00T12:20 booked Medication visit"_s,
                     u"2026-11-19T18:00T21:00 booked Evening group"_s, u"2026-11-20T11:00T11:50 booked One-on-one with Dana"_s,
                     u"2026-11-20T13:00T14:00 cancelled Sleep and healing"_s, u"2026-11-20T17:30T18:20 booked Family session"_s,
                     u"2026-11-21T10:00T10:45 booked Gentle yoga"_s}));
    for (const QJsonObject &appointment : weekOf(m_all, m_maya, m_now)) {
        const bool isCancelled = appointment["status"_L1].toString() == u"cancelled";
        QCOMPARE(appointment.contains("cancelationReason"_L1), isCancelled);
        if (kind(appointment) == u"group" && instant(appointment, "start"_L1).date() == QDate(2026, 11, 19)) {
            QCOMPARE(appointment["comment"_L1].toString(), u"Getting through weekends"_s);
            QCOMPARE(appointment["patientInstruction"_L1].toString().split(u'\n').size(), 3);
            QVERIFY(appointment["patientInstruction"_L1].toString().startsWith(u"Your workbook, pages 12–14"_s));
        }
        if (isMoved(appointment)) {
            QCOMPARE(kind(appointment), u"family"_s);
            QCOMPARE(appointment["extension"_L1][1]["valueDateTime"_L1].toString(), u"2026-11-20T17:00:00-05:00"_s);
        }
    }
}

void SampleClinicTest::onlyMayaWasMoved()
{
    const QList<QJsonObject> appointments = ofType(m_all, "Appointment"_L1);
    QCOMPARE(std::count_if(appointments.begin(), appointments.end(), isMoved), 1);
}

void SampleClinicTest::pastIsSettledFutureIsBooked()
{
    int past = 0;
    int away = 0;
    int mayaAway = 0;
    for (const QJsonObject &appointment : ofType(m_all, "Appointment"_L1)) {
        const QString status = appointment["status"_L1].toString();
        if (status == u"cancelled")
            continue;
        const bool isPast = instant(appointment, "end"_L1) <= m_now;
        QVERIFY2(isPast ? status == u"fulfilled" || status == u"noshow" : status == u"booked",
                 qPrintable(key(appointment) + status));
        past += isPast ? 1 : 0;
        away += status == u"noshow" ? 1 : 0;
        if (participants(appointment, "Patient"_L1).contains(m_maya))
            mayaAway += status == u"noshow" ? 1 : 0;
    }
    QVERIFY(past > 500);
    QVERIFY(away > past / 50 && away < past / 8);
    QCOMPARE(mayaAway, 2);
}

void SampleClinicTest::groupsOfEight()
{
    QCOMPARE(ofType(m_all, "Patient"_L1).size(), 41);
    QMap<QString, QSet<QString>> membersOf;
    QMap<QString, QSet<int>> eveningsOf;
    for (const QJsonObject &appointment : ofType(m_all, "Appointment"_L1)) {
        if (kind(appointment) != u"group")
            continue;
        const QString session = sessionOf(appointment);
        membersOf[session] << participants(appointment, "Patient"_L1).value(0);
        const QDate date = instant(appointment, "start"_L1).date();
        eveningsOf[session.section(u'-', 0, 0) + date.addDays(1 - date.dayOfWeek()).toString(Qt::ISODate)] << date.dayOfWeek();
    }
    for (const QSet<QString> &members : membersOf)
        QCOMPARE(members.size(), 8);
    // 8 weeks of three evenings, 4 of two, then one: for each of the 5 groups.
    QMap<qsizetype, int> weeks;
    for (const QSet<int> &evenings : eveningsOf)
        ++weeks[evenings.size()];
    QCOMPARE(weeks.value(3), 5 * 8);
    QCOMPARE(weeks.value(2), 5 * 4);
    QCOMPARE(weeks.value(1), 5 * 8);
}

void SampleClinicTest::nobodyIsInTwoPlaces()
{
    struct Span {
        QDateTime start;
        QDateTime end;
        QString session;
    };
    QMap<QString, QList<Span>> spans;
    for (const QJsonObject &appointment : ofType(m_all, "Appointment"_L1)) {
        for (const QString &actor : references(appointment["participant"_L1]))
            spans[actor] << Span{instant(appointment, "start"_L1), instant(appointment, "end"_L1), sessionOf(appointment)};
    }
    for (auto it = spans.begin(); it != spans.end(); ++it) {
        std::sort(it->begin(), it->end(), [](const Span &a, const Span &b) { return a.start < b.start; });
        for (qsizetype i = 1; i < it->size(); ++i) {
            const Span &before = it->at(i - 1);
            const Span &now = it->at(i);
            QVERIFY2(before.session == now.session || before.end <= now.start,
                     qPrintable(it.key() + u' ' + before.session + u' ' + now.session));
        }
    }
}

/// On any day: her second month, no end, a check-in each week, and alumni evenings that ask whether she comes.
void SampleClinicTest::nellIsInAftercare()
{
    QFETCH(QDateTime, now);
    const QList<QJsonObject> all = sampleResources(now);
    const QDate today = now.toTimeZone(zone()).date();
    const QString nell = u"Patient/p601"_s;
    QJsonObject plan;
    for (const QJsonObject &each : ofType(all, "CarePlan"_L1)) {
        if (each["subject"_L1]["reference"_L1].toString() == nell)
            plan = each;
    }
    const QJsonArray phases = plan["activity"_L1].toArray();
    QVERIFY(!plan["period"_L1].toObject().contains("end"_L1));
    QCOMPARE(phases[0]["detail"_L1]["status"_L1].toString(), u"completed"_s);
    QCOMPARE(phases[1]["detail"_L1]["status"_L1].toString(), u"completed"_s);
    const QJsonObject aftercare = phases[2]["detail"_L1].toObject();
    QCOMPARE(code(aftercare["code"_L1]), u"aftercare"_s);
    QCOMPARE(aftercare["status"_L1].toString(), u"in-progress"_s);
    const QDate start = QDate::fromString(aftercare["scheduledPeriod"_L1]["start"_L1].toString(), Qt::ISODate);
    QVERIFY(start.addMonths(1) <= today && today < start.addMonths(2));
    const QJsonObject weekly = phases.last()["detail"_L1].toObject();
    QVERIFY(weekly["instantiatesCanonical"_L1][0].toString().endsWith(u"/daily-checkin"));
    QCOMPARE(weekly["scheduledTiming"_L1]["repeat"_L1]["periodUnit"_L1].toString(), u"wk"_s);
    // Who answers as she is asked to is in no list of those who do not.
    QList<QDate> answered;
    for (const QJsonObject &response : ofType(all, "QuestionnaireResponse"_L1)) {
        if (response["subject"_L1]["reference"_L1].toString() == nell)
            answered << instant(response, "authored"_L1).date();
    }
    QVERIFY(answered.size() >= 4);
    for (qsizetype i = 0; i < answered.size(); ++i)
        QCOMPARE(answered.at(i), answered.first().addDays(7 * i));
    QVERIFY(answered.last() < today && answered.last().daysTo(today) <= 7);
    int asked = 0;
    for (const QJsonObject &appointment : ofType(all, "Appointment"_L1)) {
        if (!participants(appointment, "Patient"_L1).contains(nell))
            continue;
        QCOMPARE(appointment["description"_L1].toString(), u"Alumni evening"_s);
        const bool isComing = instant(appointment, "start"_L1) > now;
        QVERIFY(!isComing || appointment["participant"_L1][0]["status"_L1].toString() == u"needs-action");
        asked += isComing ? 1 : 0;
    }
    QVERIFY(asked >= 8);
}

QTEST_GUILESS_MAIN(SampleClinicTest)
#include "tst_sampleclinic.moc"
