// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Fixture.h"

#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace handrail;
using namespace handrail::fhir;
using namespace Qt::StringLiterals;
using Part = DoseTime::Part;

namespace {

/// Single quotes stand for double ones.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

QByteArray request(const QByteArray &elements)
{
    return quoted("{'resourceType':'MedicationRequest','id':'m1','status':'active','intent':'order','subject':{'reference':'"
                  "Patient/maya'},'medicationCodeableConcept':{'text':'Sertraline'}")
        + (elements.isEmpty() ? QByteArray() : ',' + elements) + '}';
}

QByteArray timed(const QByteArray &repeat)
{
    return request(quoted("'dosageInstruction':[{'timing':{'repeat':{") + repeat + "}}}]");
}

Medicine read(const QByteArray &json)
{
    const auto medicine = readMedicine(json);
    if (!medicine || !*medicine)
        qFatal("no medicine in %s", json.constData());
    return **medicine;
}

QString keysOn(const Medicine &medicine, const QDate &day)
{
    QStringList keys;
    for (const DoseTime &time : medicine.timesOn(day))
        keys << keyOf(time);
    return keys.join(u' ');
}

} // namespace

/// Medicine as the clinic writes it, and what a person says of it.
class FhirMedicineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheClinicWrote()
    {
        const Medicine medicine = read(request(
            quoted("'requester':{'reference':'Practitioner/d','display':'Dr. "
                   "Okafor'},'dispenseRequest':{'validityPeriod':{'end':'2026-12-24'}},'dosageInstruction':[{'text':'50 mg po "
                   "qd','patientInstruction':'With "
                   "breakfast','doseAndRate':[{'doseQuantity':{'value':50,'unit':'mg'}}],'timing':{'repeat':{'when':['CM']}}}]")));
        QCOMPARE(medicine.name, u"Sertraline"_s);
        QCOMPARE(medicine.prescriber, u"Dr. Okafor"_s);
        QCOMPARE(medicine.validUntil, QDate(2026, 12, 24));
        // The words for the patient, and none of those for a pharmacy.
        QCOMPARE(medicine.instruction, u"With breakfast"_s);
        QCOMPARE(medicine.timesOn(QDate(2026, 11, 18)), (QList<DoseTime>{{Part::Morning, {}, 0}}));
    }

    void withoutWordsForThePatientThereAreNone()
    {
        const Medicine medicine = read(fixture(u"medicationrequest.json"_s));
        QVERIFY(medicine.instruction.isEmpty());
        QVERIFY(medicine.prescriber.isEmpty());
        QVERIFY(medicine.timesOn(QDate(2026, 11, 18)).isEmpty() && medicine.isUntold()); // "One tablet in the morning": for people
    }

    void aNameFromWhereverItIs()
    {
        const QByteArray text = quoted("'medicationCodeableConcept':{'text':'Sertraline'}");
        const auto named = [&](const QByteArray &as) { return read(request({}).replace(text, as)).name; };
        const QString byDisplay = named(quoted("'medicationReference':{'reference':'Medication/x','display':'Naltrexone'}"));
        QCOMPARE(byDisplay, u"Naltrexone"_s);
        const QString contained = named(quoted("'contained':[{'resourceType':'Medication','id':'a','code':{'text':'Acamprosate'}}],"
                                               "'medicationReference':{'reference':'#a'}"));
        QCOMPARE(contained, u"Acamprosate"_s);
        // Never a code or an address.
        const QString address = named(quoted("'medicationReference':{'reference':'Medication/x'}"));
        QCOMPARE(address, QString());
        const QString code =
            named(quoted("'medicationCodeableConcept':{'coding':[{'system':'http://x.example','code':'312940'}]}"));
        QCOMPARE(code, QString());
    }

    void aNameThatStandsElsewhere()
    {
        const QByteArray text = quoted("'medicationCodeableConcept':{'text':'Sertraline'}");
        const auto pointed = [&](const QByteArray &at) -> QString {
            const QByteArray reference = quoted("'medicationReference':{'reference':'") + at + quoted("'}");
            return read(request({}).replace(text, reference)).medicationId;
        };
        QCOMPARE(pointed("Medication/x"), u"x"_s);
        QCOMPARE(pointed("https://clinic.example/fhir/Medication/x/_history/2"), u"x"_s);
        QCOMPARE(pointed("#x"), QString());
        QCOMPARE(pointed("Substance/x"), QString());
        QCOMPARE(fhir::readMedicationName(quoted("{'resourceType':'Medication','id':'x','code':{'text':'Naltrexone'}}")),
                 u"Naltrexone"_s);
        for (const char *none :
             {"{'resourceType':'Medication','id':'x'}", "{'resourceType':'Substance','id':'x','code':{'text':'N'}}",
              "{'resourceType':'Medication','id':'x','status':'entered-in-error','code':{'text':'N'}}",
              "{'resourceType':'Medication','id':'x','code':{'coding':[{'code':'312940'}]}}", "["})
            QCOMPARE(fhir::readMedicationName(quoted(none)), QString());
    }

    void whatIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        for (const char *status : {"completed", "stopped", "cancelled", "draft", "unknown"})
            QTest::newRow(status) << QByteArray("\"active\"") << '"' + QByteArray(status) + '"';
        QTest::newRow("a proposal") << QByteArray("\"order\"") << QByteArray("\"proposal\"");
        QTest::newRow("not to be taken") << QByteArray("\"intent\"") << QByteArray("\"doNotPerform\":true,\"intent\"");
    }
    void whatIsNotTaken()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto medicine = readMedicine(request({}).replace(before, after));
        QVERIFY(medicine && !*medicine);
    }

    void inError()
    {
        QCOMPARE(readMedicine(request({}).replace("active", "entered-in-error")).error().kind, ProblemKind::NotFound);
        QCOMPARE(readMedicine("[]").error().kind, ProblemKind::NotFhir);
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("repeat");
        QTest::addColumn<QString>("keys");
        QTest::newRow("none") << QByteArray() << u"day"_s;
        QTest::newRow("morning and evening") << (quoted("'when':['EVE','MORN']")) << u"morning evening"_s;
        QTest::newRow("early and before breakfast are one") << (quoted("'when':['MORN.early','ACM']")) << u"morning"_s;
        QTest::newRow("bed") << (quoted("'when':['HS']")) << u"night"_s;
        QTest::newRow("a code of tomorrow") << (quoted("'when':['IMD']")) << u"day"_s;
        QTest::newRow("clock") << (quoted("'timeOfDay':['20:00:00','08:30:00']")) << u"08:30 20:00"_s;
        QTest::newRow("no clock") << (quoted("'timeOfDay':['25:00:00']")) << u"day"_s;
        QTest::newRow("twice") << (quoted("'frequency':2,'period':1,'periodUnit':'d'")) << u"1 2"_s;
        QTest::newRow("each 8 hours") << (quoted("'frequency':1,'period':8,'periodUnit':'h'")) << u"1 2 3"_s;
        QTest::newRow("each 12 hours") << (quoted("'period':12,'periodUnit':'h'")) << u"1 2"_s;
        QTest::newRow("each 24 hours") << (quoted("'frequency':1,'period':24,'periodUnit':'h'")) << u"day"_s;
        QTest::newRow("3 times in 24 hours") << (quoted("'frequency':3,'period':24,'periodUnit':'h'")) << u"1 2 3"_s;
        QTest::newRow("hours that fill no day") << (quoted("'frequency':1,'period':5,'periodUnit':'h'")) << QString();
        QTest::newRow("each 4 to 6 hours") << (quoted("'frequency':1,'period':4,'periodMax':6,'periodUnit':'h'")) << QString();
        QTest::newRow("once or twice") << (quoted("'frequency':1,'frequencyMax':2,'period':1,'periodUnit':'d'")) << QString();
        QTest::newRow("twice, at most twice") << (quoted("'frequency':2,'frequencyMax':2,'period':1,'periodUnit':'d'")) << u"1 2"_s;
        QTest::newRow("each hour") << (quoted("'frequency':1,'period':1,'periodUnit':'h'")) << QString();
        QTest::newRow("each 90 minutes") << (quoted("'frequency':1,'period':90,'periodUnit':'min'")) << QString();
        QTest::newRow("no time at all") << (quoted("'frequency':1,'period':0,'periodUnit':'h'")) << QString();
        QTest::newRow("far too often") << (quoted("'frequency':1000000000000,'period':1,'periodUnit':'d'")) << QString();
    }
    void times()
    {
        QFETCH(QByteArray, repeat);
        QFETCH(QString, keys);
        QCOMPARE(keysOn(read(timed(repeat)), QDate(2026, 11, 18)), keys);
    }

    // Whether it is asked as often as it is taken: else all would be said to be answered after the first.
    void codes_data()
    {
        QTest::addColumn<QString>("keys");
        for (const auto &[code, keys] :
             {std::pair("BID", u"1 2"), std::pair("TID", u"1 2 3"), std::pair("QID", u"1 2 3 4"), std::pair("Q8H", u"1 2 3"),
              std::pair("Q6H", u"1 2 3 4"), std::pair("Q4H", u"1 2 3 4 5 6"), std::pair("AM", u"morning"),
              std::pair("PM", u"afternoon"), std::pair("BED", u"night"), std::pair("QD", u"day"), std::pair("Q2H", u"")})
            QTest::newRow(code) << QString::fromUtf16(keys);
    }
    void codes()
    {
        QFETCH(QString, keys);
        const QByteArray code =
            quoted("'dosageInstruction':[{'timing':{'code':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/"
                   "v3-GTSAbbreviation','code':'")
            + QTest::currentDataTag() + quoted("'}]}%1}}]");
        const QDate day(2026, 11, 18);
        QCOMPARE(keysOn(read(request(QByteArray(code).replace("%1", ""))), day), keys);
        // The bounds go with it, and numbers beside it say the same.
        QCOMPARE(
            keysOn(read(request(QByteArray(code).replace("%1", quoted(",'repeat':{'boundsPeriod':{'start':'2026-11-01'}}")))), day),
            keys);
        QCOMPARE(keysOn(read(request(QByteArray(code).replace("%1", quoted(",'repeat':{'when':['NOON']}")))), day), u"noon"_s);
        QVERIFY(read(request(QByteArray(code).replace("%1", ""))).isUntold() == keys.isEmpty());
    }

    void days_data()
    {
        QTest::addColumn<QByteArray>("elements");
        QTest::addColumn<bool>("isAskedOnWednesday");
        QTest::addColumn<bool>("isAskedOnThursday");
        const auto row = [](const char *name, const QByteArray &dosage, bool wednesday, bool thursday) {
            QTest::newRow(name) << (quoted("'dosageInstruction':[{") + dosage + "}]") << wednesday << thursday;
        };
        row("each day", "", true, true);
        row("on Thursdays", quoted("'timing':{'repeat':{'dayOfWeek':['thu']}}"), false, true);
        row("until Wednesday", quoted("'timing':{'repeat':{'boundsPeriod':{'end':'2026-11-18'}}}"), true, false);
        row("from Thursday", quoted("'timing':{'repeat':{'boundsPeriod':{'start':'2026-11-19'}}}"), false, true);
        row("when needed", quoted("'asNeededBoolean':true"), false, false);
        row("for pain", quoted("'asNeededCodeableConcept':{'text':'pain'}"), false, false);
        row("once a month", quoted("'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'mo'}}"), false, false);
        row("each other day", quoted("'timing':{'repeat':{'frequency':1,'period':2,'periodUnit':'d'}}"), false, false);
        row("each 8 hours", quoted("'timing':{'repeat':{'frequency':1,'period':8,'periodUnit':'h'}}"), true, true);
    }
    void days()
    {
        QFETCH(QByteArray, elements);
        const Medicine medicine = read(request(elements));
        QTEST(!medicine.timesOn(QDate(2026, 11, 18)).isEmpty(), "isAskedOnWednesday");
        QTEST(!medicine.timesOn(QDate(2026, 11, 19)).isEmpty(), "isAskedOnThursday");
    }

    /// Several instructions of one order: each with days and times of its own.
    void several_data()
    {
        QTest::addColumn<QByteArray>("instructions");
        QTest::addColumn<QString>("week"); // from Monday, November 16
        QTest::addColumn<bool>("isUntold");
        const auto row = [](const char *name, const char *instructions, const QString &week, bool isUntold) {
            QTest::newRow(name) << quoted(instructions) << week << isUntold;
        };
        row("a taper",
            "{'sequence':1,'timing':{'repeat':{'when':['MORN','NIGHT'],'boundsPeriod':{'start':'2026-11-16','end':'2026-11-18'}}}},"
            "{'sequence':2,'timing':{'repeat':{'when':['MORN'],'boundsPeriod':{'start':'2026-11-19','end':'2026-11-21'}}}}",
            u"morning night|morning night|morning night|morning|morning|morning|"_s, false);
        row("some days in the morning, others in the evening",
            "{'timing':{'repeat':{'dayOfWeek':['mon','wed','fri'],'when':['MORN']}}},"
            "{'timing':{'repeat':{'dayOfWeek':['tue','thu'],'when':['EVE']}}}",
            u"morning|evening|morning|evening|morning||"_s, false);
        row("each morning, and Monday evening",
            "{'timing':{'repeat':{'when':['MORN']}}},{'timing':{'repeat':{'dayOfWeek':['mon'],'when':['EVE']}}}",
            u"morning evening|morning|morning|morning|morning|morning|morning"_s, false);
        row("each morning, and when needed", "{'timing':{'repeat':{'when':['MORN']}}},{'asNeededBoolean':true}",
            u"morning|morning|morning|morning|morning|morning|morning"_s, false);
        row("the same time twice is one", "{'timing':{'repeat':{'when':['MORN']}}},{'timing':{'repeat':{'when':['ACM']}}}",
            u"morning|morning|morning|morning|morning|morning|morning"_s, false);
        row("words beside it", "{'timing':{'repeat':{'dayOfWeek':['sun']}}},{'patientInstruction':'With food'}", u"||||||day"_s,
            false);
        row("each morning, and each second week",
            "{'timing':{'repeat':{'when':['MORN']}}},{'timing':{'repeat':{'period':2,'periodUnit':'wk','when':['EVE']}}}",
            u"morning|morning|morning|morning|morning|morning|morning"_s, true);
        // Nobody can tell: which week, when it began, when the next step is.
        row("each second Monday", "{'timing':{'repeat':{'period':2,'periodUnit':'wk','dayOfWeek':['mon']}}}", u"||||||"_s, true);
        row("for 7 days, then less",
            "{'timing':{'repeat':{'boundsDuration':{'value':7,'code':'d'},'when':['NOON']}}},{'timing':{'repeat':{'when':['MORN']}}"
            "}",
            u"morning|morning|morning|morning|morning|morning|morning"_s, true);
        row("each other day, as a code",
            "{'timing':{'code':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation','code':'QOD'}]}}}",
            u"||||||"_s, true);
        row("each week, as a code with bounds",
            "{'timing':{'code':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation','code':'WK'}]},"
            "'repeat':{'boundsPeriod':{'start':'2026-11-16'}}}}",
            u"||||||"_s, true);
        row("each week on a day, with its code",
            "{'timing':{'code':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation','code':'WK'}]},"
            "'repeat':{'frequency':1,'period':1,'periodUnit':'wk','dayOfWeek':['tue']}}}",
            u"|day|||||"_s, false);
        row("in words", "{'text':'Take one every other day'}", u"||||||"_s, true);
        row("in words for the patient", "{'patientInstruction':'Take one every Monday'}", u"||||||"_s, true);
        row("in words beside its bounds", "{'text':'Every other day','timing':{'repeat':{'boundsPeriod':{'start':'2026-11-16'}}}}",
            u"||||||"_s, true);
        row("in the words of its timing", "{'timing':{'code':{'text':'every other day'}}}", u"||||||"_s, true);
        row("in a code of another list", "{'timing':{'code':{'coding':[{'system':'http://snomed.info/sct','code':'225760004'}]}}}",
            u"||||||"_s, true);
        row("words for a pharmacy beside a time", "{'text':'50 mg po','timing':{'repeat':{'timeOfDay':['08:00:00']}}}",
            u"08:00|08:00|08:00|08:00|08:00|08:00|08:00"_s, false);
        row("a day of tomorrow", "{'timing':{'repeat':{'dayOfWeek':['mon','noday']}}}", u"||||||"_s, true);
        row("one after the other without dates",
            "{'sequence':1,'timing':{'repeat':{'when':['MORN','NIGHT']}}},{'sequence':2,'timing':{'repeat':{'when':['MORN']}}}",
            u"||||||"_s, true);
        row("words numbered beside it",
            "{'sequence':1,'timing':{'repeat':{'when':['MORN']}}},{'sequence':2,'patientInstruction':'With food'}",
            u"morning|morning|morning|morning|morning|morning|morning"_s, false);
        // Alone, it is asked while the order runs.
        row("for 7 days", "{'timing':{'repeat':{'boundsDuration':{'value':7,'code':'d'},'when':['MORN']}}}",
            u"morning|morning|morning|morning|morning|morning|morning"_s, false);
        row("30 times, and when needed", "{'timing':{'repeat':{'count':30,'when':['MORN']}}},{'asNeededBoolean':true}",
            u"morning|morning|morning|morning|morning|morning|morning"_s, false);
        row("for 7 days, then when needed",
            "{'sequence':1,'timing':{'repeat':{'boundsDuration':{'value':7,'code':'d'},'when':['MORN']}}},"
            "{'sequence':2,'asNeededBoolean':true}",
            u"||||||"_s, true);
        row("each week on its days", "{'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'wk','dayOfWeek':['tue']}}}",
            u"|day|||||"_s, false);
    }
    void several()
    {
        QFETCH(QByteArray, instructions);
        QFETCH(QString, week);
        const Medicine medicine = read(request("\"dosageInstruction\":[" + instructions + ']'));
        QStringList found;
        for (int day = 16; day <= 22; ++day)
            found << keysOn(medicine, QDate(2026, 11, day));
        QCOMPARE(found.join(u'|'), week);
        QTEST(medicine.isUntold(), "isUntold");
        QVERIFY(!medicine.isWhenNeeded());
    }

    void onHold()
    {
        const Medicine medicine = read(request({}).replace("active", "on-hold"));
        QVERIFY(medicine.isOnHold && medicine.timesOn(QDate(2026, 11, 18)).isEmpty());
    }

    void aWordIsReadBack_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("answer");
        for (int part = int(Part::AnyTime); part <= int(Part::Nth); ++part) {
            for (int answer = 0; answer < 3; ++answer)
                QTest::addRow("part %d, answer %d", part, answer) << part << answer;
        }
    }
    void aWordIsReadBack()
    {
        QFETCH(int, part);
        QFETCH(int, answer);
        DoseSaid said;
        said.identifier = u"urn:uuid:0b2a2f3e-0000-5000-8000-000000000000"_s;
        said.medicineId = u"m1"_s;
        said.day = QDate(2026, 11, 18);
        said.time = {Part(part), Part(part) == Part::Clock ? QTime(8, 30) : QTime(), Part(part) == Part::Nth ? 2 : 0};
        said.answer = DoseAnswer(answer);
        said.said = QDateTime(QDate(2026, 11, 18), QTime(15, 20, 1, 5), Qt::OffsetFromUTC, -18000);
        const QByteArray json = writeDose(said, u"maya"_s, u"Sertraline"_s, u"Before: taken"_s);
        const auto read = readDose(json);
        QVERIFY(read);
        QCOMPARE(read->identifier, said.identifier);
        QCOMPARE(read->medicineId, said.medicineId);
        QCOMPARE(read->day, said.day);
        QCOMPARE(read->time, said.time);
        QCOMPARE(read->answer, said.answer);
        QCOMPARE(read->said, said.said);
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QCOMPARE(object[u"informationSource"_s][u"reference"_s].toString(), u"Patient/maya"_s);
        QCOMPARE(object[u"note"_s][0][u"text"_s].toString(), u"Before: taken"_s);
        QVERIFY(!json.contains("dose\"") && !json.contains("doseAndRate"));
    }

    void whatIsNoWordOnADose()
    {
        DoseSaid said;
        said.medicineId = u"m1"_s;
        said.day = QDate(2026, 11, 18);
        said.said = QDateTime(QDate(2026, 11, 18), QTime(15, 20), Qt::UTC);
        const QByteArray json = writeDose(said, u"maya"_s, {}, {});
        QVERIFY(readDose(json));
        for (const auto &[before, after] :
             {std::pair("\"unknown\"", "\"active\""), std::pair("MedicationRequest/m1", "CarePlan/m1"),
              std::pair("2026-11-18\"", "2026-13-18\"")})
            QVERIFY2(!readDose(QByteArray(json).replace(before, after)), after);
        QCOMPARE(readDose(QByteArray(json).replace("\"unknown\"", "\"entered-in-error\"")).error().kind, ProblemKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(FhirMedicineTest)
#include "tst_medicine.moc"
