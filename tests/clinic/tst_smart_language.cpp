// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicProcess.h"
#include "SmartVisitor.h"

#include <QRegularExpression>
#include <QTest>

using namespace handrail;
using namespace handrail::test;

namespace {

const QString maya = QStringLiteral("maya");
const QString rosa = QStringLiteral("rosa");
const QString demo = QStringLiteral("demo");

} // namespace

/// The clinic's own pages speak the language that the app asks for, or that the browser likes.
class TestSmartLanguage final : public QObject
{
    Q_OBJECT

    ClinicProcess m_clinic;

    SmartVisitor visitor() const { return SmartVisitor(m_clinic.base()); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_clinic.start({QStringLiteral("demo")})); }

    // A page that a browser opens again by its address, such as from its history or a bookmark.
    void pagesOpenedByTheirAddress_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("says");
        const QByteArray signIn = "start to sign in once more", code = "type the code again";
        QTest::newRow("sign-in") << QStringLiteral("/auth/sign-in") << signIn;
        QTest::newRow("consent") << QStringLiteral("/auth/consent") << signIn;
        QTest::newRow("invitation") << QStringLiteral("/auth/invitation") << code;
        QTest::newRow("promise") << QStringLiteral("/auth/promise") << code;
    }

    void pagesOpenedByTheirAddress()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, says);
        SmartVisitor app = visitor();
        const QUrl address = m_clinic.base().resolved(QUrl(path));
        const auto page = app.get(address, {{"Accept-Language", "en"}});
        QCOMPARE(page.status, 403);
        QVERIFY(page.headers.value("content-type").startsWith("text/html"));
        QVERIFY2(page.body.contains("This page is too old") && page.body.contains(says), page.body.constData());
        QVERIFY(page.body.contains("tel:988"));
        QVERIFY(app.get(address, {{"Accept-Language", "es"}}).body.contains("Esta página ya no sirve"));
    }

    void pagesInTheLanguageOfTheReader_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QByteArray>("liked");
        QTest::addColumn<QByteArray>("language");
        const auto row = [](const char *name, const char *asked, const char *liked, const char *language) {
            QTest::newRow(name) << (asked ? QString::fromLatin1(asked) : QString()) << QByteArray(liked) << QByteArray(language);
        };
        row("nothing is said", nullptr, "", "en");
        row("the app asks", "es", "", "es");
        row("the app asks, the browser likes another", "es", "en-US,en;q=0.9", "es");
        row("a country's Spanish", "es-MX en", "", "es");
        row("the first that is there", "fr es en", "", "es");
        row("none that is there", "fr", "", "en");
        row("the browser alone", nullptr, "es-US,es;q=0.9,en;q=0.8", "es");
        row("the browser likes English more", nullptr, "es;q=0.5, en;q=0.9", "en");
        row("Spanish is refused", nullptr, "es;q=0, fr", "en");
        row("nonsense", "';--", ",;q=x,,=", "en");
    }

    void pagesInTheLanguageOfTheReader()
    {
        QFETCH(QString, asked);
        QFETCH(QByteArray, liked);
        QFETCH(QByteArray, language);
        SmartVisitor app = visitor();
        QMap<QByteArray, QByteArray> headers{{"Accept-Language", liked}};
        const auto page = app.get(app.authorizeUrl({{QStringLiteral("ui_locales"), asked}}), headers);
        QVERIFY2(page.body.contains(QByteArray("<html lang=\"" + language + '"')), page.body.left(200).constData());
        QCOMPARE(page.headers.value("content-language"), language);
        // The pages behind it keep to it, whatever the browser likes: the form says no more of languages.
        const QByteArray wrong = language == "es" ? QByteArray("no coinciden") : QByteArray("do not match");
        const auto again =
            app.submit(page,
                       {{QStringLiteral("username"), QStringLiteral("lang-") + QString::fromLatin1(QTest::currentDataTag())},
                        {QStringLiteral("password"), QStringLiteral("x")}});
        QVERIFY2(again.body.contains(wrong) && again.body.contains(QByteArray("<html lang=\"" + language + '"')),
                 again.body.constData());
        const auto consent = app.submit(page, {{QStringLiteral("username"), maya}, {QStringLiteral("password"), demo}});
        QVERIFY(
            consent.body.contains(language == "es" ? "Entraste como <b>Maya Bell</b>." : "You are signed in as <b>Maya Bell</b>."));
        QVERIFY(consent.body.contains(QByteArray("<html lang=\"" + language + '"')));
    }

    void theSpanishPagesHaveNoEnglish()
    {
        SmartVisitor app = visitor();
        for (const QString &user : {maya, rosa}) {
            const auto page = app.authorize({{QStringLiteral("ui_locales"), QStringLiteral("es")}});
            const auto wrong = app.submit(page, {{QStringLiteral("username"), QString()}});
            const auto consent = app.submit(page, {{QStringLiteral("username"), user}, {QStringLiteral("password"), demo}});
            const auto stale =
                app.post(m_clinic.base().resolved(QUrl(QStringLiteral("/auth/sign-in"))), {}, {{"Accept-Language", "es"}});
            const auto foreign = app.authorize(
                {{QStringLiteral("ui_locales"), QStringLiteral("es")}, {QStringLiteral("client_id"), QStringLiteral("x")}});
            QCOMPARE(wrong.status, 400);
            QCOMPARE(consent.status, 200);
            QCOMPARE(stale.status, 403);
            QCOMPARE(foreign.status, 400);
            static const QRegularExpression style(QStringLiteral("<style>.*?</style>"),
                                                  QRegularExpression::DotMatchesEverythingOption);
            static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
            static const QRegularExpression english(
                QStringLiteral("\\b(the|you|your|and|not|can|sign|see|it|to|page|call|text|patient|sister)\\b"),
                QRegularExpression::CaseInsensitiveOption);
            for (const auto &answer : {page, wrong, consent, stale, foreign}) {
                QString words = answer.html().remove(style).replace(tags, QStringLiteral(" "));
                words.remove(QStringLiteral("Harbor Street Clinic"));
                const auto found = english.match(words);
                QVERIFY2(!found.hasMatch(), qPrintable(found.captured() + u'\n' + words.simplified()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSmartLanguage)
#include "tst_smart_language.moc"
