// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QCoroTask>
#include <QDateTime>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>
#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace handrail {

/// Runs the sample clinic (`handrail-clinic demo`) beside the app, on a free port of loopback, and ends it with this object.
///
/// The clinic ends by itself when its input closes, so none is left over when the app is killed.
class DemoClinic final : public QObject
{
    Q_OBJECT
public:
    /// Somebody of the sample clinic who can sign in.
    struct User {
        QString name;
        QString password;
    };
    struct Started {
        QUrl fhirBase;
        QList<User> users;
    };
    static constexpr std::chrono::seconds startLimit{90}; ///< a slow machine needs half a minute

    /// `program`: path of handrail-clinic; findProgram() when empty.
    explicit DemoClinic(QString program = {}, QObject *parent = nullptr);
    ~DemoClinic() override;

    /// Reads the line that `handrail-clinic demo` prints when it is ready:
    /// {"base": "http://127.0.0.1:40123/fhir/R4", "users": [{"name": "maya", "password": "demo"}, ...]}. BadData when it is not that.
    [[nodiscard]] static Result<Started> readLine(const QByteArray &line);
    /// Beside the app, in ../libexec, or in PATH; empty when there is none.
    [[nodiscard]] static QString findProgram();

    /// Starts it and waits until it takes requests. `now`: the sample clinic's idea of the present.
    /// Problems: NotFound (no such program, or it cannot be started), Timeout (of `limit`), BadData (it ended early or said something
    /// else), Cancelled (this object went away, or was started before).
    QCoro::Task<Result<Started>> start(std::optional<QDateTime> now = std::nullopt, std::chrono::milliseconds limit = startLimit);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// After a good start: the clinic has ended.
    void ended();

private:
    class Start;

    QString m_program;
    std::unique_ptr<QProcess> m_process;
    QPointer<Start> m_start; ///< while start() waits
    bool m_isRunning = false;
};

} // namespace handrail
