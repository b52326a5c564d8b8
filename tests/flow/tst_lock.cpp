// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"
#include "care/OwnMarks.h"
#include "view/QmlTypes.h"

#include <QAccessible>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QMetaProperty>
#include <QQuickItem>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <algorithm>

using namespace handrail;
using namespace std::chrono_literals;

namespace {

const QString maya = QStringLiteral("p101");

/// All text that an object holds for QML, whether it shows or not.
QStringList textsOf(const QObject *object)
{
    QStringList texts;
    for (int i = 0; i < object->metaObject()->propertyCount(); ++i) {
        const QVariant value = object->metaObject()->property(i).read(object);
        if (value.typeId() == QMetaType::QString)
            texts << value.toString();
        else if (value.typeId() == QMetaType::QVariantList)
            texts << QString::fromLatin1(QDebug::toString(value).toLatin1());
    }
    return texts;
}

void collectTexts(const QObject *object, QStringList &texts)
{
    texts << textsOf(object);
    if (const auto *item = qobject_cast<const QQuickItem *>(object)) {
        for (const QQuickItem *child : item->childItems())
            collectTexts(child, texts);
    }
    for (const QObject *child : object->children()) {
        if (!qobject_cast<const QQuickItem *>(child))
            collectTexts(child, texts);
    }
}

} // namespace

/// The app lock, as a person meets it: by accessible names alone, with the real app, keychain and clinic.
class TestLock final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    Account &account() { return m_stage->app().account(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool press(const char *name) { return screen().press(QString::fromUtf8(name)); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool waitForState(Account::State state)
    {
        return screen().waitUntil([&] { return account().state() == state; });
    }

    bool enter(const char *digits)
    {
        bool isGood = true;
        for (; *digits; ++digits)
            isGood = screen().press(QString(QLatin1Char(*digits))) && isGood;
        return isGood && screen().waitUntil([this] { return !account().isPinBusy(); });
    }
    void typeKeys(const char *digits)
    {
        for (; *digits; ++digits)
            QTest::keyClick(&screen().window(), *digits);
    }
    bool openYou()
    {
        m_stage->app().navigator().home();
        return waitFor("You and settings*") && press("You and settings*") && waitFor("You and privacy");
    }
    bool setPin(const char *digits = "246810")
    {
        return openYou() && press("App lock, Off") && waitFor("Choose a PIN") && enter(digits) && press("Next")
            && waitFor("Enter it once more") && enter(digits) && press("Save")
            && screen().waitUntil([this] { return account().hasPin(); }) && waitFor("App lock, On, 1 minute after you leave");
    }
    bool lockNow() { return openYou() && press("Lock Handrail") && waitFor("Enter your PIN"); }

    /// What of Maya can still be found: on the screen, in any item behind it, or in what QML can ask.
    QStringList leftOfMaya()
    {
        QStringList texts;
        collectTexts(&screen().window(), texts);
        collectTexts(screen().window().contentItem(), texts);
        for (const QObject *view :
             {static_cast<QObject *>(AccountSingleton::instance), static_cast<QObject *>(AssignmentsSingleton::instance),
              static_cast<QObject *>(RemindersSingleton::instance), static_cast<QObject *>(CheckInSingleton::instance),
              static_cast<QObject *>(FamilySingleton::instance), static_cast<QObject *>(LockSingleton::instance),
              static_cast<QObject *>(NavigatorSingleton::instance), static_cast<QObject *>(ScheduleSingleton::instance),
              static_cast<QObject *>(SessionSingleton::instance), static_cast<QObject *>(SyncSingleton::instance),
              static_cast<QObject *>(TodaySingleton::instance)})
            collectTexts(view, texts);
        QStringList found;
        for (const QString &text : std::as_const(texts)) {
            if (text == QLatin1String("MB")) // as a part it is in many a random word of an address
                found << text;
            for (const char *word : {"Maya", "Bell", "Evening group", "Week ", "urge", "feel right now"}) {
                if (text.contains(QLatin1String(word)))
                    found << text;
            }
        }
        return found;
    }

    [[nodiscard]] int checkInsAtClinic()
    {
        int found = 0;
        for (const QJsonValue &response : m_stage->recordsAtClinic(maya, QStringLiteral("QuestionnaireResponse")))
            found += response.toObject().value(QLatin1String("authored")).toString().startsWith(QLatin1String("2026-11-18"));
        return found;
    }

    /// The end of the check-in waits for the person; what is not sent yet is let go there.
    bool sendNow() { return screen().waitFor(QStringLiteral("Send now")) && screen().press(QStringLiteral("Send now")); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
        m_stage = std::make_unique<Stage>(wednesday);
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openApp());
        QVERIFY(m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo")));
        QVERIFY(screen().waitUntil([this] { return account().isFirstSyncDone(); }, 30'000));
        QCOMPARE(account().identity()->patientId, maya);
    }
    void cleanup() { m_stage.reset(); }

    void aPinIsSetWithCare()
    {
        QVERIFY(openYou() && press("App lock, Off"));
        QVERIFY(waitFor("Choose a PIN"));
        QVERIFY(has("0 numbers in"));
        QVERIFY(enter("12345"));
        QVERIFY(has("5 numbers in"));
        (void)press("Next"); // six or more
        QVERIFY(has("Choose a PIN") && has("5 numbers in"));
        QVERIFY(enter("6") && press("Next"));
        QVERIFY(waitFor("That one is easy to guess. Please choose another one."));
        QVERIFY(enter("2468109") && press("Take the last number back") && has("6 numbers in") && press("Next"));
        QVERIFY(waitFor("Enter it once more") && enter("135791") && press("Save"));
        QVERIFY(waitFor("The two did not match. Please choose again."));
        QVERIFY(enter("246810") && press("Next") && waitFor("Enter it once more") && enter("246810") && press("Save"));
        QVERIFY(waitFor("App lock, On, 1 minute after you leave"));

        QVERIFY(press("Change PIN") && waitFor("Enter your PIN") && enter("000000"));
        QVERIFY(waitFor("That did not match. Please try again."));
        QVERIFY(enter("246810") && waitFor("Choose a PIN") && enter("13579135") && press("Next"));
        QVERIFY(waitFor("Enter it once more") && enter("13579135") && press("Save") && waitFor("App lock, On*"));
        QVERIFY(lockNow() && enter("13579135") && waitFor("Next session: Evening group*"));

        QVERIFY(openYou() && press("App lock, On*") && waitFor("Enter your PIN") && enter("13579135"));
        QVERIFY(waitFor("App lock, Off"));
        QVERIFY(!has("Lock Handrail") && !has("Change PIN"));
    }

    void itLocksFromThePageThatOneIsOn()
    {
        QVERIFY(setPin());
        for (const char *way : {"Details", "Start the check-in"}) {
            m_stage->app().navigator().home();
            QVERIFY2(waitFor(way) && press(way) && waitFor("Lock Handrail"), qPrintable(screen().spoken()));
            QVERIFY(press("Lock Handrail") && waitFor("Enter your PIN"));
            QVERIFY2(!has("Lock Handrail"), way);
            QVERIFY2(screen().waitUntil([this] { return leftOfMaya().isEmpty(); }), qPrintable(leftOfMaya().join(u'\n')));
            QVERIFY(enter("246810") && screen().waitUntil([this] { return account().state() == Account::State::Active; }));
        }
    }

    /// A skill beside the list of skills has a top of its own, and its page alone has, too.
    void thereIsOneButtonThatLocks()
    {
        QVERIFY(setPin());
        const auto locks = [this] {
            const QList<QAccessibleInterface *> all = screen().all();
            return std::count_if(all.cbegin(), all.cend(), [](QAccessibleInterface *thing) {
                return thing->text(QAccessible::Name) == QLatin1String("Lock Handrail");
            });
        };
        screen().window().resize(1180, 820);
        m_stage->app().navigator().go(Navigator::SkillList, QStringLiteral("all"));
        QVERIFY(waitFor("Pick a skill"));
        QTRY_COMPARE(locks(), 1);
        QVERIFY(waitFor("Box breath*") && press("Box breath*") && waitFor("Read the steps"));
        QTRY_COMPARE(locks(), 1);
        m_stage->app().navigator().go(Navigator::Skills);
        QVERIFY(waitFor("Anxious, start *") && press("Anxious, start *") && waitFor("Read the steps"));
        QTRY_COMPARE(locks(), 1);
    }

    /// A picture of the window, as a list of windows has it, is the same whatever page it was on (design security row 2).
    void putAwayItShowsACoverAlone()
    {
        QVERIFY(setPin());
        QQuickWindow &window = screen().window();
        const auto putAway = [&window](bool isAway) {
            window.setVisibility(isAway ? QWindow::Minimized : QWindow::Windowed);
            QTest::qWait(100);
            return window.grabWindow();
        };
        const QImage you = window.grabWindow();
        const QImage cover = putAway(true);
        QVERIFY(!cover.isNull() && cover != you);
        QCOMPARE(putAway(false), you); // and nothing stands before the page when it is back
        m_stage->app().navigator().home();
        QVERIFY(waitFor("Next session: Evening group*"));
        QCOMPARE(putAway(true), cover);
        (void)putAway(false);
        QVERIFY(press("Help now") && m_stage->app().navigator().route() == Navigator::Help);
    }

    void itLocksWhenThePersonIsAway()
    {
        QVERIFY(setPin());
        QVERIFY(!leftOfMaya().isEmpty()); // else the search finds nothing at all
        m_stage->app().autoLock().setInFront(false);
        m_stage->clock().advance(50s);
        QTest::qWait(1500);
        QCOMPARE(account().state(), Account::State::Active);
        m_stage->clock().advance(15s);
        QVERIFY(waitForState(Account::State::Locked));
        QVERIFY(waitFor("Enter your PIN"));
        QTest::qWait(1500); // pages that went are gone
        QVERIFY2(leftOfMaya().isEmpty(), qPrintable(leftOfMaya().join(QStringLiteral(" | "))));
        QVERIFY(!has("Harbor*"));
        QCOMPARE(screen().window().title(), QStringLiteral("Handrail"));

        QVERIFY(press("Help now") && waitFor("Call 988", 1000));
        QVERIFY2(leftOfMaya().isEmpty(), qPrintable(leftOfMaya().join(QStringLiteral(" | "))));
        QVERIFY(press("Back") && waitFor("Enter your PIN"));

        m_stage->app().autoLock().setInFront(true);
        QVERIFY(enter("246810") && waitFor("Next session: Evening group*"));
        m_stage->clock().advance(4min); // in front, and somebody reads
        QTest::qWait(1500);
        QCOMPARE(account().state(), Account::State::Active);
        m_stage->clock().advance(1min);
        QVERIFY(waitForState(Account::State::Locked));
    }

    void itLocksAtOnceWhenThatIsChosen()
    {
        QVERIFY(setPin());
        m_stage->app().preferences().setLockMinutes(0);
        QVERIFY(screen().waitUntil([this] { return account().sync()->state() != SyncEngine::State::Running; }));
        m_stage->app().autoLock().setInFront(false);
        QCOMPARE(account().state(), Account::State::Locked);
        m_stage->closeApp();
        QVERIFY(m_stage->openApp());
        QVERIFY(waitFor("Enter your PIN")); // and so is each start
        QSet<QString> reached;
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(&screen().window(), Qt::Key_Tab);
            if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(screen().window().activeFocusItem()))
                reached << face->text(QAccessible::Name);
        }
        for (const char *name : {"1", "5", "9", "0", "Take the last number back", "Forgot your PIN?", "Help now"})
            QVERIFY2(reached.contains(QString::fromUtf8(name)), name);
        typeKeys("24681");
        QVERIFY(has("5 numbers in"));
        QTest::keyClick(&screen().window(), Qt::Key_Backspace);
        QVERIFY(has("4 numbers in"));
        typeKeys("10");
        QVERIFY(waitFor("Next session: Evening group*"));
    }

    void wrongPinsWait()
    {
        QVERIFY(setPin() && lockNow());
        QVERIFY(enter("000000") && waitFor("That did not match. Please try again."));
        QVERIFY(has("0 numbers in"));
        QVERIFY(enter("000000") && enter("000000") && enter("000000"));
        QVERIFY(waitFor("Let’s try again soon"));
        QVERIFY2(has("4 tries did not match. The number pad opens again at 3:2*"), qPrintable(screen().spoken()));
        (void)press("1");
        QVERIFY(has("0 numbers in"));
        QVERIFY(press("Help now") && waitFor("Call 988", 1000) && press("Back"));
        m_stage->clock().advance(30s);
        QVERIFY(waitFor("Enter your PIN", 3000));
        QVERIFY(enter("246810") && waitFor("Next session: Evening group*"));
    }

    /// Not "10 tries did not match": nobody tried, and the disk may give it out again.
    void aLockThatCannotBeReadIsSaidAndReadAgain()
    {
        QVERIFY(setPin());
        QDirIterator found(m_stage->folder(), {QStringLiteral("*.pin"), QStringLiteral("*.pin.copy")}, QDir::Files,
                           QDirIterator::Subdirectories);
        QMap<QString, QByteArray> kept;
        while (found.hasNext()) {
            QFile file(found.next());
            QVERIFY(file.open(QIODevice::ReadWrite));
            kept.insert(file.fileName(), file.readAll());
            QVERIFY(file.seek(0) && file.write(QByteArray(100, 'x')) == 100);
        }
        QCOMPARE(kept.size(), 2);
        QVERIFY(openYou() && press("Lock Handrail") && waitFor("Your PIN can’t be checked right now"));
        QVERIFY2(has("Handrail stays locked") && !has("1") && has("Help now"), qPrintable(screen().spoken()));
        QVERIFY(!screen().spoken().contains(QStringLiteral("tries did not match")));
        QVERIFY(press("Sign in with your clinic") && waitFor("Forgot your PIN?") && press("Go back"));
        QVERIFY(waitFor("Your PIN can’t be checked right now") && press("Try again"));
        QVERIFY(waitFor("Your PIN can’t be checked right now"));
        for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
            QFile file(it.key());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*it) == it->size());
        }
        QVERIFY(press("Try again") && waitFor("Enter your PIN"));
        QVERIFY(enter("246810") && waitFor("Next session: Evening group*"));
    }

    void aForgottenPinLosesNoCheckIn()
    {
        QVERIFY(setPin());
        m_stage->closeClinic();
        m_stage->app().navigator().home();
        QVERIFY(waitFor("Start the check-in") && press("Start the check-in") && waitFor("Okay") && press("Okay")
                && waitFor("What was your strongest urge*"));
        while (m_stage->app().navigator().route() == Navigator::CheckIn && has("Skip"))
            QVERIFY(press("Skip"));
        QVERIFY(sendNow() && waitFor("Saved on this device. Not sent yet."));
        QVERIFY(press("Done") && lockNow());
        QVERIFY(press("Forgot your PIN?") && waitFor("Sign in with your clinic")
                && screen().spoken().contains(QStringLiteral("The rest that is only here opens with this PIN alone"))
                && press("Go back") && waitFor("Enter your PIN"));
        QVERIFY(press("Forgot your PIN?") && waitFor("Sign in with your clinic"));
        QVERIFY(m_stage->openClinic());
        QCOMPARE(checkInsAtClinic(), 0);
        QVERIFY(press("Sign in with your clinic") && waitForState(Account::State::Active));
        QVERIFY(screen().waitUntil([this] { return account().records() && account().records()->unsentCount() == 0; }, 30'000));
        QCOMPARE(checkInsAtClinic(), 1);
        QVERIFY(!account().hasPin());
        QVERIFY(openYou() && waitFor("App lock, Off"));
        m_stage->closeApp();
        QVERIFY(m_stage->openApp() && waitFor("See today’s answers"));
        QCOMPARE(checkInsAtClinic(), 1);
    }

    void whatTheForgottenPinHidComesBackWithIt()
    {
        QVERIFY(setOwnMark(*account().records(), QDate(2026, 11, 12), QStringLiteral("Called my sister")).has_value());
        QVERIFY(setPin() && lockNow());
        QVERIFY(press("Forgot your PIN?") && waitFor("Sign in with your clinic") && press("Sign in with your clinic"));
        QVERIFY(waitForState(Account::State::Active));
        const auto marks = [this] {
            return ownMarks(*account().records(), QDate(2026, 1, 1), QDate(2026, 12, 31)).value_or(OwnMarks()).values();
        };
        QVERIFY(marks().isEmpty());
        QVERIFY(openYou() && press("You remember your old PIN?*") && waitFor("Enter the PIN you had"));
        QVERIFY(enter("111111") && waitFor("That did not match. Please try again."));
        // Whoever leaves and comes back waits no less and no longer.
        for (int tries = 2; tries <= 4; ++tries)
            QVERIFY(enter("111111")
                    && screen().waitUntil([this, tries] { return account().asidePins().first().tries == tries; }, 10'000));
        QVERIFY(waitFor("Let’s try again soon") && press("Cancel") && press("You remember your old PIN?*"));
        QVERIFY(waitFor("Let’s try again soon"));
        m_stage->clock().advance(std::chrono::seconds(31));
        QVERIFY(waitFor("Enter the PIN you had"));
        QVERIFY(enter("246810") && waitFor("What was behind your old PIN is back"));
        QCOMPARE(marks(), QStringList{QStringLiteral("Called my sister")});
        QVERIFY(!has("You remember your old PIN?*"));
        m_stage->closeApp();
        QVERIFY(m_stage->openApp());
        QCOMPARE(marks(), QStringList{QStringLiteral("Called my sister")});
    }

    void aCheckInGoesOnWhereItWas()
    {
        QVERIFY(setPin());
        m_stage->app().navigator().home();
        QVERIFY(waitFor("Start the check-in") && press("Start the check-in") && waitFor("Okay") && press("Okay")
                && waitFor("What was your strongest urge*"));
        QTest::keyClick(&screen().window(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(waitFor("Enter your PIN"));
        QTest::qWait(1500);
        QVERIFY2(screen().waitUntil([this] { return leftOfMaya().isEmpty(); }),
                 qPrintable(leftOfMaya().join(QStringLiteral(" | "))));
        QVERIFY(enter("246810") && waitFor("What was your strongest urge*"));
        QVERIFY(press("Back") && waitFor("How do you feel right now?"));
        QAccessibleInterface *okay = screen().find(QStringLiteral("Okay"));
        QVERIFY(okay && okay->state().checked);
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_lock.moc"
