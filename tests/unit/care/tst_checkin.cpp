// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"
#include "content/Questionnaires.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"

#include <QTest>

using namespace handrail;

namespace {

Option option(const char *code)
{
    Option made;
    made.code = QString::fromLatin1(code);
    made.text = made.code;
    return made;
}

FormItem item(const char *linkId, Control control, QList<Option> options = {})
{
    FormItem made;
    made.linkId = QString::fromLatin1(linkId);
    made.text = made.linkId;
    made.control = control;
    made.type = control == Control::Group ? ItemType::Group
        : control == Control::Text        ? ItemType::Text
        : options.isEmpty()               ? ItemType::Decimal
                                          : ItemType::Choice;
    made.options = std::move(options);
    return made;
}

Form smallForm()
{
    Form form;
    form.url = dailyCheckInUrl();
    form.version = QStringLiteral("1.0.0");
    FormItem meds = item("meds", Control::Choice, {option("yes"), option("no")});
    meds.isMedicineOnly = true;
    FormItem sleep = item("sleep", Control::Group);
    sleep.children = {item("sleep-hours", Control::Stepper)};
    sleep.children[0].maximum = 16;
    FormItem note = item("note", Control::Text);
    note.maxLength = 10;
    form.items = {item("craving", Control::Slider),
                  sleep,
                  item("halt", Control::Chips, {option("tired"), option("none")}),
                  meds,
                  item("safety", Control::Choice, {option("no"), option("yes"), option("not-sure")}),
                  note};
    return form;
}

} // namespace

class TestCheckIn final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};

private Q_SLOTS:
    void init()
    {
        m_clock = FakeClock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = QStringLiteral("p1");
        m_records = std::make_unique<Records>(*m_store, identity);
    }

    void theFormThatComesWithTheAppCanBeTaken()
    {
        const std::optional<Form> form = dailyCheckInForm(*m_records);
        QVERIFY(form);
        QCOMPARE(form->url, dailyCheckInUrl());
        CheckIn checkIn(*m_records, m_clock, *form);
        QCOMPARE(checkIn.stepCount(), 8); // the nine of the design, less the one about medicine
    }

    void medicineIsAskedOnlyOfThoseWhoHaveOne()
    {
        CheckIn without(*m_records, m_clock, smallForm());
        QCOMPARE(without.stepCount(), 5);
        StoredRecord medicine;
        medicine.type = QStringLiteral("MedicationRequest");
        medicine.id = QStringLiteral("m1");
        medicine.versionId = QStringLiteral("1");
        medicine.lastUpdated = m_clock.nowUtc();
        medicine.json =
            R"({"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","subject":{"reference":"Patient/p1"}})";
        QVERIFY(m_store->putRecords({medicine}));
        CheckIn with(*m_records, m_clock, smallForm());
        QCOMPARE(with.stepCount(), 6);
        // One that is only there for when it is needed is not asked about.
        medicine.versionId = QStringLiteral("2");
        medicine.json.chop(1);
        medicine.json += R"(,"dosageInstruction":[{"asNeededBoolean":true}]})";
        QVERIFY(m_store->putRecords({medicine}));
        CheckIn whenNeeded(*m_records, m_clock, smallForm());
        QCOMPARE(whenNeeded.stepCount(), 5);
    }

    /// Design clinical 3.1, product 4, 12 and 5: one question a screen, a short core, then what can be left out, in another order every day.
    void whatCanBeLeftOutComesLast()
    {
        const Form form = *dailyCheckInForm(*m_records);
        const QStringList first{QStringLiteral("halt"), QStringLiteral("confidence"), QStringLiteral("note")};
        const QStringList second{QStringLiteral("confidence"), QStringLiteral("halt"), QStringLiteral("note")};
        const QStringList core{QStringLiteral("mood"), QStringLiteral("craving"), QStringLiteral("use"),
                               QStringLiteral("sleep-hours sleep-quality"), QStringLiteral("safety")};
        const auto pagesOf = [](const CheckIn &checkIn, bool isExtra) {
            QStringList pages;
            for (const FormPage &page : checkIn.pages()) {
                if (page.isExtra == isExtra)
                    pages << page.keys.join(u' ');
            }
            return pages;
        };
        for (const QStringList &last : {first, second, first}) {
            CheckIn checkIn(*m_records, m_clock, form);
            QCOMPARE(pagesOf(checkIn, false), core);
            QCOMPARE(pagesOf(checkIn, true), last);
            QVERIFY(!checkIn.pages().at(core.size() - 1).isExtra && checkIn.pages().at(core.size()).isExtra);
            m_clock.advance(std::chrono::hours(24));
        }
        // It is the day where the person is: 11 pm in New York is the next one in UTC.
        m_clock = FakeClock{QDateTime(QDate(2026, 11, 19), QTime(4, 0), QTimeZone::utc())};
        QCOMPARE(pagesOf(CheckIn(*m_records, m_clock, form), true), first);
        // Across midnight the order changes, and no answer goes.
        {
            CheckIn checkIn(*m_records, m_clock, form);
            while (checkIn.page().keys.constFirst() != QLatin1String("confidence"))
                QVERIFY(checkIn.next());
            checkIn.setAnswer(QStringLiteral("confidence"), 7.0);
        }
        m_clock.advance(std::chrono::hours(2));
        CheckIn again(*m_records, m_clock, form);
        QCOMPARE(again.resume(), FormFilling::Resumed::AsLeft);
        QCOMPARE(pagesOf(again, true), second);
        QCOMPARE(again.page().keys, QStringList{QStringLiteral("confidence")});
        QCOMPARE(again.answers().value(QStringLiteral("confidence")).toDouble(), 7.0);
    }

    /// In London, in winter, after midnight: it stays of that day where the person goes next.
    void theDayStaysWhereTheOffsetIsNothing()
    {
        m_records->setClock(m_clock);
        m_clock = FakeClock{QDateTime(QDate(2026, 11, 18), QTime(0, 30), QTimeZone::utc()), "Europe/London"};
        CheckIn checkIn(*m_records, m_clock, smallForm());
        checkIn.setAnswer(QStringLiteral("craving"), 3.0);
        QVERIFY(checkIn.finish());
        QVERIFY(todaysCheckIn(*m_records, m_clock));
        for (const char *zone : {"America/New_York", "Asia/Tokyo"}) {
            m_clock.setZone(zone);
            const QDate day(2026, 11, 18);
            QCOMPARE(checkInsBetween(*m_records, day, day).value().size(), 1);
            QVERIFY(checkInsBetween(*m_records, day.addDays(-1), day.addDays(-1)).value().isEmpty());
        }
    }

    void answersOutOfTheItemsRangeAreRefused()
    {
        CheckIn checkIn(*m_records, m_clock, smallForm());
        QCOMPARE(checkIn.setAnswer(QStringLiteral("craving"), 10.0), Validity::Fine);
        QCOMPARE(checkIn.setAnswer(QStringLiteral("craving"), 11.0), Validity::TooLarge);
        QCOMPARE(checkIn.setAnswer(QStringLiteral("craving"), QStringLiteral("many")), Validity::WrongType);
        QCOMPARE(checkIn.setAnswer(QStringLiteral("sleep-hours"), 6.5), Validity::Fine);
        QCOMPARE(checkIn.setAnswer(QStringLiteral("safety"), QStringLiteral("maybe")), Validity::NotOffered);
        QCOMPARE(checkIn.setAnswer(QStringLiteral("halt"), QStringList{QStringLiteral("tired"), QStringLiteral("rich")}),
                 Validity::NotOffered);
        QCOMPARE(checkIn.setAnswer(QStringLiteral("note"), QStringLiteral("eleven char")), Validity::TooLong);
        QCOMPARE(checkIn.setAnswer(QStringLiteral("unknown"), 1), Validity::WrongType);
        QVERIFY(!checkIn.answers().contains(QStringLiteral("note"))); // what does not fit is not even kept
        QCOMPARE(checkIn.answers().value(QStringLiteral("craving")).toDouble(), 10.0);
    }

    void aDraftComesBackAtTheSameQuestion()
    {
        {
            CheckIn checkIn(*m_records, m_clock, smallForm());
            QCOMPARE(checkIn.resume(), FormFilling::Resumed::Nothing);
            checkIn.setAnswer(QStringLiteral("craving"), 4.0);
            QVERIFY(checkIn.next());
            QVERIFY(checkIn.next());
            checkIn.setAnswer(QStringLiteral("halt"), QStringList{QStringLiteral("tired")});
        }
        m_clock.advance(std::chrono::hours(11));
        CheckIn again(*m_records, m_clock, smallForm());
        QCOMPARE(again.resume(), FormFilling::Resumed::AsLeft);
        QCOMPARE(again.step(), 2);
        QCOMPARE(again.answers().value(QStringLiteral("craving")).toDouble(), 4.0);
        QCOMPARE(again.answers().value(QStringLiteral("halt")).toStringList(), QStringList{QStringLiteral("tired")});
    }

    void anOldDraftIsPutAsideAndSaid()
    {
        {
            CheckIn checkIn(*m_records, m_clock, smallForm());
            checkIn.setAnswer(QStringLiteral("craving"), 4.0);
        }
        m_clock.advance(std::chrono::hours(13));
        CheckIn again(*m_records, m_clock, smallForm());
        QCOMPARE(again.resume(), FormFilling::Resumed::PutAside);
        QVERIFY(again.isOldDraftPutAside());
        QVERIFY(again.answers().isEmpty());
        // A clock that jumped and came back has cost nothing.
        m_clock.setWallClock(m_clock.nowUtc().addSecs(-12 * 3600));
        CheckIn back(*m_records, m_clock, smallForm());
        QCOMPARE(back.resume(), FormFilling::Resumed::AsLeft);
        QCOMPARE(back.answers().value(QStringLiteral("craving")).toDouble(), 4.0);
        // After a week the answers are gone; that there were some is said until the next answer.
        m_clock.advance(std::chrono::hours(24 * 8 + 12));
        CheckIn weekLater(*m_records, m_clock, smallForm());
        QCOMPARE(weekLater.resume(), FormFilling::Resumed::PutAside);
        QVERIFY(!m_store->value(QStringLiteral("draft/") + dailyCheckInUrl()).value()->contains("craving"));
        CheckIn later(*m_records, m_clock, smallForm());
        QCOMPARE(later.resume(), FormFilling::Resumed::PutAside);
        QVERIFY(later.isOldDraftPutAside());
        later.setAnswer(QStringLiteral("craving"), 5.0);
        CheckIn last(*m_records, m_clock, smallForm());
        QCOMPARE(last.resume(), FormFilling::Resumed::AsLeft);
        QVERIFY(!last.isOldDraftPutAside());
    }

    void aDraftOutlivesAClockThatIsSetBack()
    {
        {
            CheckIn checkIn(*m_records, m_clock, smallForm());
            checkIn.setAnswer(QStringLiteral("craving"), 4.0);
        }
        m_clock.setWallClock(m_clock.nowUtc().addSecs(-600));
        CheckIn again(*m_records, m_clock, smallForm());
        QCOMPARE(again.resume(), FormFilling::Resumed::AsLeft);
        QCOMPARE(again.answers().value(QStringLiteral("craving")).toDouble(), 4.0);
    }

    void aDraftGoesOnPastMidnight()
    {
        m_clock.setWallClock(QDateTime(QDate(2026, 11, 19), QTime(4, 55), QTimeZone::utc())); // 11:55 pm in New York
        {
            CheckIn checkIn(*m_records, m_clock, smallForm());
            checkIn.setAnswer(QStringLiteral("craving"), 4.0);
            checkIn.next();
        }
        m_clock.advance(std::chrono::minutes(10));
        CheckIn again(*m_records, m_clock, smallForm());
        QCOMPARE(again.resume(), FormFilling::Resumed::AsLeft);
        QCOMPARE(again.step(), 1);
        QVERIFY(again.finish());
        // It counts once, for the day on which it was begun, and the new day has its own.
        QVERIFY(!todaysCheckIn(*m_records, m_clock));
        const QDate day(2026, 11, 18);
        const Result<QList<SubmittedForm>> done = checkInsBetween(*m_records, day, day);
        QVERIFY(done && done->size() == 1);
        QCOMPARE(done->first().form.identifier,
                 urn(scheduledId(QStringLiteral("p1"), dailyCheckInUrl(), day, QStringLiteral("daily"))));
        CheckIn next(*m_records, m_clock, smallForm());
        QCOMPARE(next.resume(), FormFilling::Resumed::Nothing);
        QVERIFY(next.finish());
        QVERIFY(todaysCheckIn(*m_records, m_clock));
        QCOMPARE(m_records->unsentCount(), 2);
    }

    /// The clinic changed the form between two questions: what was answered is not lost.
    void aDraftOfAnotherVersionIsTakenUp()
    {
        {
            CheckIn checkIn(*m_records, m_clock, smallForm());
            checkIn.setAnswer(QStringLiteral("craving"), 4.0);
            checkIn.setAnswer(QStringLiteral("sleep-hours"), 12.0);
        }
        Form changed = smallForm();
        changed.version = QStringLiteral("2.0.0");
        CheckIn again(*m_records, m_clock, changed);
        QCOMPARE(again.resume(), FormFilling::Resumed::FormChanged);
        QVERIFY(!again.isOldDraftPutAside());
        QCOMPARE(again.answers().value(QStringLiteral("craving")).toDouble(), 4.0);

        changed.items[1].children[0].maximum = 8;
        CheckIn narrower(*m_records, m_clock, changed);
        QCOMPARE(narrower.resume(), FormFilling::Resumed::SomeLeftOut);
        QCOMPARE(narrower.answers().value(QStringLiteral("craving")).toDouble(), 4.0);
        QVERIFY(!narrower.answers().contains(QStringLiteral("sleep-hours")));
    }

    void skippingTakesTheAnswerBack()
    {
        CheckIn checkIn(*m_records, m_clock, smallForm());
        checkIn.setAnswer(QStringLiteral("craving"), 4.0);
        checkIn.skip();
        QCOMPARE(checkIn.step(), 1);
        checkIn.setAnswer(QStringLiteral("sleep-hours"), 7.0);
        checkIn.skip();
        QVERIFY(checkIn.answers().isEmpty());
    }

    void finishingIsDurableAndTheSameOnTwoDevices()
    {
        CheckIn checkIn(*m_records, m_clock, smallForm());
        checkIn.setAnswer(QStringLiteral("craving"), 4.0);
        const Result<CompletedForm> done = checkIn.finish();
        QVERIFY(done);
        QCOMPARE(m_records->unsentCount(), 1);
        QCOMPARE(done->authored.offsetFromUtc(), -5 * 3600);
        const std::optional<SubmittedForm> today = todaysCheckIn(*m_records, m_clock);
        QVERIFY(today);
        QCOMPARE(today->state, OutboxState::Queued);
        QCOMPARE(today->form.answers.value(QStringLiteral("craving")).toDouble(), 4.0);

        const std::unique_ptr<Store> other = Store::inMemory().value();
        Records otherRecords(*other, m_records->identity());
        CheckIn onAnother(otherRecords, m_clock, smallForm());
        QCOMPARE(onAnother.finish()->identifier, done->identifier);

        m_clock.advance(std::chrono::hours(9)); // past midnight in New York
        QVERIFY(!todaysCheckIn(*m_records, m_clock));
        CheckIn tomorrow(*m_records, m_clock, smallForm());
        QVERIFY(tomorrow.finish()->identifier != done->identifier);
    }

    /// A server that made two of one: the older is shown, once (design api 3.2.6).
    void ofTwoWithOneIdentifierTheOlderIsShown()
    {
        const auto record = [](const char *id, int minute, const char *words) {
            StoredRecord made;
            made.type = QStringLiteral("QuestionnaireResponse");
            made.id = QString::fromLatin1(id);
            made.versionId = QStringLiteral("1");
            made.lastUpdated = QDateTime(QDate(2026, 11, 18), QTime(20, minute), QTimeZone::utc());
            made.json = QByteArrayLiteral("{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"") + id
                + "\",\"identifier\":{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"urn:uuid:1\"},\"status\":\"completed\","
                  "\"questionnaire\":\"https://handrail.example/fhir/Questionnaire/daily-checkin|1.0.0\","
                  "\"subject\":{\"reference\":\"Patient/p1\"},\"authored\":\"2026-11-18T15:00:00-05:00\","
                  "\"item\":[{\"linkId\":\"note\",\"answer\":[{\"valueString\":\""
                + words + "\"}]}]}";
            return made;
        };
        // The newer one was heard of first.
        QVERIFY(m_store->putRecords({record("a", 30, "newer")}));
        QVERIFY(m_store->putRecords({record("b", 10, "older")}));
        const QList<SubmittedForm> shown = m_records->submittedTo({dailyCheckInUrl()});
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown.first().form.answers.value(QStringLiteral("note")).toString(), QStringLiteral("older"));
    }

    void aSafetyAnswerAsksForHelpAndGoesFirst_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("isHelp");
        QTest::newRow("yes") << QStringLiteral("yes") << true;
        QTest::newRow("not sure") << QStringLiteral("not-sure") << true;
        QTest::newRow("no") << QStringLiteral("no") << false;
        QTest::newRow("skipped") << QString() << false;
    }

    void aSafetyAnswerAsksForHelpAndGoesFirst()
    {
        QFETCH(QString, answer);
        QFETCH(bool, isHelp);
        CheckIn checkIn(*m_records, m_clock, smallForm());
        checkIn.setAnswer(QStringLiteral("safety"), answer.isEmpty() ? QVariant() : QVariant(answer));
        QCOMPARE(checkIn.safety() == SafetyAnswer::Positive, isHelp);
        QVERIFY(checkIn.finish());
        QCOMPARE(m_store->outbox().unsent()->first().priority, isHelp ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(TestCheckIn)
#include "tst_checkin.moc"
