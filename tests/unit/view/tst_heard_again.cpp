// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "care/CheckIn.h"
#include "care/SafetyReport.h"
#include "core/Assignment.h"
#include "core/Ids.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace handrail;
using namespace Qt::StringLiterals;

/// The page after a safety answer that comes again on a later day, and what it says of the answer's way.
class TestHeardAgain final : public QObject
{
    Q_OBJECT

    const QString m_url = u"https://x.example/later"_s;
    std::unique_ptr<test::FormBench> m_bench;
    std::unique_ptr<QSignalSpy> m_pages;

    bool put(const QString &url)
    {
        return m_bench->putForm(
            url.section(u'/', -1).toLatin1(),
            "'version':'1','url':'" + url.toUtf8()
                + "','status':'active','item':[{'linkId':'a','type':'choice','text':'Do you think of hurting yourself?','code':["
                  "{'system':'https://handrail.example/fhir/CodeSystem/question','code':'safety'}],'answerOption':["
                  "{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'yes'}}]},"
                  "{'linkId':'b','type':'string','text':'And else?'}]");
    }
    FormField *field() { return m_bench->form.fields()->fields().constFirst(); }
    QString said() { return m_bench->safety.statusText(); }
    int toldAhead()
    {
        const QList<OutboxEntry> all = m_bench->account.records()->outbox().value_or(QList<OutboxEntry>());
        return int(
            std::count_if(all.begin(), all.end(), [](const OutboxEntry &one) { return one.form && isSentAhead(*one.form); }));
    }
    void goOn(int hours) { m_bench->clock.setWallClock(m_bench->clock.nowUtc().addSecs(hours * 3600LL)); }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::FormBench>();
        m_bench->clock.setZone("America/New_York"); // 3:20 pm on November 18
        m_pages = std::make_unique<QSignalSpy>(&m_bench->safety, &SafetyView::pageDue);
        QVERIFY(put(m_url));
    }
    void cleanup()
    {
        m_pages.reset();
        m_bench.reset();
    }

    /// A question is one about danger by its heading, or by the words of one of its answers, and the page comes as for any other.
    void aHeadingAndAnAnswerAreHeard_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::newRow("below a heading") << QByteArray(
            "{'linkId':'g','type':'group','text':'Have you had thoughts of killing yourself?','item':[{'linkId':'a',"
            "'type':'choice','text':'In the past month','answerOption':[{'valueString':'No'},{'valueString':'Once'}]}]}");
        QTest::newRow("after a text") << QByteArray(
            "{'linkId':'d','type':'display','text':'Have you had thoughts of killing yourself?'},{'linkId':'a',"
            "'type':'choice','text':'Your answer','answerOption':[{'valueString':'No'},{'valueString':'Once'}]}");
        QTest::newRow("by an answer") << QByteArray(
            "{'linkId':'a','type':'choice','text':'What did you have?','answerOption':[{'valueString':'Panic'},"
            "{'valueString':'Thoughts of suicide'}]}");
    }
    void aHeadingAndAnAnswerAreHeard()
    {
        QFETCH(QByteArray, items);
        QVERIFY(m_bench->putForm("worded",
                                 "'version':'1','url':'https://x.example/worded','status':'active','item':[" + items
                                     + ",{'linkId':'b','type':'string','text':'And else?'}]"));
        m_bench->form.open(u"https://x.example/worded"_s);
        QCOMPARE(field()->linkId(), u"a"_s);
        QVERIFY(field()->isSafety());
        field()->choose(0);
        QTest::qWait(50);
        QCOMPARE(m_pages->size(), 0);
        field()->choose(1);
        QTest::qWait(50);
        QCOMPARE(m_pages->size(), 1);
        m_bench->safety.noteShown();
        const QList<OutboxEntry> all = m_bench->account.records()->outbox().value_or(QList<OutboxEntry>());
        QVERIFY(all.size() == 1 && all.constFirst().form && isSentAhead(*all.constFirst().form));
        m_bench->form.leave();
    }

    void whatBecomesAQuestionOfDangerIsHeardThen_data()
    {
        QTest::addColumn<QByteArray>("version"); // of the form with the mark
        QTest::addColumn<bool>("isCheckIn");
        QTest::newRow("in a new version") << QByteArray("2") << false;
        QTest::newRow("in the same one") << QByteArray("1") << false; // as when the app learns more words of danger
        QTest::newRow("of the check-in") << QByteArray("2") << true;
    }

    /// The clinic follows its own warning and marks the question, while somebody has answered it and not sent it. However often the form changes or is
    /// taken up after that, whoever saw the page does not see it again, until they say more.
    void whatBecomesAQuestionOfDangerIsHeardThen()
    {
        QFETCH(QByteArray, version);
        QFETCH(bool, isCheckIn);
        const QString url = isCheckIn ? dailyCheckInUrl() : u"https://x.example/marked"_s;
        const auto asked = [&](const QByteArray &number, const QByteArray &code) {
            return m_bench->putForm("marked",
                                    "'version':'" + number + "','url':'" + url.toUtf8()
                                        + "','status':'active','item':[{'linkId':'a','type':'choice',"
                                          "'text':'Over the last 2 weeks','answerOption':[{'valueCoding':{'code':'no'}},"
                                          "{'valueCoding':{'code':'not-sure'}},{'valueCoding':{'code':'often'}}]"
                                        + code + "},{'linkId':'b','type':'string','text':'And else?'}]");
        };
        FillingView *view = isCheckIn ? static_cast<FillingView *>(&m_bench->checkIn) : &m_bench->form;
        const auto open = [&] {
            if (isCheckIn)
                m_bench->checkIn.begin();
            else
                m_bench->form.open(url);
            QTest::qWait(50);
        };
        const auto choose = [&](int option) { view->fields()->fields().constFirst()->choose(option); };
        const QByteArray mark = ",'code':[{'system':'https://handrail.example/fhir/CodeSystem/question','code':'safety'}]";
        QVERIFY(asked("1", {}));
        open();
        choose(1);
        view->leave();
        QCOMPARE(m_pages->size(), 0);
        QVERIFY(asked(version, mark));
        open();
        QCOMPARE(m_pages->size(), 1);
        m_bench->safety.noteShown();
        QCOMPARE(toldAhead(), 1);
        view->leave();
        open();
        QCOMPARE(m_pages->size(), 1);
        view->leave();
        QVERIFY(asked("3", mark));
        open();
        QCOMPARE(m_pages->size(), 1);
        QCOMPARE(toldAhead(), 1);
        choose(2);
        QCOMPARE(m_pages->size(), 2);
        m_bench->safety.noteShown();
        choose(0);
        view->leave();
        open();
        choose(1); // taken back, and said anew
        QCOMPARE(m_pages->size(), 3);
        m_bench->safety.noteShown();
        view->leave();
    }

    void whatOnlySoundsOfDangerIsHeardFromAnOldDraft_data()
    {
        QTest::addColumn<QByteArray>("asks");
        QTest::addColumn<QVariant>("answer");
        QTest::newRow("yes") << QByteArray("'type':'choice','text':'Do you think of hurting yourself?','answerOption':["
                                           "{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'yes'}}]")
                             << QVariant(u"yes"_s);
        QTest::newRow("days ago") << QByteArray("'type':'integer','text':'How many days ago did you last hurt yourself?'")
                                  << QVariant(30.0);
    }

    /// An earlier version of the app went by marks alone, and its drafts name no answer whose page came.
    void whatOnlySoundsOfDangerIsHeardFromAnOldDraft()
    {
        QFETCH(QByteArray, asks);
        QFETCH(QVariant, answer);
        const QString url = u"https://x.example/sounds"_s;
        QVERIFY(m_bench->putForm(
            "sounds", "'version':'1','url':'https://x.example/sounds','status':'active','item':[{'linkId':'a'," + asks + "}]"));
        {
            FormFilling before(*m_bench->account.records(), m_bench->clock, *m_bench->account.records()->form(url));
            before.setAnswer(u"a"_s, answer);
        }
        for (int times = 0; times < 2; ++times) {
            m_bench->form.open(url);
            QTest::qWait(50);
            QCOMPARE(m_pages->size(), 1);
            m_bench->safety.noteShown();
            m_bench->form.leave();
        }
    }

    void whatAnOldDraftSaysMoreThanWasSentIsHeard_data()
    {
        QTest::addColumn<bool>("isAsked"); // and what is at the clinic comes from another device; else it is changed here
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("pages");
        QTest::newRow("a no that became a yes") << false << QByteArray("no") << 1;
        QTest::newRow("a yes that stays") << false << QByteArray("yes") << 0;
        QTest::newRow("a no elsewhere") << true << QByteArray("no") << 1;
        QTest::newRow("a yes elsewhere") << true << QByteArray("yes") << 1;
    }

    /// The page came for what was sent from here, and not for what was said beside it or after it.
    void whatAnOldDraftSaysMoreThanWasSentIsHeard()
    {
        QFETCH(bool, isAsked);
        QFETCH(QByteArray, sent);
        QFETCH(int, pages);
        QVERIFY(m_bench->putForm("sounds",
                                 "'version':'1','url':'" + phq2Url().toUtf8()
                                     + "','status':'active','item':[{'linkId':'a',"
                                       "'type':'choice','text':'Do you think of hurting yourself?','answerOption':["
                                       "{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'yes'}}]},"
                                       "{'linkId':'b','type':'string','text':'And else?'}]"));
        m_bench->assignments.settle();
        const QString asking = m_bench->assignments.firstId();
        QVERIFY(!asking.isEmpty());
        Records &records = *m_bench->account.records();
        FillingRule rule;
        rule.identifier =
            urn(scheduledId(m_bench->account.identity()->patientId, phq2Url(), QDate(2026, 11, 16), QStringLiteral("rhythm")));
        rule.outlivesItsAsking = isAsked;
        const auto putSent = [&] {
            return m_bench->putAnswers(rule.identifier.section(u':', -1).toLatin1(), phq2Url() + u"|1"_s,
                                       "{'linkId':'a','answer':[{'valueCoding':{'code':'" + sent + "'}}]}");
        };
        if (!isAsked) {
            QVERIFY(putSent());
            rule.slot = u"amend/"_s + rule.identifier;
            rule.amends = records.submittedAs(rule.identifier)->form;
        }
        {
            FormFilling before(records, m_bench->clock, *records.form(phq2Url()), rule);
            before.setAnswer(u"a"_s, u"yes"_s);
            before.setAnswer(u"b"_s, u"And more"_s);
        }
        if (isAsked) {
            QVERIFY(putSent());
            m_bench->assignments.refresh();
            m_bench->form.open(asking);
        } else {
            m_bench->form.showAnswers(rule.identifier);
            QVERIFY(m_bench->form.amend());
        }
        QTest::qWait(50);
        QCOMPARE(m_pages->size(), pages);
        m_bench->safety.noteShown();
    }

    /// Whoever skips the question that hid another one is heard on that, and once.
    void whatASkippedQuestionBringsBackIsHeardOnce()
    {
        const QString url = u"https://x.example/hidden"_s;
        QVERIFY(m_bench->putForm(
            "hidden",
            "'version':'1','url':'https://x.example/hidden','status':'active','item':[{'linkId':'a','type':'choice',"
            "'text':'Do you think of hurting yourself?','code':[{'system':'https://handrail.example/fhir/CodeSystem/question',"
            "'code':'safety'}],'enableWhen':[{'question':'b','operator':'exists','answerBoolean':false}],'answerOption':["
            "{'valueCoding':{'code':'no'}},{'valueCoding':{'code':'yes'}}]},{'linkId':'b','type':'choice','text':'And else?',"
            "'answerOption':[{'valueCoding':{'code':'this'}},{'valueCoding':{'code':'that'}}]}]"));
        FormView &form = m_bench->form;
        form.open(url);
        field()->choose(1);
        QCOMPARE(m_pages->size(), 1);
        m_bench->safety.noteShown();
        QVERIFY(form.next());
        QCOMPARE(field()->linkId(), u"b"_s);
        field()->choose(0);
        QCOMPARE(field()->linkId(), u"b"_s);
        form.skip();
        QCOMPARE(m_pages->size(), 2);
        m_bench->safety.noteShown();
        form.leave();
        form.open(url);
        QTest::qWait(50);
        QCOMPARE(m_pages->size(), 2);
    }

    /// Staff have it once, whatever another device sent in between. What is said anew is told.
    void whatWasToldIsToldOnceAcrossDevices()
    {
        FormView &form = m_bench->form;
        form.open(m_url);
        field()->choose(1);
        QCOMPARE(m_pages->size(), 1);
        m_bench->safety.noteShown();
        form.leave();
        QCOMPARE(toldAhead(), 1);
        goOn(24);
        form.open(m_url);
        QTRY_COMPARE(m_pages->size(), 2);
        QVERIFY(form.next());
        QCOMPARE(field()->linkId(), u"b"_s);
        field()->type(0, u"And more"_s);
        form.leave();
        const QByteArray self = "{'reference':'Patient/" + m_bench->account.identity()->patientId.toUtf8() + "'}";
        QVERIFY(m_bench->put(
            u"QuestionnaireResponse"_s, u"other"_s,
            "{'resourceType':'QuestionnaireResponse','id':'other','status':'completed','questionnaire':'" + m_url.toUtf8()
                + "|1','identifier':{'system':'urn:ietf:rfc:3986','value':'urn:uuid:other'},"
                  "'authored':'2026-11-19T10:00:00-05:00','subject':"
                + self + ",'author':" + self + ",'item':[{'linkId':'b','answer':[{'valueString':'From the other device'}]}]}"));
        goOn(24);
        form.open(m_url);
        QTRY_COMPARE(m_pages->size(), 3); // once a day the page comes, and says what is known
        m_bench->safety.noteShown();
        QVERIFY2(said().startsWith(u"You said this on Nov 18. "_s), qPrintable(said()));
        QCOMPARE(toldAhead(), 1);
        QVERIFY(form.back());
        field()->choose(0);
        field()->choose(1);
        QCOMPARE(m_pages->size(), 4);
        m_bench->safety.noteShown();
        QCOMPARE(toldAhead(), 2);
        form.leave();
    }

    void aChangeOfSentAnswersDoesNotSayThatTheyAreToBeSent_data()
    {
        QTest::addColumn<int>("state"); // of the answers
        QTest::addColumn<bool>("isAhead");
        QTest::addColumn<QString>("way");
        const QString sent = u"You said this on Nov 18. Sent to your care team"_s;
        QTest::newRow("there") << int(OutboxState::Done) << false << u"You said this on Nov 17. Sent to your care team."_s;
        QTest::newRow("waiting") << int(OutboxState::Queued) << false << u"You said this on Nov 18. Not sent yet"_s;
        QTest::newRow("refused") << int(OutboxState::Rejected) << false
                                 << u"You said this on Nov 18. Your clinic could not take it. Please call."_s;
        QTest::newRow("waiting, and told ahead") << int(OutboxState::Queued) << true << sent;
        QTest::newRow("refused, and told ahead") << int(OutboxState::Rejected) << true << sent;
    }

    /// Another answer is changed, and gone on with on a later day. What staff filled in meanwhile is not in the way.
    void aChangeOfSentAnswersDoesNotSayThatTheyAreToBeSent()
    {
        QFETCH(int, state);
        QFETCH(bool, isAhead);
        QFETCH(QString, way);
        Records &records = *m_bench->account.records();
        Outbox &outbox = records.store().outbox();
        const auto atClinic = [&](OutboxItem item, OutboxState now) {
            item.state = now;
            item.attempts = now == OutboxState::Queued ? 0 : 1;
            item.doneAt = now == OutboxState::Done ? m_bench->clock.nowUtc() : QDateTime();
            return outbox.update(item).has_value();
        };
        FormView &form = m_bench->form;
        QString identifier = u"urn:uuid:1"_s;
        if (state == int(OutboxState::Done)) {
            QVERIFY(m_bench->putAnswers("1", QString(m_url + u"|1"_s), "{'linkId':'a','answer':[{'valueCoding':{'code':'yes'}}]}"));
        } else {
            const Form asked = *records.form(m_url);
            if (isAhead) {
                const Result<SafetyReport> report = sendAhead(records, m_bench->clock, asked, {{u"a"_s, u"yes"_s}});
                QVERIFY(report.has_value());
                QVERIFY(atClinic(outbox.find(report->identifier).value().value(), OutboxState::Done));
            }
            m_bench->clock.advance(std::chrono::minutes(1));
            FormFilling before(records, m_bench->clock, asked);
            before.setAnswer(u"a"_s, u"yes"_s);
            identifier = before.finish().value().identifier;
            QVERIFY(atClinic(outbox.find(identifier).value().value(), OutboxState(state)));
        }
        m_bench->clock.advance(std::chrono::minutes(1));
        QVERIFY(m_bench->put(u"QuestionnaireResponse"_s, u"staff"_s,
                             "{'resourceType':'QuestionnaireResponse','id':'staff','status':'completed','questionnaire':'"
                                 + m_url.toUtf8() + "|1','authored':'2026-11-18T15:21:30-05:00','subject':{'reference':'Patient/"
                                 + m_bench->account.identity()->patientId.toUtf8()
                                 + "'},'author':{'reference':'Practitioner/p1'},'item':[{'linkId':'b','answer':[{'valueString':"
                                   "'Asked on the phone'}]}]}"));
        form.showAnswers(identifier);
        QVERIFY(form.amend());
        form.goTo(1);
        field()->type(0, u"And more"_s);
        form.leave();
        goOn(24);
        const qsizetype waiting = outbox.all().value().size();
        form.showAnswers(identifier);
        QVERIFY(form.amend());
        QTRY_COMPARE(m_pages->size(), 1);
        m_bench->safety.noteShown();
        QVERIFY2(said().startsWith(way), qPrintable(said()));
        QCOMPARE(outbox.all().value().size(), waiting);
    }

    /// The page stands again behind the PIN, and says what it said: not the way of what was said in another form.
    void aLockDoesNotChangeWhatItSays()
    {
        const auto pin = [] {
            Pin digits;
            for (const int digit : {2, 4, 6, 8, 1, 0})
                digits.append(digit);
            return digits;
        };
        Account &account = m_bench->account;
        QVERIFY(QCoro::waitFor(account.setPin(pin())));
        const QString other = u"https://x.example/other"_s;
        QVERIFY(put(other));
        m_bench->form.open(other);
        field()->choose(1);
        m_bench->safety.noteShown();
        m_bench->form.leave();
        OutboxItem item = account.records()->store().outbox().unsent().value().constFirst();
        item.state = OutboxState::Done;
        item.doneAt = m_bench->clock.nowUtc();
        QVERIFY(account.records()->store().outbox().update(item));
        m_bench->form.open(m_url);
        field()->choose(1);
        m_bench->safety.noteShown();
        m_bench->form.leave();
        item = account.records()->store().outbox().unsent().value().constFirst();
        item.state = OutboxState::Rejected;
        QVERIFY(account.records()->store().outbox().update(item));
        goOn(48);
        m_bench->form.open(m_url);
        QTRY_COMPARE(m_pages->size(), 3);
        const QString way = u"You said this on Nov 18. Your clinic could not take it. Please call."_s;
        QCOMPARE(said(), way);
        account.lock();
        QCOMPARE(account.state(), Account::State::Locked);
        QCoro::waitFor(account.unlock(pin()));
        QCOMPARE(account.state(), Account::State::Active);
        QCOMPARE(said(), way);
        // Nobody else has to do with it.
        QCoro::waitFor(account.signOut());
        QVERIFY2(!said().contains(u"You said this"_s), qPrintable(said()));
    }

    /// On a device that nobody closes: the form lies open, on a question or where it is looked through, and goes on in the morning.
    void whatLiesOpenOverTheNightShowsItAgain()
    {
        FormView &form = m_bench->form;
        form.open(m_url);
        field()->choose(1);
        QCOMPARE(m_pages->size(), 1);
        m_bench->safety.noteShown();
        const auto look = [&](int hours) {
            goOn(hours);
            form.lookAgain();
            QTest::qWait(20);
            return m_pages->size();
        };
        QCOMPARE(look(0), 1);
        QCOMPARE(look(12), 1); // 3:20 at night: it is still that evening
        QCOMPARE(look(1), 2);
        QVERIFY2(said().startsWith(u"You said this on Nov 18. "_s), qPrintable(said()));
        QCOMPARE(look(5), 2);
        form.review();
        QCOMPARE(look(24), 3);
        goOn(24);
        form.open(m_url); // it is open
        QTRY_COMPARE(m_pages->size(), 4);
        QCOMPARE(m_bench->account.records()->store().outbox().all().value().size(), 1); // nothing was told once more
        // What is answered then is of that day.
        form.goTo(1);
        field()->type(0, u"And more"_s);
        QVERIFY(form.next());
        QCOMPARE(look(0), 4);
        QCOMPARE(look(24), 5);
    }

    void whatIsNotOnTheDiskYetIsNoReport_data()
    {
        QTest::addColumn<QString>("noted");
        QTest::addColumn<int>("told");
        QTest::newRow("of another form") << u"https://x.example/other"_s << 2;
        QTest::newRow("of this one") << m_url << 1;
    }

    /// Nothing went ahead of a draft while something is still to be kept: of another form it stands in for nothing, of the same one it is what goes.
    void whatIsNotOnTheDiskYetIsNoReport()
    {
        QFETCH(QString, noted);
        QFETCH(int, told);
        Records &records = *m_bench->account.records();
        QVERIFY(put(u"https://x.example/other"_s));
        FormFilling(records, m_bench->clock, *records.form(m_url)).setAnswer(u"a"_s, u"yes"_s);
        goOn(48);
        m_bench->form.open(m_url);
        SafetyWatch watch;
        const Answers danger{{u"a"_s, u"yes"_s}};
        QVERIFY(m_bench->safety.note(watch, *records.form(noted), danger, danger));
        QCOMPARE(m_pages->size(), 1);
        QTRY_COMPARE(m_pages->size(), 2);
        m_bench->safety.noteShown();
        QCOMPARE(records.store().outbox().all().value().size(), told);
        QCOMPARE(said(), u"Not sent yet. Please call."_s);
    }
};

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    TestHeardAgain test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_heard_again.moc"
