// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/http/Server.h"

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <memory>
#include <string>

namespace handrail::clinic {

/// One client's socket, from accept to close: reads requests one after the other, hands each to the server, writes the answers in order.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    using Time = std::chrono::steady_clock::time_point;
    enum class Waiting { ForHead, ForBody, ForAnswer, Idle };

    Connection(Server::Private &server, boost::asio::ip::tcp::socket socket);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    /// Runs until the socket is closed. `self` keeps the object alive meanwhile.
    static boost::asio::awaitable<void> serve(std::shared_ptr<Connection> self);

    /// Called by the server's sweep: ends what has waited past its deadline.
    void expire(Time now);
    /// Closes once the answer under way, if any, is written.
    void finish();
    /// Closes now.
    void drop();

    /// False while an answer is made for it, which is not given up to make room for somebody else.
    [[nodiscard]] bool canMakeRoom() const { return m_waiting != Waiting::ForAnswer && m_socket.is_open(); }
    [[nodiscard]] bool isIdle() const { return m_waiting == Waiting::Idle; }
    /// Since when it waits for what it waits for now.
    [[nodiscard]] Time since() const { return m_since; }

private:
    // What reading a request came to: a request, a refusal to be written before closing, or the end of the connection.
    enum class Outcome { Ready, Refused, Closed };

    boost::asio::awaitable<Outcome> readHead();
    boost::asio::awaitable<Outcome> readBody();
    boost::asio::awaitable<bool> readMore();
    boost::asio::awaitable<bool> writeReply(bool isKeptAlive);
    boost::asio::awaitable<void> linger();
    Outcome refuse(int status, const char *code, const char *diagnostics);
    void wait(Waiting state, std::chrono::milliseconds time);

    struct Parsing;
    Server::Private &m_server;
    boost::asio::ip::tcp::socket m_socket;
    std::array<char, 8192> m_chunk; // what one read brings; a member, since a coroutine's frame is made anew for each read
    std::string m_input;            // received, not yet taken
    std::unique_ptr<Parsing> m_parsing;
    Request m_request;
    Reply m_reply;
    std::string m_head; // of the answer, kept until it is written
    QByteArray m_peer;
    Waiting m_waiting = Waiting::Idle;
    Time m_since;
    Time m_deadline;
    bool m_isExpired = false;
    bool m_isFinishing = false;
    bool m_isKeptAlive = true;
};

} // namespace handrail::clinic
