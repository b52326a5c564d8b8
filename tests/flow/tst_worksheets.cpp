// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureClinic.h"
#include "Stage.h"
#include "care/OwnSheets.h"
#include "content/ContentLibrary.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <cstdio>

using namespace handrail;

namespace {

const QString happened = QStringLiteral("What happened?");

/// A thought check is open, and its first place says this.
bool beginCheck(Stage &stage, const QString &words)
{
    stage.app().navigator().go(Navigator::Skill, QStringLiteral("thought-check"));
    Screen &screen = stage.screen();
    return screen.waitFor(happened) && screen.type(happened, words) && screen.waitFor(QStringLiteral("Saved 3:2*"));
}

/// Another process with the app in it, which is in the middle of a worksheet when it says so, and stays there.
int stayInTheMiddle(const QString &folder, const QString &server)
{
    Stage stage(wednesday, folder);
    const bool isThere = stage.openApp(server) && stage.signIn(QStringLiteral("maya"), {})
        && beginCheck(stage, QStringLiteral("My cousin asks me to her party"));
    std::puts(isThere ? "written" : qPrintable(stage.screen().spoken()));
    std::fflush(stdout);
    return QGuiApplication::exec();
}

} // namespace

/// A worksheet from its first word to the session that it is brought to.
class TestWorksheets final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    Navigator &navigator() { return m_stage->app().navigator(); }
    Records &records() { return *m_stage->app().account().records(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }
    bool type(const char *name, const char *text) { return screen().type(QString::fromUtf8(name), QString::fromUtf8(text)); }

    bool open()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        return m_stage->openClinic() && m_stage->openApp();
    }
    bool signIn()
    {
        return open() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000);
    }
    /// The worksheets that were brought; the sample has a thread of its own.
    QJsonArray atClinic()
    {
        QJsonArray sheets;
        for (const QJsonValue &one :
             m_stage->recordsAtClinic(m_stage->app().account().identity()->patientId, QStringLiteral("Communication"))) {
            for (const QJsonValue &coding : one[QLatin1String("category")][0][QLatin1String("coding")].toArray()) {
                if (coding[QLatin1String("code")].toString() == QLatin1String("worksheet"))
                    sheets << one;
            }
        }
        return sheets;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish|Unable to assign")));
        QVERIFY(ContentLibrary(QStringLiteral("en")).skill(QStringLiteral("thought-check")));
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.path());
    }
    void cleanup() { m_stage.reset(); }

    void aProcessThatIsKilledLosesNoWord()
    {
        FakeFhirServer server;
        fillWithFixtures(server, wednesday);
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--stay"), m_folder.path(), server.base().toString()});
        // The clinic is in this process, so it has to go on here.
        QTRY_VERIFY_WITH_TIMEOUT(other.bytesAvailable() > 0, 60'000);
        other.kill(); // -9
        QTRY_COMPARE(other.state(), QProcess::NotRunning);
        QCOMPARE(other.readAll(), QByteArray("written\n"));

        m_stage = std::make_unique<Stage>(wednesday.addSecs(600), m_folder.path());
        QVERIFY(m_stage->openApp(server.base().toString()));
        QVERIFY2(press("You and settings*") && press("What I made*"), qPrintable(screen().spoken()));
        QVERIFY2(press("My cousin asks me to her party*"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("My words. Made *") && screen().has(happened), qPrintable(screen().spoken()));
        // The skill goes on where it was.
        navigator().go(Navigator::Skill, QStringLiteral("thought-check"));
        QVERIFY2(waitFor("You began this one: *"), qPrintable(screen().spoken()));
        QVERIFY(press("Begin a new one") && screen().waitUntil([this] { return !has("You began this one: *"); }));
    }

    void eachPlaceTakesItsKindOfAnswer()
    {
        QVERIFY(signIn());
        navigator().go(Navigator::Skill, QStringLiteral("if-then-plan"));
        QVERIFY2(waitFor("If this comes") && type("If this comes", "Payday"), qPrintable(screen().spoken()));
        QVERIFY2(press("This evening"), qPrintable(screen().spoken()));
        QVERIFY(type("Then I will", "walk to the water"));
        QVERIFY(type("And I call or text", "Rosa"));
        for (int i = 0; i < 8; ++i) // the first step picks the lowest
            QVERIFY(screen().increase(QStringLiteral("How sure are you that you can do this?")));
        const auto words = [&](const char *id) {
            const OwnSheet sheet = ownSheets(records()).value().sheets.value(0);
            const SheetAnswer *answer = sheet.answer(QString::fromLatin1(id));
            return answer ? answer->words : QStringList();
        };
        QCOMPARE(words("if"), QStringList{QStringLiteral("Payday")});
        QCOMPARE(words("when"), QStringList{QStringLiteral("This evening")});
        QCOMPARE(words("then"), QStringList{QStringLiteral("walk to the water")});
        QCOMPARE(words("who"), QStringList{QStringLiteral("Rosa")});
        QCOMPARE(words("sure"), QStringList{QStringLiteral("7")});
        QVERIFY2(press("Done"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return ownSheets(records()).value().sheets.value(0).isDone; }));
    }

    /// An answer that somebody may not be safe shows Help before anything else, in each language; what was picked is kept, and the sheet is there still.
    void anUnsafeAnswerOpensHelp()
    {
        QVERIFY(signIn());
        const auto picked = [&](const QString &skill, const QString &field) {
            const OwnSheets own = ownSheets(records()).value();
            for (const OwnSheet &sheet : own.sheets) {
                if (const SheetAnswer *answer = sheet.skill == skill ? sheet.answer(field) : nullptr)
                    return answer->words;
            }
            return QStringList();
        };
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("es")}) {
            m_stage->app().preferences().setLanguage(language);
            for (const auto &[skill, id] : {std::pair{"after-a-slip", "safe"}, std::pair{"opposite-action", "danger"}}) {
                const QString name = QString::fromLatin1(skill);
                const auto text = ContentLibrary(language).skill(name);
                QVERIFY(text);
                const auto fields = std::get<WorksheetExercise>(text->exercise).fields;
                const auto field = std::find_if(fields.begin(), fields.end(),
                                                [&](const WorksheetField &each) { return each.id == QLatin1String(id); });
                QVERIFY(field != fields.end() && field->helps == field->options.mid(1));
                navigator().go(Navigator::Skill, name);
                for (const QString &option : field->options) {
                    QVERIFY2(screen().waitFor(option) && screen().press(option), qPrintable(screen().spoken()));
                    const bool isHelp = field->helps.contains(option);
                    QCOMPARE(navigator().route(), isHelp ? Navigator::Help : Navigator::Skill);
                    QCOMPARE(picked(name, field->id), QStringList{option});
                    if (isHelp) {
                        QVERIFY2(screen().waitFor(QStringLiteral("*988*")), qPrintable(screen().spoken()));
                        navigator().back();
                    }
                }
                // Who takes it back is not shown it again.
                QVERIFY(screen().press(field->options.last()));
                QCOMPARE(navigator().route(), Navigator::Skill);
                QCOMPARE(picked(name, field->id), QStringList());
            }
        }
    }

    void aListAndAChecklist()
    {
        QVERIFY(signIn());
        navigator().go(Navigator::Skill, QStringLiteral("one-small-good-thing"));
        QVERIFY2(press("Take a shower"), qPrintable(screen().spoken()));
        QVERIFY(type("Add my own: Some energy", "Water my tomatoes") && press("Add: Water my tomatoes"));
        QVERIFY2(waitFor("Take away: Water my tomatoes") && press("Water my tomatoes"), qPrintable(screen().spoken()));
        QVERIFY(press("Tomorrow"));
        OwnSheet list = ownSheets(records()).value().sheets.value(0);
        QCOMPARE(list.answer(QStringLiteral("mid"))->words,
                 (QStringList{QStringLiteral("Take a shower"), QStringLiteral("Water my tomatoes")}));
        QCOMPARE(list.answer(QStringLiteral("pick"))->words, QStringList{QStringLiteral("Water my tomatoes")});
        QCOMPARE(list.answer(QStringLiteral("pick-time"))->words, QStringList{QStringLiteral("Tomorrow")});
        // What is taken away can be put back, and what is half-typed is on the list when the person is done.
        QVERIFY(type("Add my own: Some energy", "Call Rosa"));
        QVERIFY(press("Take away: Water my tomatoes") && press("Undo: Water my tomatoes")
                && waitFor("Take away: Water my tomatoes"));
        QVERIFY2(waitFor("Add: Call Rosa") && press("Done"), qPrintable(screen().spoken()));
        QCOMPARE(ownSheets(records()).value().sheets.value(0).answer(QStringLiteral("mid"))->words.last(),
                 QStringLiteral("Call Rosa"));

        navigator().go(Navigator::Skill, QStringLiteral("wind-down"));
        QVERIFY2(press("Turn the lights low.*") && waitFor("1 of 7 done"), qPrintable(screen().spoken()));
        QVERIFY2(press("Go on: *"), qPrintable(screen().spoken()));
        QCOMPARE(navigator().argument(), QStringLiteral("long-out-breath"));
        QCOMPARE(ownSheets(records()).value().sheets.size(), 2);
    }

    void deletedAndHadBack()
    {
        QVERIFY(signIn() && beginCheck(*m_stage, QStringLiteral("Payday")));
        navigator().go(Navigator::Made);
        QVERIFY2(press("Delete: Payday") && waitFor("“Payday” is deleted."), qPrintable(screen().spoken()));
        QVERIFY(waitFor("Nothing here yet"));
        QVERIFY(press("Undo") && waitFor("Payday, *"));
        QVERIFY(!has("Undo"));
        // From its own page, too; and after ten seconds it is gone.
        QVERIFY(press("Payday, *") && press("Delete this") && waitFor("Undo"));
        QVERIFY(screen().waitUntil([this] { return !has("Undo"); }, 15'000));
        QCOMPARE(undeleteOwnSheet(records(), QString()).error().kind, ProblemKind::NotFound);
        QVERIFY(ownSheets(records()).value().sheets.isEmpty());
    }

    void broughtToTheSessionAndNothingElseIsSent()
    {
        QVERIFY(signIn() && beginCheck(*m_stage, QStringLiteral("Payday")));
        QVERIFY2(waitFor("Bring to my session, Off: only you see this"), qPrintable(screen().spoken()));
        const auto waiting = [this] { return records().unsentCount(); };
        QCOMPARE(waiting(), 0);
        // A second thought: nothing left, and nothing waits.
        QVERIFY(press("Bring to my session, Off: only you see this"));
        QVERIFY2(waitFor("Bring to my session, On: it goes to your care team in a few seconds*"), qPrintable(screen().spoken()));
        QCOMPARE(waiting(), 1);
        QVERIFY(press("Bring to my session, On*") && waitFor("Bring to my session, Off: only you see this"));
        QCOMPARE(waiting(), 0);
        QVERIFY(atClinic().isEmpty());
        // And on again; what is written meanwhile goes along.
        QVERIFY(press("Bring to my session, Off*") && waitFor("Bring to my session, On*"));
        QVERIFY(type("What else is true?", "Rosa can pick me up"));
        const QString session = ownSheets(records()).value().sheets.value(0).bringing.sessionId;
        QVERIFY(!session.isEmpty());
        navigator().go(Navigator::SessionPage, session);
        QVERIFY2(waitFor("You bring") && waitFor("Payday, On: *"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("Payday, Sent to your care team: *", 30'000), qPrintable(screen().spoken()));
        const QJsonArray there = atClinic();
        QCOMPARE(there.size(), 1);
        const QJsonObject message = there.at(0).toObject();
        QCOMPARE(message.value(QLatin1String("about")).toArray().at(0).toObject().value(QLatin1String("reference")).toString(),
                 QStringLiteral("Appointment/") + session);
        QStringList parts;
        for (const QJsonValue &part : message.value(QLatin1String("payload")).toArray())
            parts << part.toObject().value(QLatin1String("contentString")).toString();
        QCOMPARE(
            parts,
            (QStringList{QStringLiteral("What happened?\nPayday"), QStringLiteral("What else is true?\nRosa can pick me up")}));
        // What the clinic has can't be taken back: there is no switch any more.
        QVERIFY(press("Payday, Sent*") && waitFor("Bring to my session"));
        QVERIFY2(!has("Bring to my session, *"), qPrintable(screen().spoken()));
        QVERIFY(press("Change") && waitFor("A kinder, truer thought") && type("A kinder, truer thought", "I can wait"));
        QVERIFY2(press("Bring it as it is now"), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return atClinic().size() == 2; }, 40'000));
    }

    void thePlanIsAtHelpForWhoIsIn()
    {
        QVERIFY(open());
        QVERIFY(press("Help now") && waitFor("Call 988"));
        QVERIFY(!has("My safety plan*"));
        QVERIFY(press("Back"));
        QVERIFY(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")));
        OwnSheet plan;
        plan.id = QStringLiteral("plan");
        plan.skill = safetyPlanSkill.toString();
        plan.title = QStringLiteral("My safety plan");
        plan.made = plan.changed = wednesday;
        SheetAnswer signs;
        signs.id = QStringLiteral("signs");
        signs.label = QStringLiteral("How I notice");
        signs.type = WorksheetField::Type::List;
        signs.words = {QStringLiteral("No sleep")};
        plan.answers << signs;
        QVERIFY(keepOwnSheet(records(), plan));
        m_stage->closeApp();
        QVERIFY(m_stage->openApp() && waitFor("You and settings*"));
        QVERIFY(press("Help now"));
        QVERIFY2(press("My safety plan*"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("No sleep") && has("Call 988"), qPrintable(screen().spoken()));
        navigator().home();
        QVERIFY(m_stage->signOut());
        QVERIFY(press("Help now") && waitFor("Call 988") && !has("My safety plan*"));
    }

    void afterUseOffersTheLookBack()
    {
        QVERIFY(signIn());
        navigator().go(Navigator::AfterUse);
        QVERIFY2(press("What happened, what next*"), qPrintable(screen().spoken()));
        QCOMPARE(navigator().route(), Navigator::Skill);
        QCOMPARE(navigator().argument(), afterSlipSkill.toString());
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    if (argc == 4 && qstrcmp(argv[1], "--stay") == 0)
        return stayInTheMiddle(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    TestWorksheets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_worksheets.moc"
