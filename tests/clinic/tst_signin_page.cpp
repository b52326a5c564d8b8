// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ClinicProcess.h"
#include "FamilyClinic.h"
#include "SmartVisitor.h"
#include "WebDriver.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace handrail::test;

/// The clinic's own pages in a real Chromium of a phone's size, with the keyboard alone. Leaves a picture of each.
class TestSignInPage final : public QObject
{
    Q_OBJECT

    ClinicProcess m_clinic;
    QTcpServer m_app; ///< the app's side of the redirect
    QString m_pictures;

    QUrl start() const
    {
        SmartVisitor visitor(m_clinic.base());
        return visitor.authorizeUrl({{QStringLiteral("redirect_uri"), redirect()}});
    }
    QString redirect() const { return QStringLiteral("http://127.0.0.1:%1/callback").arg(m_app.serverPort()); }
    QString picture(const char *name) const { return m_pictures + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"); }

    static bool fits(WebDriver &browser)
    {
        return browser.run(QStringLiteral("return document.documentElement.scrollWidth <= window.innerWidth")).toBool();
    }
    // What is lower than a finger is wide, as text; empty when all is well.
    static QString smallTargets(WebDriver &browser)
    {
        return browser
            .run(QStringLiteral("return [...document.querySelectorAll('input:not([type=hidden]),button,a,summary')].filter(e => "
                                "e.checkVisibility() && "
                                "e.getBoundingClientRect().height < 48).map(e => e.outerHTML.slice(0, 80) + "
                                "e.getBoundingClientRect().height).join('\\n')"))
            .toString();
    }
    static bool hasScripts(WebDriver &browser)
    {
        return browser.run(QStringLiteral("return document.scripts.length > 0")).toBool();
    }
    static QString heading(WebDriver &browser)
    {
        return browser.run(QStringLiteral("return document.querySelector('h1')?.textContent ?? ''")).toString();
    }
    static bool waitForHeading(WebDriver &browser, const QString &words)
    {
        return QTest::qWaitFor([&] { return heading(browser) == words; }, 20'000);
    }
    static bool tabUntil(WebDriver &browser, const QString &text)
    {
        for (int i = 0; i < 20; ++i) {
            if (browser.focused(QStringLiteral("e.textContent.trim()")) == text)
                return true;
            browser.press(WebDriver::tab);
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!WebDriver::isInstalled())
            QSKIP("No Chromium with chromedriver on this machine");
        QVERIFY(m_clinic.start({QStringLiteral("demo")}));
        QVERIFY(m_app.listen(QHostAddress::LocalHost));
        connect(&m_app, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_app.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<h1>Back in the app</h1>");
                socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        m_pictures = QCoreApplication::applicationDirPath() + QStringLiteral("/signin-pages");
        QVERIFY(QDir().mkpath(m_pictures));
    }

    void withTheKeyboardAlone()
    {
        WebDriver browser;
        QVERIFY2(browser.start(390, 844), qPrintable(browser.lastError()));
        QVERIFY(browser.open(start()));
        QCOMPARE(heading(browser), QStringLiteral("Sign in"));
        QVERIFY(browser.savePicture(picture("sign-in")));
        QVERIFY(fits(browser));
        QVERIFY(!hasScripts(browser));
        QCOMPARE(smallTargets(browser), QString());
        // The policy lets our own style in.
        QCOMPARE(browser.run(QStringLiteral("return getComputedStyle(document.body).backgroundColor")).toString(),
                 QStringLiteral("rgb(246, 243, 236)"));
        QCOMPARE(browser
                     .run(QStringLiteral("return [...document.querySelectorAll('input:not([type=hidden])')]"
                                         ".map(e => e.labels[0]?.textContent).join()"))
                     .toString(),
                 QStringLiteral("User name,Password"));

        // The order of Tab is the order of reading.
        QStringList order;
        for (int i = 0; i < 20 && (order.isEmpty() || order.last() != u"or text 988"); ++i) {
            browser.press(WebDriver::tab);
            order += browser.focused(QStringLiteral("e.id || e.textContent.trim()"));
        }
        QCOMPARE(order.mid(0, 3), (QStringList{QStringLiteral("username"), QStringLiteral("password"), QStringLiteral("Sign in")}));
        QVERIFY2(order.at(3).contains(QStringLiteral("Maya Bell")) && order.at(4).contains(QStringLiteral("Rosa Bell")),
                 qPrintable(order.join(u'|')));
        QCOMPARE(order.mid(order.size() - 3),
                 (QStringList{QStringLiteral("I can’t sign in"), QStringLiteral("Help now: call"), QStringLiteral("or text 988")}));
        // Help is in sight without scrolling.
        QVERIFY(browser
                    .run(QStringLiteral("window.scrollTo(0, 0); const r = document.querySelector('.help').getBoundingClientRect(); "
                                        "return r.top > 0 && r.bottom <= window.innerHeight"))
                    .toBool());
        QVERIFY(
            browser.run(QStringLiteral("return parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2")).toBool());

        // A wrong password, sent with Enter.
        QVERIFY(browser.open(start()));
        // The first key may come before the window has the focus.
        for (int i = 0; i < 3 && browser.focused(QStringLiteral("e.id")) != u"username"; ++i)
            browser.press(WebDriver::tab);
        QCOMPARE(browser.focused(QStringLiteral("e.id")), QStringLiteral("username"));
        browser.press(QStringLiteral("maya"));
        browser.press(WebDriver::tab);
        browser.press(QStringLiteral("wrong"));
        browser.press(WebDriver::enter);
        QVERIFY(browser.waitFor(QStringLiteral("return document.querySelector('#password-wrong') !== null")));
        QVERIFY(browser.savePicture(picture("sign-in-wrong")));
        QVERIFY(fits(browser));
        QVERIFY(browser.title().startsWith(QStringLiteral("Not signed in yet")));
        QCOMPARE(browser.run(QStringLiteral("return document.querySelector('#username').value")).toString(),
                 QStringLiteral("maya"));
        QCOMPARE(browser.run(QStringLiteral("return document.querySelector('#password').value")).toString(), QString());
        QCOMPARE(browser.focused(QStringLiteral("e.id")), QStringLiteral("password"));
        QVERIFY(browser.focused(QStringLiteral("document.getElementById(e.getAttribute('aria-describedby')).textContent"))
                    .contains(QStringLiteral("do not match")));

        // The right one.
        browser.press(QStringLiteral("demo"));
        browser.press(WebDriver::enter);
        QVERIFY(waitForHeading(browser, QStringLiteral("Let the Handrail app in?")));
        QVERIFY(browser.savePicture(picture("consent")));
        QVERIFY(fits(browser));
        QVERIFY(!hasScripts(browser));
        QCOMPARE(smallTargets(browser), QString());
        browser.press(WebDriver::tab);
        QCOMPARE(browser.focused(QStringLiteral("e.textContent")), QStringLiteral("Allow"));
        browser.press(WebDriver::enter);
        QVERIFY(waitForHeading(browser, QStringLiteral("Back in the app")));
        const QUrl back = browser.url();
        QVERIFY(back.toString().startsWith(redirect()));
        QCOMPARE(QUrlQuery(back).queryItemValue(QStringLiteral("code")).size(), 43);
    }

    void sayingNoAndTheHelpForThoseWhoCannot()
    {
        WebDriver browser;
        QVERIFY2(browser.start(390, 844), qPrintable(browser.lastError()));
        QVERIFY(browser.open(start()));
        QVERIFY(tabUntil(browser, QStringLiteral("I can’t sign in")));
        QVERIFY(!browser.run(QStringLiteral("return document.querySelector('details').open")).toBool());
        browser.press(WebDriver::enter);
        QVERIFY(browser.waitFor(QStringLiteral("return document.querySelector('details').open")));
        QVERIFY(browser.savePicture(picture("cannot-sign-in")));

        QVERIFY(browser.open(start()));
        for (int i = 0; i < 20 && !browser.focused(QStringLiteral("e.value")).contains(QStringLiteral("rosa")); ++i)
            browser.press(WebDriver::tab);
        browser.press(WebDriver::space);
        QVERIFY(waitForHeading(browser, QStringLiteral("Let the Handrail app in?")));
        QVERIFY(browser.savePicture(picture("consent-relative")));
        const QString page = browser.run(QStringLiteral("return document.body.textContent")).toString();
        QVERIFY(page.contains(QStringLiteral("the sessions that you join with Maya Bell")));
        QVERIFY(page.contains(QStringLiteral("It can’t see check-ins")));
        QVERIFY(tabUntil(browser, QStringLiteral("Don’t allow")));
        browser.press(WebDriver::space);
        QVERIFY(waitForHeading(browser, QStringLiteral("Back in the app")));
        QCOMPARE(QUrlQuery(browser.url()).queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
    }

    void inSpanish()
    {
        WebDriver browser;
        QVERIFY2(browser.start(320, 640), qPrintable(browser.lastError()));
        QUrl url = start();
        QUrlQuery query(url);
        query.addQueryItem(QStringLiteral("ui_locales"), QStringLiteral("es"));
        url.setQuery(query);
        QVERIFY(browser.open(url));
        QCOMPARE(heading(browser), QStringLiteral("Entrar"));
        QCOMPARE(browser.run(QStringLiteral("return document.documentElement.lang")).toString(), QStringLiteral("es"));
        QVERIFY(fits(browser));
        QCOMPARE(smallTargets(browser), QString());
        QVERIFY(browser.savePicture(picture("sign-in-es-320")));
        for (int i = 0; i < 20 && !browser.focused(QStringLiteral("e.value")).contains(QStringLiteral("maya")); ++i)
            browser.press(WebDriver::tab);
        browser.press(WebDriver::space);
        QVERIFY(waitForHeading(browser, QStringLiteral("¿Dejas entrar a la app Handrail?")));
        QCOMPARE(browser.run(QStringLiteral("return document.documentElement.lang")).toString(), QStringLiteral("es"));
        QVERIFY(fits(browser));
        QVERIFY(browser.savePicture(picture("consent-es-320")));
    }

    // Somebody who was invited, with the keyboard alone: their own sign-in, the promise, and what the app may do.
    void anInvitation()
    {
        FamilyClinic family;
        QVERIFY(family.start());
        const QString ticket = family.ticketFor(family.invite(FamilyClinic::invitation(newUrn())));
        SmartVisitor visitor(family.clinic.base());
        WebDriver browser;
        QVERIFY2(browser.start(320, 640), qPrintable(browser.lastError()));
        QVERIFY(browser.open(visitor.authorizeUrl({{QStringLiteral("redirect_uri"), redirect()},
                                                   {QStringLiteral("scope"), QString::fromLatin1(FamilyClinic::relativeScope)},
                                                   {QStringLiteral("invitation"), ticket}})));
        QCOMPARE(heading(browser), QStringLiteral("Make your own sign-in"));
        QVERIFY(fits(browser) && !hasScripts(browser));
        QCOMPARE(smallTargets(browser), QString());
        QVERIFY(browser.savePicture(picture("invited-320")));
        const auto type = [&](const QString &label, const QString &words) {
            for (int i = 0; i < 20 && browser.focused(QStringLiteral("e.labels?.[0]?.textContent ?? ''")) != label; ++i)
                browser.press(WebDriver::tab);
            browser.press(words);
        };
        type(QStringLiteral("User name"), QStringLiteral("ana.bell"));
        type(QStringLiteral("Password, 8 signs or more"), QStringLiteral("blue lamp 7"));
        type(QStringLiteral("The same password again"), QStringLiteral("blue lamp 8"));
        browser.press(WebDriver::enter);
        QVERIFY(browser.waitFor(QStringLiteral("return !!document.querySelector('#again-wrong')")));
        QVERIFY(fits(browser));
        QVERIFY(browser.savePicture(picture("invited-wrong-320")));
        type(QStringLiteral("Password, 8 signs or more"), QStringLiteral("blue lamp 7"));
        type(QStringLiteral("The same password again"), QStringLiteral("blue lamp 7"));
        browser.press(WebDriver::enter);
        QVERIFY(waitForHeading(browser, QStringLiteral("Please keep it private")));
        QVERIFY(fits(browser));
        QCOMPARE(smallTargets(browser), QString());
        QVERIFY(browser.savePicture(picture("promise-320")));
        QVERIFY(tabUntil(browser, QStringLiteral("I’ll keep it private")));
        browser.press(WebDriver::space);
        QVERIFY(waitForHeading(browser, QStringLiteral("Let the Handrail app in?")));
        QVERIFY(tabUntil(browser, QStringLiteral("Allow")));
        browser.press(WebDriver::space);
        QVERIFY(waitForHeading(browser, QStringLiteral("Back in the app")));
    }

    void narrowAndDark()
    {
        WebDriver browser;
        QVERIFY2(browser.start(320, 640, true), qPrintable(browser.lastError()));
        QVERIFY(browser.open(start()));
        QVERIFY(fits(browser));
        QCOMPARE(browser.run(QStringLiteral("return window.innerWidth")).toInt(), 320);
        QCOMPARE(browser.run(QStringLiteral("return getComputedStyle(document.body).backgroundColor")).toString(),
                 QStringLiteral("rgb(15, 23, 22)"));
        QCOMPARE(smallTargets(browser), QString());
        QVERIFY(browser.savePicture(picture("sign-in-dark-320")));
        // Text twice as big: nothing runs out of the page.
        QCOMPARE(browser.run(QStringLiteral("return document.documentElement.style.fontSize = '200%'")).toString(),
                 QStringLiteral("200%"));
        QVERIFY(fits(browser));
        QVERIFY(browser.savePicture(picture("sign-in-dark-320-large")));
    }
};

QTEST_GUILESS_MAIN(TestSignInPage)
#include "tst_signin_page.moc"
