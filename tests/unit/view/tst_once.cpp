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
        const KeptClinic clinic{{QStringLiteral("Harbor Street Clinic"), QStringLiteral("+15552000100"), {}}, harborStreet};
        view.keepClinic(clinic, false); // without a keychain nothing is left behind
        QVERIFY(view.hasClinic());
        QVERIFY(!QFile::exists(path));
        KeptClinic moved = clinic;
        moved.contact.phone = QStringLiteral("+15552000200");
        view.keepClinic(moved, true);
        QVERIFY(QFile::exists(path));
        QVERIFY(QFile::remove(path));
        view.keepClinic(moved, true);
        QVERIFY(!QFile::exists(path)); // the same again is not written again
        QCOMPARE(changed.size(), 2);
    }

    void anotherClinicsNumberGoes()
    {
        const QTemporaryDir folder;
        const ClinicContactFile file(folder.filePath(QStringLiteral("clinic.json")));
        QVERIFY(file.write({m_harborStreet, harborStreet}));
        QCOMPARE(shownFor(file, harborStreet), m_harborStreet);
        QVERIFY(file.read());
        QCOMPARE(shownFor(file, QStringLiteral("https://other.example/fhir/R4")), std::nullopt);
        QVERIFY(!file.read()); // after a restart neither
        // One that was written before it said whose it is: for nobody's eyes, and until the own clinic says its number.
        QVERIFY(file.write({m_harborStreet, {}}));
        QCOMPARE(shownFor(file, {}), m_harborStreet);
        QCOMPARE(shownFor(file, harborStreet), std::nullopt);
    }

private:
    /// What Help now shows after a start with this file; `server`: of who is in, empty for nobody.
    static std::optional<ClinicContact> shownFor(const ClinicContactFile &file, const QString &server)
    {
        FakeDialer dialer;
        Crisis crisis(crisisPack(u"us", u"en"), dialer);
        FakeBrowser browser;
        CrisisView view(crisis, file, browser);
        if (!server.isEmpty())
            view.forgetClinicBut(server);
        return crisis.clinic();
    }

    const QString harborStreet = QStringLiteral("https://harborstreet.example/fhir/R4");
    const ClinicContact m_harborStreet{QStringLiteral("Harbor Street Clinic"), QStringLiteral("+15552000100"), {}};
};

QTEST_GUILESS_MAIN(TestOnce)
#include "tst_once.moc"
