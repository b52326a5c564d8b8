// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "InviteBench.h"
#include "core/DeepLink.h"
#include "view/MinuteTimer.h"
#include "view/NameText.h"
#include "view/SharingText.h"
#include "view/SharingView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

/// Inviting as it goes right and wrong, with a real store and real sockets.
class SharingViewTest final : public QObject, private InviteBench
{
    Q_OBJECT

    /// Stands for the app that was ended: all that is left is on the disk.
    void startAgain()
    {
        m_invite.reset();
        open();
        QCOMPARE(m_account->state(), Account::State::Active);
        makeInvite();
    }

private Q_SLOTS:
    void init() { beginInviting(); }
    void cleanup() { endInviting(); }

    void agreed()
    {
        m_server->route("POST", m_path, opened());
        write({}, u"  Rosa   Bell "_s);
        QVERIFY(!m_invite->isBusyShared() && !m_invite->isAttendanceShared());
        QVERIFY(m_invite->back());
        m_invite->setOwnWords(u"my sister"_s);
        m_invite->setBusyShared(true);
        m_invite->next();
        m_invite->agree(u"Maya Bell"_s);
        m_invite->agree(u"Maya Bell"_s); // a second tap
        QTRY_COMPARE(m_invite->state(), InviteView::Code);
        QCOMPARE(calls().size(), 1);
        const QJsonObject sent = parameters(calls().first());
        QVERIFY(sent.value("identifier"_L1).toString().startsWith(u"urn:uuid:"));
        QCOMPARE(sent.value("name"_L1).toObject().value("text"_L1).toString(), u"Rosa Bell"_s);
        QCOMPARE(sent.value("relationship"_L1).toObject().value("code"_L1).toString(), u"FAMMEMB"_s);
        QCOMPARE(sent.value("relationship"_L1).toObject().value("display"_L1).toString(), u"my sister"_s);
        QCOMPARE(sent.value("until"_L1).toString(), u"2027-02-18"_s);
        QCOMPARE(sent.value("signature"_L1).toString(), u"Maya Bell"_s);
        QVERIFY(!sent.contains("appointment"_L1));
        // Code and link: told apart, in memory alone.
        QCOMPARE(m_invite->codeText(), u"K7M 4P2"_s);
        QCOMPARE(m_invite->spokenCode(), u"K, 7, M, 4, P, 2"_s);
        const auto link = readDeepLink(m_invite->link());
        QVERIFY(link);
        QCOMPARE(link->token, u"AbCdEfGhIjKlMnOpQrStUv"_s);
        QCOMPARE(link->fhirBase, m_server->base());
        m_invite->copyMessage();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(m_invite->link()));
        QVERIFY2(!copied.contains(u"K7M") && !copied.contains(u"4P2") && !copied.contains(u"Maya"), qPrintable(copied));
        m_invite->sendMessage();
        QCOMPARE(m_dialer.messages().constLast(), copied);
        QCOMPARE(m_dialer.texted().constLast(), QString());
        QVERIFY(!keptInvite(*m_account->records(), m_clock.nowUtc()));
        m_invite->close();
        QVERIFY(m_invite->link().isEmpty() && m_invite->codeText().isEmpty());
    }

    /// 42 CFR 2.31(a) and 2.32, in the words that are sent: the same that are shown.
    void whatIsSigned()
    {
        m_server->route("POST", m_path, opened());
        write();
        QString shown;
        for (const QVariant &row : m_invite->consentRows()) {
            const QVariantMap map = row.toMap();
            QVERIFY(!map.value(u"label"_s).toString().isEmpty() && !map.value(u"value"_s).toString().isEmpty());
            shown += map.value(u"label"_s).toString() + u": "_s + map.value(u"value"_s).toString();
            shown += map.value(u"note"_s).toString().isEmpty() ? u"\n"_s : QString(u". " + map.value(u"note"_s).toString() + u'\n');
        }
        const QString rights = m_invite->rightsText(), date = m_invite->dateText();
        const QStringList notice = m_invite->notice();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(m_invite->state(), InviteView::Code);
        const QJsonObject attached = parameters(calls().first()).value("consent"_L1).toObject();
        const QString text = QString::fromUtf8(QByteArray::fromBase64(attached.value("data"_L1).toString().toLatin1()));
        QVERIFY2(text.contains(shown), qPrintable(text + u"\n---\n" + shown));
        QVERIFY(text.contains(rights));
        for (const QString &paragraph : notice)
            QVERIFY2(text.contains(paragraph), qPrintable(paragraph));
        for (const char *element :
             {"Who: Maya Bell", "From: My clinic", "To: Rosa Bell, family", "What: Family session times and links",
              "With it: The place, who leads it, my care team and the clinic’s phone. And the card “How I can help”",
              "Why: So Rosa can take part", "Until: February 18, 2027", "Signed by typing my name: Maya Bell",
              "Date: November 18, 2026", "You can stop any time",
              "42 CFR part 2 prohibits unauthorized use or disclosure of these records."})
            QVERIFY2(text.contains(QString::fromUtf8(element)), element);
        QCOMPARE(date, u"November 18, 2026"_s);
        QVERIFY(text.toUtf8().size() < 20 * 1024);
        QCOMPARE(attached.value("language"_L1).toString(), u"en"_s);
    }

    /// Midnight comes, or a sync brings another name, while the page is open: those words are read before they are signed.
    void nobodySignsOtherWordsThanTheyRead()
    {
        m_server->route("POST", m_path, opened());
        write();
        QCOMPARE(m_invite->dateText(), u"November 18, 2026"_s);
        m_clock.advance(std::chrono::hours(24));
        m_invite->agree(u"Maya Bell"_s);
        QCOMPARE(m_invite->state(), InviteView::Permission);
        QCOMPARE(m_invite->problemText(), u"Something changed. Please read it again."_s);
        QCOMPARE(m_invite->dateText(), u"November 19, 2026"_s);
        QVERIFY(calls().isEmpty());
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(m_invite->state(), InviteView::Code);
        QVERIFY(m_invite->problemText().isEmpty());
        const QJsonObject attached = parameters(calls().first()).value("consent"_L1).toObject();
        QVERIFY(QByteArray::fromBase64(attached.value("data"_L1).toString().toLatin1()).contains("Date: November 19, 2026"));
    }

    void absurdNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("blanks") << u" \t\u00a0 "_s << false;
        QTest::newRow("no letter") << u"123 !!"_s << false;
        QTest::newRow("signs that nobody sees") << u"\u202e\u200b\u2066"_s << false;
        QTest::newRow("far too long") << QString(101, u'a') << false;
        QTest::newRow("as long as it may be") << QString(100, u'a') << true;
        QTest::newRow("one letter") << u"R"_s << true;
        QTest::newRow("another script") << u"李玫"_s << true;
        QTest::newRow("an accent and a hyphen") << u"Zoë-Ana O’Neil"_s << true;
    }
    void absurdNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, isTaken);
        m_invite->open({});
        m_invite->setName(name);
        m_invite->next();
        QCOMPARE(m_invite->state(), isTaken ? InviteView::Permission : InviteView::Who);
        QCOMPARE(m_invite->nameError().isEmpty(), isTaken);
        QCOMPARE(calls().size(), 0);
    }

    void aNameIsCleaned()
    {
        m_invite->open({});
        m_invite->setName(u"Ro\u202esa\n Bell"_s);
        m_invite->next();
        QCOMPARE(m_invite->name(), u"Rosa Bell"_s);
    }

    void theOwnNameSigns()
    {
        write();
        for (const QString &typed : {QString(), u"  "_s, u"M"_s, u"..."_s, u"rosa bell"_s}) {
            m_invite->agree(typed);
            QCOMPARE(m_invite->state(), InviteView::Permission);
            QVERIFY(!m_invite->signatureError().isEmpty());
        }
        QCOMPARE(calls().size(), 0);
        QVERIFY(!keptInvite(*m_account->records(), m_clock.nowUtc())->isSigned());
    }

    /// What was begun long ago has an end that is over: another is picked, and one that is over is not taken.
    void daysThatAreOver()
    {
        write();
        m_invite->close();
        m_clock.advance(std::chrono::hours(24 * 120));
        m_invite->open({});
        QCOMPARE(m_invite->name(), u"Rosa Bell"_s);
        QCOMPARE(m_invite->end(), 0);
        m_clock.advance(std::chrono::hours(24 * 200));
        m_invite->next();
        QCOMPARE(m_invite->state(), InviteView::Who);
        QVERIFY(!m_invite->endError().isEmpty());
        InviteDraft draft;
        draft.invite.name = u"Rosa"_s;
        draft.invite.until = m_clock.nowUtc().date().addYears(1).addDays(1);
        QCOMPARE(faultOf(draft, m_clock), InviteFault::DayTooFar);
        draft.invite.until = m_clock.nowUtc().date().addYears(1);
        QCOMPARE(faultOf(draft, m_clock), InviteFault::None);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<InviteView::State>("state");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("name") << QByteArray("name") << 422 << InviteView::Who << QByteArray("nameError");
        QTest::newRow("relationship") << QByteArray("relationship") << 422 << InviteView::Who << QByteArray("wordsError");
        QTest::newRow("until") << QByteArray("until") << 422 << InviteView::Who << QByteArray("endError");
        QTest::newRow("session") << QByteArray("session") << 422 << InviteView::Refused << QByteArray("problemText");
        QTest::newRow("signature") << QByteArray("signature") << 422 << InviteView::Permission << QByteArray("signatureError");
        QTest::newRow("signed") << QByteArray("signed") << 422 << InviteView::Permission << QByteArray("signatureError");
        QTest::newRow("too many") << QByteArray("too-many") << 422 << InviteView::Refused << QByteArray("problemText");
        QTest::newRow("under age") << QByteArray("under-age") << 422 << InviteView::Refused << QByteArray("problemText");
        QTest::newRow("share") << QByteArray("share") << 422 << InviteView::Refused << QByteArray("problemText");
        QTest::newRow("used") << QByteArray("used") << 409 << InviteView::Refused << QByteArray("problemText");
        QTest::newRow("ended") << QByteArray("ended") << 409 << InviteView::Refused << QByteArray("problemText");
    }
    void refusals()
    {
        QFETCH(QByteArray, code);
        QFETCH(int, status);
        QFETCH(QByteArray, words);
        m_server->route("POST", m_path, refused(code, status));
        write();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_VERIFY(m_invite->state() != InviteView::Asking);
        QTEST(m_invite->state(), "state");
        QVERIFY2(!m_invite->property(words.constData()).toString().isEmpty(), words.constData());
        const auto kept = keptInvite(*m_account->records(), m_clock.nowUtc());
        const bool isOver = status == 409;
        QCOMPARE(kept.has_value(), !isOver);
        if (kept) {
            QCOMPARE(kept->invite.name, u"Rosa Bell"_s); // what was filled in stays
            QVERIFY(!kept->isSigned());
        }
    }

    /// What was signed for one session never becomes a permission for all of them.
    void aSessionThatIsGoneIsNotWidened()
    {
        m_server->route("POST", m_path, refused("session"));
        m_invite->open(u"a1"_s);
        m_invite->setName(u"Rosa Bell"_s);
        m_invite->next();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(m_invite->state(), InviteView::Refused);
        QCOMPARE(m_invite->problemText(), u"That session is not open any more. Please begin again."_s);
        const auto kept = keptInvite(*m_account->records(), m_clock.nowUtc());
        QVERIFY(kept && !kept->isSigned());
        QCOMPARE(kept->invite.sessionId, u"a1"_s);
    }

    /// The clinic has it, and its answer was lost: the same identifier asks again, however often.
    void answersThatAreLost()
    {
        FakeReply reset;
        reset.isReset = true;
        m_server->once("POST", m_path, reset);
        m_server->once("POST", m_path, FakeReply::html());
        m_server->route("POST", m_path, opened());
        write();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(m_invite->state(), InviteView::Unanswered);
        QVERIFY(!m_invite->problemText().isEmpty());
        m_invite->retry();
        QTRY_COMPARE(m_invite->state(), InviteView::Unanswered);
        m_invite->retry();
        QTRY_COMPARE(m_invite->state(), InviteView::Code);
        QCOMPARE(calls().size(), 3);
        QCOMPARE(calls().at(1).body, calls().at(0).body);
        QCOMPARE(calls().at(2).body, calls().at(0).body);
    }

    void offline()
    {
        write();
        m_server->stop();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_invite->state(), InviteView::Unanswered, 20'000);
        QVERIFY2(m_invite->problemText().contains(u"needs the network"), qPrintable(m_invite->problemText()));
        m_invite->close();
        m_server->resume();
        m_server->route("POST", m_path, opened());
        m_invite->open({});
        QCOMPARE(m_invite->state(), InviteView::Unanswered);
        QCOMPARE(m_invite->name(), u"Rosa Bell"_s);
        m_invite->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_invite->state(), InviteView::Code, 20'000);
    }

    /// Taken back from the page of the code while there is no network: it says that it waits, and the code is gone.
    void cancelledWithoutANetwork()
    {
        m_server->route("POST", m_path, opened());
        write();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(m_invite->state(), InviteView::Code);
        m_server->stop();
        m_account->refreshIfOlderThan(std::chrono::minutes(0));
        QTRY_VERIFY_WITH_TIMEOUT(m_account->sync()->lastProblem().has_value(), 20'000);
        m_invite->cancelInvitation();
        QCOMPARE(m_invite->state(), InviteView::Cancelled);
        QVERIFY(m_invite->link().isEmpty() && m_invite->codeText().isEmpty());
        QTRY_VERIFY2(m_invite->problemText().startsWith(u"Saved here. It takes effect when"), qPrintable(m_invite->problemText()));
        QVERIFY(m_invite->isCallBetter());
    }

    /// The app is ended between "I agree" and the answer.
    void ended()
    {
        FakeReply silent;
        silent.isSilent = true;
        m_server->once("POST", m_path, silent);
        write();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(calls().size(), 1);
        startAgain();
        m_server->route("POST", m_path, opened());
        m_invite->open({});
        QCOMPARE(m_invite->state(), InviteView::Unanswered);
        m_invite->retry();
        QTRY_COMPARE(m_invite->state(), InviteView::Code);
        QCOMPARE(calls().at(1).body, calls().at(0).body);
    }

    void somebodyElse()
    {
        FakeReply silent;
        silent.isSilent = true;
        m_server->once("POST", m_path, silent);
        write();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(calls().size(), 1);
        m_server->setPerson({u"sub-jordan"_s, u"Patient/p2"_s, u"p2"_s});
        QCoro::waitFor(m_account->signOut());
        QCOMPARE(m_invite->state(), InviteView::Closed);
        QVERIFY(m_invite->name().isEmpty() && m_invite->consentRows().isEmpty());
        signIn();
        m_invite->open({});
        QCOMPARE(m_invite->state(), InviteView::Who);
        QVERIFY(m_invite->name().isEmpty());
        QTest::qWait(50);
        QCOMPARE(calls().size(), 1);
    }

    /// A clinic that shut it for this patient, or another server without it.
    void notOffered()
    {
        m_server->route("POST", m_path, outcome(404));
        QSignalSpy gone(m_invite.get(), &InviteView::notOffered);
        write();
        m_invite->agree(u"Maya Bell"_s);
        QTRY_COMPARE(m_invite->state(), InviteView::Refused);
        QCOMPARE(gone.size(), 1);
        QVERIFY(!keptInvite(*m_account->records(), m_clock.nowUtc()));
        QVERIFY2(m_invite->problemText().contains(u"not kept here"), qPrintable(m_invite->problemText()));
    }

    /// The one name that each page has for a state.
    void states()
    {
        Sharing one;
        QCOMPARE(sharingState(one), u"Invited"_s);
        one.hasJoined = true;
        QCOMPARE(sharingState(one), u"Sharing now"_s);
        one.stop = Sharing::Stop::Saved;
        QCOMPARE(sharingState(one), u"Stopping"_s);
        one.stop = Sharing::Stop::None;
        one.state = Sharing::State::Waiting;
        QCOMPARE(sharingState(one), u"The clinic signs first"_s);
        one.state = Sharing::State::Ended;
        QCOMPARE(sharingState(one), u"Ended"_s);
        QCOMPARE(initialsOf(u"  Rosa  Bell "_s), u"RB"_s);
        QCOMPARE(initialsOf(u"Dr. Okafor"_s), u"O"_s);
        QCOMPARE(initialsOf(u"123"_s), QString());
    }

    void whatTheClinicOffers_data()
    {
        QTest::addColumn<bool>("isListed");
        QTest::addColumn<bool>("isShut");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("offered") << true << false << true;
        QTest::newRow("shut for this patient") << true << true << false;
        QTest::newRow("another server") << false << true << false;
    }
    void whatTheClinicOffers()
    {
        QFETCH(bool, isListed);
        QFETCH(bool, isShut);
        QFETCH(bool, isOffered);
        const QJsonArray operations{QJsonObject{{u"name"_s, u"invite"_s}}};
        QJsonObject patient{{u"type"_s, u"Patient"_s}};
        if (isListed)
            patient.insert(u"operation"_s, operations);
        const QJsonObject rest{{u"mode"_s, u"server"_s}, {u"resource"_s, QJsonArray{patient}}};
        const QJsonObject statement{{u"resourceType"_s, u"CapabilityStatement"_s}, {u"rest"_s, QJsonArray{rest}}};
        m_server->route("GET", FakeFhirServer::at(u"metadata"_s), FakeReply::json(QJsonDocument(statement).toJson()));
        m_server->route("POST", m_path, isShut ? outcome(404) : refused("identifier"));
        MinuteTimer minute(m_clock);
        SharingView sharing(*m_account, m_clock, m_preferences, minute);
        m_account->refreshIfOlderThan(std::chrono::minutes(0));
        QTRY_VERIFY(m_account->sync()->state() != SyncEngine::State::Idle);
        QTRY_VERIFY(m_account->sync()->state() == SyncEngine::State::Idle);
        QTest::qWait(100);
        QVERIFY(!invitingOffer(*m_account->records(), m_clock.nowUtc())); // not before the first page is on the screen
        sharing.settle();
        QTRY_VERIFY(invitingOffer(*m_account->records(), m_clock.nowUtc()).has_value());
        QCOMPARE(sharing.isOffered(), isOffered);
        QCOMPARE(calls().size(), isListed ? 1 : 0);
        m_account->refreshIfOlderThan(std::chrono::minutes(0));
        QTest::qWait(100);
        QCOMPARE(calls().size(), isListed ? 1 : 0); // once a day
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    SharingViewTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sharing.moc"
