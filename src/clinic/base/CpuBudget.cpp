// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/base/CpuBudget.h"

#include "clinic/base/Database.h"

#include <ctime>
#include <sqlite3.h>

namespace handrail::clinic {

namespace {

constexpr int stepsBetweenLooks = 4000; // of SQLite's virtual machine: some tens of microseconds

CpuBudget::Time threadTime()
{
    std::timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

int look(void *budget)
{
    return static_cast<const CpuBudget *>(budget)->isSpent() ? 1 : 0;
}

} // namespace

void CpuBudget::start(Time time)
{
    m_begin = threadTime();
    m_allowed = time;
}

CpuBudget::Time CpuBudget::used() const
{
    return threadTime() - m_begin;
}

StatementWatch::StatementWatch(Database &database, const CpuBudget &budget)
    : m_connection(database.connection())
{
    sqlite3_progress_handler(m_connection, stepsBetweenLooks, look, const_cast<CpuBudget *>(&budget));
}

StatementWatch::~StatementWatch()
{
    sqlite3_progress_handler(m_connection, 0, nullptr, nullptr);
}

} // namespace handrail::clinic
