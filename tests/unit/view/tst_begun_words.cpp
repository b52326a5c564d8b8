// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"
#include "view/BegunWords.h"

#include <QGuiApplication>
#include <QSignalSpy>

using namespace handrail;
using namespace Qt::StringLiterals;

/// What stands in a box and was not sent: for patient and relative alike.
class TestBegunWords final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<BegunWords> m_words;

    void comeAs(Role role)
    {
        if (role == Role::Relative)
            m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r1"_s, u"p1"_s});
        signIn();
        makeWords(role);
        QVERIFY(m_words->open());
    }
    void makeWords(Role role)
    {
        m_words.reset();
        m_words = std::make_unique<BegunWords>(*m_account, role,
                                               role == Role::Patient ? MessageKind::Message : MessageKind::Concern, 2000);
    }
    [[nodiscard]] BegunMessage kept() { return begunMessage(*m_account->records()); }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        m_words.reset();
        end();
    }

    void theyAreKeptAsTheyAreTyped_data()
    {
        QTest::addColumn<int>("role");
        QTest::newRow("patient") << int(Role::Patient);
        QTest::newRow("relative") << int(Role::Relative);
    }
    void theyAreKeptAsTheyAreTyped()
    {
        QFETCH(int, role);
        comeAs(Role(role));
        QVERIFY(m_words->text().isEmpty() && !m_words->canSend());
        m_words->setText(u"I am on"_s);
        QCOMPARE(kept(), BegunMessage()); // not at each letter
        QTRY_COMPARE(kept().text, u"I am on"_s);
        QCOMPARE(kept().kind, Role(role) == Role::Patient ? MessageKind::Message : MessageKind::Concern);
        m_words->setText(u"I am on my way"_s);
        makeWords(Role(role)); // the page goes before the time is up
        QVERIFY(m_words->text().isEmpty() && !m_words->isOpen());
        QVERIFY(m_words->open());
        QCOMPARE(m_words->text(), u"I am on my way"_s);
        m_words->setText({});
        m_words->leave();
        QVERIFY(m_account->records()->store().valueNames(QString())->names.filter(u"draft"_s).isEmpty());
    }

    void aLockKeepsAndHidesThem()
    {
        comeAs(Role::Patient);
        setPin();
        m_words->setText(u"Private"_s);
        m_account->lock();
        QVERIFY(m_words->text().isEmpty() && !m_words->isOpen());
        QVERIFY(!m_words->open());
        unlock();
        QVERIFY(m_words->open());
        QCOMPARE(m_words->text(), u"Private"_s);
    }

    void anotherRoleHasNone()
    {
        comeAs(Role::Patient);
        m_words->setText(u"Private"_s);
        m_words->leave();
        makeWords(Role::Relative);
        QVERIFY(!m_words->open());
        m_words->setText(u"not theirs"_s);
        m_words->add(u"not theirs"_s);
        QVERIFY(!m_words->send([](Records &, const BegunMessage &) -> Result<QString> { return u"x"_s; }));
        m_words.reset();
        QCOMPARE(kept().text, u"Private"_s);
    }

    void whatIsTooLongIsKeptAndSaid()
    {
        comeAs(Role::Relative);
        QSignalSpy changed(m_words.get(), &BegunWords::changed);
        m_words->setText(QString(1799, u'a'));
        QVERIFY(m_words->lengthText().isEmpty() && m_words->canSend());
        m_words->setText(QString(1800, u'a'));
        QVERIFY2(m_words->lengthText().startsWith(u"200 "_s), qPrintable(m_words->lengthText()));
        m_words->setText(QString(2001, u'a'));
        QVERIFY(!m_words->canSend());
        QVERIFY2(m_words->lengthText().contains(u"by 1 "_s), qPrintable(m_words->lengthText()));
        m_words->setText(QString(20'001, u'a'));
        QCOMPARE(m_words->text().size(), 20'000);
        QVERIFY(m_words->lengthText().contains(u"Only its beginning"_s));
        changed.clear();
        m_words->setText(QString(20'001, u'a')); // the box has to be told what is kept
        QCOMPARE(changed.size(), 1);
        m_words->leave();
        QCOMPARE(kept().text.size(), 20'000);
    }

    void theyAreSentUnderOneIdentifier()
    {
        comeAs(Role::Patient);
        m_words->setText(u"Hello"_s);
        m_words->setKind(MessageKind::Ride);
        QString identifier;
        QVERIFY(!m_words->send([&](Records &, const BegunMessage &begun) -> Result<QString> {
            identifier = begun.identifier;
            return problem(ProblemKind::StoreFull, {});
        }));
        QVERIFY(!identifier.isEmpty() && !m_words->problemText().isEmpty());
        QCOMPARE(kept(), (BegunMessage{MessageKind::Ride, u"Hello"_s, identifier}));
        QVERIFY(m_words->send([&](Records &, const BegunMessage &begun) -> Result<QString> {
            return begun.identifier == identifier ? Result<QString>(identifier) : problem(ProblemKind::BadData, {});
        }));
        QVERIFY(m_words->text().isEmpty() && m_words->problemText().isEmpty());
        QCOMPARE(m_words->kind(), MessageKind::Message);
        QCOMPARE(kept(), BegunMessage());
        m_words->setText(u"Hello"_s);
        QVERIFY(m_words->send([&](Records &, const BegunMessage &begun) -> Result<QString> {
            return begun.identifier != identifier ? Result<QString>(begun.identifier) : problem(ProblemKind::BadData, {});
        }));
    }

    void wordsAreAddedBelowWhatWasBegun()
    {
        comeAs(Role::Patient);
        m_words->add(u"not while it is open"_s);
        m_words->setText(u"Mine"_s);
        m_words->leave();
        m_words->add(u"Food pantry, 5 Main St"_s);
        m_words->add(u"Food pantry, 5 Main St"_s);
        QVERIFY(m_words->open());
        QCOMPARE(m_words->text(), u"Mine\n\nFood pantry, 5 Main St"_s);
    }
};

QTEST_MAIN(TestBegunWords)
#include "tst_begun_words.moc"
