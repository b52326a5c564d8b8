// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/OwnSheets.h"
#include "care/SafetyPlan.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace handrail;

/// A person's own plan: what is kept of it, and what of it goes to the care team, and when.
class TestSafetyPlan final : public QObject
{
    Q_OBJECT

    using State = PlanShare::State;

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};
    QStringList m_titles{QStringLiteral("Ride the wave")};

    PlanShare share() { return PlanShare(*m_records, m_clock); }
    static SafetyPlan plan(const QString &signs = QStringLiteral("No sleep.\nPacing."))
    {
        SafetyPlan plan;
        plan.words.insert(PlanPart::Signs, signs);
        plan.words.insert(PlanPart::Contacts, QStringLiteral("My uncle, when he is home"));
        plan.skills = QStringList{QStringLiteral("ride-the-urge")};
        plan.made = plan.changed = QDate(2026, 11, 9);
        return plan;
    }
    QList<OutboxItem> outbox() { return m_store->outbox().all().value(); }
    /// The one that was queued last.
    OutboxItem newest()
    {
        const QList<OutboxItem> items = outbox();
        return *std::max_element(items.cbegin(), items.cend(),
                                 [](const OutboxItem &a, const OutboxItem &b) { return a.sequence < b.sequence; });
    }
    static QJsonObject json(const OutboxItem &item) { return QJsonDocument::fromJson(item.payload).object(); }
    /// What has left the outbox is at the clinic.
    void sendAll()
    {
        for (OutboxItem item : outbox()) {
            item.state = OutboxState::Done;
            item.doneAt = m_clock.nowUtc();
            QVERIFY(m_store->outbox().update(item));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_records.reset();
        m_store = Store::inMemory().value();
        Identity maya;
        maya.patientId = QStringLiteral("maya");
        m_records = std::make_unique<Records>(*m_store, maya);
    }

    void itIsKeptAsItWasTyped()
    {
        QVERIFY(safetyPlan(*m_records).value().isBlank());
        SafetyPlan typed = plan(QStringLiteral("No sleep.\n  Pac"));
        typed.lockScreen = {true, {QStringLiteral("r")}, {PlanPart::Coping, PlanPart::Reasons}};
        QVERIFY(keepSafetyPlan(*m_records, typed));
        QCOMPARE(safetyPlan(*m_records).value(), typed);
        QCOMPARE(typed.lines(PlanPart::Signs), QStringList({QStringLiteral("No sleep."), QStringLiteral("Pac")}));
        QVERIFY(m_records->holdsOwnThings());
        // Nothing goes by itself.
        QVERIFY(outbox().isEmpty());
    }

    void blanksAloneAreNoPlan()
    {
        SafetyPlan blank;
        blank.words.insert(PlanPart::Means, QStringLiteral(" \n "));
        QVERIFY(blank.isBlank());
        QVERIFY(!share().share(blank, {}));
        QVERIFY(outbox().isEmpty());
    }

    void theWorksheetOfEarlierVersionsIsRead()
    {
        OwnSheet sheet;
        sheet.id = QStringLiteral("s");
        sheet.skill = safetyPlanSkill.toString();
        sheet.made = sheet.changed = QDateTime(QDate(2026, 11, 2), QTime(9, 0));
        SheetAnswer signs;
        signs.id = QStringLiteral("signs");
        signs.words = QStringList{QStringLiteral("No sleep"), QStringLiteral("Pacing")};
        SheetAnswer tell;
        tell.id = QStringLiteral("tell");
        tell.words = QStringList{QStringLiteral("Rosa")};
        sheet.answers = {signs, tell};
        QVERIFY(keepOwnSheet(*m_records, sheet));
        const SafetyPlan read = safetyPlan(*m_records).value();
        QCOMPARE(read.words.value(PlanPart::Signs), QStringLiteral("No sleep\nPacing"));
        // A name that was picked for another page does not come where it can be sent.
        QCOMPARE(read.words.size(), 1);
        QVERIFY(!planAnswers(read, {}).values().contains(QVariant(QStringLiteral("Rosa"))));
        QCOMPARE(read.made, QDate(2026, 11, 2));
        QVERIFY(!read.sharing.isOn);
        // From its first keeping on this plan counts, also an empty one.
        QVERIFY(keepSafetyPlan(*m_records, SafetyPlan()));
        QVERIFY(safetyPlan(*m_records).value().isBlank());
    }

    void whatIsSharedIsTheOwnWords()
    {
        const SafetyPlan shared = share().share(plan(), m_titles).value();
        QCOMPARE(outbox().size(), 1);
        const QJsonObject response = json(outbox().first());
        QCOMPARE(response.value(u"resourceType").toString(), QStringLiteral("QuestionnaireResponse"));
        QCOMPARE(response.value(u"questionnaire").toString(), safetyPlanUrl() + QStringLiteral("|1.0.0"));
        QCOMPARE(response.value(u"subject").toObject().value(u"reference").toString(), QStringLiteral("Patient/maya"));
        const QJsonArray groups = response.value(u"item").toArray();
        QStringList links;
        for (const QJsonValue &group : groups)
            links << group.toObject().value(u"linkId").toString();
        QCOMPARE(links, QStringList({QStringLiteral("signs"), QStringLiteral("coping"), QStringLiteral("contacts")}));
        const QByteArray all = outbox().first().payload;
        QVERIFY(all.contains("No sleep.\\nPacing."));
        QVERIFY(all.contains("Ride the wave"));
        QCOMPARE(share().state(shared, m_titles), State::Waiting);
        QCOMPARE(safetyPlan(*m_records).value(), shared);
        // Asking once more sends nothing more.
        QCOMPARE(share().share(shared, m_titles).value(), shared);
        QCOMPARE(outbox().size(), 1);
    }

    void aChangeAmendsWhatWasSent()
    {
        SafetyPlan shared = share().share(plan(), m_titles).value();
        // Before it has left the words are replaced.
        shared.words.insert(PlanPart::Signs, QStringLiteral("Earlier words"));
        shared = share().share(shared, m_titles).value();
        QCOMPARE(outbox().size(), 1);
        QVERIFY(outbox().first().payload.contains("Earlier words"));
        sendAll();
        QCOMPARE(share().state(shared, m_titles), State::Sent);
        shared.words.insert(PlanPart::Signs, QStringLiteral("Newer words"));
        QCOMPARE(share().state(shared, m_titles), State::Older);
        const QString identifier = shared.sharing.identifier;
        shared = share().share(shared, m_titles).value();
        QCOMPARE(shared.sharing.identifier, identifier);
        QCOMPARE(outbox().size(), 2);
        const OutboxItem change = newest();
        QCOMPARE(change.action, OutboxAction::Update);
        QCOMPARE(change.after, identifier);
        QVERIFY(change.payload.contains("Newer words"));
        QCOMPARE(share().state(shared, m_titles), State::Waiting);
        sendAll();
        QCOMPARE(share().state(shared, m_titles), State::Sent);
    }

    void stoppingTakesBackWhatIsHereAlone()
    {
        const SafetyPlan stopped = share().stop(share().share(plan(), m_titles).value()).value();
        QCOMPARE(share().state(stopped, m_titles), State::Never);
        QVERIFY(outbox().isEmpty());
        QCOMPARE(safetyPlan(*m_records).value(), stopped);

        SafetyPlan shared = share().share(stopped, m_titles).value();
        sendAll();
        shared.words.insert(PlanPart::Signs, QStringLiteral("Newer words"));
        shared = share().stop(share().share(shared, m_titles).value()).value();
        QCOMPARE(share().state(shared, m_titles), State::Stopped);
        QCOMPARE(outbox().size(), 1); // the change did not go
        QCOMPARE(outbox().first().state, OutboxState::Done);
        // Whoever shares again shares all of it.
        shared = share().share(shared, m_titles).value();
        QVERIFY(newest().payload.contains("Newer words"));
    }

    void whatWasRefusedDoesNotGoAfterStopping_data()
    {
        QTest::addColumn<bool>("isChange");
        QTest::addColumn<bool>("mayHaveLeft");
        QTest::newRow("the first") << false << false;
        QTest::newRow("one that may have left") << false << true;
        QTest::newRow("a change") << true << true;
    }
    /// A sign-in sends again what the clinic did not allow.
    void whatWasRefusedDoesNotGoAfterStopping()
    {
        QFETCH(bool, isChange);
        QFETCH(bool, mayHaveLeft);
        SafetyPlan shared = share().share(plan(), m_titles).value();
        if (isChange) {
            sendAll();
            shared.words.insert(PlanPart::Signs, QStringLiteral("Newer words"));
            shared = share().share(shared, m_titles).value();
        }
        OutboxItem refused = newest();
        refused.state = OutboxState::Rejected;
        refused.mayHaveLeft = mayHaveLeft;
        refused.problem = QStringLiteral("Forbidden:forbidden");
        QVERIFY(m_store->outbox().update(refused));
        QCOMPARE(share().state(shared, m_titles), State::Refused);
        const SafetyPlan stopped = share().stop(shared).value();
        QVERIFY(!stopped.sharing.isOn);
        QCOMPARE(stopped.sharing.identifier.isEmpty(), !mayHaveLeft);
        QCOMPARE(outbox().size(), isChange ? 1 : 0);
        QCOMPARE(share().state(stopped, m_titles), mayHaveLeft ? State::Stopped : State::Never);
    }

    void whatMayBeAtTheClinicKeepsItsName_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("then the token was not taken") << int(OutboxState::NeedsAuth);
        QTest::newRow("then there was no network") << int(OutboxState::Queued);
    }
    /// No answer came to the first try. It may be there, and only under its name is it known from here.
    void whatMayBeAtTheClinicKeepsItsName()
    {
        QFETCH(int, state);
        const SafetyPlan shared = share().share(plan(), m_titles).value();
        OutboxItem tried = outbox().first();
        tried.attempts = 2;
        tried.mayHaveLeft = true;
        tried.state = OutboxState(state);
        QVERIFY(m_store->outbox().update(tried));
        SafetyPlan stopped = share().stop(shared).value();
        QCOMPARE(outbox().size(), 1);
        QVERIFY(!stopped.sharing.isOn);
        QCOMPARE(stopped.sharing.identifier, shared.sharing.identifier);
        QCOMPARE(safetyPlan(*m_records).value(), stopped);
        sendAll();
        QCOMPARE(share().state(stopped, m_titles), State::Stopped);
        // Shared again, it is a change of the same.
        stopped.words.insert(PlanPart::Signs, QStringLiteral("Newer words"));
        QVERIFY(share().share(stopped, m_titles));
        QCOMPARE(newest().after, shared.sharing.identifier);
    }

    /// It takes none under that name any more, however often the plan is shared.
    void whatTheClinicTookBackIsSharedUnderAnotherName()
    {
        SafetyPlan shared = share().share(plan(), m_titles).value();
        OutboxItem refused = outbox().first();
        refused.state = OutboxState::Rejected;
        refused.problem = takenBackProblem;
        QVERIFY(m_store->outbox().update(refused));
        QCOMPARE(share().state(shared, m_titles), State::Refused);
        shared = share().share(shared, m_titles).value();
        QVERIFY(shared.sharing.isOn && shared.sharing.identifier != refused.identifier);
        QCOMPARE(safetyPlan(*m_records).value(), shared);
        QCOMPARE(outbox().size(), 1);
        QCOMPARE(outbox().first().identifier, shared.sharing.identifier);
        QCOMPARE(share().state(shared, m_titles), State::Waiting);
    }

    void aSharingThatWasCutOffGoesOnce()
    {
        // The name was kept, and then the power went.
        SafetyPlan cut = plan();
        cut.sharing = {true, urn(newId()), {}};
        QVERIFY(keepSafetyPlan(*m_records, cut));
        QCOMPARE(share().state(cut, m_titles), State::Older);
        const SafetyPlan shared = share().share(cut, m_titles).value();
        QCOMPARE(shared.sharing.identifier, cut.sharing.identifier);
        QCOMPARE(outbox().size(), 1);
        QCOMPARE(outbox().first().identifier, cut.sharing.identifier);
    }

    void theClinicsOwnFormIsKnownByItsCode()
    {
        QVERIFY(!clinicPlanForm(*m_records));
        const auto put = [this](const QByteArray &id, const QByteArray &status, const QByteArray &code) {
            QByteArray json = "{'resourceType':'Questionnaire','id':'" + id + "','url':'https://clinic.example/" + id
                + "','status':'" + status + "','title':'Our plan','code':[{'system':'"
                + canonical(u"CodeSystem/careplan-kind").toUtf8() + "','code':'" + code
                + "'}],'item':[{'linkId':'a','text':'A','type':'string'}]}";
            json.replace('\'', '"');
            QVERIFY(m_store->putRecords({{QStringLiteral("Questionnaire"), QString::fromLatin1(id), QStringLiteral("1"),
                                          m_clock.nowUtc(), QDate(), json}}));
        };
        put("other", "active", "program");
        put("retired", "retired", "safety-plan");
        QVERIFY(!clinicPlanForm(*m_records));
        put("plan", "active", "safety-plan");
        QCOMPARE(clinicPlanForm(*m_records)->url, QStringLiteral("https://clinic.example/plan"));
        QVERIFY(clinicPlanAnswers(*m_records, *clinicPlanForm(*m_records)).isEmpty());

        // However much was answered since.
        const auto answer = [this](const QString &url, int day) {
            QByteArray json = "{'resourceType':'QuestionnaireResponse','id':'r" + QByteArray::number(day)
                + "','status':'completed','identifier':{'value':'urn:uuid:" + QByteArray::number(day) + "'},'questionnaire':'"
                + url.toUtf8() + "','authored':'2026-11-" + QByteArray::number(day)
                + "T09:00:00-05:00','subject':{'reference':'Patient/p1'}}";
            json.replace('\'', '"');
            const QDate date(2026, 11, day);
            QVERIFY(m_store->putRecords({{QStringLiteral("QuestionnaireResponse"), QStringLiteral("r%1").arg(day),
                                          QStringLiteral("1"), date.startOfDay(Qt::UTC), date, json}}));
        };
        answer(QStringLiteral("https://clinic.example/plan"), 10);
        QCOMPARE(clinicPlanAnswers(*m_records, *clinicPlanForm(*m_records)), QStringLiteral("urn:uuid:10"));
        answer(QStringLiteral("https://clinic.example/plan"), 12);
        for (int day = 13; day < 18; ++day)
            answer(QStringLiteral("https://clinic.example/other"), day);
        QCOMPARE(clinicPlanAnswers(*m_records, *clinicPlanForm(*m_records)), QStringLiteral("urn:uuid:12"));
    }
};

QTEST_GUILESS_MAIN(TestSafetyPlan)
#include "tst_safetyplan.moc"
