// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Doses.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime evening(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc());
const QDate today(2026, 11, 18);

} // namespace

/// A word on a dose: one tap, some seconds to take it back, and never more at the clinic than the person said.
class TestDoses final : public QObject
{
    Q_OBJECT

    struct Device {
        FakeClock clock{evening};
        std::unique_ptr<Store> store = Store::inMemory().value();
        std::unique_ptr<Records> records;

        Device()
        {
            Identity identity;
            identity.patientId = u"maya"_s;
            records = std::make_unique<Records>(*store, identity);
            order("b", "Sertraline", R"("when":["MORN"])");
            order("a", "Buprenorphine", R"("when":["MORN","EVE"])");
        }
        void order(const char *id, const char *name, const char *repeat, const char *status = "active")
        {
            const QByteArray json = QStringLiteral(R"({"resourceType":"MedicationRequest","id":"%1","status":"%4","intent":"order",
                "subject":{"reference":"Patient/maya"},"medicationCodeableConcept":{"text":"%2"},
                "dosageInstruction":[{"timing":{"repeat":{%3}}}]})")
                                        .arg(QLatin1String(id), QLatin1String(name), QLatin1String(repeat), QLatin1String(status))
                                        .toUtf8();
            [&] {
                QVERIFY(store->putRecords(
                    {{u"MedicationRequest"_s, QString::fromLatin1(id), QLatin1String(status), clock.nowUtc(), {}, json}}));
            }();
        }
        Dose dose(const char *key)
        {
            const QList<Dose> doses = dosesOn(*records, today).value();
            for (const Dose &one : doses) {
                if (one.key == QLatin1String(key))
                    return one;
            }
            return {};
        }
        DoseWord say(const char *key, DoseAnswer answer)
        {
            clock.advance(std::chrono::minutes(1));
            return sayDose(*records, clock, dose(key), answer, u"Changed"_s).value();
        }
        QList<OutboxItem> waiting() { return store->outbox().unsent().value(); }
        /// The clinic takes all that waits, and it is downloaded again.
        void send()
        {
            const QList<OutboxItem> items = waiting();
            for (OutboxItem item : items) {
                item.state = OutboxState::Done;
                item.doneAt = clock.nowUtc();
                item.serverId = item.identifier.right(12);
                [&] { QVERIFY(store->outbox().update(item)); }();
                QByteArray json = item.payload;
                json.insert(1, "\"id\":\"" + item.serverId.toLatin1() + "\",");
                [&] {
                    QVERIFY(store->putRecords({{u"MedicationStatement"_s, item.serverId, u"1"_s, clock.nowUtc(), today, json}}));
                }();
            }
        }
    };

private Q_SLOTS:
    void theDay()
    {
        Device device;
        device.order("c", "Stopped", "", "stopped");
        device.order("d", "Resting", "", "on-hold");
        QStringList keys;
        const QList<Dose> doses = dosesOn(*device.records, today).value();
        for (const Dose &dose : doses)
            keys << dose.key;
        QCOMPARE(keys, (QStringList{u"a/morning"_s, u"b/morning"_s, u"a/evening"_s}));
    }

    /// One without a name is the other one; of two nobody can tell which was taken.
    void twoWithoutAName()
    {
        const auto pointing = [](Device &device, const char *id, const char *medication) {
            const QByteArray json = QByteArray("{\"resourceType\":\"MedicationRequest\",\"id\":\"") + id
                + "\",\"status\":\"active\",\"intent\":\"order\",\"subject\":{\"reference\":\"Patient/maya\"},"
                  "\"medicationReference\":{\"reference\":\"Medication/"
                + medication + "\"},\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"when\":[\"NOON\"]}}}]}";
            QVERIFY(device.store->putRecords(
                {{u"MedicationRequest"_s, QString::fromLatin1(id), u"1"_s, device.clock.nowUtc(), {}, json}}));
        };
        const auto keys = [](const Device &device) {
            QStringList found;
            const QList<Dose> doses = dosesOn(*device.records, today).value();
            for (const Dose &dose : doses)
                found << dose.key;
            return found;
        };
        Device device;
        const QStringList named{u"a/morning"_s, u"b/morning"_s, u"a/evening"_s};
        pointing(device, "c", "m1");
        QVERIFY(keys(device).contains(u"c/noon"_s));
        pointing(device, "d", "m2");
        QCOMPARE(keys(device), named);
        // The name of one has come, so that both can be told apart.
        QVERIFY(device.store->putRecords({{u"Medication"_s,
                                           u"m2"_s,
                                           u"1"_s,
                                           device.clock.nowUtc(),
                                           {},
                                           "{\"resourceType\":\"Medication\",\"id\":\"m2\",\"code\":{\"text\":\"Naltrexone\"}}"}}));
        QVERIFY(keys(device).contains(u"c/noon"_s) && keys(device).contains(u"d/noon"_s));
        QCOMPARE(device.dose("d/noon").medicine.name, u"Naltrexone"_s);
    }

    /// At a quarter past midnight the pill of the evening is last evening's.
    void afterMidnight()
    {
        Device device;
        device.clock.setZone("America/New_York");
        device.order("n", "Trazodone", R"("when":["HS"])");
        device.order("t", "Timed", R"("timeOfDay":["21:30:00"])");
        const auto keys = [&] {
            QStringList found;
            const QList<Dose> doses = dosesNow(*device.records, device.clock).value();
            for (const Dose &dose : doses)
                found << QString(dose.key % (dose.said ? u"+" : u""));
            return found;
        };
        const QStringList day{u"a/morning"_s, u"b/morning"_s, u"a/evening"_s, u"n/night"_s, u"t/21:30"_s};
        device.clock.setWallClock(QDateTime(QDate(2026, 11, 19), QTime(4, 59), QTimeZone::utc())); // 11:59 pm
        QCOMPARE(keys(), day);
        sayDose(*device.records, device.clock, dosesNow(*device.records, device.clock)->at(2), DoseAnswer::Taken, {}).value();
        device.clock.advance(std::chrono::minutes(16));
        // The evening's was answered before midnight. The morning's is no matter of the night.
        QCOMPARE(keys(), QStringList({u"n/night/2026-11-18"_s, u"t/21:30/2026-11-18"_s}) + day);
        const Dose night = dosesNow(*device.records, device.clock)->first();
        sayDose(*device.records, device.clock, night, DoseAnswer::Taken, {}).value();
        const QList<KnownDose> known = device.records->doses(today, today).value();
        QCOMPARE(known.first().dose.medicineId, u"n"_s);
        QCOMPARE(known.first().dose.day, today);
        // Answered since midnight, it can still be changed; tonight's is asked for by itself.
        QCOMPARE(keys(), QStringList({u"n/night/2026-11-18+"_s, u"t/21:30/2026-11-18"_s}) + day);
        device.clock.advance(std::chrono::minutes(225)); // 4 am
        QCOMPARE(keys(), day);
    }

    void saidAndTakenBack()
    {
        Device device;
        const DoseWord word = device.say("a/morning", DoseAnswer::Taken);
        QCOMPARE(device.dose("a/morning").said->dose.answer, DoseAnswer::Taken);
        QVERIFY(!device.dose("a/evening").said);
        QVERIFY(!device.dose("b/morning").said);
        // It stays here for ten seconds.
        QCOMPARE(device.waiting().size(), 1);
        QCOMPARE(device.waiting().first().retryAt, device.clock.nowUtc().addSecs(10));
        QCOMPARE(takeBackDose(*device.records, device.clock, word).value(), true);
        QVERIFY(!device.dose("a/morning").said);
        QVERIFY(device.waiting().isEmpty());
    }

    void changedBeforeItLeft()
    {
        Device device;
        device.say("a/morning", DoseAnswer::Taken);
        const DoseWord word = device.say("a/morning", DoseAnswer::NotTaken);
        QCOMPARE(device.waiting().size(), 1);
        QVERIFY(device.waiting().first().payload.contains("not-taken"));
        QVERIFY(!device.waiting().first().payload.contains("note")); // nobody heard anything else
        // Taken back: what was said before is there again.
        QVERIFY(takeBackDose(*device.records, device.clock, word).value());
        QCOMPARE(device.waiting().size(), 1);
        QCOMPARE(device.dose("a/morning").said->dose.answer, DoseAnswer::Taken);
    }

    void theSameTwiceIsOnce()
    {
        Device device;
        const DoseWord first = device.say("a/morning", DoseAnswer::Taken);
        QVERIFY(!first.identifier.isEmpty());
        QVERIFY(device.say("a/morning", DoseAnswer::Taken).identifier.isEmpty());
        QCOMPARE(device.waiting().size(), 1);
    }

    void changedAfterItLeft()
    {
        Device device;
        const DoseWord first = device.say("a/morning", DoseAnswer::Taken);
        device.send();
        QCOMPARE(takeBackDose(*device.records, device.clock, first).value(), false);
        const DoseWord second = device.say("a/morning", DoseAnswer::NotTaken);
        QCOMPARE(device.waiting().size(), 1);
        QVERIFY(device.waiting().first().identifier != first.identifier);
        QVERIFY(device.waiting().first().payload.contains("Changed"));
        QCOMPARE(device.dose("a/morning").said->dose.answer, DoseAnswer::NotTaken);
        // A third thought, while that waits: what the clinic has is what is meant, and nothing goes.
        device.say("a/morning", DoseAnswer::Taken);
        QVERIFY(device.waiting().isEmpty());
        QCOMPARE(device.dose("a/morning").said->dose.answer, DoseAnswer::Taken);
        device.say("a/morning", DoseAnswer::NotTaken);
        device.send();
        device.say("a/morning", DoseAnswer::Taken);
        device.send();
        QCOMPARE(device.dose("a/morning").said->dose.answer, DoseAnswer::Taken);
        QCOMPARE(device.records->doses(today, today)->size(), 3);
    }

    void twoDevicesMakeOne()
    {
        Device phone;
        Device tablet;
        const DoseWord here = phone.say("b/morning", DoseAnswer::NotSure);
        tablet.clock.advance(std::chrono::minutes(9));
        QCOMPARE(tablet.say("b/morning", DoseAnswer::NotSure).identifier, here.identifier);
        // Another answer is another record, never one that vanishes behind the first.
        Device third;
        QVERIFY(third.say("b/morning", DoseAnswer::Taken).identifier != here.identifier);
        QVERIFY(third.say("a/morning", DoseAnswer::NotSure).identifier != here.identifier);
    }

    void oneThatWasRefused()
    {
        Device device;
        device.say("a/morning", DoseAnswer::Taken);
        OutboxItem item = device.waiting().first();
        item.state = OutboxState::Rejected;
        item.attempts = 1;
        QVERIFY(device.store->outbox().update(item));
        QCOMPARE(device.dose("a/morning").said->state, OutboxState::Rejected);
        device.say("a/morning", DoseAnswer::Taken);
        QCOMPARE(device.waiting().size(), 1);
        QCOMPARE(device.dose("a/morning").said->state, OutboxState::Queued);
    }

    /// Tried with no network, it is as here as one that was not tried; after a try of which nobody knows, it may be there.
    void oneThatWaitsForTheNetworkIsReplaced()
    {
        for (const bool mayHaveLeft : {false, true}) {
            Device device;
            device.say("a/morning", DoseAnswer::Taken);
            OutboxItem item = device.waiting().first();
            item.attempts = 3;
            item.mayHaveLeft = mayHaveLeft;
            QVERIFY(device.store->outbox().update(item));
            device.say("a/morning", DoseAnswer::NotTaken);
            QCOMPARE(device.waiting().size(), mayHaveLeft ? 2 : 1);
            QCOMPARE(device.dose("a/morning").said->dose.answer, DoseAnswer::NotTaken);
        }
    }

    void oneThatIsLeavingIsNotTakenBack()
    {
        Device device;
        const DoseWord word = device.say("a/morning", DoseAnswer::Taken);
        OutboxItem item = device.waiting().first();
        item.state = OutboxState::Uncertain;
        item.attempts = 1;
        QVERIFY(device.store->outbox().update(item));
        QCOMPARE(takeBackDose(*device.records, device.clock, word).value(), false);
        device.say("a/morning", DoseAnswer::NotTaken);
        QCOMPARE(device.waiting().size(), 2);
        QCOMPARE(device.dose("a/morning").said->dose.answer, DoseAnswer::NotTaken);
    }
};

QTEST_GUILESS_MAIN(TestDoses)
#include "tst_doses.moc"
