// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/DemoClinic.h"

#include "core/Log.h"

#include <QCoreApplication>
#include <QCoroSignal>
#include <QDir>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

namespace handrail {

namespace {

constexpr int endLimitMs = 2000;
constexpr qsizetype longestLine = 64 * 1024;

QString programName()
{
    return QStringLiteral("handrail-clinic");
}

} // namespace

/// One start on its way: outlives the DemoClinic if that goes meanwhile.
class DemoClinic::Start final : public QObject
{
    Q_OBJECT
public:
    enum class Outcome { Waiting, Spoke, CannotStart, Ended, Abandoned };

    void settle(Outcome how)
    {
        if (outcome != Outcome::Waiting)
            return;
        outcome = how;
        Q_EMIT settled();
    }

    Outcome outcome = Outcome::Waiting;
    QByteArray line;

Q_SIGNALS:
    void settled();
};

DemoClinic::DemoClinic(QString program, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
{
}

DemoClinic::~DemoClinic()
{
    if (m_start)
        m_start->settle(Start::Outcome::Abandoned);
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->closeWriteChannel(); // the clinic ends when its input does
    if (m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(endLimitMs)) {
        m_process->kill();
        m_process->waitForFinished(endLimitMs);
    }
}

QString DemoClinic::findProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    const QString beside = QStandardPaths::findExecutable(programName(), {here, QDir::cleanPath(here + u"/../libexec")});
    return beside.isEmpty() ? QStandardPaths::findExecutable(programName()) : beside;
}

Result<DemoClinic::Started> DemoClinic::readLine(const QByteArray &line)
{
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    Started started;
    started.fhirBase = QUrl(said.value(u"base").toString(), QUrl::StrictMode);
    const bool isOurs = started.fhirBase.isValid() && started.fhirBase.scheme() == u"http"
        && QHostAddress(started.fhirBase.host()).isLoopback() && started.fhirBase.port() > 0;
    if (!isOurs)
        return problem(ProblemKind::BadData, QStringLiteral("demo clinic: no loopback address"));
    const QJsonArray users = said.value(u"users").toArray();
    for (const QJsonValue &user : users) {
        const QString name = user.toObject().value(u"name").toString();
        if (!name.isEmpty())
            started.users.append(User{name, user.toObject().value(u"password").toString()});
    }
    return started;
}

QCoro::Task<Result<DemoClinic::Started>> DemoClinic::start(std::optional<QDateTime> now, std::chrono::milliseconds limit)
{
    const QString program = m_program.isEmpty() ? findProgram() : m_program;
    if (program.isEmpty())
        co_return Result<Started>(problem(ProblemKind::NotFound, QStringLiteral("handrail-clinic is not installed")));
    if (m_process)
        co_return Result<Started>(problem(ProblemKind::Cancelled, QStringLiteral("demo clinic: started before")));

    QStringList arguments{QStringLiteral("demo"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                          QStringLiteral("--until-stdin-closes")};
    if (now)
        arguments << QStringLiteral("--now") << now->toUTC().toString(Qt::ISODate);

    const auto waiting = std::make_unique<Start>();
    m_start = waiting.get();
    m_process = std::make_unique<QProcess>();
    QProcess *const process = m_process.get();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(process, &QProcess::readyReadStandardOutput, this, [this, process] {
        if (!m_start) {
            process->readAllStandardOutput(); // nothing else is expected
        } else if (process->canReadLine() || process->bytesAvailable() > longestLine) {
            m_start->line = process->readLine(longestLine);
            m_start->settle(Start::Outcome::Spoke);
        }
    });
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (m_start && error == QProcess::FailedToStart)
            m_start->settle(Start::Outcome::CannotStart);
    });
    connect(process, &QProcess::finished, this, [this] {
        if (m_start)
            m_start->settle(Start::Outcome::Ended);
        if (std::exchange(m_isRunning, false))
            Q_EMIT ended();
    });
    process->start(program, arguments);

    const QPointer<DemoClinic> self(this);
    co_await qCoro(waiting.get(), &Start::settled, limit);

    if (!self)
        co_return Result<Started>(problem(ProblemKind::Cancelled, QStringLiteral("demo clinic")));
    switch (waiting->outcome) {
    case Start::Outcome::Spoke: {
        Result<Started> started = readLine(waiting->line);
        m_isRunning = started && process->state() == QProcess::Running;
        if (started && !m_isRunning)
            started = problem(ProblemKind::BadData, QStringLiteral("demo clinic: ended at once"));
        if (!started)
            process->kill();
        co_return started;
    }
    case Start::Outcome::CannotStart:
        co_return Result<Started>(problem(ProblemKind::NotFound, QStringLiteral("handrail-clinic cannot be started")));
    case Start::Outcome::Ended:
        co_return Result<Started>(
            problem(ProblemKind::BadData, QStringLiteral("demo clinic: ended with %1").arg(process->exitCode())));
    case Start::Outcome::Waiting:
    case Start::Outcome::Abandoned: break;
    }
    process->kill();
    co_return Result<Started>(problem(ProblemKind::Timeout, QStringLiteral("demo clinic"), true));
}

} // namespace handrail

#include "DemoClinic.moc"
