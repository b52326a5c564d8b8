// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace handrail {

/// An answer that comes later, once: any number of coroutines wait for it, any code completes it. Copies share the same answer.
///
/// Await a named local, never a temporary: the awaiter points into the copy that the waiting coroutine holds. Whoever hands a Pending
/// out must complete it before going away, or those who wait never wake. One thread. Without the memory to wait the app ends, as
/// with QCoro's own tasks.
template <typename T>
class Pending
{
    struct State {
        std::optional<T> value;
        std::vector<std::coroutine_handle<>> waiters;
    };

public:
    [[nodiscard]] bool isDone() const { return m_state->value.has_value(); }
    [[nodiscard]] bool isSameAs(const Pending &other) const { return m_state == other.m_state; }

    /// Wakes all that wait, in the order they came, before it returns. Only the first call counts.
    void complete(T value) const
    {
        if (isDone())
            return;
        const std::shared_ptr<State> state = m_state; // those who wake may drop every other copy
        state->value.emplace(std::move(value));
        for (const std::coroutine_handle<> &waiter : std::exchange(state->waiters, {}))
            waiter.resume();
    }

    auto operator co_await() const &
    {
        struct Awaiter {
            State *state;
            [[nodiscard]] bool await_ready() const noexcept { return state->value.has_value(); }
            void await_suspend(std::coroutine_handle<> waiter) const noexcept { state->waiters.push_back(waiter); }
            [[nodiscard]] T await_resume() const { return *state->value; }
        };
        return Awaiter{m_state.get()};
    }
    auto operator co_await() const && = delete;

private:
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace handrail
