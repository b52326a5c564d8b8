// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "net/QtHttpClient.h"

#include "core/Log.h"
#include "core/Wipe.h"
#include "net/Body.h"
#include "net/Pending.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

#include <algorithm>
#include <array>

namespace handrail {

namespace {

constexpr int mostRedirects = 5;

using Answer = Pending<Result<HttpResponse>>;

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Neither Qt 6.4 nor every server stops a line break inside a header, and a token comes from outside.
bool canBeSent(const HttpHeaders &headers)
{
    const auto isControl = [](char c) { return uchar(c) < 0x20 || uchar(c) == 0x7f; };
    return std::none_of(headers.begin(), headers.end(), [&](const auto &header) {
        return header.first.isEmpty() || std::any_of(header.first.begin(), header.first.end(), isControl)
            || std::any_of(header.second.begin(), header.second.end(), isControl);
    });
}

/// Why the request must not leave, if so.
std::optional<Problem> refusalFor(const HttpRequest &request)
{
    if (!isAllowedAddress(request.url)) {
        const bool isPlain = request.url.scheme() == u"http" && !request.url.host().isEmpty() && request.url.userInfo().isEmpty();
        return Problem{isPlain ? ProblemKind::Insecure : ProblemKind::BadAddress, false, QStringLiteral("address refused")};
    }
    if (!canBeSent(request.headers))
        return Problem{ProblemKind::BadData, false, QStringLiteral("control character in a request header")};
    return std::nullopt;
}

/// What the end of a reply means when it is not a whole answer (design security 0.10: the error comes before the status, the
/// status before the body).
std::optional<Problem> problemOf(const QNetworkReply &reply, int status, const QString &tlsErrors)
{
    const QNetworkReply::NetworkError error = reply.error();
    if (error == QNetworkReply::NoError)
        return status ? std::nullopt : std::optional(Problem{ProblemKind::BadData, false, QStringLiteral("no status")});
    if (error == QNetworkReply::SslHandshakeFailedError || !tlsErrors.isEmpty())
        return Problem{ProblemKind::Tls, true, QStringLiteral("handshake ") + tlsErrors};
    // It wanted to send a RequestBody again, because the connection was lost or after a 307 or a 401.
    if (error == QNetworkReply::ContentReSendError)
        return status ? std::nullopt : std::optional(Problem{ProblemKind::Offline, true, QStringLiteral("connection lost")});
    // From 200 on Qt's codes repeat the HTTP status, or say that the answer was not HTTP.
    const bool isAboutContent = error >= QNetworkReply::ContentAccessDenied;
    if (isAboutContent && status >= 400)
        return std::nullopt;
    const QString detail = QStringLiteral("network error %1 at status %2").arg(int(error)).arg(status);
    if (isAboutContent)
        return Problem{ProblemKind::BadData, false, detail};
    if (status)
        return Problem{ProblemKind::BadData, true, detail}; // cut short
    Problem problem{error == QNetworkReply::TimeoutError ? ProblemKind::Timeout : ProblemKind::Offline, true, detail};
    // A connection that broke may have carried the request; one that never stood has not.
    problem.isUnsent = error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError;
    return problem;
}

/// One request until its answer, redirects included. Deletes itself once the answer was given.
class Exchange final : public QObject
{
public:
    Exchange(QNetworkAccessManager &network, HttpRequest request, QObject *parent)
        : QObject(parent)
        , m_network(network)
        , m_request(std::move(request))
    {
        m_deadline.setSingleShot(true);
        m_deadline.callOnTimeout(this, [this] { end(problem(ProblemKind::Timeout, QStringLiteral("deadline"), true)); });
        m_deadline.start(m_request.deadline);
        issue(m_request.url);
    }

    ~Exchange() override
    {
        wipe(m_request.body); // a refresh token, or answers
        for (auto &[name, value] : m_request.headers)
            wipe(value);
    }
    Q_DISABLE_COPY_MOVE(Exchange)

    [[nodiscard]] Answer answer() const { return m_answer; }

    /// Gives Cancelled at once, even when a result is known by now: who is woken must learn that the client is gone.
    void cancel()
    {
        m_result.emplace(problem(ProblemKind::Cancelled, QStringLiteral("client gone")));
        drop();
        const Answer answer = m_answer;
        answer.complete(*std::exchange(m_result, std::nullopt));
    }

private:
    void issue(const QUrl &url)
    {
        m_url = url;
        m_body.reset();
        m_tlsErrors.clear();
        m_reply = sent(prepared());
        connect(m_reply, &QNetworkReply::readyRead, this, [this] { take(); });
        connect(m_reply, &QNetworkReply::finished, this, [this] { settle(); });
        connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
            for (const QSslError &error : errors) // the code alone: the text may hold names out of the certificate
                m_tlsErrors += QString::number(int(error.error())) + u' ';
        });
    }

    QNetworkRequest prepared() const
    {
        QNetworkRequest request(m_url);
        request.setRawHeader("User-Agent", "Handrail/" HANDRAIL_VERSION);
        for (const auto &[name, value] : m_request.headers)
            request.setRawHeader(name, value);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setRawHeader("Accept-Encoding", "gzip"); // said by us, it is also unpacked by us: see ResponseBody
        if (m_url.scheme() == u"https") {
            QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
            tls.setProtocol(QSsl::TlsV1_2OrLater);
            tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
            request.setSslConfiguration(tls);
        }
        return request;
    }

    QNetworkReply *sent(const QNetworkRequest &request) const
    {
        if (m_request.method == "GET")
            return m_network.get(request);
        if (m_request.method == "HEAD")
            return m_network.head(request);
        auto *body = new RequestBody(m_request.body);
        QNetworkRequest withBody = request;
        withBody.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        withBody.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        QNetworkReply *reply = m_request.method == "POST" ? m_network.post(withBody, body)
                                                          : m_network.sendCustomRequest(withBody, m_request.method, body);
        body->setParent(reply);
        return reply;
    }

    void take()
    {
        if (!m_body)
            m_body = std::make_unique<ResponseBody>(m_reply->rawHeader("Content-Encoding"), m_request.maximumBody);
        std::array<char, 64 * 1024> chunk; // NOLINT(cppcoreguidelines-pro-type-member-init): read() fills it
        for (qint64 count = 0; (count = m_reply->read(chunk.data(), chunk.size())) > 0;) {
            switch (m_body->append({chunk.data(), qsizetype(count)})) {
            case ResponseBody::Step::Good: break;
            case ResponseBody::Step::OverLimit: return end(problem(ProblemKind::BadData, QStringLiteral("body over the limit")));
            case ResponseBody::Step::Broken: return end(problem(ProblemKind::BadData, QStringLiteral("body not in its encoding")));
            }
        }
        wipe(chunk);
    }

    void settle()
    {
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (const auto failure = problemOf(*m_reply, status, m_tlsErrors))
            return end(tl::make_unexpected(*failure));
        take();
        if (m_result)
            return;
        // After a ContentReSendError there is no body, and its status says enough.
        const bool hasBody =
            m_request.method != "HEAD" && status != 204 && status != 304 && m_reply->error() != QNetworkReply::ContentReSendError;
        if (hasBody && !m_body->isWhole(m_reply->rawHeader("Content-Length"), m_reply->rawHeader("Content-Type")))
            return end(problem(ProblemKind::BadData, QStringLiteral("body cut short at status %1").arg(status), true));
        if (m_request.method == "GET" && isRedirect(status) && m_redirects < mostRedirects) {
            const QUrl target = m_url.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
            if (m_reply->hasRawHeader("Location") && target.isValid() && target.userInfo().isEmpty()
                && isSameOrigin(m_url, target)) {
                ++m_redirects;
                drop();
                return issue(target);
            }
        }
        HttpResponse response{status, {}, m_body->take()};
        const auto headers = m_reply->rawHeaderPairs();
        for (const auto &[name, value] : headers)
            response.headers.append({name, value});
        end(std::move(response));
    }

    /// Keeps the result and tells it from the event loop: a waiter may destroy the client, which must not happen inside a signal of
    /// the reply.
    void end(Result<HttpResponse> result)
    {
        if (m_result)
            return;
        qCDebug(logNet).noquote() << m_request.method << redacted(m_url)
                                  << (result ? QString::number(result->status) : nameOf(result.error().kind));
        m_result.emplace(std::move(result));
        drop();
        // Before anything else comes to lie there: a live object may never write on all of its memory.
        if (m_request.isSecret)
            wipeFreedMemory();
        QTimer::singleShot(0, this, [this] {
            if (!m_result)
                return;
            const Answer answer = m_answer;
            const Result<HttpResponse> told = *std::exchange(m_result, std::nullopt);
            deleteLater();
            answer.complete(told); // may end with this object gone
        });
    }

    void drop()
    {
        if (!m_reply)
            return;
        if (m_result)
            m_deadline.stop();
        m_reply->disconnect(this);
        m_reply->abort();
        std::exchange(m_reply, nullptr)->deleteLater();
    }

    QNetworkAccessManager &m_network;
    HttpRequest m_request;
    QUrl m_url;
    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;
    std::unique_ptr<ResponseBody> m_body;
    QString m_tlsErrors;
    int m_redirects = 0;
    std::optional<Result<HttpResponse>> m_result;
    Answer m_answer;
};

} // namespace

struct QtHttpClient::Private {
    // Made with the first request, so that a start needs neither network nor TLS.
    std::unique_ptr<QNetworkAccessManager> network;
    std::unique_ptr<QObject> exchanges; // parent of those under way
    bool isClosing = false;

    // Qt's network may keep its locks when it throws for want of memory, and the next request would wait for them for ever: better to end.
    Answer start(HttpRequest request) noexcept
    {
        if (!network) {
            network = std::make_unique<QNetworkAccessManager>();
            exchanges = std::make_unique<QObject>();
        }
        // NOLINTNEXTLINE(bugprone-unhandled-exception-at-new): meant, see above
        return (new Exchange(*network, std::move(request), exchanges.get()))->answer();
    }
};

QtHttpClient::QtHttpClient()
    : d(std::make_unique<Private>())
{
}

QtHttpClient::~QtHttpClient()
{
    forget();
    d->isClosing = true;
}

void QtHttpClient::forget()
{
    if (!d->exchanges)
        return;
    d->isClosing = true; // who is woken here may try again
    const QObjectList running = d->exchanges->children();
    for (QObject *exchange : running)
        static_cast<Exchange *>(exchange)->cancel();
    d->exchanges.reset();
    d->network.reset(); // and with it the thread in which Qt reads
    d->isClosing = false;
}

QCoro::Task<Result<HttpResponse>> QtHttpClient::send(HttpRequest request)
{
    if (d->isClosing)
        co_return problem(ProblemKind::Cancelled, QStringLiteral("client gone"));
    if (auto refusal = refusalFor(request))
        co_return tl::make_unexpected(*std::move(refusal));
    const Answer answer = d->start(std::move(request));
    Result<HttpResponse> result = co_await answer; // this may be gone from here on
    co_return result;
}

} // namespace handrail
