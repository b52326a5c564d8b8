// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace handrail::test {

/// A real Chromium without a window, driven over the W3C WebDriver protocol: what a person with a phone and a keyboard meets.
/// https://www.w3.org/TR/webdriver2/
class WebDriver
{
public:
    WebDriver() = default;
    ~WebDriver();

    /// False when this machine has no Chromium or no chromedriver.
    [[nodiscard]] static bool isInstalled();

    /// A browser with a page of this size in CSS pixels, two device pixels each.
    [[nodiscard]] bool start(int width, int height, bool isDark = false);
    void stop();

    bool open(const QUrl &url);
    [[nodiscard]] QUrl url();
    [[nodiscard]] QString title();
    /// Presses and lets go each key in turn, as a keyboard does. WebDriver's code points stand for special keys.
    bool press(const QString &keys);
    /// The value of a script that returns one.
    [[nodiscard]] QJsonValue run(const QString &script, const QJsonArray &arguments = {});
    bool savePicture(const QString &file);
    /// The attribute or property of what has the focus now.
    [[nodiscard]] QString focused(const QString &expression);
    /// Waits until the script is true; false after 10 s.
    [[nodiscard]] bool waitFor(const QString &script);

    static const QString tab;
    static const QString enter;
    static const QString space;
    static const QString shiftTab; ///< pressed together
    [[nodiscard]] QString lastError() const { return m_lastError; }

private:
    QJsonValue call(const QByteArray &method, const QString &path, const QJsonObject &body = {});

    QProcess m_driver;
    QTemporaryDir m_profile;
    QNetworkAccessManager m_network;
    QString m_server;
    QString m_session;
    QString m_lastError;
};

} // namespace handrail::test
