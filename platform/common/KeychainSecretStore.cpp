// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/KeychainSecretStore.h"

#include "core/Log.h"

#include <QCoroSignal>
#include <QObject>

#include <qt6keychain/keychain.h>
#include <sodium.h>

#include <memory>

namespace handrail {

namespace {

/// What a job said, kept for the one who waits. If nobody waits any more this is gone, and the job's end reaches nobody.
class JobAnswer final : public QObject
{
    Q_OBJECT
public:
    explicit JobAnswer(QKeychain::Job *job)
    {
        connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *done) {
            error = done->error();
            if (const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(done))
                bytes = reading->binaryData();
            Q_EMIT ended();
        });
    }

    QKeychain::Error error = QKeychain::OtherError;
    QByteArray bytes;

Q_SIGNALS:
    void ended();
};

QString service()
{
    return QStringLiteral("org.handrail.app");
}

/// Starts the job and waits for it, but not longer than the limit. nullptr when it did not answer.
QCoro::Task<std::unique_ptr<JobAnswer>> run(QKeychain::Job *job, QString key, std::chrono::milliseconds timeLimit)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    auto answer = std::make_unique<JobAnswer>(job);
    job->start();
    const auto ended = co_await qCoro(answer.get(), &JobAnswer::ended, timeLimit);
    if (!ended)
        answer.reset();
    co_return answer;
}

Problem timedOut()
{
    return {ProblemKind::KeychainBusy, true, QStringLiteral("keychain: no answer in time")};
}

Problem problemFor(QKeychain::Error error)
{
    const QString detail = QStringLiteral("keychain %1").arg(int(error));
    switch (error) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied: // also the answer of a locked keychain to writing
        return {ProblemKind::KeychainBusy, true, detail};
    default: return {ProblemKind::KeychainMissing, false, detail};
    }
}

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds timeLimit)
    : m_timeLimit(timeLimit)
{
}

QCoro::Task<Result<std::optional<QByteArray>>> KeychainSecretStore::read(QString key)
{
    using Answer = Result<std::optional<QByteArray>>;
    auto *job = new QKeychain::ReadPasswordJob(service());
    const std::unique_ptr<JobAnswer> answer = co_await run(job, key, m_timeLimit);
    if (!answer)
        co_return Answer(tl::make_unexpected(timedOut()));
    if (answer->error == QKeychain::NoError)
        co_return Answer(answer->bytes);
    if (answer->error == QKeychain::EntryNotFound)
        co_return Answer(std::nullopt);
    qCInfo(logApp) << "keychain: reading failed with" << int(answer->error);
    co_return Answer(tl::make_unexpected(problemFor(answer->error)));
}

QCoro::Task<Result<void>> KeychainSecretStore::write(QString key, QByteArray secret)
{
    const std::chrono::milliseconds timeLimit = m_timeLimit;
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setBinaryData(secret);
    const std::unique_ptr<JobAnswer> written = co_await run(job, key, timeLimit);
    if (!written)
        co_return Result<void>(tl::make_unexpected(timedOut()));
    if (written->error != QKeychain::NoError) {
        qCInfo(logApp) << "keychain: writing failed with" << int(written->error);
        co_return Result<void>(tl::make_unexpected(problemFor(written->error)));
    }
    // Some keychains report success and keep nothing.
    auto *check = new QKeychain::ReadPasswordJob(service());
    const std::unique_ptr<JobAnswer> back = co_await run(check, key, timeLimit);
    if (!back)
        co_return Result<void>(tl::make_unexpected(timedOut()));
    const bool isKept = back->error == QKeychain::NoError && back->bytes.size() == secret.size()
        && sodium_memcmp(back->bytes.constData(), secret.constData(), std::size_t(secret.size())) == 0;
    if (!isKept)
        co_return Result<void>(problem(ProblemKind::KeychainMissing, QStringLiteral("keychain: what was written is not there")));
    co_return Result<void>();
}

QCoro::Task<Result<void>> KeychainSecretStore::remove(QString key)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    const std::unique_ptr<JobAnswer> answer = co_await run(job, key, m_timeLimit);
    if (!answer)
        co_return Result<void>(tl::make_unexpected(timedOut()));
    if (answer->error != QKeychain::NoError && answer->error != QKeychain::EntryNotFound)
        co_return Result<void>(tl::make_unexpected(problemFor(answer->error)));
    co_return Result<void>();
}

} // namespace handrail

#include "KeychainSecretStore.moc"
