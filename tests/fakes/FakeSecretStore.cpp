// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeSecretStore.h"

#include <QCoroTimer>

#include <chrono>

namespace handrail {

using namespace std::chrono_literals;

void FakeSecretStore::setModeAfter(int count, Mode mode)
{
    m_callsBeforeLater = count;
    m_laterMode = mode;
}

void FakeSecretStore::note(const QString &call)
{
    m_calls.append(call);
    if (m_callsBeforeLater == 0)
        m_mode = m_laterMode;
    if (m_callsBeforeLater >= 0)
        --m_callsBeforeLater;
}

QCoro::Task<Result<std::optional<QByteArray>>> FakeSecretStore::read(QString key)
{
    note(u"read " + key);
    const std::weak_ptr<int> life = m_life;
    co_await QCoro::sleepFor(0ms);
    if (life.expired()) // a test ended meanwhile
        co_return problem(ProblemKind::Cancelled, QStringLiteral("fake"));
    using Answer = Result<std::optional<QByteArray>>;
    switch (m_mode) {
    case Mode::Missing: co_return problem(ProblemKind::KeychainMissing, QStringLiteral("fake"));
    case Mode::Hung: co_return problem(ProblemKind::KeychainBusy, QStringLiteral("fake"), true);
    case Mode::Locked: co_return Answer(std::nullopt);
    case Mode::Open:
    case Mode::Keeping:
    case Mode::Forgetful: break;
    }
    const auto found = m_entries.constFind(key);
    if (found == m_entries.constEnd())
        co_return Answer(std::nullopt);
    co_return Answer(*found);
}

QCoro::Task<Result<void>> FakeSecretStore::write(QString key, QByteArray secret)
{
    note(u"write " + key);
    const std::weak_ptr<int> life = m_life;
    co_await QCoro::sleepFor(0ms);
    if (life.expired()) // a test ended meanwhile
        co_return problem(ProblemKind::Cancelled, QStringLiteral("fake"));
    switch (m_mode) {
    case Mode::Missing: co_return problem(ProblemKind::KeychainMissing, QStringLiteral("fake"));
    case Mode::Hung: co_return problem(ProblemKind::KeychainBusy, QStringLiteral("fake"), true);
    case Mode::Locked: co_return problem(ProblemKind::KeychainBusy, QStringLiteral("fake: locked"), true);
    case Mode::Forgetful: co_return problem(ProblemKind::KeychainMissing, QStringLiteral("fake: read back differs"));
    case Mode::Keeping:
    case Mode::Open: break;
    }
    m_entries.insert(key, secret);
    co_return Result<void>();
}

QCoro::Task<Result<void>> FakeSecretStore::remove(QString key)
{
    note(u"remove " + key);
    const std::weak_ptr<int> life = m_life;
    co_await QCoro::sleepFor(0ms);
    if (life.expired()) // a test ended meanwhile
        co_return problem(ProblemKind::Cancelled, QStringLiteral("fake"));
    switch (m_mode) {
    case Mode::Missing: co_return problem(ProblemKind::KeychainMissing, QStringLiteral("fake"));
    case Mode::Hung: co_return problem(ProblemKind::KeychainBusy, QStringLiteral("fake"), true);
    case Mode::Locked: co_return problem(ProblemKind::KeychainBusy, QStringLiteral("fake: locked"), true);
    case Mode::Keeping: co_return problem(ProblemKind::KeychainBusy, QStringLiteral("fake"), true);
    case Mode::Open:
    case Mode::Forgetful: break;
    }
    m_entries.remove(key);
    co_return Result<void>();
}

} // namespace handrail
