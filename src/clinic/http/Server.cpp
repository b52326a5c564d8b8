// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/http/ServerPrivate.h"

#include "clinic/http/HttpText.h"
#include "clinic/base/JsonText.h"
#include "core/Log.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <tuple>

namespace handrail::clinic {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

Reply outcome(int status, const char *code, const QByteArray &diagnostics)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    reply.body = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":" + quoted(QByteArray(code))
        + ",\"diagnostics\":" + quoted(diagnostics) + "}]}";
    return reply;
}

void setHeader(Reply &reply, const QByteArray &name, const QByteArray &value)
{
    QByteArray clean;
    std::copy_if(value.begin(), value.end(), std::back_inserter(clean), [](char c) { return uchar(c) >= 0x20 && c != 0x7f; });
    for (auto &[key, old] : reply.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            old = clean;
            return;
        }
    }
    reply.headers.append({name, clean});
}

Server::Private::Private(ServerLimits serverLimits, bool isProxied)
    : limits(serverLimits)
    , isBehindProxy(isProxied)
{
}

const Server::Private::Route *Server::Private::find(const QByteArray &method, const QString &path, Reply &refusal) const
{
    const Route *best = nullptr;
    QByteArrayList allowed;
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    for (const Route &route : routes) {
        if (route.isPrefix ? !path.startsWith(route.path) : path != route.path)
            continue;
        if (!allowed.contains(route.method))
            allowed.append(route.method);
        if (route.method != wanted)
            continue;
        const bool isBetter = !best || (best->isPrefix && (!route.isPrefix || route.path.size() > best->path.size()));
        if (isBetter)
            best = &route;
    }
    if (best)
        return best;
    if (allowed.isEmpty()) {
        refusal = outcome(404, "not-found", "There is nothing at this address");
        return nullptr;
    }
    if (allowed.contains("GET"))
        allowed.append("HEAD");
    refusal = outcome(405, "not-supported", "This method cannot be used here");
    setHeader(refusal, "Allow", allowed.join(", "));
    return nullptr;
}

namespace {

template <typename Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception &) {
        qCWarning(logClinic) << "a handler threw";
        return outcome(500, "exception", "Something went wrong on the server");
    }
}

} // namespace

Reply Server::Private::answer(const Route &route, const Request &request)
{
    return guarded([&] { return route.handler(request); });
}

std::optional<Reply> Server::Private::step(const Route &route, const Request &request, Steps &steps)
{
    return guarded([&] {
        if (!steps)
            steps = route.stepHandler(request);
        return steps();
    });
}

const std::string &Server::Private::date()
{
    const qint64 now = clock->nowUtc().toSecsSinceEpoch();
    if (now != m_dateSecond) {
        m_dateSecond = now;
        m_date = httpDate(now);
    }
    return m_date;
}

// Whoever sends a byte and no more must not shut everybody else out: of those that wait for their client, one goes. First what is idle between
// two requests, then what is in the middle of one; the one that waits longest. Who has just come has a moment to say something.
Connection *Server::Private::whatMakesRoom() const
{
    const auto newcomers = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    const auto rank = [newcomers](const Connection *each) {
        const bool isIdle = each->isIdle() && each->since() < newcomers;
        return std::tuple(!each->canMakeRoom(), !isIdle, each->since());
    };
    const auto found = std::min_element(connections.begin(), connections.end(),
                                        [&](const Connection *a, const Connection *b) { return rank(a) < rank(b); });
    return found != connections.end() && (*found)->canMakeRoom() ? *found : nullptr;
}

asio::awaitable<void> Server::Private::accept()
{
    while (acceptor.is_open()) {
        boost::system::error_code error;
        Tcp::socket socket(context);
        co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (error == asio::error::operation_aborted || !acceptor.is_open())
            co_return;
        if (error) { // out of descriptors: breathe, do not spin
            asio::steady_timer pause(context, std::chrono::milliseconds(50));
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        if (int(connections.size()) >= limits.connections) {
            if (Connection *longest = whatMakesRoom()) {
                longest->drop();
            } else {
                Reply reply = outcome(503, "throttled", "Too many connections; try again");
                setHeader(reply, "Retry-After", "1");
                const std::string text = writeHead(reply, false, date()) + reply.body.toStdString();
                socket.non_blocking(true, error);
                socket.write_some(asio::buffer(text), error);
                continue;
            }
        }
        socket.set_option(Tcp::no_delay(true), error);
        auto connection = std::make_shared<Connection>(*this, std::move(socket));
        asio::co_spawn(context, Connection::serve(std::move(connection)), asio::detached);
    }
}

void Server::Private::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    const std::vector<Connection *> all(connections.begin(), connections.end());
    for (Connection *connection : all)
        connection->expire(now);
    if (isStopping && (connections.empty() || now >= stopBy)) {
        context.stop();
        return;
    }
    const auto step = isStopping
        ? std::chrono::milliseconds(20)
        : std::clamp<std::chrono::milliseconds>(limits.headTime / 8, std::chrono::milliseconds(20), std::chrono::milliseconds(500));
    sweepTimer.expires_after(step);
    sweepTimer.async_wait([this](const boost::system::error_code &) { sweep(); });
}

void Server::Private::repeat(std::size_t index)
{
    Timer &timer = timers.at(index);
    timer.timer->expires_after(timer.interval);
    timer.timer->async_wait([this, index](const boost::system::error_code &error) {
        if (error)
            return;
        timers.at(index).task();
        repeat(index);
    });
}

void Server::Private::beginStop()
{
    if (isStopping)
        return;
    isStopping = true;
    stopBy = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    boost::system::error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    for (Timer &timer : timers)
        timer.timer->cancel();
    const std::vector<Connection *> all(connections.begin(), connections.end());
    for (Connection *connection : all)
        connection->finish();
    sweepTimer.cancel(); // sweeps at once, then every 20 ms until all are gone
}

Server::Server(ServerLimits limits, bool isBehindProxy)
    : d(std::make_unique<Private>(limits, isBehindProxy))
{
}

Server::~Server()
{
    d->context.stop();
    d->workers.join();
}

void Server::addRoute(const QByteArray &method, const QString &path, Handler handler, Speed speed)
{
    const bool isPrefix = path.endsWith(u'*');
    d->routes.push_back({method, isPrefix ? path.chopped(1) : path, isPrefix, std::move(handler), {}, speed});
}

void Server::addRoute(const QByteArray &method, const QString &path, StepHandler handler)
{
    const bool isPrefix = path.endsWith(u'*');
    d->routes.push_back({method, isPrefix ? path.chopped(1) : path, isPrefix, {}, std::move(handler), Speed::Quick});
}

Result<quint16> Server::listen(const QByteArray &address, quint16 port)
{
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(address.toStdString(), error);
    if (error)
        return problem(ProblemKind::BadAddress, QStringLiteral("not an address"));
    const Tcp::endpoint endpoint(ip, port);
    d->acceptor.open(endpoint.protocol(), error);
    if (!error)
        d->acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
    if (!error)
        d->acceptor.bind(endpoint, error);
    if (!error)
        d->acceptor.listen(1024, error);
    if (error)
        return problem(ProblemKind::BadAddress,
                       error == asio::error::address_in_use ? QStringLiteral("in use") : QStringLiteral("bind"));
    return d->acceptor.local_endpoint(error).port();
}

void Server::run()
{
    if (d->areSignalsHandled) {
        d->signals.async_wait([this](const boost::system::error_code &error, int) {
            if (!error)
                d->beginStop();
        });
    }
    for (std::size_t i = 0; i < d->timers.size(); ++i)
        d->repeat(i);
    asio::co_spawn(d->context, d->accept(), asio::detached);
    d->sweep();
    d->context.run();
}

void Server::stop()
{
    asio::post(d->context, [this] { d->beginStop(); });
}

void Server::addTimer(std::chrono::milliseconds interval, std::function<void()> task)
{
    d->timers.push_back({interval, std::move(task), std::make_unique<asio::steady_timer>(d->context)});
}

void Server::setClock(const Clock &clock)
{
    d->clock = &clock;
}

void Server::setSignalsHandled(bool areSignalsHandled)
{
    d->areSignalsHandled = areSignalsHandled;
    if (areSignalsHandled) { // from now on; what comes before run() waits for it
        d->signals.add(SIGTERM);
        d->signals.add(SIGINT);
    }
}

} // namespace handrail::clinic
