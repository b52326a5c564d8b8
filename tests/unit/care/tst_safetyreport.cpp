// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Assignments.h"
#include "care/CheckIn.h"
#include "care/CheckInHistory.h"
#include "care/Outgoing.h"
#include "care/SafetyReport.h"
#include "care/SkillPicker.h"
#include "fakes/FakeClock.h"

#include <QSet>
#include <QTest>
#include <algorithm>

using namespace handrail;

/// A safety answer on its way ahead of its form, and what a person keeps to themselves.
class TestSafetyReport final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};
    Form m_form;

    Outbox &outbox() { return m_store->outbox(); }

    [[nodiscard]] static Answers answers(const char *safety)
    {
        return {{QStringLiteral("mood"), QStringLiteral("low")}, {QStringLiteral("safety"), QString::fromLatin1(safety)}};
    }

    QString queueCheckIn(const QString &mood, const QDate &day)
    {
        CompletedForm completed;
        completed.patientId = QStringLiteral("p1");
        completed.identifier = QStringLiteral("urn:uuid:") + day.toString(Qt::ISODate);
        completed.questionnaire = m_form.canonicalWithVersion();
        completed.authored = QDateTime(day, QTime(9, 0), Qt::OffsetFromUTC, -5 * 3600);
        completed.answers = {{QStringLiteral("mood"), mood}};
        if (!m_records->queue(completed, m_form, m_clock.nowUtc(), false))
            return {};
        return completed.identifier;
    }

private Q_SLOTS:
    void init()
    {
        m_clock = FakeClock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = QStringLiteral("p1");
        m_records = std::make_unique<Records>(*m_store, identity);
        m_form = dailyCheckInForm(*m_records).value_or(Form());
        QVERIFY(!m_form.items.isEmpty());
    }

    void itIsFirstInTheOutboxAndNotTheCheckIn()
    {
        QVERIFY(!queueCheckIn(QStringLiteral("okay"), QDate(2026, 11, 17)).isEmpty());
        const Result<SafetyReport> report = sendAhead(*m_records, m_clock, m_form, answers("yes"));
        QVERIFY(report);
        const QList<OutboxItem> items = outbox().unsent().value();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.first().identifier, report->identifier);
        QCOMPARE(items.first().priority, 0);
        QVERIFY(items.first().payload.contains("\"yes\""));
        QVERIFY(!items.first().payload.contains("mood")); // that is said with the check-in, or kept
        QVERIFY(!todaysCheckIn(*m_records, m_clock));
        QCOMPARE(lastSafetyReport(*m_store), std::optional(*report));
        const QList<SubmittedForm> submitted = m_records->submittedTo({dailyCheckInUrl()});
        QVERIFY(isSentAhead(submitted.first().form));
        QVERIFY(!isSentAhead(submitted.last().form));
        const Result<QList<SubmittedForm>> checkIns =
            checkInsBetween(*m_records, QDate(2026, 11, 1), m_clock.nowUtc().toTimeZone(m_clock.localZone()).date());
        QVERIFY(checkIns && checkIns->size() == 1); // what went ahead is none
        QCOMPARE(checkIns->first().form.identifier, submitted.last().form.identifier);
        const QList<SubmittedForm> finished = finishedForms(*m_records, dailyCheckInUrl(), 9);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().form.identifier, submitted.last().form.identifier);
    }

    void theSameTwiceIsOneAndAnotherIsAnother()
    {
        const Result<SafetyReport> first = sendAhead(*m_records, m_clock, m_form, answers("yes"));
        const Result<SafetyReport> again = sendAhead(*m_records, m_clock, m_form, answers("yes"));
        QCOMPARE(first->identifier, again->identifier);
        m_clock.advance(std::chrono::minutes(3));
        const Result<SafetyReport> other = sendAhead(*m_records, m_clock, m_form, answers("not-sure"));
        QVERIFY(other->identifier != first->identifier);
        QCOMPARE(outbox().unsent()->size(), 2);
        for (const SubmittedForm &submitted : m_records->submittedTo({dailyCheckInUrl()}))
            QVERIFY(isSentAhead(submitted.form));
    }

    /// A second device or a fresh store knows nothing of the morning: what is said there is not taken for it.
    void anotherStoreDoesNotTakeItForWhatWasSaidBefore()
    {
        const Result<SafetyReport> morning = sendAhead(*m_records, m_clock, m_form, answers("yes"));
        const std::unique_ptr<Store> fresh = Store::inMemory().value();
        Records other(*fresh, m_records->identity());
        const Result<SafetyReport> same = sendAhead(other, m_clock, m_form, answers("yes"), morning->answered);
        QCOMPARE(same->identifier, morning->identifier); // the same saying, sent again
        m_clock.advance(std::chrono::seconds(1));
        const Result<SafetyReport> anew = sendAhead(other, m_clock, m_form, answers("yes"));
        QVERIFY(anew && anew->identifier != morning->identifier);
        QCOMPARE(fresh->outbox().unsent()->size(), 2);
    }

    void whatIsSaidInTheSameSecondIsAnother()
    {
        QSet<QString> identifiers;
        for (const char *code : {"yes", "not-sure", "yes", "rather-not-say"})
            identifiers << sendAhead(*m_records, m_clock, m_form, answers(code))->identifier;
        QCOMPARE(identifiers.size(), 3);
        for (const SubmittedForm &submitted : m_records->submittedTo({dailyCheckInUrl()}))
            QVERIFY(isSentAhead(submitted.form));
    }

    /// There is no most of a day: help may be asked for again and again, and the form of the day is found behind it.
    void howeverOftenItIsSaid()
    {
        const QString finished = queueCheckIn(QStringLiteral("okay"), QDate(2026, 11, 18));
        for (int i = 0; i < 100; ++i) {
            m_clock.advance(std::chrono::seconds(20));
            QVERIFY(sendAhead(*m_records, m_clock, m_form, answers(i % 2 ? "yes" : "not-sure")));
        }
        QCOMPARE(outbox().unsent()->size(), 101);
        const QList<SubmittedForm> forms = finishedForms(*m_records, dailyCheckInUrl(), 1);
        QCOMPARE(forms.size(), 1);
        QCOMPARE(forms.first().form.identifier, finished);
    }

    void itIsFollowedUpOnce()
    {
        QVERIFY(setFollowedUp(*m_store)); // nothing to follow up
        QVERIFY(!lastSafetyReport(*m_store));
        QVERIFY(sendAhead(*m_records, m_clock, m_form, answers("yes")));
        QVERIFY(!lastSafetyReport(*m_store)->isFollowedUp);
        QVERIFY(setFollowedUp(*m_store));
        QVERIFY(lastSafetyReport(*m_store)->isFollowedUp);
    }

    void whatIsKeptGoesNowhereAndCanBeSharedLater()
    {
        const QString identifier = queueCheckIn(QStringLiteral("okay"), QDate(2026, 11, 18));
        QVERIFY(m_records->holdBack(identifier, m_clock.nowUtc().addSecs(60)));
        QCOMPARE(outbox().find(identifier).value()->retryAt, m_clock.nowUtc().addSecs(60));
        QVERIFY(m_records->setKept(identifier, true));
        QCOMPARE(outbox().unsentCount().value(), 0);
        QCOMPARE(m_records->unsent().count, 0);
        QCOMPARE(outgoing(*m_records, {})->size(), 0);
        const std::optional<SubmittedForm> today = todaysCheckIn(*m_records, m_clock);
        QVERIFY(today && today->state == OutboxState::Kept);
        QCOMPARE(outbox().removeDone(m_clock.nowUtc().addDays(99)).value(), 0);
        QVERIFY(!m_records->setKept(identifier, true)); // it is
        QVERIFY(m_records->setKept(identifier, false));
        QCOMPARE(outbox().unsentCount().value(), 1);
        QVERIFY(!outbox().find(identifier).value()->retryAt.isValid());
    }

    /// What staff are to rate about the patient is not the patient's, and their answers to the same form do not close it.
    void whatIsStaffsToDoIsNotThePatients()
    {
        QDateTime newest = m_clock.nowUtc();
        const auto put = [&](const char *id, const char *owner) {
            newest = newest.addSecs(1);
            StoredRecord task{QStringLiteral("Task"), QLatin1String(id), QStringLiteral("1"), newest, {}, {}};
            task.json = QByteArray("{\"resourceType\":\"Task\",\"status\":\"requested\",\"intent\":\"order\",\"id\":\"") + id
                + "\",\"for\":{\"reference\":\"Patient/p1\"},\"owner\":{\"reference\":\"" + owner
                + "\"},\"input\":[{\"type\":{\"text\":\"form\"},\"valueCanonical\":\"" + dailyCheckInUrl().toUtf8() + "\"}]}";
            QVERIFY(m_store->putRecords({task}));
        };
        put("t1", "Practitioner/9");
        QVERIFY(m_records->tasks().isEmpty());
        (void)queueCheckIn(QStringLiteral("okay"), QDate(2026, 11, 18));
        QCOMPARE(outbox().unsentCount().value(), 1); // the answers alone
        put("t2", "Patient/p1");
        QCOMPARE(m_records->tasks().size(), 1);
        QCOMPARE(m_records->tasks().constFirst().id, QStringLiteral("t2"));
        for (int i = 0; i < 500; ++i) // however many, and newer
            put(qPrintable(QStringLiteral("s%1").arg(i)), "Practitioner/9");
        QCOMPARE(m_records->tasks().size(), 1);
    }

    /// That the task is done is the clinic's to know when it has the answers.
    void theTaskStaysOpenAtTheClinicWithWhatIsKept()
    {
        StoredRecord task{QStringLiteral("Task"), QStringLiteral("t1"), QStringLiteral("1"), m_clock.nowUtc(), {}, {}};
        task.json = "{\"resourceType\":\"Task\",\"id\":\"t1\",\"status\":\"requested\",\"intent\":\"order\","
                    "\"authoredOn\":\"2026-11-17T10:00:00Z\",\"for\":{\"reference\":\"Patient/p1\"},"
                    "\"input\":[{\"type\":{\"text\":\"form\"},\"valueCanonical\":\""
            + dailyCheckInUrl().toUtf8() + "\"}]}";
        QVERIFY(m_store->putRecords({task}));
        QCOMPARE(m_records->tasks().size(), 1);
        const QString identifier = queueCheckIn(QStringLiteral("okay"), QDate(2026, 11, 18));
        QCOMPARE(outbox().unsentCount().value(), 2);
        QVERIFY(m_records->holdBack(identifier, m_clock.nowUtc().addSecs(60)));
        QVERIFY(m_records->setKept(identifier, true));
        QCOMPARE(outbox().unsentCount().value(), 0);
        QCOMPARE(outgoing(*m_records, {})->size(), 0);
        QVERIFY(m_records->tasks().constFirst().status == TaskStatus::Completed); // to the person it is done
        QVERIFY(m_records->setKept(identifier, false));
        QCOMPARE(outbox().unsentCount().value(), 2);
        const QList<OutboxItem> waiting = outbox().unsent().value();
        QVERIFY(
            std::all_of(waiting.begin(), waiting.end(), [](const OutboxItem &item) { return item.state == OutboxState::Queued; }));
    }

    void whatHasLeftCannotBeKeptBack()
    {
        for (const OutboxState state : {OutboxState::Sending, OutboxState::Uncertain, OutboxState::Done, OutboxState::Rejected}) {
            init();
            const QString identifier = queueCheckIn(QStringLiteral("okay"), QDate(2026, 11, 18));
            OutboxItem item = *outbox().find(identifier).value();
            item.state = state;
            QVERIFY(outbox().update(item));
            QVERIFY(!m_records->setKept(identifier, true));
            QVERIFY(m_records->holdBack(identifier, m_clock.nowUtc().addSecs(60)));
            QVERIFY(!outbox().find(identifier).value()->retryAt.isValid());
        }
        // It may be there although it is queued again.
        init();
        const QString identifier = queueCheckIn(QStringLiteral("okay"), QDate(2026, 11, 18));
        OutboxItem item = *outbox().find(identifier).value();
        item.attempts = 1;
        item.mayHaveLeft = true;
        QVERIFY(outbox().update(item));
        QVERIFY(!m_records->setKept(identifier, true));
    }

    void aDayIsOneEntryWithTheNewestAnswers()
    {
        QVERIFY(!queueCheckIn(QStringLiteral("okay"), QDate(2026, 11, 16)).isEmpty());
        QVERIFY(!queueCheckIn(QStringLiteral("low"), QDate(2026, 11, 15)).isEmpty());
        m_clock.setWallClock(QDateTime(QDate(2026, 11, 16), QTime(23, 0), QTimeZone::utc()));
        QVERIFY(sendAhead(*m_records, m_clock, m_form, answers("yes")));
        const QList<AnsweredDay> days = answeredDays(*m_records, QDate(2026, 11, 18), 7);
        QCOMPARE(days.size(), 2);
        QCOMPARE(days.at(0).day, QDate(2026, 11, 16));
        QCOMPARE(days.at(0).answers.value(QStringLiteral("mood")).toString(), QStringLiteral("okay"));
        QCOMPARE(days.at(0).answers.value(QStringLiteral("safety")).toString(), QStringLiteral("yes"));
        QCOMPARE(days.at(1).day, QDate(2026, 11, 15));
        QCOMPARE(answeredDays(*m_records, QDate(2026, 11, 16), 7).size(), 1);
        QCOMPARE(answeredDays(*m_records, QDate(2026, 11, 18), 2).size(), 1);
    }

    /// Half a year of daily check-ins does not bring back a form that is asked once.
    void whatWasAnsweredOnceIsFoundBehindAllCheckIns()
    {
        const auto put = [this](const QString &type, const QString &id, const QDate &day, const QByteArray &json) {
            StoredRecord record;
            record.type = type;
            record.id = id;
            record.versionId = QStringLiteral("1");
            record.lastUpdated = day.startOfDay(Qt::UTC);
            record.json = json;
            QVERIFY(m_store->putRecords({record}));
        };
        const auto answered = [&](const QString &url, const QDate &day, bool isEscaped = false) {
            QByteArray canonical = url.toUtf8();
            if (isEscaped)
                canonical.replace('/', "\\/");
            const QByteArray id = url.section(u'/', -1).toUtf8() + day.toString(u"yyyyMMdd").toUtf8();
            put(QStringLiteral("QuestionnaireResponse"), QString::fromUtf8(id), day,
                "{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"" + id
                    + "\",\"status\":\"completed\",\"identifier\":{\"value\":\"urn:uuid:" + id + "\"},\"questionnaire\":\""
                    + canonical + "|1.0.0\",\"authored\":\"" + day.toString(Qt::ISODate).toUtf8()
                    + "T09:00:00-05:00\",\"subject\":{\"reference\":\"Patient/p1\"}}");
        };
        for (const QString &url : {phq9Url(), gad7Url()}) {
            put(QStringLiteral("Questionnaire"), url.section(u'/', -1), QDate(2026, 1, 1),
                "{\"resourceType\":\"Questionnaire\",\"id\":\"" + url.section(u'/', -1).toUtf8()
                    + "\",\"status\":\"active\",\"url\":\"" + url.toUtf8()
                    + "\",\"item\":[{\"linkId\":\"q1\",\"type\":\"integer\"}]}");
        }
        const QDate first(2026, 3, 1);
        const auto due = [this](bool isAllHere = true) {
            const QDate today = m_clock.nowUtc().date();
            QStringList names;
            for (const Assignment &one :
                 assignments(assignmentFacts(*m_records, today, isAllHere), m_clock.nowUtc(), QTimeZone::utc())) {
                if (one.state == Assignment::State::Due)
                    names << one.url().section(u'/', -1);
            }
            return names;
        };
        QCOMPARE(due(), (QStringList{QStringLiteral("phq-9"), QStringLiteral("gad-7")}));
        answered(phq9Url(), first);
        QCOMPARE(due(), QStringList{QStringLiteral("gad-7")});
        for (int day = 1; day <= 170; ++day)
            answered(dailyCheckInUrl(), first.addDays(day));
        QCOMPARE(finishedForms(*m_records, {}, 150).size(), 150);
        QCOMPARE(due(), QStringList{QStringLiteral("gad-7")});
        // It comes late, and lies behind all of them.
        answered(gad7Url(), first, true);
        QCOMPARE(due(), QStringList());
        QCOMPARE(due(false), (QStringList{QStringLiteral("phq-9"), QStringLiteral("gad-7")})); // what is behind was not looked for
        // And they are found: in the list of what was answered, and one by one.
        QStringList found;
        for (const SubmittedForm &one : finishedBesideCheckIns(*m_records, 100)) {
            found << one.form.questionnaire.section(u'|', 0, 0).section(u'/', -1);
            QCOMPARE(m_records->submittedAs(one.form.identifier).value_or(SubmittedForm()).form.questionnaire,
                     one.form.questionnaire);
        }
        found.sort();
        QCOMPARE(found, (QStringList{QStringLiteral("gad-7"), QStringLiteral("phq-9")}));
        QVERIFY(!m_records->submittedAs(QStringLiteral("urn:uuid:nobody")));

        // Another app's that is not finished, one that was taken back, and one that cannot be read hide nothing.
        const QDate last = first.addDays(171);
        for (const QByteArray status : {"in-progress", "entered-in-error", "no-status"}) {
            put(QStringLiteral("QuestionnaireResponse"), QString::fromLatin1(status), last,
                "{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"" + status + "\",\"status\":\"" + status
                    + "\",\"questionnaire\":\"" + phq9Url().toUtf8() + "\",\"authored\":\"" + last.toString(Qt::ISODate).toUtf8()
                    + "T09:00:00-05:00\",\"subject\":{\"reference\":\"Patient/p1\"}}");
        }
        for (int day = 141; day <= 170; ++day)
            answered(moduleDoneUrl(), first.addDays(day));
        QCOMPARE(due(), QStringList());
        QCOMPARE(finishedBesideCheckIns(*m_records, 100).size(), 2);
        QCOMPARE(finishedBesideCheckIns(*m_records, 1).size(), 1);
    }

    /// As many lessons as anybody likes, and forms: each check-in of the days that are asked for is found behind them.
    void whatElseIsDoneHidesNoCheckIn()
    {
        const QDate today(2026, 11, 18);
        const auto put = [this](const QString &url, const QDate &day, int number, const QByteArray &items) {
            const QString id = QStringLiteral("r%1-%2").arg(day.toString(u"MMdd")).arg(number);
            const QByteArray json = "{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"" + id.toUtf8()
                + "\",\"status\":\"completed\",\"questionnaire\":\"" + url.toUtf8() + "|1.0.0\",\"authored\":\""
                + day.toString(Qt::ISODate).toUtf8() + "T20:00:00-05:00\",\"subject\":{\"reference\":\"Patient/p1\"},\"item\":["
                + items + "]}";
            const QDateTime changed(day, QTime(23, 0).addSecs(number), QTimeZone::utc());
            QVERIFY(m_store->putRecords({{QStringLiteral("QuestionnaireResponse"), id, QStringLiteral("1"), changed, day, json}}));
        };
        for (int ago = 15; ago >= 0; --ago) {
            put(dailyCheckInUrl(), today.addDays(-ago), 0, R"({"linkId":"craving","answer":[{"valueInteger":8}]})");
            for (int i = 1; i <= 4; ++i)
                put(moduleDoneUrl(), today.addDays(-ago), i, {});
        }
        const QList<AnsweredDay> days = answeredDays(*m_records, today, 14);
        QCOMPARE(days.size(), 14);
        QCOMPARE(days.constFirst().day, today.addDays(-1));
        QCOMPARE(days.constLast().day, today.addDays(-14));
        QCOMPARE(hardEvenings(*m_records, m_form, today), 14);
        for (int i = 5; i < 40; ++i)
            put(moduleDoneUrl(), today, i, {});
        QCOMPARE(finishedForms(*m_records, dailyCheckInUrl(), 1).value(0).form.authored.date(), today);
    }

    /// What this device alone has says nothing of what the clinic has.
    void whatIsKeptForLongHidesNothing()
    {
        for (int i = 0; i < 40; ++i)
            QVERIFY(m_records->setKept(queueCheckIn(QStringLiteral("okay"), QDate(2026, 1, 1).addDays(i)), true));
        const auto put = [this](const QString &url, int number, const QDateTime &time) {
            const QByteArray json = "{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"r" + QByteArray::number(number)
                + "\",\"status\":\"completed\",\"questionnaire\":\"" + url.toUtf8() + "\",\"authored\":\""
                + time.toString(Qt::ISODate).toUtf8() + "\",\"subject\":{\"reference\":\"Patient/p1\"}}";
            QVERIFY(m_store->putRecords({{QStringLiteral("QuestionnaireResponse"), QStringLiteral("r%1").arg(number),
                                          QStringLiteral("1"), time, time.date(), json}}));
        };
        const QDateTime start(QDate(2026, 11, 1), QTime(12, 0), QTimeZone::utc());
        put(dailyCheckInUrl(), 0, start);
        for (int i = 1; i <= 40; ++i)
            put(moduleDoneUrl(), i, start.addSecs(60 * i));
        QCOMPARE(finishedForms(*m_records, dailyCheckInUrl(), 1).value(0).form.authored, start);
    }

    /// By the time alone, so that it is right whatever the dates: a check-in can be gone on with across midnight.
    void whatWentAheadIsOfTheNextThatIsFinished()
    {
        const auto at = [](int day, int hour) {
            return QDateTime(QDate(2026, 11, day), QTime(hour, 5), Qt::OffsetFromUTC, -5 * 3600);
        };
        const auto finishedAt = [&](const QDateTime &time, const QDateTime &amended = {}) {
            CompletedForm completed;
            completed.patientId = QStringLiteral("p1");
            completed.identifier = QStringLiteral("urn:uuid:") + time.toString(Qt::ISODate);
            completed.questionnaire = m_form.canonicalWithVersion();
            completed.authored = time;
            completed.amended = amended;
            completed.answers = answers("no");
            return completed;
        };
        const auto count = [&](const CompletedForm &finished) { return sentAheadOf(*m_records, finished).size(); };
        QVERIFY(sendAhead(*m_records, m_clock, m_form, answers("yes"), at(17, 21)));
        QCOMPARE(count(finishedAt(at(17, 22))), 1);
        QCOMPARE(count(finishedAt(at(18, 2))), 1);
        QCOMPARE(count(finishedAt(at(18, 8))), 1);
        QCOMPARE(count(finishedAt(at(18, 10))), 0);             // by its time a draft is put aside
        QCOMPARE(count(finishedAt(at(17, 23), at(18, 10))), 1); // of its own day, and finished on the next
        const CompletedForm between = finishedAt(at(18, 1));
        QVERIFY(m_records->queue(between, m_form, m_clock.nowUtc(), false));
        QCOMPARE(count(between), 1);
        QCOMPARE(count(finishedAt(at(18, 2))), 0);
        QCOMPARE(count(finishedAt(at(17, 20))), 1); // said again when the clinic refused it
    }

    /// From the answers on the device to what is due, a day at a time.
    void threeLowDaysAskOnceForTheShortScreen()
    {
        const QByteArray form =
            "{\"resourceType\":\"Questionnaire\",\"id\":\"phq-2-9\",\"status\":\"active\",\"title\":\"PHQ-2\",\"url\":\""
            + phq2Url().toUtf8() + "\",\"item\":[{\"linkId\":\"q1\",\"type\":\"integer\"}]}";
        StoredRecord record;
        record.type = QStringLiteral("Questionnaire");
        record.id = QStringLiteral("phq-2-9");
        record.versionId = QStringLiteral("1");
        record.lastUpdated = m_clock.nowUtc();
        record.json = form;
        QVERIFY(m_store->putRecords({record}));
        const std::optional<Form> screenForm = m_records->form(phq2Url());
        QVERIFY(screenForm);
        struct Day {
            const char *mood;              ///< empty: no check-in
            bool isDue;                    ///< in the evening
            bool isScreenAnswered = false; ///< in the morning
        };
        const QDate monday(2026, 11, 16);
        const QList<Day> days{
            {"low", false, true}, {"low", false}, {"very-low", true},   {"low", true},
            {"", true},           {"okay", true}, {"low", true}, //
            {"low", false, true}, {"low", true},  {"okay", true},       {"low", false, true},
            {"low", false},       {"low", true},  {"low", false, true}, // answered: the same low days do not ask again
            {"low", false, true}, {"low", false}, {"low", false}};
        for (qsizetype i = 0; i < days.size(); ++i) {
            const QDate day = monday.addDays(i);
            m_clock.setWallClock(QDateTime(day, QTime(20, 20), QTimeZone::utc()));
            if (*days.at(i).mood)
                QVERIFY(!queueCheckIn(QString::fromLatin1(days.at(i).mood), day).isEmpty());
            if (days.at(i).isScreenAnswered) {
                CompletedForm screen;
                screen.patientId = QStringLiteral("p1");
                screen.identifier = QStringLiteral("urn:uuid:screen-%1").arg(i);
                screen.questionnaire = phq2Url();
                screen.authored = QDateTime(day, QTime(8, 0), Qt::OffsetFromUTC, -5 * 3600);
                screen.answers = {{QStringLiteral("q1"), 1.0}};
                QVERIFY(m_records->queue(screen, *screenForm, m_clock.nowUtc(), false));
            }
            const QList<Assignment> list =
                assignments(assignmentFacts(*m_records, day, true), m_clock.nowUtc(), QTimeZone("America/New_York"));
            const bool isDue = std::any_of(list.begin(), list.end(), [](const Assignment &one) {
                return one.state == Assignment::State::Due && one.url() == phq2Url();
            });
            QVERIFY2(isDue == days.at(i).isDue, qPrintable(day.toString(Qt::ISODate)));
        }
    }
};

QTEST_GUILESS_MAIN(TestSafetyReport)
#include "tst_safetyreport.moc"
