// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "net/QtHttpClient.h"
#include "ports/Browser.h"

#include <functional>

namespace handrail {

/// A browser without a person: opens the sign-in page of a FakeFhirServer and follows its redirect back to the app.
class FollowingBrowser final : public Browser
{
public:
    bool open(const QUrl &url) override;

    /// Changes the address of the way back before it is called; an empty answer means that the person walks away.
    void setEditor(std::function<QUrl(const QUrl &)> editor) { m_editor = std::move(editor); }

    [[nodiscard]] const QList<QUrl> &opened() const { return m_opened; }
    /// The ways back that were called.
    [[nodiscard]] const QList<QUrl> &called() const { return m_called; }
    /// What the app showed in the browser at the end; status 0 before that.
    [[nodiscard]] const HttpResponse &lastPage() const { return m_lastPage; }

    /// Opens any address in this browser.
    QCoro::Task<void> visit(QUrl url);

private:
    QCoro::Task<void> follow(QUrl url);

    std::function<QUrl(const QUrl &)> m_editor;
    QList<QUrl> m_opened;
    QList<QUrl> m_called;
    HttpResponse m_lastPage;
    QtHttpClient m_http; // last, so that it goes first and wakes those who wait while the rest is there
};

} // namespace handrail
