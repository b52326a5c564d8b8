// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "core/Ids.h"
#include "sync/PassedOver.h"

#include <QTest>

using namespace handrail;
using test::weights, test::weightsUrl;
using namespace Qt::StringLiterals;

/// A form that the clinic or its rhythm asks for: for which week, and in which version.
class TestFormAsked final : public QObject, test::FormWeights
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void onlyOnesOwnAnswersEndADraft_data()
    {
        QTest::addColumn<QByteArray>("author");
        QTest::addColumn<QByteArray>("authored");
        QTest::addColumn<bool>("isEnded");
        QTest::newRow("staff's") << QByteArray("Practitioner/9") << QByteArray("2026-11-18T16:00:00-05:00") << false;
        QTest::newRow("of a day, perhaps before") << QByteArray("Patient/%") << QByteArray("2026-11-18") << false;
        QTest::newRow("one's own") << QByteArray("Patient/%") << QByteArray("2026-11-18T16:00:00-05:00") << true;
    }

    /// And it is said.
    void onlyOnesOwnAnswersEndADraft()
    {
        QFETCH(QByteArray, author);
        QFETCH(QByteArray, authored);
        QFETCH(bool, isEnded);
        m_bench->clock.setWallClock(QDateTime(QDate(2026, 11, 18), QTime(11, 30), QTimeZone::utc())); // 6:30 am
        m_view->open(weightsUrl);
        field(0)->type(0, u"82"_s);
        m_view->leave();
        m_bench->clock.advance(std::chrono::hours(10));
        const QByteArray json = "{'resourceType':'QuestionnaireResponse','id':'r','status':'completed','questionnaire':'"
            + weightsUrl.toUtf8() + "','identifier':{'system':'urn:ietf:rfc:3986','value':'urn:uuid:r'},'authored':'" + authored
            + "','subject':{'reference':'Patient/%'},'author':{'reference':'" + author
            + "'},'item':[{'linkId':'weight','answer':[{'valueInteger':90}]}]}";
        QVERIFY(m_bench->put(u"QuestionnaireResponse"_s, u"r"_s,
                             QByteArray(json).replace('%', m_bench->account.identity()->patientId.toUtf8())));
        m_view->open(weightsUrl);
        QCOMPARE(m_view->notice(),
                 isEnded ? u"This form was answered after you began it here, so this is a new one."_s
                         : u"Your answers from before are here."_s);
        QCOMPARE(field(0)->lineText(0), isEnded ? QString() : u"82"_s);
        m_view->leave();
        m_view->open(weightsUrl);
        QCOMPARE(m_view->notice(), isEnded ? QString() : u"Your answers from before are here."_s);
    }

    void aFormThatIsAskedByTheIdOfItsRecord_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("passedOver");
        QTest::addColumn<QString>("title");
        const QString isNotHere = u"This form is not here yet"_s;
        const QString isNotShown = u"This form can’t be shown here"_s;
        const QByteArray rest = ",'title':'Sleep','item':[{'linkId':'a','text':'A','type':'string'}]";
        QTest::newRow("it does not come") << QByteArray() << QByteArray() << isNotHere;
        QTest::newRow("nothing of it can be read") << QByteArray() << QByteArray("Questionnaire/q7") << isNotShown;
        QTest::newRow("without a url") << "'version':'2','status':'active'" + rest << QByteArray() << QString();
        QTest::newRow("without one, taken back") << "'status':'retired'" + rest << QByteArray() << isNotShown;
        QTest::newRow("without one, with nothing to ask")
            << QByteArray("'status':'active','title':'Sleep'") << QByteArray() << isNotShown;
        QTest::newRow("taken back") << "'url':'https://x.example/q','status':'retired'" + rest << QByteArray() << isNotShown;
        QTest::newRow("here") << "'url':'https://x.example/q','status':'active'" + rest << QByteArray() << QString();
    }
    /// It is asked for, and says why it does not open.
    void aFormThatIsAskedByTheIdOfItsRecord()
    {
        QFETCH(QByteArray, form);
        QFETCH(QByteArray, passedOver);
        if (!form.isEmpty())
            QVERIFY(m_bench->putForm("q7", form));
        QVERIFY(m_bench->account.records()->store().setValue(passedOverForms, passedOver));
        QVERIFY(m_bench->put(u"Task"_s, u"t1"_s,
                             "{'resourceType':'Task','id':'t1','status':'requested','intent':'order','for':{'reference':'Patient/"
                                 + m_bench->account.identity()->patientId.toUtf8()
                                 + "'},'focus':{'reference':'Questionnaire/q7'},'authoredOn':'2026-11-16T09:00:00-05:00'}"));
        m_bench->assignments.settle();
        QCOMPARE(m_bench->assignments.due().size(), 1);
        QCOMPARE(m_bench->assignments.firstId(), u"task/t1"_s);
        m_view->open(u"task/t1"_s);
        QTEST(m_view->problemTitle(), "title");
        QCOMPARE(m_view->state(), m_view->problemTitle().isEmpty() ? FormView::Editing : FormView::Unavailable);
        if (m_view->state() != FormView::Editing)
            return;
        // It is answered, by whatever name it has, and its task with it.
        const QString name = form.contains("'url'") ? u"https://x.example/q"_s : u"Questionnaire/q7"_s;
        field(0)->type(0, u"one"_s);
        m_view->review();
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        QCOMPARE(test::valuesOf(*m_view), QStringList{u"one"_s});
        const QList<SubmittedForm> sent = m_bench->account.records()->submittedTo({name});
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.constFirst().form.questionnaire, name);
        m_bench->assignments.refresh();
        QVERIFY(m_bench->assignments.due().isEmpty());
        QCOMPARE(m_bench->assignments.done().size(), 1);
    }

    void aWeeklyFormIsGoneOnWithInTheNextWeek_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QList<QByteArray>>("askings");
        QTest::newRow("the usual rhythm") << QByteArray() << QList<QByteArray>();
        const QByteArray detail = "{'resourceType':'CarePlan','id':'c','status':'active','intent':'plan','subject':{'reference':"
                                  "'Patient/%'},'activity':[{'detail':{'status':'scheduled','instantiatesCanonical':['"
            + phq2Url().toUtf8()
            + "'],'scheduledTiming':{'repeat':{'boundsPeriod':{'start':'2026-11-16'},'frequency':1,'period':1,'periodUnit':'wk'}}}}"
              "]}";
        QTest::newRow("the plan of care") << QByteArray("CarePlan") << QList<QByteArray>{detail};
        const auto task = [](const char *id, const char *from, const char *to) -> QByteArray {
            return QByteArray("{'resourceType':'Task','id':'") + id
                + "','status':'requested','intent':'order','for':{'reference':'Patient/%'},'focus':{'reference':'Questionnaire/"
                  "phq'},"
                  "'code':{'coding':[{'system':'http://hl7.org/fhir/uv/sdc/CodeSystem/temp','code':'complete-questionnaire'}]},"
                  "'input':[{'type':{'coding':[{'system':'http://hl7.org/fhir/uv/sdc/CodeSystem/"
                  "temp','code':'questionnaire'}]},'valueCanonical':'"
                + phq2Url().toUtf8() + "'}],'authoredOn':'2026-11-16T09:00:00-05:00','restriction':{'period':{'start':'" + from
                + "','end':'" + to + "'}}}";
        };
        QTest::newRow("tasks") << QByteArray("Task")
                               << QList<QByteArray>{task("t1", "2026-11-16", "2026-11-22"), task("t2", "2026-11-23", "2026-11-29")};
    }

    void aWeeklyFormIsGoneOnWithInTheNextWeek()
    {
        QFETCH(QByteArray, type);
        QFETCH(QList<QByteArray>, askings);
        m_bench->clock.setZone("America/New_York");
        QVERIFY(m_bench->putForm("phq",
                                 "'url':'" + phq2Url().toUtf8()
                                     + "','version':'1','status':'active','item':[{'linkId':'a','text':'A','type':'string'},"
                                       "{'linkId':'b','text':'B','type':'string'}]"));
        const QString patient = m_bench->account.identity()->patientId;
        for (qsizetype i = 0; i < askings.size(); ++i)
            QVERIFY(m_bench->put(QString::fromLatin1(type), QString::number(i),
                                 QByteArray(askings.at(i)).replace('%', patient.toUtf8())));
        const auto at = [&](int day, int hour) {
            m_bench->clock.setWallClock(QDateTime(QDate(2026, 11, day), QTime(hour, 20), QTimeZone("America/New_York")).toUTC());
            m_bench->assignments.settle();
            return m_bench->assignments.firstId();
        };
        const QString sunday = at(22, 20);
        QVERIFY(!sunday.isEmpty());
        m_view->open(sunday);
        field(0)->type(0, u"one"_s);
        QVERIFY(m_view->next());
        m_view->leave();
        const QString monday = at(23, 1);
        QVERIFY(!monday.isEmpty() && monday != sunday);
        QCOMPARE(m_bench->assignments.due().size(), 1);
        m_view->open(monday);
        QCOMPARE(m_view->step(), 1);
        QVERIFY2(m_view->notice().contains(u"These answers are from Nov 22."_s), qPrintable(m_view->notice()));
        QCOMPARE(m_view->fields()->fields().constFirst()->linkId(), u"b"_s);
        QVERIFY(m_view->next());
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        const QList<SubmittedForm> sent = m_bench->account.records()->submittedTo({phq2Url()});
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.constFirst().form.answers.value(u"a"_s).toString(), u"one"_s);
        const QString expected = type == "Task"
            ? urn(assignedId(patient, phq2Url(), u"t2"_s))
            : urn(scheduledId(patient, phq2Url(), QDate(2026, 11, 23), type.isEmpty() ? u"rhythm"_s : u"plan"_s));
        QCOMPARE(sent.constFirst().form.identifier, expected);
        QCOMPARE(at(23, 2), QString()); // the week is answered
    }

    /// It stays open across midnight.
    void whatIsSentInTheNextWeekIsThatWeeks()
    {
        m_bench->clock.setZone("America/New_York");
        QVERIFY(m_bench->putForm("phq",
                                 "'url':'" + phq2Url().toUtf8()
                                     + "','version':'1','status':'active','item':[{'linkId':'a','text':'A','type':'string'}]"));
        m_bench->clock.setWallClock(QDateTime(QDate(2026, 11, 23), QTime(4, 58), QTimeZone::utc()));
        m_bench->assignments.settle();
        m_view->open(m_bench->assignments.firstId());
        field(0)->type(0, u"one"_s);
        QVERIFY(m_view->next());
        m_bench->clock.advance(std::chrono::minutes(4));
        m_bench->assignments.refresh();
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        QCOMPARE(m_bench->account.records()->submittedTo({phq2Url()}).constFirst().form.identifier,
                 urn(scheduledId(m_bench->account.identity()->patientId, phq2Url(), QDate(2026, 11, 23), u"rhythm"_s)));
    }

    void anotherDeviceAnsweredIt_data()
    {
        QTest::addColumn<bool>("isBegunBefore"); // half answered here when the other device sent its own
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<bool>("isOwnChosen");
        QTest::addColumn<QByteArray>("meanwhile"); // what happens here after that, before it is sent
        for (const bool isBegunBefore : {true, false}) {
            const QByteArray when = isBegunBefore ? "while it was open here" : "before it was opened here";
            QTest::newRow(QByteArray(when + ", mine is sent").constData())
                << isBegunBefore << QByteArray("Theirs") << true << QByteArray();
            QTest::newRow(QByteArray(when + ", what is there stays").constData())
                << isBegunBefore << QByteArray("Theirs") << false << QByteArray();
        }
        QTest::newRow("it is left then") << true << QByteArray("Theirs") << true << QByteArray("left");
        QTest::newRow("it is left then, what is there stays") << true << QByteArray("Theirs") << false << QByteArray("left");
        QTest::newRow("the language is another then") << true << QByteArray("Theirs") << true << QByteArray("language");
        QTest::newRow("they say the same") << true << QByteArray("Mine") << true << QByteArray();
        QTest::newRow("they say the same, and it is left then") << true << QByteArray("Mine") << true << QByteArray("left");
    }

    /// Both show before anything is sent, however often it is left, and the person chooses.
    void anotherDeviceAnsweredIt()
    {
        QFETCH(bool, isBegunBefore);
        QFETCH(QByteArray, theirs);
        QFETCH(bool, isOwnChosen);
        QFETCH(QByteArray, meanwhile);
        m_bench->clock.setZone("America/New_York");
        QVERIFY(m_bench->putForm("phq",
                                 "'url':'" + phq2Url().toUtf8()
                                     + "','version':'1','status':'active','item':[{'linkId':'a','text':'A','type':'string'},"
                                       "{'linkId':'b','text':'B','type':'string'}]"));
        m_bench->assignments.settle();
        const QString asking = m_bench->assignments.firstId();
        QVERIFY(!asking.isEmpty());
        const QString identifier =
            urn(scheduledId(m_bench->account.identity()->patientId, phq2Url(), QDate(2026, 11, 16), u"rhythm"_s));
        const auto begin = [&] {
            m_view->open(asking);
            field(0)->type(0, u"Mine"_s);
            QVERIFY(m_view->next());
        };
        if (isBegunBefore)
            begin();
        QVERIFY(m_bench->putAnswers(identifier.section(u':', -1).toLatin1(), phq2Url() + u"|1"_s,
                                    "{'linkId':'a','answer':[{'valueString':'" + theirs + "'}]}"));
        m_bench->assignments.refresh();
        QVERIFY(m_bench->assignments.due().isEmpty());
        const QString told = u"This form has answers already. Before you send, you see both and choose."_s;
        if (!isBegunBefore) {
            begin();
            QVERIFY(m_view->back());
            QCOMPARE(m_view->notice(), told);
        }
        if (meanwhile == "left") { // as for the lock
            m_view->leave();
            m_view->open(asking);
        } else if (!meanwhile.isEmpty()) {
            m_bench->preferences.setLanguage(u"es"_s);
            m_bench->preferences.setLanguage(u"en"_s);
        }
        if (!meanwhile.isEmpty() && theirs == "Mine") { // nothing is lost
            QVERIFY(m_view->notice().contains(u"This form was answered after you began it here"_s));
            return;
        }
        if (!meanwhile.isEmpty())
            QVERIFY2(m_view->notice().contains(told), qPrintable(m_view->notice()));
        m_view->review();
        const Outbox &outbox = m_bench->account.records()->store().outbox();
        if (isBegunBefore && meanwhile.isEmpty()) {
            QVERIFY(m_view->newerParts().isEmpty());
            m_view->send();
        }
        if (theirs == "Mine") {
            QCOMPARE(m_view->state(), FormView::Done);
            return;
        }
        const auto showsBoth = [&] {
            const QVariantList newer = m_view->newerParts().value(0).toList();
            return m_view->state() == FormView::Review && test::valuesOf(*m_view).value(0) == u"Mine"
                && newer.value(0).toMap().value(u"value"_s).toString() == u"Theirs";
        };
        QVERIFY(showsBoth());
        QCOMPARE(outbox.unsentCount().value(), 0);
        m_view->leave();
        m_view->open(asking);
        QVERIFY(m_view->notice().contains(told));
        m_view->review();
        QVERIFY(showsBoth());
        if (isOwnChosen) {
            m_view->send();
            QCOMPARE(m_view->state(), FormView::Done);
            const OutboxItem item = outbox.unsent().value().value(0);
            QCOMPARE(item.action, OutboxAction::Update);
            QCOMPARE(item.after, identifier);
            // In the place of those, and of no others.
            QVERIFY(item.payload.contains("Mine") && item.payload.contains("contained") && item.payload.contains("Theirs"));
            const SubmittedForm sent = *m_bench->account.records()->submittedAs(identifier);
            QCOMPARE(sent.form.authored.date(), QDate(2026, 11, 17));
            QCOMPARE(sent.form.amended.toUTC(), m_bench->clock.nowUtc());
            return;
        }
        QCOMPARE(m_view->keepNewer(), identifier);
        QCOMPARE(test::valuesOf(*m_view).value(0), u"Theirs"_s);
        QCOMPARE(outbox.unsentCount().value(), 0);
        m_view->open(asking);
        QCOMPARE(field(0)->lineText(0), QString()); // no draft of it is left
    }

    void theSameChoicesInAnotherOrderAreTheSame_data()
    {
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("while it is open") << false;
        QTest::newRow("while it is left") << true;
    }
    void theSameChoicesInAnotherOrderAreTheSame()
    {
        QFETCH(bool, isLeft);
        m_bench->clock.setZone("America/New_York");
        QVERIFY(m_bench->putForm("phq",
                                 "'url':'" + phq2Url().toUtf8()
                                     + "','version':'1','status':'active','item':[{'linkId':'a','text':'A','type':'choice',"
                                       "'repeats':true,'answerOption':[{'valueCoding':{'code':'x','display':'X'}},"
                                       "{'valueCoding':{'code':'y','display':'Y'}}]}]"));
        m_bench->assignments.settle();
        const QString asking = m_bench->assignments.firstId();
        const QString identifier =
            urn(scheduledId(m_bench->account.identity()->patientId, phq2Url(), QDate(2026, 11, 16), u"rhythm"_s));
        m_view->open(asking);
        field(0)->toggle(u"x"_s);
        field(0)->toggle(u"y"_s);
        QCOMPARE(field(0)->value().toStringList(), (QStringList{u"x"_s, u"y"_s}));
        m_view->review();
        QVERIFY(m_bench->putAnswers(
            identifier.section(u':', -1).toLatin1(), phq2Url() + u"|1"_s,
            "{'linkId':'a','answer':[{'valueCoding':{'code':'y','display':'Y'}},{'valueCoding':{'code':'x','display':'X'}}]}"));
        m_bench->assignments.refresh();
        if (isLeft) {
            m_view->leave();
            m_view->open(asking);
            QVERIFY(m_view->notice().contains(u"This form was answered after you began it here"_s));
            return;
        }
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
    }

    /// Meanwhile the next week has begun: what was answered for the one before is not in its way.
    void answersOfTheWeekBeforeAreNotInTheWay()
    {
        m_bench->clock.setZone("America/New_York");
        QVERIFY(m_bench->putForm("phq",
                                 "'url':'" + phq2Url().toUtf8()
                                     + "','version':'1','status':'active','item':[{'linkId':'a','text':'A','type':'string'}]"));
        m_bench->assignments.settle();
        const QString asking = m_bench->assignments.firstId();
        const QString patient = m_bench->account.identity()->patientId;
        const QString identifier = urn(scheduledId(patient, phq2Url(), QDate(2026, 11, 16), u"rhythm"_s));
        m_view->open(asking);
        field(0)->type(0, u"Mine"_s);
        QVERIFY(m_view->next());
        QVERIFY(m_bench->putAnswers(identifier.section(u':', -1).toLatin1(), phq2Url() + u"|1"_s,
                                    "{'linkId':'a','answer':[{'valueString':'Theirs'}]}"));
        m_bench->assignments.refresh();
        m_view->send();
        QVERIFY(!m_view->newerParts().isEmpty());
        m_bench->clock.advance(std::chrono::hours(24 * 6));
        m_bench->assignments.refresh();
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        const OutboxItem item = m_bench->account.records()->store().outbox().unsent().value().value(0);
        QCOMPARE(item.action, OutboxAction::Create);
        QCOMPARE(item.identifier, urn(scheduledId(patient, phq2Url(), QDate(2026, 11, 23), u"rhythm"_s)));
    }

    void whatIsKeptBesideOthersOutlivesItsWeek_data()
    {
        QTest::addColumn<QString>("left"); // by then
        QTest::addColumn<bool>("isKept");
        QTest::newRow("it says something else") << u"Mine"_s << true;
        QTest::newRow("it says the same by then") << u"Theirs"_s << false;
    }

    /// The person was told that what they answered here is kept, and to choose. The week ends before they do.
    void whatIsKeptBesideOthersOutlivesItsWeek()
    {
        QFETCH(QString, left);
        QFETCH(bool, isKept);
        m_bench->clock.setZone("America/New_York");
        QVERIFY(m_bench->putForm("phq",
                                 "'url':'" + phq2Url().toUtf8()
                                     + "','version':'1','status':'active','item':[{'linkId':'a','text':'A','type':'string'}]"));
        m_bench->assignments.settle();
        const QString asking = m_bench->assignments.firstId();
        const QString identifier =
            urn(scheduledId(m_bench->account.identity()->patientId, phq2Url(), QDate(2026, 11, 16), u"rhythm"_s));
        m_view->open(asking);
        field(0)->type(0, u"Mine"_s);
        QVERIFY(m_view->next());
        QVERIFY(m_bench->putAnswers(identifier.section(u':', -1).toLatin1(), phq2Url() + u"|1"_s,
                                    "{'linkId':'a','answer':[{'valueString':'Theirs'}]}"));
        m_bench->assignments.refresh();
        m_view->send();
        QVERIFY(!m_view->newerParts().isEmpty());
        m_view->goTo(0);
        field(0)->type(0, left);
        m_view->leave();
        m_bench->clock.advance(std::chrono::hours(24 * 6));
        m_bench->assignments.settle();
        const QString next = m_bench->assignments.firstId();
        QVERIFY(!next.isEmpty() && next != asking);
        for (int times = 0; times < 2; ++times) { // as by the lock, or another language
            m_view->open(next);
            QCOMPARE(field(0)->lineText(0), isKept ? left : QString());
            QCOMPARE(m_view->notice().contains(u"These answers are from Nov 18."_s), isKept);
            QCOMPARE(m_view->notice().contains(u"This form was answered after you began it here"_s), !isKept && times == 0);
            m_view->leave();
        }
    }

    void theVersionThatTheClinicNamesIsAsked()
    {
        QVERIFY(m_bench->putForm("w2", weights("2", ",{'linkId':'new','text':'New','type':'string'}")));
        const auto ask = [&](const QByteArray &id, const QByteArray &version) {
            QVERIFY(m_bench->put(u"Task"_s, QString::fromLatin1(id),
                                 "{'resourceType':'Task','id':'" + id
                                     + "','status':'requested','intent':'order','for':{'reference':'Patient/"
                                     + m_bench->account.identity()->patientId.toUtf8()
                                     + "'},'input':[{'type':{'coding':[{'system':'http://hl7.org/fhir/uv/sdc/CodeSystem/"
                                       "temp','code':'questionnaire'}]},'valueCanonical':'"
                                     + weightsUrl.toUtf8() + version + "'}],'authoredOn':'2026-11-16T09:00:00-05:00'}"));
            m_bench->assignments.settle();
            m_view->open(u"task/"_s + QString::fromLatin1(id));
        };
        ask("t1", "|1");
        QCOMPARE(m_view->stepCount(), 2);
        m_view->review();
        m_view->send();
        QCOMPARE(m_bench->account.records()->submittedTo({weightsUrl}).constFirst().form.questionnaire,
                 QString(weightsUrl + u"|1"_s));
        m_bench->clock.advance(std::chrono::minutes(1));
        ask("t2", {});
        QCOMPARE(m_view->stepCount(), 3);
        m_view->review();
        m_view->send();
        QCOMPARE(m_bench->account.records()->submittedTo({weightsUrl}).constFirst().form.questionnaire,
                 QString(weightsUrl + u"|2"_s));
        m_bench->clock.advance(std::chrono::minutes(1));
        ask("t3", "|7"); // which is not here
        QCOMPARE(m_view->stepCount(), 3);
    }
};

QTEST_MAIN(TestFormAsked)
#include "tst_form_asked.moc"
