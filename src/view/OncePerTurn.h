// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QObject>
#include <functional>

namespace handrail {

/// Does its work once in the next turn of the event loop, however often it was asked for: a download tells of each page and each part, and
/// what is on the screen is made anew once.
class OncePerTurn final : public QObject
{
    Q_OBJECT
public:
    explicit OncePerTurn(std::function<void()> work);

    void ask();

private:
    std::function<void()> m_work;
    bool m_isAsked = false;
};

} // namespace handrail
