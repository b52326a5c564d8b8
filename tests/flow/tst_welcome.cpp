// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "PageWalk.h"
#include "Stage.h"
#include "fakes/FakeSecretStore.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QQuickItem>
#include <QTest>

using namespace handrail;

/// The first page of an app that no clinic set up: the clinic's address is typed, key by key, or pasted.
class TestWelcome final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    FakeSecretStore m_secrets;

    const QString m_field = QStringLiteral("Your clinic’s address");
    const QString m_signIn = QStringLiteral("Sign in with your program");

    Screen &screen() { return m_stage->screen(); }

    [[nodiscard]] QString typed()
    {
        QAccessibleInterface *field = screen().find(m_field);
        return field ? field->text(QAccessible::Value) : QStringLiteral("no field");
    }

    bool becomesMaya()
    {
        m_stage->person().become(QStringLiteral("maya"), QStringLiteral("demo"));
        return screen().press(m_signIn) && screen().waitUntil([this] { return m_stage->app().navigator().isSignedIn(); }, 30'000);
    }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
        m_stage->useSecrets(m_secrets);
        QVERIFY(m_stage->openClinic());
        QVERIFY(m_stage->openAppToType());
        QVERIFY(screen().waitFor(m_field));
    }

    void cleanup() { m_stage.reset(); }

    void aWholeAddressIsTyped()
    {
        const QString address = m_stage->clinic().base().toString();
        QVERIFY(address.contains(QLatin1String("://")));
        QVERIFY(screen().press(m_signIn)); // nothing to sign in to yet
        QCOMPARE(m_stage->app().navigator().route(), Navigator::Welcome);
        QVERIFY(screen().type(m_field, address));
        QCOMPARE(typed(), address);
        QVERIFY2(becomesMaya(), qPrintable(screen().spoken()));
    }

    /// Each is as it was typed, and no address is said to be none in plain words.
    void aWrongOneIsCorrected()
    {
        const QString wrong = QStringLiteral("https://my clinic/fhir");
        QVERIFY(screen().type(m_field, wrong));
        QCOMPARE(typed(), wrong);
        QVERIFY(screen().press(m_signIn));
        QVERIFY2(screen().waitFor(QStringLiteral("This address does not work*")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitFor(m_field));
        QCOMPARE(typed(), wrong); // still there to be mended
        QVERIFY(screen().type(m_field, {}));
        for (qsizetype i = wrong.size(); i > 0; --i)
            QTest::keyClick(&screen().window(), Qt::Key_Backspace);
        QCOMPARE(typed(), QString());
        QVERIFY(screen().press(m_signIn));
        QCOMPARE(m_stage->app().navigator().route(), Navigator::Welcome);
        QVERIFY(screen().type(m_field, m_stage->clinic().base().toString()));
        QVERIFY2(becomesMaya(), qPrintable(screen().spoken()));
    }

    void onePastedFromALetterWorks()
    {
        const QString address = m_stage->clinic().base().toString();
        const QString pasted = QStringLiteral("  ") + address.left(20) + u'\n' + address.mid(20) + QStringLiteral("/ \n");
        QGuiApplication::clipboard()->setText(pasted);
        QVERIFY(screen().type(m_field, {}));
        QTest::keySequence(&screen().window(), QKeySequence::Paste);
        QVERIFY2(typed().contains(address.left(20)), qPrintable(typed()));
        QVERIFY2(becomesMaya(), qPrintable(screen().spoken()));
    }

    void nothingOfItIsCut()
    {
        QVERIFY(screen().type(m_field, QStringLiteral("https://my clinic/fhir")));
        QVERIFY(screen().press(m_signIn) && screen().waitFor(QStringLiteral("This address does not work*")));
        QStringList found;
        for (const QSize size : {QSize(390, 844), QSize(320, 640), QSize(320, 480), QSize(844, 390), QSize(1024, 768)}) {
            screen().window().resize(size);
            screen().waitUntil([&] { return screen().window().contentItem()->width() == size.width(); }, 2000);
            for (const double scale : {1.0, 2.0}) {
                for (const char *language : {"en", "es"}) {
                    m_stage->app().preferences().setTextScale(scale);
                    m_stage->app().preferences().setLanguage(QString::fromLatin1(language));
                    screen().settle();
                    for (const QString &problem : problemsOf(screen().window().contentItem()))
                        found << QStringLiteral("%1 dp, %2 %, %3: %4")
                                     .arg(size.width())
                                     .arg(scale * 100)
                                     .arg(QLatin1String(language), problem);
                }
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("handrail"));
    TestWelcome test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_welcome.moc"
