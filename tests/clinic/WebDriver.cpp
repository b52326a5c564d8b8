// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "WebDriver.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace handrail::test {

namespace {

constexpr int commandDeadline = 60'000; // milliseconds
constexpr int startDeadline = 30'000;

QString chromium()
{
    for (const char *name : {"chromium", "chromium-browser", "google-chrome"}) {
        const QString found = QStandardPaths::findExecutable(QString::fromLatin1(name));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString driver()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("chromedriver"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("chromedriver"), {QStringLiteral("/usr/lib/chromium")})
                           : found;
}

} // namespace

// The WebDriver code points of keys (section "Keyboard actions").
const QString WebDriver::tab = QString(QChar(0xE004));
const QString WebDriver::enter = QString(QChar(0xE007));
const QString WebDriver::space = QStringLiteral(" ");
const QString WebDriver::shiftTab = QString(QChar(0xE008)) + QString(QChar(0xE004));

WebDriver::~WebDriver()
{
    stop();
}

bool WebDriver::isInstalled()
{
    return !chromium().isEmpty() && !driver().isEmpty();
}

bool WebDriver::start(int width, int height, bool isDark)
{
    m_driver.setProcessChannelMode(QProcess::MergedChannels);
    m_driver.start(driver(), {QStringLiteral("--port=0")});
    static const QRegularExpression started(QStringLiteral("started successfully on port (\\d+)"));
    QString output;
    QRegularExpressionMatch match;
    while (!(match = started.match(output)).hasMatch()) {
        if (!m_driver.waitForReadyRead(startDeadline)) {
            m_lastError = QStringLiteral("chromedriver did not start: ") + output;
            return false;
        }
        output += QString::fromLocal8Bit(m_driver.readAll());
    }
    m_server = QStringLiteral("http://127.0.0.1:") + match.captured(1);
    const QJsonArray arguments{QStringLiteral("--headless=new"),
                               QStringLiteral("--no-sandbox"),
                               QStringLiteral("--disable-gpu"),
                               QStringLiteral("--disable-quic"),
                               QStringLiteral("--no-first-run"),
                               QStringLiteral("--disable-background-networking"),
                               QStringLiteral("--disable-component-update"),
                               QStringLiteral("--disable-sync"),
                               QStringLiteral("--disable-dev-shm-usage"),
                               QString(QStringLiteral("--user-data-dir=") + m_profile.path()),
                               QStringLiteral("--window-size=%1,%2").arg(width).arg(height)};
    const QJsonObject options{{QStringLiteral("binary"), chromium()}, {QStringLiteral("args"), arguments}};
    const QJsonObject wanted{{QStringLiteral("browserName"), QStringLiteral("chrome")},
                             {QStringLiteral("goog:chromeOptions"), options}};
    const QJsonObject session = call("POST", QStringLiteral("/session"),
                                     {{QStringLiteral("capabilities"), QJsonObject{{QStringLiteral("alwaysMatch"), wanted}}}})
                                    .toObject();
    m_session = session.value(QStringLiteral("sessionId")).toString();
    if (m_session.isEmpty())
        return false;
    // The page itself, without the frame of a window, is to have this size; narrow ones need this, as a window has a least width.
    const QJsonObject metrics{{QStringLiteral("width"), width},
                              {QStringLiteral("height"), height},
                              {QStringLiteral("deviceScaleFactor"), 2},
                              {QStringLiteral("mobile"), false}};
    const QJsonObject scheme{{QStringLiteral("name"), QStringLiteral("prefers-color-scheme")},
                             {QStringLiteral("value"), isDark ? QStringLiteral("dark") : QStringLiteral("light")}};
    const QString path = QStringLiteral("/session/%1/goog/cdp/execute").arg(m_session);
    call("POST", path,
         {{QStringLiteral("cmd"), QStringLiteral("Emulation.setDeviceMetricsOverride")}, {QStringLiteral("params"), metrics}});
    call("POST", path,
         {{QStringLiteral("cmd"), QStringLiteral("Emulation.setEmulatedMedia")},
          {QStringLiteral("params"), QJsonObject{{QStringLiteral("features"), QJsonArray{scheme}}}}});
    return true;
}

void WebDriver::stop()
{
    if (!m_session.isEmpty())
        call("DELETE", QStringLiteral("/session/") + m_session);
    m_session.clear();
    if (m_driver.state() != QProcess::NotRunning) {
        m_driver.terminate();
        if (!m_driver.waitForFinished(5000)) {
            m_driver.kill();
            m_driver.waitForFinished(5000);
        }
    }
}

QJsonValue WebDriver::call(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    QNetworkRequest request{QUrl(m_server + path)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json; charset=utf-8"));
    request.setTransferTimeout(commandDeadline);
    const QByteArray data = method == "POST" ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray();
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, data);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QJsonValue value = QJsonDocument::fromJson(reply->readAll()).object().value(QStringLiteral("value"));
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply->deleteLater();
    if (status != 200) {
        m_lastError = value.toObject().value(QStringLiteral("error")).toString() + QStringLiteral(": ")
            + value.toObject().value(QStringLiteral("message")).toString();
        qWarning().noquote() << "WebDriver" << path << m_lastError.left(300);
        return QJsonValue::Undefined;
    }
    return value;
}

bool WebDriver::open(const QUrl &url)
{
    const QString path = QStringLiteral("/session/%1/url").arg(m_session);
    // A key pressed before the page is there is lost.
    return !call("POST", path, {{QStringLiteral("url"), QString::fromLatin1(url.toEncoded())}}).isUndefined()
        && waitFor(QStringLiteral("return document.readyState === 'complete'"));
}

QUrl WebDriver::url()
{
    return QUrl(call("GET", QStringLiteral("/session/%1/url").arg(m_session)).toString());
}

QString WebDriver::title()
{
    return call("GET", QStringLiteral("/session/%1/title").arg(m_session)).toString();
}

bool WebDriver::press(const QString &keys)
{
    const auto action = [](const char *type, QChar key) {
        return QJsonObject{{QStringLiteral("type"), QLatin1String(type)}, {QStringLiteral("value"), QString(key)}};
    };
    QJsonArray actions;
    if (keys == shiftTab) {
        actions = {action("keyDown", keys.at(0)), action("keyDown", keys.at(1)), action("keyUp", keys.at(1)),
                   action("keyUp", keys.at(0))};
    } else {
        for (const QChar key : keys) {
            actions.append(action("keyDown", key));
            actions.append(action("keyUp", key));
        }
    }
    const QJsonObject keyboard{{QStringLiteral("type"), QStringLiteral("key")},
                               {QStringLiteral("id"), QStringLiteral("keyboard")},
                               {QStringLiteral("actions"), actions}};
    return !call("POST", QStringLiteral("/session/%1/actions").arg(m_session), {{QStringLiteral("actions"), QJsonArray{keyboard}}})
                .isUndefined();
}

QJsonValue WebDriver::run(const QString &script, const QJsonArray &arguments)
{
    return call("POST", QStringLiteral("/session/%1/execute/sync").arg(m_session),
                {{QStringLiteral("script"), script}, {QStringLiteral("args"), arguments}});
}

bool WebDriver::savePicture(const QString &file)
{
    const QByteArray png =
        QByteArray::fromBase64(call("GET", QStringLiteral("/session/%1/screenshot").arg(m_session)).toString().toLatin1());
    QFile out(file);
    return !png.isEmpty() && out.open(QIODevice::WriteOnly) && out.write(png) == png.size();
}

QString WebDriver::focused(const QString &expression)
{
    return run(QStringLiteral("const e = document.activeElement; return String((%1) ?? '');").arg(expression)).toString();
}

bool WebDriver::waitFor(const QString &script)
{
    return QTest::qWaitFor([&] { return run(script).toBool(); }, 10'000);
}

} // namespace handrail::test
