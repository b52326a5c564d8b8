// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArrayView>
#include <array>

namespace handrail {

/// The digits of a PIN while somebody types it: six to twelve of them. They stay in one place and are wiped when it goes, so a PIN can
/// be moved and never copied, and is never a QString.
class Pin
{
public:
    static constexpr int minimumDigits = 6;
    static constexpr int maximumDigits = 12;

    Pin() = default;
    Pin(Pin &&other) noexcept;
    Pin &operator=(Pin &&other) noexcept;
    ~Pin();

    /// False, and nothing changes, when it is no digit from 0 to 9 or there is no room.
    bool append(int digit);
    void removeLast();
    void clear();

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] bool isComplete() const { return m_size >= minimumDigits; }
    /// One digit only, or a straight run up or down: what is tried first.
    [[nodiscard]] bool isEasy() const;
    /// ASCII; valid as long as the PIN.
    [[nodiscard]] QByteArrayView digits() const { return {m_digits.data(), m_size}; }
    [[nodiscard]] bool isSameAs(const Pin &other) const;

private:
    std::array<char, maximumDigits> m_digits{};
    int m_size = 0;
};

} // namespace handrail
