// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

const QString maya = QStringLiteral("p101");
const QString communication = QStringLiteral("Communication");

} // namespace

/// One thread with the care team, from the box to the clinic's inbox and back.
class TestMessages final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    Application &app() { return m_stage->app(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool press(const char *name) { return waitFor(name) && screen().press(QString::fromUtf8(name)); }
    bool write(const char *text)
    {
        return waitFor("Write to Dana") && screen().type(QStringLiteral("Write to Dana"), QString::fromUtf8(text));
    }

    test::ClinicProcess::Finished inbox(QStringList options, const QByteArray &input = {})
    {
        return test::ClinicProcess::runToEnd(
            QStringList{QStringLiteral("inbox")} + options
                + QStringList{QStringLiteral("--database"), m_stage->folder() + QStringLiteral("/clinic.db")},
            input);
    }
    /// The reference of what says this in the clinic's inbox.
    QString inInbox(const QByteArray &words)
    {
        for (const QByteArray &line : inbox({QStringLiteral("--open")}).output.split('\n')) {
            if (line.endsWith(QByteArray('\t' + words)))
                return QString::fromUtf8(line.left(line.indexOf('\t')));
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("TypeError|Cannot instantiate|ReferenceError|Binding loop|polish|not ready|Unable to assign")));
    }
    void cleanup() { m_stage.reset(); }

    void thereAndBack()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openClinic() && m_stage->openApp());
        QVERIFY2(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([this] { return app().account().isFirstSyncDone(); }, 20'000));

        // What was new at the clinic is new here, and reading it is noted.
        QVERIFY2(waitFor("Messages, 2 new") && waitFor("Message from Dana, *"), qPrintable(screen().spoken()));
        QVERIFY(press("Messages, 2 new"));
        QVERIFY2(waitFor("Dana Ruiz: Yes. Let’s plan for the party together on Friday. Dana · 4:40 pm"),
                 qPrintable(screen().spoken()));
        QVERIFY(has("Dana replies Monday to Friday, 9 to 5.") && has("It may not be seen right away.") && has("Help now"));
        QVERIFY(has("You: Okay. Can we talk about my cousin’s party too? Sent 1:22 pm · Seen"));
        QVERIFY2(has("*New: a quiet room is open before each evening group*"), qPrintable(screen().spoken()));
        QVERIFY(press("Back") && waitFor("Messages") && !has("Message from Dana*"));

        // Without a clinic it is saved, and says so; a draft outlives the app.
        m_stage->closeClinic();
        QVERIFY(press("Messages") && press("Letter") && write("I need a letter for work by Friday."));
        QVERIFY2(press("Send"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("You: Letter. I need a letter for work by Friday. Saved. *", 20'000), qPrintable(screen().spoken()));
        QVERIFY(waitFor("You: Letter. I need a letter for work by Friday. Saved. Sends when you have signal.", 20'000));
        QVERIFY(write("And one more thi"));
        m_stage->closeApp();
        QVERIFY(m_stage->openApp());
        QVERIFY2(press("Messages"), qPrintable(screen().spoken()));
        QVERIFY(waitFor("You: Letter. I need a letter*"));
        QVERIFY2(screen().waitUntil([this] { return app().messages().text() == QStringLiteral("And one more thi"); }),
                 qPrintable(screen().spoken()));

        // The clinic is back: it goes, once.
        QVERIFY(m_stage->openClinic());
        m_stage->connectivity().regain();
        QVERIFY2(waitFor("You: Letter. I need a letter for work by Friday. Sent *", 90'000), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->recordsAtClinic(maya, communication).size(), 5);
        const QString reference = inInbox("I need a letter for work by Friday.");
        QVERIFY(!reference.isEmpty());

        // Staff answer while help lies over the thread: it is told, and new until it is read.
        QVERIFY(press("Help now") && waitFor("Call 988") && !app().messages().isSeen() && app().messages().isOpen());
        QCOMPARE(inbox({QStringLiteral("--reply"), reference}, "Your letter is ready.").code, 0);
        m_stage->connectivity().regain();
        QVERIFY(screen().waitUntil(
            [this] {
                app().account().refreshIfOlderThan(std::chrono::minutes(0));
                return app().messages().unreadCount() == 1;
            },
            60'000));
        QVERIFY(m_stage->notifier().shown().contains(std::pair(QStringLiteral("New message"), QStringLiteral("Open to read it."))));
        QVERIFY(press("Back") && screen().waitUntil([this] { return app().messages().unreadCount() == 0; }));
        QVERIFY2(waitFor("Harbor Street Clinic: Your letter is ready. *"), qPrintable(screen().spoken()));

        // And so it is on Today.
        QVERIFY(press("Back"));
        QCOMPARE(inbox({QStringLiteral("--reply"), reference}, "Ask for it at the desk.").code, 0);
        m_stage->connectivity().regain();
        QVERIFY(screen().waitUntil(
            [this] {
                app().account().refreshIfOlderThan(std::chrono::minutes(0));
                return has("Messages, 1 new");
            },
            60'000));
        QVERIFY2(waitFor("Message from Harbor, *, 1 new") || has("Message from *, 1 new"), qPrintable(screen().spoken()));
        QVERIFY(press("Messages, 1 new"));
        QVERIFY2(waitFor("Harbor Street Clinic: Ask for it at the desk. *"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor("You: Letter. I need a letter for work by Friday. Sent * · Seen"), qPrintable(screen().spoken()));
        QVERIFY(press("Back") && waitFor("Messages") && !has("Messages, 1 new"));
        QCOMPARE(m_stage->recordsAtClinic(maya, communication).size(), 7);
    }

    void whatIsTooLongIsKeptAndNotSent()
    {
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openClinic() && m_stage->openApp());
        QVERIFY(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")));
        QVERIFY(screen().waitUntil([this] { return app().account().isFirstSyncDone(); }, 20'000));
        app().navigator().go(Navigator::Messages);
        QVERIFY(waitFor("Write to Dana"));
        app().messages().setText(QString(1'000'000, u'a'));
        QVERIFY2(waitFor("This is too long to send. Only its beginning fits here."), qPrintable(app().messages().lengthText()));
        const QString much(5'000, u'a');
        app().messages().setText(much);
        QVERIFY2(waitFor("This is too long to send. Make it shorter by 1000 letters. All of it is kept here."),
                 qPrintable(app().messages().lengthText()));
        QVERIFY(!app().messages().send());
        app().navigator().back();
        app().navigator().go(Navigator::Messages);
        QVERIFY(waitFor("Write to Dana"));
        QCOMPARE(app().messages().text(), much);
    }
};

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
