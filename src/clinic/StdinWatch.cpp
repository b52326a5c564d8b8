// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/StdinWatch.h"

#include "clinic/http/Server.h"

#include <mutex>
#include <thread>
#include <unistd.h>

namespace handrail::clinic {

struct StdinWatch::State {
    std::mutex mutex;
    Server *server = nullptr;
};

StdinWatch::StdinWatch(Server &server)
    : m_state(std::make_shared<State>())
{
    m_state->server = &server;
    // Nothing can end a read of the standard input, so the thread goes on alone when this object is gone.
    std::thread([state = m_state] {
        char byte = 0;
        while (::read(STDIN_FILENO, &byte, 1) > 0) {}
        const std::lock_guard lock(state->mutex);
        if (state->server)
            state->server->stop();
    }).detach();
}

StdinWatch::~StdinWatch()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->server = nullptr;
}

} // namespace handrail::clinic
