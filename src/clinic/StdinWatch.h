// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>

namespace handrail::clinic {

class Server;

/// Ends the server when the parent that holds our standard input goes away. The server outlives it.
class StdinWatch
{
public:
    explicit StdinWatch(Server &server);
    ~StdinWatch();
    StdinWatch(const StdinWatch &) = delete;
    StdinWatch &operator=(const StdinWatch &) = delete;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace handrail::clinic
