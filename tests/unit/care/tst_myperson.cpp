// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/MyPerson.h"

#include <QTest>

using namespace handrail;

/// The person somebody wants to call: kept as it was said, and never a number that no phone takes.
class TestMyPerson final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;

private Q_SLOTS:
    void init() { m_store = Store::inMemory().value(); }

    void numbersAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("dialled");
        QTest::newRow("us") << QStringLiteral("(207) 555-0142") << QStringLiteral("2075550142");
        QTest::newRow("plus") << QStringLiteral(" +1 207.555.0142 ") << QStringLiteral("+12075550142");
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

    void itIsKeptChangedAndRemoved()
    {
        QVERIFY(!myPerson(*m_store));
        const MyPerson rosa{QStringLiteral("Rosa"), QStringLiteral("+12075550142")};
        QVERIFY(setMyPerson(*m_store, rosa));
        QCOMPARE(myPerson(*m_store), std::optional(rosa));
        const MyPerson james{QStringLiteral("James"), QStringLiteral("2075550143")};
        QVERIFY(setMyPerson(*m_store, james));
        QCOMPARE(myPerson(*m_store), std::optional(james));
        QVERIFY(removeMyPerson(*m_store));
        QVERIFY(!myPerson(*m_store));
    }

    void whatCannotBeCalledIsNotKept()
    {
        const MyPerson rosa{QStringLiteral("Rosa"), QStringLiteral("2075550142")};
        QVERIFY(setMyPerson(*m_store, rosa));
        QVERIFY(!setMyPerson(*m_store, {QStringLiteral(" "), QStringLiteral("2075550142")}));
        QVERIFY(!setMyPerson(*m_store, {QStringLiteral("Rosa"), QStringLiteral("207-555")}));
        QVERIFY(!setMyPerson(*m_store, {QString(61, u'a'), QStringLiteral("2075550142")}));
        QCOMPARE(myPerson(*m_store), std::optional(rosa));
        QVERIFY(m_store->setValue(QStringLiteral("my-person"), "{\"name\":\"Rosa\",\"phone\":\"*67\"}"));
        QVERIFY(!myPerson(*m_store));
    }
};

QTEST_GUILESS_MAIN(TestMyPerson)
#include "tst_myperson.moc"
