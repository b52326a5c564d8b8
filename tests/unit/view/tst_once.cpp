// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeBrowser.h"
#include "fakes/FakeDialer.h"
#include "view/CrisisView.h"
#include "view/OncePerTurn.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;

/// What is done once, however often it is told.
class TestOnce final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorkIsDoneOncePerTurn()
    {
        int done = 0;
        OncePerTurn once([&done] { ++done; });
        for (int i = 0; i < 100; ++i)
            once.ask();
        QCOMPARE(done, 0);
        QCoreApplication::processEvents();
        QCOMPARE(done, 1);
        once.ask();
        QCoreApplication::processEvents();
        QCOMPARE(done, 2);
    }

    void theWorkMayAskAgain()
    {
        int done = 0;
        OncePerTurn *own = nullptr;
        OncePerTurn once([&] {
            if (++done < 3)
                own->ask();
        });
        own = &once;
        once.ask();
        QTRY_COMPARE(done, 3);
    }

    void whatIsGoneDoesNoWork()
    {
        int done = 0;
        {
            OncePerTurn once([&done] { ++done; });
            once.ask();
        }
        QCoreApplication::processEvents();
        QCOMPARE(done, 0);
    }

    void theClinicsNumberIsWrittenWhenItIsAnother()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("clinic.json"));
        FakeDialer dialer;
        Crisis crisis(crisisPack(u"us", u"en"), dialer);
        FakeBrowser browser;
        CrisisView view(crisis, ClinicContactFile(path), browser);
        QSignalSpy changed(&view, &CrisisView::clinicChanged);
        const ClinicContact clinic{QStringLiteral("Harbor Street Clinic"), QStringLiteral("+15552000100"), {}};
        view.keepClinic(clinic, false); // without a keychain nothing is left behind
        QVERIFY(view.hasClinic());
        QVERIFY(!QFile::exists(path));
        ClinicContact moved = clinic;
        moved.phone = QStringLiteral("+15552000200");
        view.keepClinic(moved, true);
        QVERIFY(QFile::exists(path));
        QVERIFY(QFile::remove(path));
        view.keepClinic(moved, true);
        QVERIFY(!QFile::exists(path)); // the same again is not written again
        QCOMPARE(changed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestOnce)
#include "tst_once.moc"
