// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/CredentialStore.h"

#include <QList>
#include <functional>

namespace handrail {

/// Credentials in memory. Remembers every write, and can refuse to read or to write.
class FakeCredentialStore final : public CredentialStore
{
public:
    [[nodiscard]] Result<std::optional<Credentials>> credentials() override
    {
        if (m_readProblem)
            return tl::make_unexpected(*m_readProblem);
        return m_credentials;
    }
    Result<void> setCredentials(const Credentials &credentials) override
    {
        if (m_onWrite)
            m_onWrite(credentials);
        if (m_writeProblem)
            return tl::make_unexpected(*m_writeProblem);
        m_credentials = credentials;
        m_writes.append(credentials);
        return {};
    }
    Result<void> clearCredentials() override
    {
        m_credentials.reset();
        return {};
    }

    void setReadProblem(std::optional<Problem> problem) { m_readProblem = std::move(problem); }
    void setWriteProblem(std::optional<Problem> problem) { m_writeProblem = std::move(problem); }
    /// Called at each write, before it is done or refused.
    void onWrite(std::function<void(const Credentials &)> watch) { m_onWrite = std::move(watch); }
    [[nodiscard]] const QList<Credentials> &writes() const { return m_writes; }

private:
    std::optional<Credentials> m_credentials;
    std::optional<Problem> m_readProblem;
    std::optional<Problem> m_writeProblem;
    std::function<void(const Credentials &)> m_onWrite;
    QList<Credentials> m_writes;
};

} // namespace handrail
