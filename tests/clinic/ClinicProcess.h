// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace handrail::test {

/// One HTTP answer, read to its end.
struct HttpAnswer {
    int status = 0; ///< 0: no answer came
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;       ///< unpacked when it was gzip
    bool isClosed = false; ///< the server closed the connection after it
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const;
    /// The body is an OperationOutcome with an issue that has severity, code and diagnostics.
    [[nodiscard]] bool isOutcome() const;
};

/// What a sign-in gave.
struct SignedIn {
    QByteArray accessToken;
    QString refreshToken;
    QString patientId;
    QString scope;
};

/// The real handrail-clinic program as a child process on a loopback port, and a plain client for it. Blocks; for tests.
class ClinicProcess
{
public:
    ~ClinicProcess();

    /// `handrail-clinic demo` or `serve` with these options; true once it is ready (it answers then).
    [[nodiscard]] bool start(const QStringList &arguments);
    /// SIGTERM, then waits. The exit code, or -1 when it had to be killed.
    int stop();
    /// SIGKILL.
    void kill();

    /// Runs the program to its end with `input`. `output` is its standard output, `errors` the rest.
    struct Finished {
        int code = -1;
        QByteArray output, errors;
    };
    [[nodiscard]] static Finished runToEnd(const QStringList &arguments, const QByteArray &input = {});

    [[nodiscard]] QUrl base() const { return m_base; }
    [[nodiscard]] QJsonObject ready() const { return m_ready; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    /// One request on a connection of its own. `path` is below the base ("Patient/p1") unless it starts with a slash or http.
    [[nodiscard]] HttpAnswer send(const QByteArray &method, const QByteArray &path, const QByteArray &token = {},
                                  const QByteArray &body = {}, const Headers &headers = {}) const;
    /// These bytes as they are; one answer.
    [[nodiscard]] HttpAnswer sendRaw(const QByteArray &bytes, int waitMilliseconds = 15'000) const;

    /// The whole SMART standalone launch, by the sign-in page's own form. nullopt when it ends in anything but tokens.
    [[nodiscard]] std::optional<SignedIn> signIn(const QString &user, const QString &password, const QString &scope) const;

private:
    QProcess m_process;
    QUrl m_base;
    QJsonObject m_ready;
};

/// Reads one answer from what arrived; nullopt when it is not whole yet. `isHead`: no body follows.
[[nodiscard]] std::optional<HttpAnswer> readAnswer(QByteArray &bytes, bool isHead, bool isAtEnd);

} // namespace handrail::test
