// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <chrono>

struct sqlite3;

namespace handrail::clinic {

class Database;

/// Processor time of this thread that a piece of work may take. Not time by the clock: nobody is refused because the machine is busy.
class CpuBudget
{
public:
    using Time = std::chrono::nanoseconds;

    /// From now on `time` may be used.
    void start(Time time);
    [[nodiscard]] bool isSpent() const { return used() >= m_allowed; }
    /// Since start().
    [[nodiscard]] Time used() const;

private:
    Time m_begin{};
    Time m_allowed = Time::max();
};

/// While it lives, a statement that this thread runs on the database stops with SQLITE_INTERRUPT (9) once the budget is spent.
/// For reading only: what writes is not to be stopped half-way.
class StatementWatch
{
public:
    StatementWatch(Database &database, const CpuBudget &budget);
    ~StatementWatch();
    StatementWatch(const StatementWatch &) = delete;
    StatementWatch &operator=(const StatementWatch &) = delete;

private:
    sqlite3 *m_connection;
};

} // namespace handrail::clinic
