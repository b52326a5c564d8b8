// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/http/Http.h"
#include "core/Clock.h"
#include "core/Problem.h"

#include <chrono>
#include <memory>

namespace handrail::clinic {

/// What the server allows one client to send, and for how long it waits.
struct ServerLimits {
    qsizetype body = 1024 * 1024;               ///< bytes; more is 413
    qsizetype header = 16 * 1024;               ///< bytes of the whole head; more is 431
    qsizetype url = 8 * 1024;                   ///< bytes of the request target; more is 414
    std::chrono::milliseconds headTime{10'000}; ///< from the first byte to the end of the head; then 408
    std::chrono::milliseconds bodyTime{30'000}; ///< from the end of the head to the end of the body; then 408
    std::chrono::milliseconds idleTime{60'000}; ///< between requests
    int connections = 512;                      ///< open at once; then one makes room that waits for its client; if none does, 503
};

/// The HTTP/1.1 front of the clinic: sockets, limits, routes, compression. One thread does all input and output and runs the quick
/// handlers; slow handlers run on a worker thread.
class Server
{
public:
    enum class Speed { Quick, Slow };

    explicit Server(ServerLimits limits = {}, bool isBehindProxy = false);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Answers `method` on `path`. A path that ends in `*` stands for everything that begins so; the longest match wins, an exact path
    /// before any prefix. HEAD is answered from GET. A path that is known with another method gives 405 with Allow. Routes are added
    /// before run().
    void addRoute(const QByteArray &method, const QString &path, Handler handler, Speed speed = Speed::Quick);
    /// The same for what takes longer than others should wait, and must run on the server's thread.
    void addRoute(const QByteArray &method, const QString &path, StepHandler handler);

    /// Binds. `port` 0 takes a free one. Gives the port. BadAddress when it is no address of this machine or the port
    /// is taken (detail "in use").
    [[nodiscard]] Result<quint16> listen(const QByteArray &address, quint16 port);

    /// Serves until stop(), which may be called from any thread. Requests under way are answered first, for at most 5 s.
    void run();
    void stop();

    /// Runs `task` on the server's thread every `interval` while it serves.
    void addTimer(std::chrono::milliseconds interval, std::function<void()> task);

    /// The clock of the Date header; the machine's own unless set. It outlives the server.
    void setClock(const Clock &clock);

    /// SIGTERM and SIGINT stop it when `areSignalsHandled`, also those that come before run().
    void setSignalsHandled(bool areSignalsHandled);

    class Private;

private:
    std::unique_ptr<Private> d;
};

/// A FHIR OperationOutcome with one error (FHIR R4 section 2.40): `code` from issue-type, `diagnostics` for people who read logs, in
/// constant words. Cache-Control: no-store.
[[nodiscard]] Reply outcome(int status, const char *code, const QByteArray &diagnostics);

/// The reply with a header set. Control characters in the value are dropped, so that nothing a client sent can start a new header.
void setHeader(Reply &reply, const QByteArray &name, const QByteArray &value);

} // namespace handrail::clinic
