// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureClinic.h"
#include "Stage.h"
#include "care/LockScreenHelp.h"
#include "care/MyPeople.h"
#include "care/OwnSheets.h"
#include "care/SafetyPlan.h"
#include "store/LockScreenFile.h"
#include "view/QmlTypes.h"

#include <QCoroTask>
#include <QDirIterator>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <cstdio>

using namespace handrail;

namespace {

const QString maya = QStringLiteral("p101");
/// What the person writes. Nowhere else in the world.
const QString canary = QStringLiteral("Zaunkoenig");

QString step(const char *title)
{
    return QString::fromUtf8(title) + QStringLiteral(", in my own words");
}

/// The first step is open and says this, and nobody pressed anything after the last letter.
bool beginPlan(Stage &stage, const QString &words)
{
    stage.app().navigator().go(Navigator::SafetyPlan);
    Screen &screen = stage.screen();
    return screen.waitFor(QStringLiteral("Begin")) && screen.press(QStringLiteral("Begin"))
        && screen.waitFor(step("My warning signs")) && screen.type(step("My warning signs"), words)
        && screen.waitFor(QStringLiteral("Saved 3:2*"));
}

/// Another process with the app in it, which is in the middle of a step when it says so, and stays there.
int stayInTheMiddle(const QString &folder, const QString &server)
{
    Stage stage(wednesday, folder);
    const bool isThere =
        stage.openApp(server) && stage.signIn(QStringLiteral("maya"), {}) && beginPlan(stage, QStringLiteral("No sleep and pac"));
    std::puts(isThere ? "written" : qPrintable(stage.screen().spoken()));
    std::fflush(stdout);
    return QGuiApplication::exec();
}

/// The ways in which a text could lie in a file.
QList<QByteArray> formsOf(const QString &text)
{
    QList<QByteArray> forms{text.toUtf8(), text.toUtf8().toHex(),
                            QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)};
    for (const char *shift : {"", "x", "xx"})
        forms << QByteArray(shift + text.toUtf8()).toBase64().mid(4).chopped(4);
    return forms;
}

/// The file below `folder` in which it lies; the clinic's database is another machine's.
QString whereIs(const QString &text, const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(QLatin1String("clinic.db")) || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        for (const QByteArray &form : formsOf(text)) {
            if (bytes.contains(form))
                return file.fileName();
        }
    }
    return {};
}

/// A form of the clinic's own for such a plan, and the task that asks for it.
QByteArray ownForm()
{
    QByteArray json =
        "{'resourceType':'Bundle','type':'collection','entry':["
        "{'resource':{'resourceType':'Questionnaire','id':'our-plan','url':'https://clinic.example/Questionnaire/our-plan',"
        "'version':'1','title':'Harbor plan','status':'active',"
        "'code':[{'system':'https://handrail.example/fhir/CodeSystem/careplan-kind','code':'safety-plan'}],"
        "'item':[{'linkId':'a','text':'Box one of the clinic','type':'text'}]}},"
        "{'resource':{'resourceType':'Task','id':'task-plan','status':'requested','intent':'order',"
        "'code':{'coding':[{'system':'http://hl7.org/fhir/uv/sdc/CodeSystem/temp','code':'complete-questionnaire'}]},"
        "'for':{'reference':'Patient/p101'},'owner':{'reference':'Patient/p101'},'authoredOn':'2026-11-17T15:00:00Z',"
        "'input':[{'type':{'coding':[{'system':'http://hl7.org/fhir/uv/sdc/CodeSystem/temp','code':'questionnaire'}]},"
        "'valueCanonical':'https://clinic.example/Questionnaire/our-plan|1'}]}}]}";
    return json.replace('\'', '"');
}

} // namespace

/// The people to call and the safety plan, as a person meets them: by accessible names alone, with the real app, keychain and clinic.
class TestSafetyPlanFlow final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    Navigator &navigator() { return m_stage->app().navigator(); }
    Account &account() { return m_stage->app().account(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }
    bool type(const char *name, const char *text) { return screen().type(QString::fromUtf8(name), QString::fromUtf8(text)); }
    bool gone(const char *name)
    {
        return screen().waitUntil([&] { return !has(name); });
    }

    bool signIn()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        return m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return account().isFirstSyncDone(); }, 20'000);
    }
    bool addPerson(const char *name, const char *phone, const char *role)
    {
        navigator().go(Navigator::MyPeople);
        return press("Add a person") && waitFor("Phone number") && type("Name", name) && type("Phone number", phone)
            && type("Who they are to you", role) && press("Save") && waitFor("My people");
    }
    /// The plan as a store would have it after some days.
    bool writePlan(const QString &signs = QStringLiteral("No sleep"))
    {
        SafetyPlan plan;
        plan.words.insert(PlanPart::Signs, signs);
        plan.words.insert(PlanPart::Coping, canary + QStringLiteral(" walk to the water"));
        plan.words.insert(PlanPart::Means, QStringLiteral("Medicine is locked up"));
        plan.skills = QStringList{QStringLiteral("ride-the-urge")};
        plan.made = plan.changed = QDate(2026, 11, 9);
        if (!keepSafetyPlan(*account().records(), plan))
            return false;
        m_stage->app().safetyPlan().readAgain();
        return true;
    }
    bool enter(const char *digits)
    {
        bool isGood = true;
        for (; *digits; ++digits)
            isGood = screen().press(QString(QLatin1Char(*digits))) && isGood;
        return isGood && screen().waitUntil([this] { return !account().isPinBusy(); });
    }
    bool setPin()
    {
        navigator().home();
        return press("You and settings*") && press("App lock, Off") && waitFor("Choose a PIN") && enter("246810") && press("Next")
            && waitFor("Enter it once more") && enter("246810") && press("Save")
            && screen().waitUntil([this] { return account().hasPin(); });
    }
    bool lockNow()
    {
        account().lock();
        return waitFor("Enter your PIN");
    }
    bool unlock()
    {
        return waitFor("Enter your PIN") && enter("246810")
            && screen().waitUntil([this] { return account().state() == Account::State::Active; });
    }
    bool openLockScreenPage()
    {
        navigator().home();
        navigator().go(Navigator::LockScreenHelp);
        return waitFor("Show on the lock screen");
    }
    QString shownFile() { return m_stage->folder() + QStringLiteral("/device/lock-screen"); }
    QJsonArray plansAtClinic()
    {
        QJsonArray plans;
        for (const QJsonValue &one : m_stage->recordsAtClinic(maya, QStringLiteral("QuestionnaireResponse"))) {
            if (one.toObject().value(u"questionnaire").toString().startsWith(safetyPlanUrl()))
                plans << one;
        }
        return plans;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish|Unable to assign")));
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.path());
    }
    void cleanup() { m_stage.reset(); }

    void peopleAreAddedMovedAndCalled()
    {
        QVERIFY(signIn());
        QVERIFY(press("You and settings*") && press("My people*") && press("Add a person"));
        QVERIFY(waitFor("Phone number") && type("Name", "Rosa") && type("Phone number", "call me") && press("Save"));
        // A number that is none is refused in words, and nothing typed is lost.
        QVERIFY2(waitFor("Write a phone number, like*"), qPrintable(screen().spoken()));
        QVERIFY(MyPeopleSingleton::instance->people().isEmpty());
        QVERIFY(press("Back") && waitFor("Add a person"));
        QVERIFY2(addPerson("Rosa", "(207) 555-0142", "My sister"), qPrintable(screen().spoken()));
        QVERIFY2(addPerson("James", "207-555-0143", "My sponsor"), qPrintable(screen().spoken()));
        QCOMPARE(MyPeopleSingleton::instance->name(), QStringLiteral("Rosa"));
        QVERIFY2(press("Move James up"), qPrintable(screen().spoken()));
        QCOMPARE(MyPeopleSingleton::instance->name(), QStringLiteral("James"));
        QVERIFY(press("Change Rosa") && press("Can you talk for a bit?") && press("Save") && waitFor("My people"));
        QVERIFY(press("Text Rosa"));
        QCOMPARE(m_stage->dialer().texted(), QStringList{QStringLiteral("2075550142")});
        QCOMPARE(m_stage->dialer().messages(), QStringList{QStringLiteral("Can you talk for a bit?")});
        // The first is the one whom all other pages call; Help now shows them all.
        QVERIFY(press("Help now") && press("Call James"));
        QCOMPARE(m_stage->dialer().called(), QStringList{QStringLiteral("2075550143")});
        QVERIFY(has("Call Rosa"));
        // They are still there after a start, and nowhere in clear.
        m_stage->closeApp();
        QVERIFY(m_stage->openApp() && press("Help now") && waitFor("Call James"));
        QCOMPARE(whereIs(QStringLiteral("2075550142"), m_stage->folder()), QString());
    }

    void aProcessThatIsKilledLosesNoWord()
    {
        FakeFhirServer server;
        fillWithFixtures(server, wednesday);
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--stay"), m_folder.path(), server.base().toString()});
        QTRY_VERIFY_WITH_TIMEOUT(other.bytesAvailable() > 0, 60'000);
        other.kill(); // -9
        QTRY_COMPARE(other.state(), QProcess::NotRunning);
        QCOMPARE(other.readAll(), QByteArray("written\n"));

        m_stage = std::make_unique<Stage>(wednesday.addSecs(600), m_folder.path());
        QVERIFY(m_stage->openApp(server.base().toString()));
        QVERIFY2(press("Help now") && press("My safety plan*"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("No sleep and pac") && has("Call 988"), qPrintable(screen().spoken()));
        // Any step is two taps away, and an empty one is fine.
        QVERIFY(press("Edit") && press("Making my home safer: Write"));
        QVERIFY(waitFor("Making my home safer, in my own words") && press("Done") && waitFor("My safety plan"));
        QVERIFY(has("My words. Made on Nov 18."));
    }

    void itIsMadeOfflineAndOverALock()
    {
        QVERIFY(signIn());
        QVERIFY2(setPin(), qPrintable(screen().spoken()));
        m_stage->closeClinic();
        navigator().home();
        QVERIFY2(beginPlan(*m_stage, canary + QStringLiteral(" sig")), qPrintable(screen().spoken()));
        QVERIFY(type("My warning signs, in my own words", "ns"));
        QVERIFY(lockNow()); // before it was kept by the clock
        QCOMPARE(SafetyPlanSingleton::instance->steps().first().toMap().value(QStringLiteral("text")).toString(), QString());
        QVERIFY(!screen().spoken().contains(canary));
        QVERIFY(unlock());
        // At the same step, with the last letter.
        QVERIFY2(waitFor("My warning signs, in my own words"), qPrintable(screen().spoken()));
        QCOMPARE(SafetyPlanSingleton::instance->words(QStringLiteral("signs")), canary + QStringLiteral(" signs"));
        QVERIFY(press("Done") && press("Edit") && press("Things I can do on my own: Write"));
        QVERIFY2(press("Box breath*"), qPrintable(screen().spoken()));
        QVERIFY(press("Done"));
        // The skill starts from the plan.
        QVERIFY2(press("Box breath*"), qPrintable(screen().spoken()));
        QCOMPARE(navigator().route(), Navigator::Skill);
        // The worksheet of earlier versions leads to the plan, so that there are not two.
        navigator().home();
        navigator().go(Navigator::Skill, safetyPlanSkill.toString());
        QVERIFY(screen().waitUntil([this] { return navigator().route() == Navigator::SafetyPlan; }));
        QVERIFY2(waitFor("My safety plan"), qPrintable(screen().spoken()));
        QCOMPARE(whereIs(canary, m_stage->folder()), QString());
    }

    /// The clinic asked for it: it hears that there is one, and nothing of it, when the person says so.
    void theClinicHearsThatThereIsAPlan()
    {
        QVERIFY(signIn() && writePlan());
        const QByteArray task = R"({"resourceType":"Task","id":"ask","status":"requested","intent":"order",
            "focus":{"reference":"Library/my-safety-plan"}})";
        QVERIFY(account().records()->store().putRecords(
            {{QStringLiteral("Task"), QStringLiteral("ask"), QStringLiteral("1"), wednesday, {}, task}}));
        const int waiting = account().records()->unsentCount();
        navigator().go(Navigator::SafetyPlan);
        QVERIFY(waitFor("No sleep") && !SafetyPlanSingleton::instance->report()->isOn());
        SafetyPlanSingleton::instance->come(); // one page comes before the other has gone
        SafetyPlanSingleton::instance->leave();
        QVERIFY2(press("Tell my clinic that I did this"), qPrintable(screen().spoken()));
        QCOMPARE(account().records()->unsentCount(), waiting);
        QVERIFY(press("Back") && screen().waitUntil([] { return !SafetyPlanSingleton::instance->report()->isAsked(); }));
        navigator().go(Navigator::SafetyPlan);
        QVERIFY(waitFor("No sleep") && !has("Tell my clinic*")); // told once
        QVERIFY(plansAtClinic().isEmpty());
    }

    /// From Skills, before there is a plan and after it was emptied; and a worksheet of earlier versions stays readable.
    void thereIsOnePlaceWhereItIsWritten()
    {
        const auto openSkill = [this] {
            navigator().home();
            navigator().go(Navigator::Skill, safetyPlanSkill.toString());
            return screen().waitUntil([this] { return navigator().route() == Navigator::SafetyPlan; });
        };
        QVERIFY(signIn());
        QVERIFY2(openSkill() && waitFor("Begin"), qPrintable(screen().spoken()));
        QVERIFY2(beginPlan(*m_stage, QStringLiteral("No rest")), qPrintable(screen().spoken()));
        SafetyPlanSingleton::instance->setWords(QStringLiteral("signs"), QString());
        SafetyPlanSingleton::instance->closeStep();
        QVERIFY2(openSkill() && waitFor("Begin"), qPrintable(screen().spoken()));
        OwnSheet sheet;
        sheet.id = QStringLiteral("old");
        sheet.skill = safetyPlanSkill.toString();
        sheet.made = sheet.changed = wednesday;
        SheetAnswer tell;
        tell.id = QStringLiteral("tell");
        tell.label = QStringLiteral("Who I tell when it gets worse");
        tell.type = WorksheetField::Type::Person;
        tell.words = QStringList{QStringLiteral("Aunt Rosa")};
        sheet.answers << tell;
        QVERIFY(keepOwnSheet(*account().records(), sheet));
        navigator().home();
        navigator().go(Navigator::OwnSheet, sheet.id);
        QVERIFY2(waitFor("*Aunt Rosa*") && press("Change"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return navigator().route() == Navigator::SafetyPlan; }));
    }

    void theLockScreenShowsItOnlyWhenSwitchedOn()
    {
        QVERIFY(signIn());
        QVERIFY2(addPerson("Rosa", "2075550142", "My sister"), qPrintable(screen().spoken()));
        QVERIFY(writePlan());
        QVERIFY2(setPin(), qPrintable(screen().spoken()));
        QVERIFY(lockNow() && press("Help now") && waitFor("Call 988"));
        QVERIFY(!has("Call Rosa") && !has("My safety plan*"));
        QVERIFY(!QFile::exists(shownFile()));

        QVERIFY(press("Back") && unlock());
        QVERIFY2(openLockScreenPage() && press("Show on the lock screen"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return QFile::exists(shownFile()); }));
        QVERIFY(has("Anyone who picks up this device can read it."));
        QVERIFY(lockNow() && press("Help now"));
        QVERIFY2(waitFor("Call Rosa") && screen().spoken().contains(canary), qPrintable(screen().spoken()));
        QVERIFY(!has("No sleep") && !has("Medicine is locked up")); // those were not chosen
        QVERIFY(press("Call Rosa"));
        QCOMPARE(m_stage->dialer().called(), QStringList{QStringLiteral("2075550142")});
        QCOMPARE(whereIs(canary, m_stage->folder()), QString());
        QCOMPARE(whereIs(QStringLiteral("2075550142"), m_stage->folder()), QString());
        // Also after a start.
        m_stage->closeApp();
        QVERIFY(m_stage->openApp() && waitFor("Enter your PIN") && press("Help now"));
        QVERIFY2(waitFor("Call Rosa"), qPrintable(screen().spoken()));

        // Another person's: Help is there, without it.
        m_stage->closeApp();
        const LockScreenFile shown(m_stage->secrets(), shownFile());
        LockScreenHelp help = readLockScreenHelp(QCoro::waitFor(shown.read()).value_or(QByteArray()));
        QCOMPARE(help.people.size(), 1);
        help.owner = QStringLiteral("somebody else");
        QVERIFY(QCoro::waitFor(shown.write(writeLockScreenHelp(help))));
        QVERIFY(m_stage->openApp() && waitFor("Enter your PIN") && press("Help now") && waitFor("Call 988"));
        QTest::qWait(300);
        QVERIFY(!has("Call Rosa") && !screen().spoken().contains(canary));

        // A damaged file, too.
        m_stage->closeApp();
        QFile file(shownFile());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(60) && file.putChar('x'));
        file.close();
        QVERIFY(m_stage->openApp() && waitFor("Enter your PIN") && press("Help now") && waitFor("Call 988"));
        QTest::qWait(300);
        QVERIFY(!has("Call Rosa"));

        // With the next unlock it is whole again; each can be switched off.
        QVERIFY(press("Back") && unlock() && openLockScreenPage());
        QVERIFY2(press("Show Rosa"), qPrintable(screen().spoken()));
        QVERIFY(lockNow() && press("Help now"));
        QVERIFY2(waitFor("Ride the urge*") && !has("Call Rosa"), qPrintable(screen().spoken()));
        QVERIFY(press("Back") && unlock() && openLockScreenPage() && press("Show on the lock screen"));
        QVERIFY(screen().waitUntil([this] { return !QFile::exists(shownFile()); }));
        QVERIFY(lockNow() && press("Help now") && waitFor("Call 988") && !screen().spoken().contains(canary));

        // Nor does it outlive a sign-out.
        QVERIFY(press("Back") && unlock() && openLockScreenPage() && press("Show on the lock screen"));
        QVERIFY(screen().waitUntil([this] { return QFile::exists(shownFile()); }));
        navigator().home();
        QVERIFY(m_stage->signOut());
        QVERIFY(screen().waitUntil([this] { return !QFile::exists(shownFile()); }));
        QVERIFY(press("Help now") && waitFor("Call 988") && !has("Call Rosa") && !screen().spoken().contains(canary));
    }

    void itIsSharedOnlyWhenAsked()
    {
        QVERIFY(signIn());
        QVERIFY2(addPerson("Rosa", "2075550142", "My sister"), qPrintable(screen().spoken()));
        QVERIFY(writePlan());
        navigator().home();
        navigator().go(Navigator::SafetyPlan);
        QVERIFY2(waitFor("Nobody else sees your plan."), qPrintable(screen().spoken()));
        QCOMPARE(plansAtClinic().size(), 0);
        QVERIFY(press("Share with my care team"));
        QVERIFY(screen().waitUntil([this] { return plansAtClinic().size() == 1; }, 40'000));
        const QByteArray sent = QJsonDocument(plansAtClinic()).toJson();
        QVERIFY(sent.contains("No sleep") && sent.contains("Medicine is locked up"));
        QVERIFY(!sent.contains("Rosa") && !sent.contains("2075550142"));
        QVERIFY2(press("See what was sent") && waitFor("Your answers"), qPrintable(screen().spoken()));
        QCOMPARE(FormSingleton::instance->answers().first().toMap().value(QStringLiteral("value")).toString(),
                 QStringLiteral("No sleep"));
        QVERIFY(press("Back"));
        // A change goes, too, in the place of what went before.
        QVERIFY(press("Edit") && press("My warning signs: Change") && waitFor("My warning signs, in my own words"));
        QVERIFY(type("My warning signs, in my own words", "Pacing ") && press("Done"));
        QVERIFY(screen().waitUntil(
            [this] {
                const QJsonArray plans = plansAtClinic();
                return plans.size() == 1 && plans.first().toObject().value(u"status").toString() == u"amended";
            },
            40'000));
        QVERIFY(QJsonDocument(plansAtClinic()).toJson().contains("Pacing"));
        // Whoever stops is told the truth.
        QVERIFY(press("Share with my care team"));
        QVERIFY2(waitFor("Your changes stay here now. Your care team keeps what was sent."), qPrintable(screen().spoken()));
        QCOMPARE(plansAtClinic().size(), 1);
    }

    void thePaperIsWhatWasShown()
    {
        QVERIFY(signIn());
        QVERIFY2(addPerson("Rosa", "2075550142", "My sister"), qPrintable(screen().spoken()));
        QVERIFY(writePlan());
        navigator().home();
        navigator().go(Navigator::SafetyPlan);
        QVERIFY2(press("Save as a PDF*") && waitFor("The page. *"), qPrintable(screen().spoken()));
        QVERIFY(m_stage->files().files().isEmpty());
        // And the picture of it has ink on it, on the screen too.
        const QByteArray bytes =
            QByteArray::fromBase64(SafetyPlanPaperSingleton::instance->pictures().value(0).section(u',', 1).toLatin1());
        const QImage picture = QImage::fromData(bytes, "PNG");
        int ink = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                ink += qGray(picture.pixel(x, y)) < 128;
        }
        QVERIFY2(ink > 2000, qPrintable(QString::number(ink)));
        const QStringList words = SafetyPlanPaperSingleton::instance->words();
        QVERIFY(words.contains(QStringLiteral("No sleep")) && words.contains(QStringLiteral("Rosa, My sister, 2075550142")));
        QVERIFY(!words.join(u' ').contains(QLatin1String("Bell"))); // her name is not on it unless she wants it
        QVERIFY(press("My people’s numbers"));
        QVERIFY(SafetyPlanPaperSingleton::instance->words().contains(QStringLiteral("Rosa, My sister")));
        QVERIFY(press("Save as a PDF") && waitFor("Saved as *"));
        QCOMPARE(m_stage->files().files().size(), 1);
        QCOMPARE(m_stage->files().files().first().name, QStringLiteral("page-2026-11-18.pdf"));
        QFile pdf(m_folder.filePath(QStringLiteral("page.pdf")));
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        pdf.write(m_stage->files().files().first().content);
        pdf.close();
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf.fileName(), QStringLiteral("-")});
        QVERIFY(reader.waitForFinished());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        // Letters and digits: a PDF has no one name for a bracket of these letters.
        const auto plain = [](QString line) { return line.removeIf([](QChar c) { return !c.isLetterOrNumber(); }); };
        for (const QString &line : SafetyPlanPaperSingleton::instance->words())
            QVERIFY2(plain(text).contains(plain(line)), qPrintable(line + u'\n' + text));
        QVERIFY(!text.contains(QLatin1String("2075550142")));
    }

    void theClinicsOwnFormIsOffered()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->importToClinic(ownForm()));
        QVERIFY(m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")));
        QVERIFY(screen().waitUntil([this] { return account().isFirstSyncDone(); }, 20'000));
        navigator().go(Navigator::SafetyPlan);
        QVERIFY2(waitFor("Your clinic has its own plan") && has("Write my own here instead"), qPrintable(screen().spoken()));
        QVERIFY2(press("Fill in the clinic’s plan") && waitFor("Box one of the clinic"), qPrintable(screen().spoken()));
        QCOMPARE(navigator().route(), Navigator::Form);
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    if (argc == 4 && qstrcmp(argv[1], "--stay") == 0)
        return stayInTheMiddle(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    TestSafetyPlanFlow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_safety_plan.moc"
