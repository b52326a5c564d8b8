// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/MyPeople.h"

#include <QTest>

using namespace handrail;

/// The people somebody wants to call: kept as it was said, in order, and never a number that no phone takes.
class TestMyPeople final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;

    static OwnPerson rosa()
    {
        return {QStringLiteral("r"), QStringLiteral("Rosa"), QStringLiteral("+12075550142"), QStringLiteral("My sister"),
                QStringLiteral("Can you talk?")};
    }
    static OwnPerson james() { return {QStringLiteral("j"), QStringLiteral("James"), QStringLiteral("2075550143"), {}, {}}; }

private Q_SLOTS:
    void init()
    {
        m_records.reset();
        m_store = Store::inMemory().value();
        m_records = std::make_unique<Records>(*m_store, Identity{});
    }

    void numbersAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("dialled");
        QTest::newRow("us") << QStringLiteral("(207) 555-0142") << QStringLiteral("2075550142");
        QTest::newRow("plus") << QStringLiteral(" +1 207.555.0142 ") << QStringLiteral("+12075550142");
        QTest::newRow("of a phone's contacts")
            << QStringLiteral("\u202a+1\u00a0(207)\u00a0555\u20110142\u202c") << QStringLiteral("+12075550142");
        QTest::newRow("the zero within the country") << QStringLiteral("+49 (0)30 901820") << QStringLiteral("+4930901820");
        QTest::newRow("as a link, too") << QStringLiteral("tel:+44(0)20 7946 0018") << QStringLiteral("+442079460018");
        QTest::newRow("in Italy it stays") << QStringLiteral("+39 (0)6 555 0142") << QStringLiteral("+39065550142");
        QTest::newRow("in San Marino, too") << QStringLiteral("+378 (0)549 555014") << QStringLiteral("+3780549555014");
        QTest::newRow("within it") << QStringLiteral("(0)30 901820") << QStringLiteral("030901820");
        QTest::newRow("dashes and narrow blanks") << QStringLiteral("207\u2013555\u202f0142\u200e") << QStringLiteral("2075550142");
        QTest::newRow("a link") << QStringLiteral("TEL:+1-207-555-0142") << QStringLiteral("+12075550142");
        QTest::newRow("another link") << QStringLiteral("sms:+12075550142") << QString();
        QTest::newRow("a minus sign is no dash") << QStringLiteral("207\u2212555") << QString();
        QTest::newRow("words") << QStringLiteral("call Rosa") << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("one digit") << QStringLiteral("5") << QString();
        QTest::newRow("pause") << QStringLiteral("2075550142,,1") << QString();
        QTest::newRow("star") << QStringLiteral("*67") << QString();
        QTest::newRow("plus within") << QStringLiteral("207+555") << QString();
        QTest::newRow("too long") << QStringLiteral("1234567890123456") << QString();
    }

    void numbersAsPeopleWriteThem()
    {
        QFETCH(QString, written);
        QTEST(dialledNumber(written), "dialled");
    }

    void theyAreKeptInTheirOrder()
    {
        QCOMPARE(myPeople(*m_records).value(), QList<OwnPerson>());
        QVERIFY(!m_records->holdsOwnThings());
        QVERIFY(setMyPeople(*m_records, {rosa(), james()}));
        QCOMPARE(myPeople(*m_records).value(), QList<OwnPerson>({rosa(), james()}));
        QVERIFY(setMyPeople(*m_records, {james(), rosa()}));
        QCOMPARE(myPeople(*m_records).value(), QList<OwnPerson>({james(), rosa()}));
        QVERIFY(setMyPeople(*m_records, {}));
        QCOMPARE(myPeople(*m_records).value(), QList<OwnPerson>());
        // A sign-out leaves them sealed for the same person, as with what is unsent.
        QVERIFY(m_records->holdsOwnThings());
    }

    void theOnePersonOfEarlierVersionsStays()
    {
        QVERIFY(m_store->setValue(QStringLiteral("my-person"), R"({"name":"Rosa","phone":"+12075550142"})"));
        QList<OwnPerson> people = myPeople(*m_records).value();
        QCOMPARE(people.size(), 1);
        QCOMPARE(people.first().name, QStringLiteral("Rosa"));
        QCOMPARE(people.first().phone, QStringLiteral("+12075550142"));
        QVERIFY(!people.first().id.isEmpty());
        // With the first change it is one of the list, and the old record goes.
        people << james();
        QVERIFY(setMyPeople(*m_records, people));
        QCOMPARE(myPeople(*m_records).value(), people);
        QVERIFY(!m_store->value(QStringLiteral("my-person")).value());
        // Nor does it come back to who removed everybody.
        QVERIFY(setMyPeople(*m_records, {}));
        QCOMPARE(myPeople(*m_records).value(), QList<OwnPerson>());
    }

    void whatCannotBeCalledIsNotKept()
    {
        QVERIFY(setMyPeople(*m_records, {rosa()}));
        OwnPerson wrong = rosa();
        wrong.name = QStringLiteral(" ");
        QVERIFY(!setMyPeople(*m_records, {wrong}));
        wrong = rosa();
        wrong.phone = QStringLiteral("207-555");
        QVERIFY(!setMyPeople(*m_records, {james(), wrong}));
        wrong = rosa();
        wrong.name = QString(longestPersonName + 1, u'a');
        QVERIFY(!setMyPeople(*m_records, {wrong}));
        wrong = rosa();
        wrong.message = QString(longestReadyMessage + 1, u'a');
        QVERIFY(!setMyPeople(*m_records, {wrong}));
        QVERIFY(!setMyPeople(*m_records, QList<OwnPerson>(mostPeople + 1, james())));
        QCOMPARE(myPeople(*m_records).value(), QList<OwnPerson>({rosa()}));
        QVERIFY(m_store->setValue(QStringLiteral("my-people"),
                                  R"([{"name":"Rosa","phone":"*67"},{"name":"James","phone":"2075550143"}])"));
        QCOMPARE(myPeople(*m_records).value().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMyPeople)
#include "tst_mypeople.moc"
