// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "RecordsBench.h"
#include "SyncBench.h"

#include <QTest>

using namespace handrail;

namespace {

const QString url = QStringLiteral("https://clinic.example/fhir/Questionnaire/daily");

QJsonObject form(const QString &version, const QString &status = QStringLiteral("active"))
{
    const QJsonObject question{{QStringLiteral("linkId"), QStringLiteral("q")},
                               {QStringLiteral("type"), QStringLiteral("boolean")},
                               {QStringLiteral("text"), version}};
    return {{QStringLiteral("resourceType"), QStringLiteral("Questionnaire")},
            {QStringLiteral("id"), QString(QStringLiteral("f") + version + status)},
            {QStringLiteral("url"), url},
            {QStringLiteral("version"), version},
            {QStringLiteral("status"), status},
            {QStringLiteral("item"), QJsonArray{question}}};
}

QJsonObject rsvp(const QString &id, const QString &status, const QDateTime &start = {})
{
    QJsonObject json{{QStringLiteral("resourceType"), QStringLiteral("AppointmentResponse")},
                     {QStringLiteral("id"), id},
                     {QStringLiteral("appointment"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Appointment/a1")}}},
                     {QStringLiteral("actor"), QJsonObject{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}}},
                     {QStringLiteral("participantStatus"), status}};
    if (start.isValid())
        json.insert(QStringLiteral("start"), start.toString(Qt::ISODate));
    return json;
}

} // namespace

/// What the app makes of several records that say different things.
class SyncRecordsTest : public QObject, private RecordsBench
{
    Q_OBJECT

    const QDateTime m_monday{QDate(2026, 11, 16), QTime(23, 0), QTimeZone::utc()};
    const QDateTime m_tuesday = m_monday.addDays(1);

    void finish(OutboxItem item)
    {
        item.state = OutboxState::Done;
        QVERIFY(m_store->outbox().update(item));
    }
    /// What was queued, as the server gives it.
    void putBack(const OutboxItem &item, const QString &id)
    {
        QJsonObject json = QJsonDocument::fromJson(item.payload).object();
        json.insert(QStringLiteral("id"), id);
        put(json);
    }
    void arrive(const QString &id)
    {
        const OutboxItem newest = m_store->outbox().all()->first();
        finish(newest);
        putBack(newest, id);
    }
    void putAppointment(const QString &participantStatus, const QDateTime &start = {}, const QDateTime &before = {})
    {
        QJsonObject json = SyncBench::resource(QStringLiteral("Appointment"), QStringLiteral("a1"));
        if (start.isValid())
            json.insert(QStringLiteral("start"), start.toString(Qt::ISODate));
        if (before.isValid())
            json.insert(QStringLiteral("extension"),
                        QJsonArray{QJsonObject{{QStringLiteral("url"),
                                                QStringLiteral("https://handrail.example/fhir/StructureDefinition/previous-start")},
                                               {QStringLiteral("valueDateTime"), before.toString(Qt::ISODate)}}});
        QJsonObject participant = json.value(QStringLiteral("participant")).toArray().first().toObject();
        participant.insert(QStringLiteral("status"), participantStatus);
        json.insert(QStringLiteral("participant"), QJsonArray{participant});
        put(json);
    }
    [[nodiscard]] bool isUnsent() const { return session().said && session().said->way == ComingSaid::Way::Saved; }
    [[nodiscard]] Session session() const { return m_records->session(QStringLiteral("a1")).value().value(); }

private Q_SLOTS:
    void init() { openAnew(); }

    /// Answers without an identifier of their own have their id for one.
    void answersByTheirIdAlone()
    {
        for (const char *id : {"5", "55"}) {
            QJsonObject answers = SyncBench::resource(QStringLiteral("QuestionnaireResponse"), QLatin1String(id));
            answers.remove(QStringLiteral("identifier"));
            answers.insert(QStringLiteral("status"), QStringLiteral("completed"));
            answers.insert(QStringLiteral("questionnaire"), QString(url + QLatin1String(id)));
            answers.insert(QStringLiteral("authored"), QStringLiteral("2026-11-16T20:00:00-05:00"));
            put(answers);
        }
        const auto found = m_records->submittedAs(QStringLiteral("QuestionnaireResponse/5"));
        QVERIFY(found);
        QCOMPARE(found->form.questionnaire, QString(url + u'5'));
        QVERIFY(!m_records->submittedAs(QStringLiteral("QuestionnaireResponse/6")));
    }

    void answersToAFormThatIsNotHereKeepItsName()
    {
        const QString none = QStringLiteral("Questionnaire/none");
        QJsonObject answers = SyncBench::answer(urn(newId()), QStringLiteral("2026-03-01T09:00:00-05:00"), 4);
        answers.insert(QStringLiteral("id"), QStringLiteral("r1"));
        answers.insert(QStringLiteral("questionnaire"), none);
        put(answers);
        const QList<SubmittedForm> found = m_records->submittedTo({none});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.constFirst().form.questionnaire, none);
    }

    /// Some servers write JSON with escapes where it needs none.
    void aReadingThatIsToldInEscapesIsDone()
    {
        const QJsonObject detail{{QStringLiteral("instantiatesCanonical"), QJsonArray{canonical(u"Library/wave")}},
                                 {QStringLiteral("status"), QStringLiteral("in-progress")}};
        put({{QStringLiteral("resourceType"), QStringLiteral("CarePlan")},
             {QStringLiteral("id"), QStringLiteral("p1")},
             {QStringLiteral("status"), QStringLiteral("active")},
             {QStringLiteral("intent"), QStringLiteral("plan")},
             {QStringLiteral("activity"), QJsonArray{QJsonObject{{QStringLiteral("detail"), detail}}}}});
        const QList<PlannedReading> planned = m_records->plannedReadings();
        QCOMPARE(planned.size(), 1);
        QVERIFY(!planned.constFirst().isCompleted);
        QJsonObject told = SyncBench::answer(m_records->readingDoneIdentifier(planned.constFirst()),
                                             QStringLiteral("2026-03-01T09:00:00-05:00"), 0);
        told.insert(QStringLiteral("id"), QStringLiteral("d1"));
        told.insert(QStringLiteral("questionnaire"), moduleDoneUrl());
        StoredRecord record;
        record.type = QStringLiteral("QuestionnaireResponse");
        record.id = QStringLiteral("d1");
        record.lastUpdated = m_lastUpdated;
        record.json = QJsonDocument(told).toJson(QJsonDocument::Compact).replace("module-done", "module\\u002ddone");
        QVERIFY(!record.json.contains("module-done"));
        QVERIFY(m_store->putRecords({record}));
        QVERIFY(m_records->plannedReadings().constFirst().isCompleted);
    }

    void aDeclineThatTheClinicNotedShows()
    {
        putAppointment(QStringLiteral("declined"));
        QVERIFY(session().isDeclinedByMe);
        QVERIFY(!isUnsent());
        putAppointment(QStringLiteral("accepted"));
        QVERIFY(!session().isDeclinedByMe);
    }

    void theNewestAnswerToASessionCounts()
    {
        putAppointment(QStringLiteral("accepted"));
        put(rsvp(QStringLiteral("r1"), QStringLiteral("declined")));
        QVERIFY(session().isDeclinedByMe);
        put(rsvp(QStringLiteral("r2"), QStringLiteral("accepted")));
        QVERIFY(!session().isDeclinedByMe);
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        QVERIFY(session().isDeclinedByMe);
        QVERIFY(isUnsent());
        OutboxItem item = m_store->outbox().all()->first();
        QVERIFY2(item.payload.contains("StructureDefinition/said-at"), item.payload.constData()); // it may arrive much later
        item.state = OutboxState::Done;
        QVERIFY(m_store->outbox().update(item));
        put(rsvp(QStringLiteral("r3"), QStringLiteral("declined")));
        QVERIFY(session().isDeclinedByMe);
        QVERIFY(!isUnsent());
        put(rsvp(QStringLiteral("r4"), QStringLiteral("accepted"))); // staff noted that the person comes after all
        QVERIFY(!session().isDeclinedByMe);
    }

    void whatWaitsIsKnownHoweverMuchCameAfterIt()
    {
        putAppointment(QStringLiteral("accepted"));
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        QList<OutboxItem> later;
        for (int i = 0; i < 300; ++i) {
            OutboxItem item;
            item.identifier = QStringLiteral("urn:uuid:later-%1").arg(i);
            item.resourceType = QStringLiteral("MedicationStatement");
            item.payload = "{}";
            later << item;
        }
        QVERIFY(m_store->outbox().queueAll(later));
        QVERIFY(session().isDeclinedByMe);
        QVERIFY(isUnsent());
    }

    void aDeclineThatIsAtTheClinicIsNoMoreUnsent()
    {
        putAppointment(QStringLiteral("accepted"));
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        QVERIFY(isUnsent());
        QJsonObject there = QJsonDocument::fromJson(m_store->outbox().all()->first().payload).object();
        there.insert(QStringLiteral("id"), QStringLiteral("r1"));
        put(there);
        QVERIFY(session().isDeclinedByMe);
        QVERIFY(!isUnsent());
    }

    void theClinicHasSeenWhatItNotedAfterIt()
    {
        putAppointment(QStringLiteral("accepted"));
        QVERIFY(m_records->queueRsvp(session(), Coming::Late, QStringLiteral("Work"), m_lastUpdated));
        QCOMPARE(session().said->coming, Coming::Late);
        QCOMPARE(session().said->comment, QStringLiteral("Work"));
        QVERIFY(!session().isDeclinedByMe);
        arrive(QStringLiteral("r1"));
        QCOMPARE(session().said->way, ComingSaid::Way::Sent);
        putAppointment(QStringLiteral("accepted")); // another room: it says nothing of the answer
        QCOMPARE(session().said->way, ComingSaid::Way::Sent);
        putAppointment(QStringLiteral("tentative"));
        QCOMPARE(session().said->way, ComingSaid::Way::Seen);
    }

    void itStaysSeenWhenItIsDealtWith()
    {
        putAppointment(QStringLiteral("accepted"));
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        arrive(QStringLiteral("r1"));
        QCOMPARE(session().said->way, ComingSaid::Way::Sent);
        const QString seenAt = m_lastUpdated.addSecs(30).toString(Qt::ISODateWithMs);
        putAppointment(QStringLiteral("declined"));
        QCOMPARE(session().said->way, ComingSaid::Way::Seen);

        // That staff are done with it is a version of the answer's own.
        QJsonObject there = QJsonDocument::fromJson(m_store->outbox().all()->first().payload).object();
        there.insert(QStringLiteral("id"), QStringLiteral("r1"));
        const QJsonObject time{{QStringLiteral("url"), QStringLiteral("time")}, {QStringLiteral("valueDateTime"), seenAt}};
        there.insert(QStringLiteral("extension"),
                     QJsonArray{QJsonObject{
                         {QStringLiteral("url"), QStringLiteral("https://handrail.example/fhir/StructureDefinition/request-seen")},
                         {QStringLiteral("extension"), QJsonArray{time}}}});
        put(there);
        QCOMPARE(session().said->way, ComingSaid::Way::Seen);
        QVERIFY(session().isDeclinedByMe);
    }

    void theLastWordCountsAndTheOrderIsKept()
    {
        putAppointment(QStringLiteral("accepted"));
        const auto say = [this](Coming coming) { return m_records->queueRsvp(session(), coming, {}, m_lastUpdated); };
        QVERIFY(say(Coming::Declined));
        QVERIFY(say(Coming::Declined)); // pressed twice
        QCOMPARE(m_store->outbox().all()->size(), 1);
        QVERIFY(say(Coming::Accepted));
        QVERIFY(!session().isDeclinedByMe);
        QCOMPARE(session().said->coming, Coming::Accepted);
        const QList<OutboxItem> waiting = m_store->outbox().unsent().value();
        QCOMPARE(waiting.size(), 2);
        QCOMPARE(waiting.at(0).dependencyKey, waiting.at(1).dependencyKey);
        QVERIFY(waiting.at(0).payload.contains("declined") && waiting.at(1).payload.contains("accepted"));

        // The first has come back, the second was taken and has not: the second counts.
        finish(waiting.at(0));
        finish(waiting.at(1));
        putBack(waiting.at(0), QStringLiteral("r1"));
        QCOMPARE(session().said->coming, Coming::Accepted);
        QVERIFY(!session().isDeclinedByMe);
        putBack(waiting.at(1), QStringLiteral("r2"));
        QCOMPARE(session().said->coming, Coming::Accepted);
        QCOMPARE(session().said->way, ComingSaid::Way::Sent); // accepted is how it began: nobody saw it yet
        putAppointment(QStringLiteral("accepted"));
        QCOMPARE(session().said->way, ComingSaid::Way::Seen);
        // Another device says no, later.
        put(rsvp(QStringLiteral("r3"), QStringLiteral("declined")));
        QVERIFY(session().isDeclinedByMe);
        QCOMPARE(session().said->number, 0);
    }

    void comingAfterAllOutdoesWhatTheClinicNotedBefore()
    {
        putAppointment(QStringLiteral("declined"));
        QVERIFY(session().isDeclinedByMe);
        QVERIFY(m_records->queueRsvp(session(), Coming::Accepted, {}, m_lastUpdated));
        QVERIFY(!session().isDeclinedByMe);
        arrive(QStringLiteral("r1"));
        QVERIFY(!session().isDeclinedByMe);
        putAppointment(QStringLiteral("declined")); // said on the telephone, later
        QVERIFY(session().isDeclinedByMe);
    }

    void whatTheClinicCouldNotTakeIsSaidAndDoesNotCount()
    {
        putAppointment(QStringLiteral("accepted"));
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        OutboxItem item = m_store->outbox().all()->first();
        item.state = OutboxState::Rejected;
        QVERIFY(m_store->outbox().update(item));
        QVERIFY(!session().isDeclinedByMe);
        QCOMPARE(session().said->way, ComingSaid::Way::Refused);
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated)); // said again
        QVERIFY(session().isDeclinedByMe);
        QVERIFY(isUnsent());
    }

    void whatTheClinicCouldNotTakeLeavesItsOwnWord()
    {
        putAppointment(QStringLiteral("declined")); // said on the telephone
        QVERIFY(m_records->queueRsvp(session(), Coming::Accepted, {}, m_lastUpdated));
        QVERIFY(!session().isDeclinedByMe);
        OutboxItem item = m_store->outbox().all()->first();
        item.state = OutboxState::Rejected;
        QVERIFY(m_store->outbox().update(item));
        QVERIFY(session().isDeclinedByMe);
        QCOMPARE(session().said->way, ComingSaid::Way::Refused);
    }

    void anAnswerIsOfTheTimeThatItNames_data()
    {
        QTest::addColumn<bool>("isToldOfMoves"); // by previous-start, and asked anew; other servers leave all as it was
        QTest::newRow("our clinic") << true;
        QTest::newRow("another") << false;
    }
    void anAnswerIsOfTheTimeThatItNames()
    {
        QFETCH(const bool, isToldOfMoves);
        const auto move = [&](const char *noted) {
            putAppointment(isToldOfMoves ? QStringLiteral("needs-action") : QString::fromLatin1(noted), m_tuesday,
                           isToldOfMoves ? m_monday : QDateTime());
        };
        putAppointment(QStringLiteral("accepted"), m_monday);
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        QVERIFY(session().isDeclinedByMe);
        move("accepted"); // before it left here
        QVERIFY(!session().isDeclinedByMe && !session().said && session().isAsked);
        QCOMPARE(session().saidBefore->coming, Coming::Declined);
        QCOMPARE(session().saidBefore->start, m_monday);
        QCOMPARE(m_records->outbox()->first().session->start, m_monday); // what waits says what was answered

        putAppointment(QStringLiteral("accepted"), m_monday);
        QVERIFY(session().isDeclinedByMe && !session().saidBefore);
        arrive(QStringLiteral("r1"));
        putAppointment(QStringLiteral("declined"), m_monday);
        QCOMPARE(session().said->way, ComingSaid::Way::Seen);
        move("declined"); // after it was noted
        QVERIFY(!session().isDeclinedByMe && !session().said && session().isAsked);
        QVERIFY(session().saidBefore);

        // The same word of the new time is a word of its own.
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        QVERIFY(session().isDeclinedByMe && !session().saidBefore && isUnsent());
        arrive(QStringLiteral("r2"));
        QVERIFY(session().isDeclinedByMe);
        // What another device said of the old time, and arrives late, is no later word.
        put(rsvp(QStringLiteral("r3"), QStringLiteral("accepted"), m_monday));
        QVERIFY(session().isDeclinedByMe && !session().saidBefore);
    }

    /// The clinic took its note back with the move, so the same answer to the first time is a new word for it.
    void awayAndBackTheSameAnswerIsSentAgain()
    {
        putAppointment(QStringLiteral("accepted"), m_monday);
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        arrive(QStringLiteral("r1"));
        putAppointment(QStringLiteral("declined"), m_monday);
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        QVERIFY(!isUnsent());
        putAppointment(QStringLiteral("needs-action"), m_tuesday, m_monday);
        putAppointment(QStringLiteral("needs-action"), m_monday, m_tuesday);
        QVERIFY(session().isDeclinedByMe);
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        QVERIFY(isUnsent());
    }

    void whatTheClinicNotesAfterAMoveStands()
    {
        putAppointment(QStringLiteral("accepted"), m_monday);
        put(rsvp(QStringLiteral("r1"), QStringLiteral("declined"), m_monday));
        QVERIFY(session().isDeclinedByMe);
        putAppointment(QStringLiteral("needs-action"), m_tuesday, m_monday);
        QVERIFY(!session().isDeclinedByMe && session().saidBefore);
        putAppointment(QStringLiteral("declined"), m_tuesday, m_monday); // said on the telephone
        QVERIFY(session().isDeclinedByMe && !session().saidBefore && !session().isAsked);
    }

    void anAnswerWithoutATimeIsDroppedOnlyWhenItIsKnownToBeOlder()
    {
        putAppointment(QStringLiteral("accepted"), m_monday);
        put(rsvp(QStringLiteral("r1"), QStringLiteral("declined")));
        putAppointment(QStringLiteral("accepted"), m_tuesday);
        QVERIFY(session().isDeclinedByMe); // nobody says when it moved
        putAppointment(QStringLiteral("needs-action"), m_tuesday, m_monday);
        QVERIFY(!session().isDeclinedByMe && !session().said);
        QCOMPARE(session().saidBefore->start, m_monday);
        put(rsvp(QStringLiteral("r2"), QStringLiteral("declined")));
        QVERIFY(session().isDeclinedByMe);
    }

    void aServerNeedNotKeepTheTime()
    {
        putAppointment(QStringLiteral("accepted"), m_monday);
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, {}, m_lastUpdated));
        OutboxItem item = m_store->outbox().all()->first();
        finish(item);
        QJsonObject there = QJsonDocument::fromJson(item.payload).object();
        there.remove(QStringLiteral("start"));
        item.payload = QJsonDocument(there).toJson();
        putBack(item, QStringLiteral("r1"));
        putAppointment(QStringLiteral("accepted"), m_tuesday);
        QVERIFY(!session().isDeclinedByMe && session().saidBefore);
    }

    void aReasonWithoutEndIsCut()
    {
        putAppointment(QStringLiteral("accepted"));
        QVERIFY(m_records->queueRsvp(session(), Coming::Declined, QString(1'000'000, u'x'), m_lastUpdated));
        QVERIFY(m_store->outbox().all()->first().payload.size() < 2000);
        QCOMPARE(session().said->comment.size(), 1000);
    }

    void theHighestActiveVersionOfAFormIsAsked()
    {
        put(form(QStringLiteral("1.10.0")));
        put(form(QStringLiteral("1.9.0")));
        put(form(QStringLiteral("2.0.0"), QStringLiteral("draft")));
        put(form(QStringLiteral("3.0.0"), QStringLiteral("retired")));
        QCOMPARE(m_records->form(url)->version, QStringLiteral("1.10.0"));
        put(form(QStringLiteral("1.10.0-b")));
        QCOMPARE(m_records->form(url)->version, QStringLiteral("1.10.0-b"));
    }

    void aRetiredFormIsNotAsked()
    {
        put(form(QStringLiteral("3.0.0"), QStringLiteral("retired")));
        QVERIFY(!m_records->form(url));
        const QByteArray builtIn = QJsonDocument(form(QStringLiteral("1.0.0"))).toJson();
        QCOMPARE(m_records->form(url, builtIn)->version, QStringLiteral("1.0.0"));
        QVERIFY(!m_records->form(url, builtIn)->isStandIn);
    }

    void aFormWithConditionsIsAsked()
    {
        QJsonObject conditional = form(QStringLiteral("2.0.0"));
        QJsonObject question = conditional.value(QStringLiteral("item")).toArray().first().toObject();
        question.insert(QStringLiteral("linkId"), QStringLiteral("why"));
        question.insert(QStringLiteral("enableWhen"),
                        QJsonArray{QJsonObject{{QStringLiteral("question"), QStringLiteral("q")},
                                               {QStringLiteral("operator"), QStringLiteral("=")},
                                               {QStringLiteral("answerBoolean"), true}}});
        QJsonArray items = conditional.value(QStringLiteral("item")).toArray();
        items << question;
        conditional.insert(QStringLiteral("item"), items);
        put(conditional);
        const QByteArray builtIn = QJsonDocument(form(QStringLiteral("1.0.0"))).toJson();
        const std::optional<Form> asked = m_records->form(url, builtIn);
        QCOMPARE(asked->version, QStringLiteral("2.0.0"));
        QVERIFY(!asked->isStandIn);
    }

    void aFormWithoutAQuestionLetsTheBuiltInStandIn()
    {
        QJsonObject empty = form(QStringLiteral("2.0.0"));
        empty.insert(QStringLiteral("item"),
                     QJsonArray{QJsonObject{{QStringLiteral("linkId"), QStringLiteral("scan")},
                                            {QStringLiteral("type"), QStringLiteral("attachment")}}});
        put(empty);
        const QByteArray builtIn = QJsonDocument(form(QStringLiteral("1.0.0"))).toJson();
        QCOMPARE(m_records->form(url, builtIn)->version, QStringLiteral("1.0.0"));
        QVERIFY(m_records->form(url, builtIn)->isStandIn);
        QCOMPARE(m_records->form(url)->version, QStringLiteral("2.0.0"));
    }
};

QTEST_GUILESS_MAIN(SyncRecordsTest)
#include "tst_records.moc"
