// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/FollowingBrowser.h"

namespace handrail {

bool FollowingBrowser::open(const QUrl &url)
{
    m_opened.append(url);
    follow(url);
    return true;
}

QCoro::Task<void> FollowingBrowser::follow(QUrl url)
{
    HttpRequest request;
    request.url = url;
    const auto page = co_await m_http.send(std::move(request));
    if (!page)
        co_return;
    const QByteArray location = page->header("Location");
    QUrl target = url.resolved(QUrl::fromEncoded(location));
    if (m_editor)
        target = m_editor(target);
    if (target.isEmpty())
        co_return;
    m_called.append(target);
    co_await visit(target);
}

QCoro::Task<void> FollowingBrowser::visit(QUrl url)
{
    HttpRequest request;
    request.url = url;
    const auto shown = co_await m_http.send(std::move(request));
    if (!shown && shown.error().kind == ProblemKind::Cancelled)
        co_return; // this browser is gone
    m_lastPage = shown.value_or(HttpResponse{});
}

} // namespace handrail
