// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeClock.h"
#include "fakes/FakeFhirServer.h"
#include "fakes/FakeSecretStore.h"
#include "fakes/FollowingBrowser.h"
#include "net/QtHttpClient.h"
#include "view/FormView.h"
#include "view/MinuteTimer.h"

#include <QCoroTask>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QString url = u"https://x.example/weights"_s;

/// Two typed questions on one screen, of which the first asks another, and one of a tap. Written with ' for ".
QByteArray weights(const QByteArray &id, const QByteArray &version, const QByteArray &more = {})
{
    QByteArray json = "{'resourceType':'Questionnaire','id':'" + id + "','url':'https://x.example/weights','version':'" + version
        + "','title':'Weights','status':'active','item':["
          "{'linkId':'weight','text':'Your weight','type':'integer'},"
          "{'linkId':'sure','text':'Are you "
          "sure?','type':'string','enableWhen':[{'question':'weight','operator':'>','answerInteger':100}]},"
          "{'linkId':'day','text':'On which day?','type':'date'}"
        + more + "]}";
    return json.replace('\'', '"');
}

} // namespace

/// A form of the clinic's, as its pages show it.
class TestFormView final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeFhirServer> m_server;
    std::unique_ptr<QtHttpClient> m_http;
    std::unique_ptr<FollowingBrowser> m_browser;
    FakeSecretStore m_secrets;
    FakeClock m_clock;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<SafetyView> m_safety;
    std::unique_ptr<AssignmentsView> m_assignments;
    std::unique_ptr<FormView> m_view;

    void put(const QByteArray &questionnaire, const QString &id)
    {
        QVERIFY(m_account->records()->store().putRecords(
            {{u"Questionnaire"_s, id, u"1"_s, m_clock.nowUtc(), QDate(2026, 11, 18), questionnaire}}));
    }
    /// Answers that the clinic has.
    void putAnswers(const QByteArray &id, const QString &version, const QByteArray &items)
    {
        const QByteArray json = "{'resourceType':'QuestionnaireResponse','id':'" + id + "','status':'completed','questionnaire':'"
            + QString(url + u'|' + version).toUtf8() + "','identifier':{'system':'urn:ietf:rfc:3986','value':'urn:uuid:" + id
            + "'},'authored':"
              "'2026-11-17T20:00:00-05:00','subject':{'reference':'Patient/"
            + m_account->identity()->patientId.toUtf8() + "'},'item':[" + items + "]}";
        QVERIFY(m_account->records()->store().putRecords(
            {{u"QuestionnaireResponse"_s, QString::fromLatin1(id), u"1"_s, m_clock.nowUtc(), QDate(2026, 11, 17),
              QByteArray(json).replace('\'', '"')}}));
    }
    QStringList values() const
    {
        QStringList values;
        for (const QVariant &row : m_view->answers())
            values << row.toMap().value(u"value"_s).toString();
        return values;
    }
    FormField *field(int index) const { return m_view->fields().value(index).value<FormField *>(); }
    QVariantMap row(int index) const { return m_view->answers().value(index).toMap(); }

private Q_SLOTS:
    void init()
    {
        m_clock = FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<FakeFhirServer>();
        m_server->setNow(m_clock.nowUtc());
        m_server->setNoRecords();
        m_http = std::make_unique<QtHttpClient>();
        m_browser = std::make_unique<FollowingBrowser>();
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        m_account =
            std::make_unique<Account>(*m_http, m_secrets, *m_browser, m_clock, AccountFiles(m_folder->filePath(u"accounts"_s)));
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        m_safety = std::make_unique<SafetyView>(*m_account, m_clock, *m_preferences);
        m_assignments = std::make_unique<AssignmentsView>(*m_account, m_clock, *m_preferences, *m_minute);
        m_view = std::make_unique<FormView>(*m_account, m_clock, *m_preferences, *m_safety, *m_assignments);
        QCoro::waitFor(m_account->start());
        QCoro::waitFor(m_account->signIn(m_server->base()));
        QCOMPARE(m_account->state(), Account::State::Active);
        put(weights("w1", "1"), u"w1"_s);
    }

    void cleanup()
    {
        m_view.reset();
        m_assignments.reset();
        m_safety.reset();
        m_account.reset();
        QTest::qWait(20); // what is still asked of the keychain
        m_http.reset();
        m_browser.reset();
        m_server.reset();
    }

    void halfTypedTakesNoGoodAnswerWithItAndComesBack()
    {
        m_view->open(url);
        QCOMPARE(m_view->state(), FormView::Editing);
        field(0)->type(0, u"12"_s);
        QVERIFY(m_view->next());
        QVERIFY(m_view->back());
        field(0)->type(0, u"12a"_s);
        QVERIFY(m_view->isAnswered() && m_view->isKept());
        m_view->leave();
        QCOMPARE(m_view->state(), FormView::Unavailable);

        m_view->open(url);
        QCOMPARE(field(0)->lineText(0), u"12a"_s);
        QCOMPARE(field(0)->value().toDouble(), 12.0);
        QVERIFY(!field(0)->problemText().isEmpty());
        QVERIFY(!m_view->next()); // it cannot be read
        // By way of the other screen too.
        m_view->review();
        m_view->goTo(1);
        QVERIFY(m_view->back());
        QCOMPARE(row(0).value(u"value"_s).toString(), u"12a"_s);
        QVERIFY(!row(0).value(u"problem"_s).toString().isEmpty());
        QVERIFY(!m_view->missingText().isEmpty());
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Review);

        m_view->goTo(0);
        field(0)->type(0, u"12"_s); // as it was
        QVERIFY(m_view->next());
        QCOMPARE(m_view->missingText(), QString());
        QCOMPARE(row(0).value(u"value"_s).toString(), u"12"_s);
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
    }

    void oldAnswersAreReadWithTheirOwnForm()
    {
        const QByteArray answers = "{'linkId':'weight','answer':[{'valueInteger':80}]},"
                                   "{'linkId':'mood','answer':[{'valueCoding':{'system':'s','code':'ok'}}]}";
        putAnswers("1", u"0"_s, answers);
        // Today's form alone: it has no such question, and says that.
        m_view->showAnswers(u"urn:uuid:1"_s);
        QCOMPARE(values(), (QStringList{u"80"_s, u"Skipped"_s}));
        QVERIFY(m_view->notice().contains(u"can’t be shown"_s));
        QVERIFY(m_view->amend());
        QVERIFY(m_view->notice().contains(u"If you send again, they are left out."_s));
        m_view->leave();

        // Only the words are others.
        putAnswers("2", u"0"_s, "{'linkId':'weight','answer':[{'valueInteger':80}]}");
        m_view->showAnswers(u"urn:uuid:2"_s);
        QVERIFY(m_view->notice().contains(u"Some words"_s));
        QVERIFY(m_view->amend());
        QCOMPARE(m_view->notice(), QString());
        m_view->leave();

        // The form that was answered is here, though it is retired.
        QByteArray old = weights("w0", "0",
                                 ",{'linkId':'mood','text':'How are you?','type':'choice','answerOption':[{'valueCoding':"
                                 "{'system':'s','code':'ok','display':'Okay then'}}]}");
        put(old.replace("active", "retired"), u"w0"_s);
        putAnswers("3", u"0"_s, answers);
        m_view->showAnswers(u"urn:uuid:3"_s);
        QCOMPARE(values(), (QStringList{u"80"_s, u"Skipped"_s, u"Okay then"_s}));
        QCOMPARE(m_view->notice(), QString());
        QVERIFY(m_view->amend());
        QCOMPARE(m_view->notice(), QString());
        m_view->send();
        QCOMPARE(m_view->state(), FormView::Done);
        const SubmittedForm sent = m_account->records()->submitted(url, 5).constFirst();
        QCOMPARE(sent.form.questionnaire, QString(url + u"|0"_s));
        QCOMPARE(sent.form.answers.value(u"mood"_s).toString(), u"ok"_s);
        m_view->open(url); // a new one is the new form
        QCOMPARE(m_view->stepCount(), 2);
    }

    void whatIsTakenBackIsGoneWithWhatWasTyped()
    {
        m_view->open(url);
        field(0)->type(0, u"a"_s);
        QVERIFY(m_view->isAnswered());
        m_view->clearAnswers();
        QVERIFY(!m_view->isAnswered());
        m_view->leave();
        m_view->open(url);
        QCOMPARE(field(0)->lineText(0), QString());
        field(0)->type(0, u"b"_s);
        m_view->skip();
        QVERIFY(m_view->back());
        QCOMPARE(field(0)->lineText(0), QString());
    }

    void whatAnotherLanguageCanReadIsAnAnswer()
    {
        m_preferences->setLanguage(u"es"_s);
        m_view->open(url);
        QVERIFY(m_view->next());
        field(0)->type(0, u"11/18/2026"_s); // there is no month 18
        QVERIFY(field(0)->hasUnreadLine());
        m_preferences->setLanguage(u"en"_s);
        QCOMPARE(field(0)->value().toString(), u"2026-11-18"_s);
        QVERIFY(m_view->next());
        QCOMPARE(m_view->missingText(), QString());
    }
};

QTEST_MAIN(TestFormView)
#include "tst_form.moc"
