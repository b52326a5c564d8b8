// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/CheckIn.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"
#include "view/OutgoingCopy.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;
using Kind = Outgoing::Kind;
using State = Outgoing::State;

namespace {

const QString canary = u"CANARY words of the person"_s;

} // namespace

/// The copy of what the clinic's server did not take is all that a person can hand over, so all that they said is in it.
class TestOutgoingCopy final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};

    void put(const char *type, const char *id, const QByteArray &elements)
    {
        const QByteArray json = QByteArray("{'resourceType':'" + QByteArray(type) + "','id':'" + id + "'," + elements + "}")
                                    .replace('\'', '"')
                                    .replace("CANARY", canary.toUtf8());
        QVERIFY(
            m_store->putRecords({{QString::fromLatin1(type), QString::fromLatin1(id), u"1"_s, m_clock.nowUtc(), QDate(), json}}));
    }

    void putForm()
    {
        put("Questionnaire", "f1",
            "'url':'https://c.example/Questionnaire/week','version':'2','title':'Your week','status':'active','item':["
            "{'linkId':'how','text':'How was it?','type':'string'},"
            "{'linkId':'each','text':'Each time','type':'group','repeats':true,'item':[{'linkId':'what','text':'What "
            "happened?','type':'string'}]},"
            "{'linkId':'more','text':'Anything else?','type':'string'}]");
    }

    [[nodiscard]] CompletedForm answers(const Answers &given) const
    {
        CompletedForm completed;
        completed.identifier = urn(newId());
        completed.questionnaire = u"https://c.example/Questionnaire/week|2"_s;
        completed.patientId = u"p1"_s;
        completed.authored = m_clock.nowUtc().toOffsetFromUtc(-5 * 3600);
        completed.answers = given;
        return completed;
    }

    [[nodiscard]] Form form() const { return *m_records->form(u"https://c.example/Questionnaire/week"_s); }

    /// Puts something of this kind into the outbox.
    void queue(Kind kind)
    {
        const QDateTime now = m_clock.nowUtc();
        Session session;
        session.id = u"a1"_s;
        switch (kind) {
        case Kind::CheckIn: {
            CheckIn checkIn(*m_records, m_clock, *dailyCheckInForm(*m_records));
            QCOMPARE(checkIn.setAnswer(u"note"_s, canary), Validity::Fine);
            QVERIFY(checkIn.finish());
            break;
        }
        case Kind::Form:
            putForm();
            QVERIFY(m_records->queue(answers({{u"how"_s, canary}}), form(), now, false));
            break;
        case Kind::Change: {
            putForm();
            CompletedForm first = answers({{u"how"_s, u"before"_s}});
            QVERIFY(m_records->queue(first, form(), now, false));
            OutboxItem item = **m_store->outbox().find(first.identifier);
            item.state = OutboxState::Done;
            item.doneAt = now;
            QVERIFY(m_store->outbox().update(item));
            first.answers = {{u"how"_s, canary}};
            QVERIFY(m_records->amend(first, form(), now, false));
            break;
        }
        case Kind::Mark: {
            putForm();
            put("Task", "t1",
                "'status':'requested','intent':'order','description':'CANARY','input':[{'type':{'text':'form'},"
                "'valueCanonical':'https://c.example/Questionnaire/week'}]");
            const CompletedForm completed = answers({{u"how"_s, u"fine"_s}});
            QVERIFY(m_records->queue(completed, form(), now, false));
            OutboxItem item = **m_store->outbox().find(completed.identifier);
            item.state = OutboxState::Done;
            item.doneAt = now;
            QVERIFY(m_store->outbox().update(item));
            break;
        }
        case Kind::Lesson:
            put("Task", "t1", "'status':'requested','intent':'order','description':'CANARY','focus':{'reference':'Library/urge'}");
            QVERIFY(m_records->queueTaskDone(u"t1"_s, now));
            break;
        case Kind::Decline: QVERIFY(m_records->queueRsvp(session, Coming::Declined, canary, now)); break;
        case Kind::Late: QVERIFY(m_records->queueRsvp(session, Coming::Late, canary, now)); break;
        case Kind::Coming: QVERIFY(m_records->queueRsvp(session, Coming::Accepted, canary, now)); break;
        case Kind::Sheet: QVERIFY(m_records->queueSheet(urn(newId()), session, u"My week"_s, {u"One"_s, canary}, now, now)); break;
        case Kind::Dose: {
            const DoseSaid said{urn(newId()),         u"m1"_s,
                                QDate(2026, 11, 17),  {DoseTime::Part::Nth, {}, 2},
                                DoseAnswer::NotTaken, now.toOffsetFromUtc(-5 * 3600)};
            QVERIFY(m_records->queueDose(said, canary, u"It made me dizzy"_s, now));
            break;
        }
        case Kind::Unshare:
            put("Consent", "c1",
                "'status':'active','patient':{'reference':'Patient/p1'},'scope':{'coding':[{'system':'http://terminology.hl7.org/"
                "CodeSystem/"
                "consentscope','code':'patient-privacy'}]},'provision':{"
                "'type':'permit','actor':[{'role':{'text':'relative'},'reference':{'reference':'RelatedPerson/"
                "r1','display':'CANARY'}}]"
                "}");
            QVERIFY(!m_records->sharings(now).isEmpty());
            QVERIFY(m_records->queueConsentEnd(m_records->sharings(now).constFirst(), now));
            break;
        case Kind::Message: {
            MessageDraft draft;
            draft.text = canary;
            QVERIFY(m_records->queueMessage(draft, now));
            break;
        }
        case Kind::Other: {
            OutboxItem item;
            item.identifier = urn(newId());
            item.resourceType = u"Observation"_s;
            item.payload = "{\"resourceType\":\"Observation\",\"valueString\":\"" + canary.toUtf8() + "\"}";
            item.queuedAt = now;
            QVERIFY(m_store->outbox().queue(item));
            break;
        }
        case Kind::Damaged: // nothing of these can be read
        case Kind::Earlier: break;
        }
    }

    /// Refuses what waits, and gives it as the page has it.
    Outgoing refused()
    {
        const QList<OutboxItem> unsent = m_store->outbox().unsent().value();
        for (OutboxItem item : unsent) {
            item.state = OutboxState::Rejected;
            item.problem = u"Rejected:invalid"_s;
            if (!m_store->outbox().update(item))
                qFatal("not refused");
        }
        const QList<Outgoing> things = outgoing(*m_records, {}).value();
        for (const Outgoing &thing : things) {
            if (thing.state == State::Refused)
                return thing;
        }
        return {};
    }

    [[nodiscard]] QString copyOf(const Outgoing &thing) const
    {
        return outgoingCopy(thing, *m_records, m_clock, TimeText(QLocale(u"en_US"_s)));
    }

private Q_SLOTS:
    void init()
    {
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = u"p1"_s;
        m_records = std::make_unique<Records>(*m_store, identity);
        put("Patient", "p1", "'name':[{'given':['Maya'],'family':'Bell'}]");
        put("Appointment", "a1",
            "'status':'booked','description':'Evening group','start':'2026-11-18T23:00:00Z','end':'2026-11-19T02:00:00Z',"
            "'participant':[{'actor':{'reference':'Patient/p1'},'status':'needs-action'}]");
    }

    void allThatWasSaidIsInIt_data()
    {
        QTest::addColumn<Kind>("kind");
        for (int kind = 0; kind < int(Kind::Damaged); ++kind) // of the last two nothing can be read
            QTest::addRow("%d", kind) << Kind(kind);
    }

    void allThatWasSaidIsInIt()
    {
        QFETCH(Kind, kind);
        queue(kind);
        const Outgoing thing = refused();
        QCOMPARE(thing.kind, kind);
        const QString copy = copyOf(thing);
        QVERIFY2(copy.contains(canary), qPrintable(copy));
        if (kind == Kind::Dose) {
            for (const char *line : {"Tuesday, November 17, time 2 of that day", "Not taken", "It made me dizzy"})
                QVERIFY2(copy.contains(QString::fromUtf8(line)), qPrintable(copy));
        }
        if (kind == Kind::Sheet) {
            for (const char *line : {"My week", "One", "Evening group"})
                QVERIFY2(copy.contains(QString::fromUtf8(line)), qPrintable(copy));
        }
    }

    void noAnswerOfAFormIsLost()
    {
        putForm();
        const CompletedForm completed =
            answers({{u"how"_s, u"so so"_s}, {u"what"_s, u"one thing"_s}, {answerKey(u"what"_s, {1, 0}), u"another thing"_s}});
        QVERIFY(m_records->queue(completed, form(), m_clock.nowUtc(), false));
        Outgoing thing = refused();
        QString copy = copyOf(thing);
        for (const char *line : {"Your week\n", "How was it?\n    so so\n", "What happened?\n    one thing\n",
                                 "What happened?\n    another thing\n", "Anything else?\n    Skipped\n"})
            QVERIFY2(copy.contains(QString::fromUtf8(line)), qPrintable(copy));
        // The clinic took the form away meanwhile.
        QVERIFY(m_store->removeRecord(u"Questionnaire"_s, u"f1"_s));
        copy = copyOf(thing);
        for (const char *line : {"so so", "one thing", "another thing"})
            QVERIFY2(copy.contains(QString::fromUtf8(line)), qPrintable(copy));
    }

    void aRelativesConcernIsReadAgain()
    {
        Identity rosa;
        rosa.role = Role::Relative;
        rosa.patientId = u"p1"_s;
        rosa.relatedPersonId = u"r1"_s;
        Records records(*m_store, rosa);
        QVERIFY(records.queueConcern(canary, {}, m_clock.nowUtc()));
        const Outgoing thing = refused();
        QCOMPARE(records.concerns().constFirst().text, canary);
        QCOMPARE(records.concerns().constFirst().state, OutboxState::Rejected);
        QVERIFY(outgoingCopy(thing, records, m_clock, TimeText(QLocale(u"en_US"_s))).contains(canary));
    }
};

QTEST_GUILESS_MAIN(TestOutgoingCopy)
#include "tst_outgoing_copy.moc"
