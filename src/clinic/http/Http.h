// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <functional>
#include <optional>
#include <utility>

namespace handrail::clinic {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// The value of the first header of that name, compared without case; empty when absent.
[[nodiscard]] QByteArray findHeader(const Headers &headers, QByteArrayView name);

/// One request, complete and within the limits of Server. The path is percent-decoded and has no `.` or `..` segment; the query is raw.
struct Request {
    QByteArray method;
    QString path;     ///< /fhir/R4/Appointment/a1
    QByteArray query; ///< patient=p1&_count=50
    Headers headers;
    QByteArray body;
    QByteArray peer; ///< the client's address; behind a proxy the last hop of X-Forwarded-For
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< compared without case; empty when absent
};

/// One answer. The server adds Date, Content-Length, and gzip when the client takes it.
struct Reply {
    int status = 200;
    Headers headers;
    QByteArray body;
};

/// Answers a request. Runs on the server's thread unless the route is marked slow (password hashing), then on a worker.
using Handler = std::function<Reply(const Request &)>;

/// Answers a request in short steps: called again and again until it gives the reply. Others are answered between two steps.
using Steps = std::function<std::optional<Reply>()>;
using StepHandler = std::function<Steps(const Request &)>;

} // namespace handrail::clinic
