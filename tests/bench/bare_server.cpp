// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The floor of the backend: Beast and SQLite with nothing between them. Answers GET /<id> with a row's bytes. Prints its port.

#include <utility> // Asio of Boost 1.74 leaves it out

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <cstdio>
#include <sqlite3.h>
#include <string>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

namespace {

class Rows
{
public:
    explicit Rows(const char *path)
    {
        sqlite3_open(path, &m_database);
        sqlite3_exec(m_database, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
        sqlite3_exec(m_database, "CREATE TABLE IF NOT EXISTS row(id TEXT PRIMARY KEY, json BLOB)", nullptr, nullptr, nullptr);
        const std::string body = "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"note\":\"" + std::string(1500, 'x') + "\"}";
        sqlite3_stmt *insert = nullptr;
        sqlite3_prepare_v2(m_database, "INSERT OR REPLACE INTO row VALUES('p1', ?)", -1, &insert, nullptr);
        sqlite3_bind_blob(insert, 1, body.data(), int(body.size()), SQLITE_TRANSIENT);
        sqlite3_step(insert);
        sqlite3_finalize(insert);
        sqlite3_prepare_v2(m_database, "SELECT json FROM row WHERE id=?", -1, &m_select, nullptr);
    }

    std::string find(const std::string &id)
    {
        std::string found;
        sqlite3_reset(m_select);
        sqlite3_bind_text(m_select, 1, id.data(), int(id.size()), SQLITE_TRANSIENT);
        if (sqlite3_step(m_select) == SQLITE_ROW)
            found.assign(static_cast<const char *>(sqlite3_column_blob(m_select, 0)),
                         std::size_t(sqlite3_column_bytes(m_select, 0)));
        return found;
    }

private:
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_select = nullptr;
};

asio::awaitable<void> serve(tcp::socket socket, Rows &rows)
{
    beast::tcp_stream stream(std::move(socket));
    stream.socket().set_option(tcp::no_delay(true));
    beast::flat_buffer buffer;
    try {
        for (;;) {
            http::request<http::string_body> request;
            co_await http::async_read(stream, buffer, request, asio::use_awaitable);
            http::response<http::string_body> response(http::status::ok, request.version());
            response.set(http::field::content_type, "application/fhir+json; charset=utf-8");
            const auto target = request.target();
            response.body() = rows.find(std::string(target.substr(target.rfind('/') + 1)));
            response.keep_alive(request.keep_alive());
            response.prepare_payload();
            co_await http::async_write(stream, response, asio::use_awaitable);
        }
    } catch (const std::exception &) {
        // The client went away.
    }
}

asio::awaitable<void> listen(tcp::acceptor &acceptor, Rows &rows)
{
    for (;;) {
        tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
        asio::co_spawn(acceptor.get_executor(), serve(std::move(socket), rows), asio::detached);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2)
        return 2;
    Rows rows(argv[1]);
    asio::io_context context(1);
    tcp::acceptor acceptor(context, {asio::ip::address_v4::loopback(), 0});
    std::printf("{\"port\":%d}\n", int(acceptor.local_endpoint().port()));
    std::fflush(stdout);
    asio::co_spawn(context, listen(acceptor, rows), asio::detached);
    context.run();
}
