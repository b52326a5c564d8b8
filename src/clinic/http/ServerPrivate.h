// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/http/Connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <list>
#include <unordered_set>
#include <vector>

namespace handrail::clinic {

/// The inside of Server, shared with Connection.
class Server::Private
{
public:
    Private(ServerLimits serverLimits, bool isProxied);

    struct Route {
        QByteArray method;
        QString path; // without the `*`
        bool isPrefix = false;
        Handler handler;
        StepHandler stepHandler; // in place of handler
        Speed speed = Speed::Quick;
    };

    /// The route for a request, or null with `refusal` filled in (404, 405).
    const Route *find(const QByteArray &method, const QString &path, Reply &refusal) const;
    /// Runs a handler; whatever it throws becomes a 500 without internals.
    static Reply answer(const Route &route, const Request &request);
    /// One step of an answer; the first one makes `steps`.
    static std::optional<Reply> step(const Route &route, const Request &request, Steps &steps);

    boost::asio::awaitable<void> accept();
    /// The connection that is given up for a new one; null when each has an answer under way.
    [[nodiscard]] Connection *whatMakesRoom() const;
    void sweep();
    void repeat(std::size_t timer);
    void beginStop();
    /// Today's date for the Date header, made once a second.
    const std::string &date();

    SystemClock systemClock;
    const Clock *clock = &systemClock;
    ServerLimits limits;
    bool isBehindProxy;
    bool areSignalsHandled = false;
    bool isStopping = false;
    std::vector<Route> routes;
    boost::asio::io_context context{1};
    boost::asio::ip::tcp::acceptor acceptor{context};
    boost::asio::signal_set signals{context};
    boost::asio::steady_timer sweepTimer{context};
    boost::asio::thread_pool workers{1};
    std::unordered_set<Connection *> connections;
    Connection::Time stopBy;

    struct Timer {
        std::chrono::milliseconds interval;
        std::function<void()> task;
        std::unique_ptr<boost::asio::steady_timer> timer;
    };
    std::vector<Timer> timers;

private:
    qint64 m_dateSecond = 0;
    std::string m_date;
};

} // namespace handrail::clinic
