// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/OncePerTurn.h"

#include <utility>

namespace handrail {

OncePerTurn::OncePerTurn(std::function<void()> work)
    : m_work(std::move(work))
{
}

void OncePerTurn::ask()
{
    if (std::exchange(m_isAsked, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isAsked = false;
            m_work();
        },
        Qt::QueuedConnection);
}

} // namespace handrail
