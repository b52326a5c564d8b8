// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "fakes/OneDevice.h"
#include "view/HelpCardsView.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime wednesday(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc());

QJsonObject conceptOf(const QString &system, const QString &code)
{
    return {{u"coding"_s, QJsonArray{QJsonObject{{u"system"_s, system}, {u"code"_s, code}}}}};
}

QJsonObject reference(const QString &target)
{
    return {{u"reference"_s, target}};
}

} // namespace

/// What the patient reads under "How Rosa can help": whether Rosa sees it, as it stands now.
class TestHelpCards final : public QObject, private OneDevice
{
    Q_OBJECT

    Preferences m_preferences{QString()};
    int m_version = 1;

    void put(const QJsonObject &record)
    {
        ++m_version;
        QVERIFY(m_account->records()->store().putRecords({{record.value(u"resourceType"_s).toString(),
                                                           record.value(u"id"_s).toString(),
                                                           QString::number(m_version),
                                                           wednesday.addSecs(m_version),
                                                           {},
                                                           QJsonDocument(record).toJson(QJsonDocument::Compact)}}));
    }
    void putCard(const QString &person) { putCard(QList{std::pair(person, u"Rosa Bell"_s)}); }
    void putCard(const QList<std::pair<QString, QString>> &people, const QString &id = u"k1"_s,
                 const QString &sent = u"2026-11-01T12:00:00Z"_s)
    {
        QJsonArray to;
        for (const auto &[person, name] : people) {
            QJsonObject recipient = reference(u"RelatedPerson/"_s + person);
            if (!name.isEmpty())
                recipient.insert(u"display"_s, name);
            to << recipient;
        }
        put({{u"resourceType"_s, u"Communication"_s},
             {u"id"_s, id},
             {u"status"_s, u"completed"_s},
             {u"sent"_s, sent},
             {u"category"_s, QJsonArray{conceptOf(canonical(u"CodeSystem/message-kind"), u"how-to-help"_s)}},
             {u"subject"_s, reference(u"Patient/p1"_s)},
             {u"sender"_s, reference(u"Practitioner/s1"_s)},
             {u"recipient"_s, to},
             {u"payload"_s, QJsonArray{QJsonObject{{u"contentString"_s, u"Text me first"_s}}}}});
    }
    void putConsent(const QString &person, const QString &status, const QString &until = u"2026-12-31"_s)
    {
        const QJsonObject actor{{u"role"_s, conceptOf(u"http://terminology.hl7.org/CodeSystem/v3-ParticipationType"_s, u"IRCP"_s)},
                                {u"reference"_s, reference(u"RelatedPerson/"_s + person)}};
        put({{u"resourceType"_s, u"Consent"_s},
             {u"id"_s, QString(u"c-" + person)},
             {u"status"_s, status},
             {u"scope"_s, conceptOf(u"http://terminology.hl7.org/CodeSystem/consentscope"_s, u"patient-privacy"_s)},
             {u"patient"_s, reference(u"Patient/p1"_s)},
             {u"provision"_s,
              QJsonObject{
                  {u"type"_s, u"permit"_s}, {u"period"_s, QJsonObject{{u"end"_s, until}}}, {u"actor"_s, QJsonArray{actor}}}}});
    }
    void putPerson(const QString &person, bool isActive)
    {
        put({{u"resourceType"_s, u"RelatedPerson"_s},
             {u"id"_s, person},
             {u"active"_s, isActive},
             {u"patient"_s, reference(u"Patient/p1"_s)},
             {u"name"_s, QJsonArray{QJsonObject{{u"text"_s, u"Rosa Bell"_s}}}}});
    }

private Q_SLOTS:
    void initTestCase() { m_preferences.setLanguage(u"en"_s); }
    void init()
    {
        begin(FakeClock(wednesday));
        signIn();
    }
    void cleanup() { end(); }

    void whetherTheySeeItNow_data()
    {
        QTest::addColumn<QString>("status"); // of the Consent of the person on the card; empty: none
        QTest::addColumn<QString>("until");
        QTest::addColumn<bool>("hasJoined");
        QTest::addColumn<bool>("isSeen");
        const QString later = u"2026-12-31"_s;
        QTest::newRow("shared") << u"active"_s << later << true << true;
        QTest::newRow("invited") << u"active"_s << later << false << false;
        QTest::newRow("not countersigned") << u"proposed"_s << later << true << false;
        QTest::newRow("ended") << u"inactive"_s << later << true << false;
        QTest::newRow("its time is over") << u"active"_s << u"2026-11-01"_s << true << false;
        QTest::newRow("never shared") << QString() << later << true << false;
    }
    void whetherTheySeeItNow()
    {
        QFETCH(QString, status);
        QFETCH(QString, until);
        QFETCH(bool, hasJoined);
        QFETCH(bool, isSeen);
        putCard(u"r1"_s);
        putPerson(u"r1"_s, hasJoined);
        if (!status.isEmpty())
            putConsent(u"r1"_s, status, until);
        HelpCardsView cards(*m_account, m_clock, m_preferences);
        cards.setShown(true);
        QCOMPARE(cards.cards().size(), 1);
        const QVariantMap card = cards.cards().constFirst().toMap();
        QCOMPARE(card.value(u"title"_s).toString(), u"How Rosa can help"_s);
        QCOMPARE(card.value(u"note"_s).toString(),
                 isSeen ? u"You agreed on this together on Nov 1. Both of you see it."_s
                        : u"You agreed on this together on Nov 1. Rosa does not see it now."_s);
    }

    /// JSON may say the same letters so.
    void aCardThatIsWrittenInEscapesIsThere()
    {
        putCard(u"r1"_s);
        auto &store = m_account->records()->store();
        QByteArray json = store.record(u"Communication"_s, u"k1"_s).value().value();
        json.replace("how-to-help", "how\\u002dto\\u002dhelp");
        ++m_version;
        QVERIFY(
            store.putRecords({{u"Communication"_s, u"k1"_s, QString::number(m_version), wednesday.addSecs(m_version), {}, json}}));
        const QList<HelpCard> cards = m_account->records()->helpCards();
        QCOMPARE(cards.size(), 1);
        QCOMPARE(cards.constFirst().lines, QStringList{u"Text me first"_s});
    }

    /// All with whom it was agreed are named, and who of them sees it now.
    void aCardOfSeveral_data()
    {
        QTest::addColumn<QStringList>("seeing");
        QTest::addColumn<QString>("note");
        QTest::newRow("all") << QStringList{u"r1"_s, u"r3"_s} << u"All of you see it."_s;
        QTest::newRow("one") << QStringList{u"r3"_s} << u"You and Ben see it now."_s;
        QTest::newRow("one by an earlier record, under the same name") << QStringList{u"r2"_s} << u"You and Rosa see it now."_s;
        QTest::newRow("none") << QStringList() << u"Rosa and Ben do not see it now."_s;
    }
    void aCardOfSeveral()
    {
        QFETCH(QStringList, seeing);
        QFETCH(QString, note);
        putCard({{u"r1"_s, u"Rosa Bell"_s}, {u"r2"_s, u"Rosa Bell"_s}, {u"r3"_s, u"Ben Cole"_s}});
        for (const QString &person : std::as_const(seeing)) {
            putPerson(person, true);
            putConsent(person, u"active"_s);
        }
        HelpCardsView cards(*m_account, m_clock, m_preferences);
        cards.setShown(true);
        QCOMPARE(cards.cards().size(), 1);
        const QVariantMap card = cards.cards().constFirst().toMap();
        QCOMPARE(card.value(u"title"_s).toString(), u"How Rosa and Ben can help"_s);
        QCOMPARE(card.value(u"note"_s).toString(), QString(u"You agreed on this together on Nov 1. " + note));
    }

    /// With whom something newer was agreed, the older card holds no more.
    void anOlderCardIsOfTheOthersAlone()
    {
        putCard({{u"r1"_s, u"Rosa Bell"_s}, {u"r3"_s, u"Ben Cole"_s}});
        putCard({{u"r1"_s, u"Rosa Bell"_s}}, u"k2"_s, u"2026-11-10T12:00:00Z"_s);
        HelpCardsView cards(*m_account, m_clock, m_preferences);
        cards.setShown(true);
        QStringList titles;
        for (const QVariant &card : cards.cards())
            titles << card.toMap().value(u"title"_s).toString();
        QCOMPARE(titles, (QStringList{u"How Rosa can help"_s, u"How Ben can help"_s}));
    }

    /// Nobody is named where one of them cannot be: it would read as if it were with the others alone.
    void aCardWithSomebodyWithoutAName()
    {
        putCard({{u"r1"_s, u"Rosa Bell"_s}, {u"r3"_s, QString()}});
        HelpCardsView cards(*m_account, m_clock, m_preferences);
        cards.setShown(true);
        QCOMPARE(cards.cards().constFirst().toMap().value(u"title"_s).toString(), u"How I can help"_s);
        QCOMPARE(cards.cards().constFirst().toMap().value(u"note"_s).toString(), u"You agreed on this together on Nov 1."_s);
    }

    /// Who is invited anew is another record at the clinic, and the card names the earlier one.
    void aCardOfBeforeIsNotSeenAfterSigningAgain()
    {
        putCard(u"r1"_s);
        putPerson(u"r1"_s, true);
        putConsent(u"r1"_s, u"inactive"_s);
        putPerson(u"r2"_s, true);
        putConsent(u"r2"_s, u"active"_s);
        HelpCardsView cards(*m_account, m_clock, m_preferences);
        cards.setShown(true);
        QVERIFY(cards.cards().constFirst().toMap().value(u"note"_s).toString().endsWith(u"Rosa does not see it now."_s));
        putCard(u"r2"_s);
        cards.refresh();
        QVERIFY(cards.cards().constFirst().toMap().value(u"note"_s).toString().endsWith(u"Both of you see it."_s));
    }
};

QTEST_MAIN(TestHelpCards)
#include "tst_help_cards.moc"
