// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/OnCallCommand.h"

#include <QByteArray>
#include <QFile>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace handrail::clinic {

namespace {

// -1 when it cannot be started.
pid_t start(QByteArray program, QByteArray argument)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    if (::posix_spawn_file_actions_init(&actions) != 0)
        return -1;
    if (::posix_spawnattr_init(&attributes) != 0) {
        ::posix_spawn_file_actions_destroy(&actions);
        return -1;
    }
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
#ifdef __GLIBC__
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1); // connections and the database are not its business
#endif
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setpgroup(&attributes, 0);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::array<char *, 3> arguments{program.data(), argument.data(), nullptr};
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, program.constData(), &actions, &attributes, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    return error == 0 ? pid : -1;
}

} // namespace

OnCallCommand::OnCallCommand(const QString &program, const QString &argument, std::chrono::milliseconds limit)
{
    m_thread = std::thread([this, file = QFile::encodeName(program), text = argument.toUtf8(), limit] { run(file, text, limit); });
}

OnCallCommand::~OnCallCommand()
{
    m_isStopping = true;
    m_thread.join();
}

void OnCallCommand::run(const QByteArray &program, const QByteArray &argument, std::chrono::milliseconds limit)
{
    const pid_t pid = start(program, argument);
    const auto end = std::chrono::steady_clock::now() + limit;
    int status = 0;
    pid_t ended = pid < 0 ? -1 : 0;
    while (ended == 0) {
        ended = ::waitpid(pid, &status, WNOHANG);
        if (ended == 0 && (m_isStopping || std::chrono::steady_clock::now() >= end)) {
            ::kill(-pid, SIGKILL);
            ::waitpid(pid, &status, 0);
            break;
        }
        if (ended == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    m_isTaken = ended == pid && pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    m_isDone = true;
}

} // namespace handrail::clinic
