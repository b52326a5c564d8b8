// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/http/Connection.h"

#include "clinic/http/HttpText.h"
#include "clinic/http/ServerPrivate.h"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace handrail::clinic {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Steady = std::chrono::steady_clock;

namespace {

constexpr qsizetype gzipFrom = 1024;

QByteArray bytes(boost::beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace

struct Connection::Parsing {
    http::request_parser<http::string_body> parser;
};

Connection::Connection(Server::Private &server, asio::ip::tcp::socket socket)
    : m_server(server)
    , m_socket(std::move(socket))
{
    boost::system::error_code error;
    m_peer = QByteArray::fromStdString(m_socket.remote_endpoint(error).address().to_string());
    wait(Waiting::Idle, m_server.limits.idleTime); // before the first sweep sees it
    m_server.connections.insert(this);
}

Connection::~Connection()
{
    m_server.connections.erase(this);
}

void Connection::wait(Waiting state, std::chrono::milliseconds time)
{
    m_waiting = state;
    m_since = Steady::now();
    m_deadline = m_since + time;
}

void Connection::expire(Time now)
{
    if (m_waiting == Waiting::ForAnswer || now < m_deadline)
        return;
    if (m_isExpired) { // the refusal could not be written either
        drop();
        return;
    }
    m_isExpired = true;
    m_deadline = now + std::chrono::seconds(2);
    boost::system::error_code ignored;
    m_socket.cancel(ignored);
}

void Connection::finish()
{
    m_isFinishing = true;
    if (m_waiting == Waiting::Idle)
        drop();
}

void Connection::drop()
{
    boost::system::error_code ignored;
    m_socket.close(ignored);
}

Connection::Outcome Connection::refuse(int status, const char *code, const char *diagnostics)
{
    m_reply = outcome(status, code, diagnostics);
    return Outcome::Refused;
}

// False at the end of the stream, on an error, or when the deadline has passed.
asio::awaitable<bool> Connection::readMore()
{
    boost::system::error_code error;
    const std::size_t count =
        co_await m_socket.async_read_some(asio::buffer(m_chunk), asio::redirect_error(asio::use_awaitable, error));
    if (error || m_isExpired)
        co_return false;
    m_input.append(m_chunk.data(), count);
    co_return true;
}

asio::awaitable<Connection::Outcome> Connection::readHead()
{
    if (m_input.empty())
        wait(Waiting::Idle, m_server.limits.idleTime);
    else
        wait(Waiting::ForHead, m_server.limits.headTime);
    std::size_t end = std::string::npos;
    std::size_t searched = 0;
    while (true) {
        while (searched == 0 && m_input.compare(0, 2, "\r\n") == 0) // blank lines before a request are let pass (RFC 9112 2.2)
            m_input.erase(0, 2);
        end = m_input.find("\r\n\r\n", searched);
        const std::size_t size = end == std::string::npos ? m_input.size() : end + 4;
        const std::size_t lineEnd = std::min(m_input.find("\r\n"), size);
        if (lineEnd > std::size_t(m_server.limits.url) + 32)
            co_return refuse(414, "too-long", "The address is too long");
        if (size > std::size_t(m_server.limits.header))
            co_return refuse(431, "too-long", "The header is too long");
        if (end != std::string::npos)
            break;
        if (hasBareLineFeed(m_input))
            co_return refuse(400, "structure", "The request cannot be read");
        searched = m_input.size() < 3 ? 0 : m_input.size() - 3;
        const bool isMore = co_await readMore();
        if (!isMore)
            co_return m_isExpired &&m_waiting == Waiting::ForHead ? refuse(408, "timeout", "The request took too long")
                                                                  : Outcome::Closed;
        if (m_waiting == Waiting::Idle)
            wait(Waiting::ForHead, m_server.limits.headTime);
    }

    const std::string_view head(m_input.data(), end + 4);
    if (!isCleanHead(head))
        co_return refuse(400, "structure", "The request cannot be read");
    m_parsing = std::make_unique<Parsing>();
    auto &parser = m_parsing->parser;
    parser.header_limit(std::uint32_t(m_server.limits.header) + 64);
    parser.body_limit(std::uint64_t(m_server.limits.body));
    boost::system::error_code error;
    parser.put(asio::buffer(head.data(), head.size()), error);
    if (error == http::error::body_limit)
        co_return refuse(413, "too-long", "The body is too long");
    if ((error && error != http::error::need_more) || !parser.is_header_done())
        co_return refuse(400, "structure", "The request cannot be read");
    m_input.erase(0, end + 4);

    const auto &message = parser.get();
    if (message.count(http::field::content_length) + message.count(http::field::transfer_encoding) > 1
        || (message.version() >= 11 && message.count(http::field::host) != 1) || message.count(http::field::host) > 1
        || message.count(http::field::authorization) > 1)
        co_return refuse(400, "structure", "The request cannot be read");
    // HTTP/1.0 knows no transfer coding: a proxy may have seen another end of this body (RFC 9112 6.1).
    if (message.count(http::field::transfer_encoding) && (!parser.chunked() || message.version() < 11))
        co_return refuse(400, "structure", "The request cannot be read");
    // What is packed is never unpacked here, and must not be taken for what it is not (RFC 9112 6.1, RFC 9110 8.4).
    if (message.count(http::field::transfer_encoding) && bytes(message[http::field::transfer_encoding]).toLower() != "chunked")
        co_return refuse(501, "not-supported", "This transfer coding is not known here");
    if (message.count(http::field::content_encoding))
        co_return refuse(415, "not-supported", "Send the body as it is, not packed");
    m_isKeptAlive = parser.keep_alive();
    m_request = Request{};
    const auto target = readTarget(std::string_view(message.target().data(), message.target().size()));
    m_request.method = bytes(message.method_string());
    m_request.peer = m_peer;
    for (const auto &field : message)
        m_request.headers.append({bytes(field.name_string()), bytes(field.value())});
    if (m_server.isBehindProxy) {
        // Several lines are one list (RFC 9110 5.3). The proxy adds the last hop; all before it is what the client claims.
        for (const auto &[name, value] : m_request.headers) {
            if (name.compare("X-Forwarded-For", Qt::CaseInsensitive) == 0)
                m_request.peer = value.mid(value.lastIndexOf(',') + 1).trimmed();
        }
    }
    if (!target)
        co_return refuse(m_request.method == "OPTIONS" ? 405 : 404, "not-found", "There is nothing at this address");
    m_request.path = target->path;
    m_request.query = target->query;
    co_return Outcome::Ready;
}

asio::awaitable<Connection::Outcome> Connection::readBody()
{
    auto &parser = m_parsing->parser;
    if (parser.is_done())
        co_return Outcome::Ready;
    wait(Waiting::ForBody, m_server.limits.bodyTime);
    if (m_input.empty() && m_request.header("Expect").toLower() == "100-continue") {
        boost::system::error_code error;
        co_await asio::async_write(m_socket, asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25),
                                   asio::redirect_error(asio::use_awaitable, error));
        if (error)
            co_return Outcome::Closed;
    }
    parser.eager(true);
    while (!parser.is_done()) {
        if (m_input.empty()) {
            const bool isMore = co_await readMore();
            if (!isMore)
                co_return m_isExpired ? refuse(408, "timeout", "The request took too long") : Outcome::Closed;
        }
        boost::system::error_code error;
        const std::size_t used = parser.put(asio::buffer(m_input), error);
        m_input.erase(0, used);
        if (error == http::error::body_limit)
            co_return refuse(413, "too-long", "The body is too long");
        if (error && error != http::error::need_more)
            co_return refuse(400, "structure", "The request cannot be read");
        if (used == 0 && !parser.is_done()) {
            // What is left is the line of a chunk's size or a trailer, not whole yet.
            if (m_input.size() > 16 * 1024 || hasBareLineFeed(m_input))
                co_return refuse(400, "structure", "The request cannot be read");
            const bool isMore = co_await readMore();
            if (!isMore)
                co_return m_isExpired ? refuse(408, "timeout", "The request took too long") : Outcome::Closed;
        }
    }
    m_request.body = QByteArray::fromStdString(parser.get().body());
    co_return Outcome::Ready;
}

asio::awaitable<bool> Connection::writeReply(bool isKeptAlive)
{
    if (m_reply.body.size() > gzipFrom) {
        if (findHeader(m_reply.headers, "Content-Type").contains("json")
            && findHeader(m_reply.headers, "Content-Encoding").isEmpty()) {
            setHeader(m_reply, "Vary", "Accept-Encoding");
            const QByteArray accepted = m_request.header("Accept-Encoding");
            if (!accepted.isEmpty() && takesGzip(accepted)) {
                if (QByteArray small = gzipped(m_reply.body); !small.isEmpty()) {
                    m_reply.body = std::move(small);
                    setHeader(m_reply, "Content-Encoding", "gzip");
                }
            }
        }
    }
    m_head = writeHead(m_reply, isKeptAlive, m_server.date());
    wait(Waiting::ForBody, m_server.limits.bodyTime); // a client that does not read has as long as one that does not write
    const bool hasBody = m_request.method != "HEAD" && m_reply.status != 204 && m_reply.status != 304;
    const std::array<asio::const_buffer, 2> buffers{
        asio::buffer(m_head), asio::const_buffer(m_reply.body.constData(), hasBody ? std::size_t(m_reply.body.size()) : 0)};
    boost::system::error_code error;
    co_await asio::async_write(m_socket, buffers, asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
}

// After a refusal: what the client still sends is read and dropped for a short while, else the refusal would be lost in a reset.
asio::awaitable<void> Connection::linger()
{
    boost::system::error_code error;
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
    m_isExpired = false;
    wait(Waiting::ForBody, std::chrono::seconds(2));
    for (std::size_t dropped = 0; dropped < 16 * 1024 * 1024; dropped += m_input.size()) {
        m_input.clear();
        const bool isMore = co_await readMore();
        if (!isMore)
            break;
    }
}

asio::awaitable<void> Connection::serve(std::shared_ptr<Connection> self)
{
    Connection &c = *self;
    while (!c.m_isFinishing) {
        Outcome state = co_await c.readHead();
        if (state == Outcome::Ready)
            state = co_await c.readBody();
        if (state == Outcome::Closed)
            break;
        if (state == Outcome::Refused) {
            c.m_isExpired = false;
            const bool isWritten = co_await c.writeReply(false);
            if (isWritten)
                co_await c.linger();
            break;
        }
        c.m_waiting = Waiting::ForAnswer;
        const Server::Private::Route *route = c.m_server.find(c.m_request.method, c.m_request.path, c.m_reply);
        if (route && route->stepHandler) {
            Steps steps;
            std::optional<Reply> reply = Server::Private::step(*route, c.m_request, steps);
            while (!reply) {
                co_await asio::post(c.m_server.context, asio::use_awaitable); // behind all that is ready now
                reply = Server::Private::step(*route, c.m_request, steps);
            }
            c.m_reply = std::move(*reply);
        } else if (route && route->speed == Server::Speed::Quick) {
            c.m_reply = Server::Private::answer(*route, c.m_request);
        } else if (route) {
            auto work = [&c, route]() -> asio::awaitable<void> {
                c.m_reply = Server::Private::answer(*route, c.m_request);
                co_return;
            };
            co_await asio::co_spawn(c.m_server.workers, work, asio::use_awaitable);
        }
        const bool isKeptAlive = c.m_isKeptAlive && !c.m_isFinishing;
        const bool isWritten = co_await c.writeReply(isKeptAlive);
        if (!isWritten || !isKeptAlive)
            break;
    }
    boost::system::error_code ignored;
    c.m_socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    c.drop();
}

} // namespace handrail::clinic
