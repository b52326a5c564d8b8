// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FakeHttp.h"

#include <QCoroTimer>
#include <QTest>
#include <QTimer>

namespace handrail {

FakeHttp::~FakeHttp()
{
    release();
    for (const Expected &expected : m_expected) {
        const QString text =
            QStringLiteral("FakeHttp: never asked: %1 %2").arg(QString::fromLatin1(expected.method), expected.path);
        QTest::qFail(qPrintable(text), __FILE__, __LINE__);
    }
}

void FakeHttp::expect(const QByteArray &method, const QString &path, Reply reply)
{
    m_expected.append({method, path, std::move(reply)});
}

void FakeHttp::hold()
{
    if (!m_gate)
        m_gate.emplace();
}

void FakeHttp::release()
{
    if (const auto gate = std::exchange(m_gate, std::nullopt))
        gate->complete(true);
}

QCoro::Task<FakeHttp::Reply> FakeHttp::send(HttpRequest request)
{
    m_requests.append(request);
    Reply reply = problem(ProblemKind::Offline, QStringLiteral("unexpected request"), true);
    const QString path = request.url.path();
    if (m_expected.isEmpty() || m_expected.constFirst().method != request.method || m_expected.constFirst().path != path) {
        const QString text = QStringLiteral("FakeHttp: unexpected: %1 %2").arg(QString::fromLatin1(request.method), path);
        QTest::qFail(qPrintable(text), __FILE__, __LINE__);
    } else {
        reply = m_expected.takeFirst().reply;
    }
    // No answer ever comes before the caller waits for it.
    QTimer soon;
    soon.setSingleShot(true);
    soon.start(0);
    co_await soon;
    if (m_gate) {
        const Pending<bool> gate = *m_gate;
        co_await gate;
    }
    co_return reply;
}

HttpResponse FakeHttp::json(int status, const QByteArray &body, HttpHeaders headers)
{
    headers.emplaceBack("Content-Type", "application/json");
    return {status, std::move(headers), body};
}

HttpResponse FakeHttp::html(int status)
{
    return {status, {{"Content-Type", "text/html"}}, "<!doctype html><title>Welcome</title><p>Please log in to the network.</p>"};
}

} // namespace handrail
