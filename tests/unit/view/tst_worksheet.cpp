// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SkillUse.h"
#include "fakes/DamagedStore.h"
#include "fakes/OneDevice.h"
#include "fakes/SmallDisk.h"
#include "view/LearnView.h"
#include "view/MadeView.h"
#include "view/MinuteTimer.h"
#include "view/SheetText.h"
#include "view/SkillsView.h"
#include "view/WorksheetView.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QPointer>
#include <QTest>
#include <memory>

using namespace handrail;
using namespace Qt::StringLiterals;

/// The sheet that is open, with the real texts, account and store: what is written stays, whatever comes.
class TestWorksheetView final : public QObject, OneDevice
{
    Q_OBJECT

    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<WorksheetView> m_sheet;
    std::unique_ptr<MadeView> m_made;

    QList<OwnSheet> all() { return ownSheets(*m_account->records()).value().sheets; }
    QVariantMap group() { return m_sheet->groups().constFirst().toMap(); }
    QStringList own() { return group().value(u"own"_s).toStringList(); }
    QString typed() { return group().value(u"typed"_s).toString(); }

    SheetField *first() { return m_sheet->fields().value(0).value<SheetField *>(); }

    /// As the app starts; without a sign-in the person is where they were.
    void start(bool isSignIn = true)
    {
        leave();
        makeAccount();
        m_sheet = std::make_unique<WorksheetView>(*m_account, m_clock, *m_preferences);
        m_made = std::make_unique<MadeView>(*m_account, m_clock, *m_preferences, *m_minute);
        QCoro::waitFor(m_account->start());
        if (isSignIn)
            signIn();
        QCOMPARE(m_account->state(), Account::State::Active);
    }

    void leave()
    {
        m_made.reset();
        m_sheet.reset();
        m_account.reset();
        QTest::qWait(20); // what is still asked of the keychain
    }

    /// Into the first place of the sheet, until the disk takes no more. What stands there then.
    QString writeUntilFull()
    {
        for (int i = 0; i < 2000 && m_sheet->problemText().isEmpty(); ++i)
            first()->setText(u"Payday "_s + QString::number(i));
        [&] { QVERIFY(!m_sheet->problemText().isEmpty()); }();
        return first()->text();
    }

private Q_SLOTS:
    void init()
    {
        begin();
        m_account.reset(); // some of them put a small disk there first
        QVERIFY(QDir(m_folder->path()).mkpath(u"accounts"_s));
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(u"en"_s);
        m_minute = std::make_unique<MinuteTimer>(m_clock);
    }

    void cleanup()
    {
        leave();
        end();
    }

    void whatIsTickedIsDoneAtTheClinicToo()
    {
        start();
        m_sheet->begin(u"wind-down"_s);
        m_sheet->tick(u"lights"_s);
        const QStringList parts = sheetWords(all().value(0), TimeText(m_preferences->locale())).parts;
        QCOMPARE(parts, QStringList{u"Turn the lights low.\nDone"_s});
    }

    void nothingThatWasWrittenStaysInMemory()
    {
        start();
        m_sheet->begin(u"thought-check"_s);
        QPointer<SheetField> field = m_sheet->fields().value(0).value<SheetField *>();
        field->setText(u"Payday"_s);
        QCoro::waitFor(m_account->signOut());
        QCOMPARE(m_sheet->state(), WorksheetView::Closed);
        QTRY_VERIFY(!field);
    }

    void whatIsGoneOfPlacesAndChoicesIsSaid()
    {
        start();
        leave();
        const QString store = accounts() + u'/' + storeFiles().value(0);
        const auto rows = [&] { return DamagedStore(store).values(); };
        const QList<int> before = rows();
        QVERIFY(!before.isEmpty());
        start(false);
        QVERIFY(keepCard(*m_account->records(), u"wave"_s, 2, 6, m_clock.nowUtc()));
        QVERIFY(setFavourite(*m_account->records(), u"my-reasons"_s, true));
        leave();
        const QList<int> after = rows();
        {
            DamagedStore file(store);
            for (const int row : after)
                QVERIFY(before.contains(row) || file.flip(row));
        }
        start(false);
        LearnView learn(*m_account, m_clock, *m_preferences, *m_minute);
        learn.come();
        QTRY_VERIFY(learn.problemText().startsWith(u"Your place in the lessons"));
        SkillsView skills(*m_account, m_clock, *m_preferences);
        skills.setShown(true);
        QTRY_VERIFY(skills.problemText().startsWith(u"Your favorites"));
        skills.setFavourite(u"my-reasons"_s, true);
        QCOMPARE(skills.problemText(), QString());
    }

    void deletedIsGoneFromTheDisk_data()
    {
        QTest::addColumn<bool>("isSignedOut");
        QTest::newRow("the program ends") << false;
        QTest::newRow("a sign-out") << true;
    }

    void deletedIsGoneFromTheDisk()
    {
        QFETCH(const bool, isSignedOut);
        start();
        m_sheet->begin(u"thought-check"_s);
        first()->setText(u"Payday"_s);
        const QString id = m_sheet->sheetId();
        m_made->remove(id);
        QVERIFY(m_made->canUndo());
        if (isSignedOut) {
            QCoro::waitFor(m_account->signOut());
            m_made.reset(); // whoever signs in next does not clean up after it
            QCoro::waitFor(m_account->signIn(m_server->base()));
        } else {
            start(false);
        }
        QCOMPARE(m_account->state(), Account::State::Active);
        QCOMPARE(undeleteOwnSheet(*m_account->records(), id).error().kind, ProblemKind::NotFound);
    }

    void whatCouldNotBeDeletedIsToldOnThePageThatComes()
    {
        const SmallDisk disk(accounts(), 4096);
        if (!disk.isThere())
            QSKIP("no right to mount a disk");
        start();
        m_sheet->begin(u"thought-check"_s);
        first()->setText(u"Payday"_s);
        const QString id = m_sheet->sheetId();
        disk.fill();
        (void)writeUntilFull();
        m_made->remove(id); // from the sheet's own page
        m_made->setShown(true);
        QVERIFY(!m_made->problemText().isEmpty());
        QVERIFY(!m_made->canUndo());
        QVERIFY(!m_made->isEmpty());
        m_made->setShown(false);
        QVERIFY(QFile::remove(accounts() + u"/ballast"_s));
        m_made->setShown(true);
        QCOMPARE(m_made->problemText(), QString());
        leave();
    }

    // A disk that takes nothing.

    void whatCouldNotBeKeptStaysUntilItCan()
    {
        const SmallDisk disk(accounts(), 4096);
        if (!disk.isThere())
            QSKIP("no right to mount a disk");
        start();
        const int ticket = m_sheet->begin(u"thought-check"_s);
        first()->setText(u"Payday"_s);
        const QString id = m_sheet->sheetId();
        disk.fill();
        const QString written = writeUntilFull();
        const auto kept = [&] { return ownSheet(*m_account->records(), id).value()->heading(); };
        QVERIFY(kept() != written);
        // Neither another language nor a new one nor the way back takes it.
        m_preferences->setLanguage(u"es"_s);
        QCOMPARE(first()->text(), written);
        m_sheet->beginAnew();
        QCOMPARE(first()->text(), written);
        QVERIFY(!m_sheet->problemText().isEmpty());
        // Nor is the person done with it, however often that is said.
        QVERIFY(!m_sheet->done() && !m_sheet->done());
        QVERIFY(!m_sheet->problemText().isEmpty() && m_sheet->canTryAgain());
        m_sheet->close(ticket);
        QTest::qWait(20);
        QCOMPARE(m_sheet->state(), WorksheetView::Open);
        m_sheet->begin(u"thought-check"_s);
        QCOMPARE(first()->text(), written);
        QVERIFY(QFile::remove(accounts() + u"/ballast"_s));
        m_preferences->setLanguage(u"en"_s);
        QCOMPARE(kept(), written);
        m_sheet->beginAnew();
        QCOMPARE(first()->text(), QString());
        leave();
    }

    void itIsDoneWhenItIsKept()
    {
        const SmallDisk disk(accounts(), 4096);
        if (!disk.isThere())
            QSKIP("no right to mount a disk");
        start();
        m_sheet->begin(u"thought-check"_s);
        QVERIFY(m_sheet->done()); // nothing was written
        disk.fill();
        const QString written = writeUntilFull();
        QVERIFY(!m_sheet->done());
        QVERIFY(QFile::remove(accounts() + u"/ballast"_s));
        QVERIFY(m_sheet->done());
        QCOMPARE(m_sheet->problemText(), QString());
        QCOMPARE(all().value(0).heading(), written);
        QVERIFY(all().value(0).isDone);
        leave();
    }

    void whatTheLockTookIsTold()
    {
        const SmallDisk disk(accounts(), 4096);
        if (!disk.isThere())
            QSKIP("no right to mount a disk");
        start();
        setPin();
        m_sheet->begin(u"thought-check"_s);
        first()->setText(u"Payday"_s);
        disk.fill();
        (void)writeUntilFull();
        m_account->lock();
        QCOMPARE(m_account->state(), Account::State::Locked);
        QCOMPARE(m_sheet->state(), WorksheetView::Closed);
        QVERIFY(QFile::remove(accounts() + u"/ballast"_s));
        unlock();
        QCOMPARE(m_account->state(), Account::State::Active);
        m_sheet->begin(u"thought-check"_s);
        QCOMPARE(m_sheet->problemText(), u"Some of what you wrote last could not be kept on this device."_s);
        m_sheet->tryAgain();
        QCOMPARE(m_sheet->problemText(), QString());
        leave();
    }

    void whoSignsInNextFindsNothingOfIt()
    {
        start();
        m_sheet->begin(u"thought-check"_s);
        first()->setText(u"Payday"_s);
        m_server->setPerson({u"sub-other"_s, u"Patient/p2"_s, u"p2"_s});
        signIn(); // over a sign-in that ended, without a sign-out
        QCOMPARE(m_sheet->state(), WorksheetView::Closed);
        m_sheet->begin(u"thought-check"_s);
        QCOMPARE(first()->text(), QString());
        QVERIFY(all().isEmpty());
        leave();
    }

    void whoSignsInAgainLosesNothing()
    {
        const SmallDisk disk(accounts(), 4096);
        if (!disk.isThere())
            QSKIP("no right to mount a disk");
        start();
        m_sheet->begin(u"thought-check"_s);
        first()->setText(u"Payday"_s);
        disk.fill();
        const QString written = writeUntilFull();
        QVERIFY(QFile::remove(accounts() + u"/ballast"_s));
        signIn();
        QCOMPARE(all().value(0).heading(), written);
        leave();
    }

    void anUndoThatFailsCanBeTriedAgain()
    {
        const SmallDisk disk(accounts(), 4096);
        if (!disk.isThere())
            QSKIP("no right to mount a disk");
        start();
        m_sheet->begin(u"thought-check"_s);
        first()->setText(u"Payday"_s);
        const QString id = m_sheet->sheetId();
        m_sheet->beginAnew();
        first()->setText(u"Monday"_s);
        m_made->setShown(true);
        m_made->remove(id);
        QVERIFY(m_made->canUndo());
        disk.fill();
        (void)writeUntilFull();
        m_made->undo();
        QVERIFY(!m_made->problemText().isEmpty());
        QVERIFY(m_made->canUndo());
        QVERIFY(QFile::remove(accounts() + u"/ballast"_s));
        m_made->undo();
        QCOMPARE(m_made->problemText(), QString());
        QCOMPARE(ownSheet(*m_account->records(), id).value()->heading(), u"Payday"_s);
        leave();
    }

    void aLineThatIsNotAddedStays()
    {
        start();
        int ticket = m_sheet->begin(u"my-reasons"_s);
        m_sheet->type(u"own"_s, u"my dau"_s);
        m_sheet->type(u"own"_s, u"my daughter "_s);
        QVERIFY(!m_sheet->savedText().isEmpty());
        QCOMPARE(typed(), u"my daughter "_s);
        QVERIFY(own().isEmpty());
        m_sheet->close(ticket); // Close, Back or the lock
        QTRY_COMPARE(m_sheet->state(), WorksheetView::Closed);
        // In what was made it is read as any other line.
        QCOMPARE(all().value(0).heading(), u"my daughter"_s);
        ticket = m_sheet->open(all().value(0).id);
        QCOMPARE(m_sheet->entries().value(0).toMap().value(u"text"_s).toString(), u"my daughter"_s);

        ticket = m_sheet->begin(u"my-reasons"_s);
        QCOMPARE(typed(), u"my daughter "_s);
        QVERIFY(m_sheet->add(u"own"_s, u"I want a quiet mind."_s)); // a suggestion leaves it alone
        QCOMPARE(typed(), u"my daughter "_s);
        m_sheet->done();
        QCOMPARE(own(), (QStringList{u"I want a quiet mind."_s, u"my daughter"_s}));
        QCOMPARE(typed(), QString());
        m_sheet->close(ticket);
        QTRY_COMPARE(m_sheet->state(), WorksheetView::Closed);
        const SheetAnswer kept = *all().value(0).answer(u"own"_s);
        QCOMPARE(kept.words, (QStringList{u"I want a quiet mind."_s, u"my daughter"_s}));
        QCOMPARE(kept.typed, QString());
    }

    void aLineIsAddedOnce()
    {
        start();
        m_sheet->begin(u"my-reasons"_s);
        m_sheet->type(u"own"_s, u"Rosa"_s);
        QVERIFY(m_sheet->add(u"own"_s, u"Rosa"_s));
        QCOMPARE(typed(), QString());
        m_sheet->type(u"own"_s, u" Rosa"_s);
        m_sheet->done();
        QCOMPARE(own(), QStringList{u"Rosa"_s});
        QCOMPARE(typed(), QString());
    }

    void whatIsTakenAwayCanBePutBackAndNothingIsWrittenOver()
    {
        start();
        m_sheet->begin(u"one-small-good-thing"_s);
        const auto group = [this] { return m_sheet->groups().value(1).toMap(); };
        const QString id = group().value(u"id"_s).toString();
        const QStringList lines{u"Water my tomatoes"_s, u"Call Rosa"_s, u"Walk"_s};
        for (const QString &line : lines)
            QVERIFY(m_sheet->add(id, line));
        m_sheet->setPick(lines.at(1));
        m_sheet->type(id, u"half a li"_s);
        m_sheet->takeAway(id, 1);
        QCOMPARE(group().value(u"own"_s).toStringList(), (QStringList{lines.at(0), lines.at(2)}));
        QCOMPARE(group().value(u"typed"_s).toString(), u"half a li"_s);
        QCOMPARE(group().value(u"taken"_s).toString(), lines.at(1));
        QCOMPARE(m_sheet->pick(), QString());
        m_sheet->putBack();
        QCOMPARE(group().value(u"own"_s).toStringList(), lines);
        QCOMPARE(group().value(u"taken"_s).toString(), QString());
        QCOMPARE(m_sheet->pick(), lines.at(1));
        QCOMPARE(group().value(u"typed"_s).toString(), u"half a li"_s);
    }
};

int main(int argc, char *argv[])
{
    SmallDisk::prepare();
    const QGuiApplication application(argc, argv);
    TestWorksheetView test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_worksheet.moc"
