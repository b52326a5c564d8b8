// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Pin.h"

#include <sodium.h>

namespace handrail {

Pin::Pin(Pin &&other) noexcept
{
    *this = std::move(other);
}

Pin &Pin::operator=(Pin &&other) noexcept
{
    if (this != &other) {
        m_digits = other.m_digits;
        m_size = other.m_size;
        other.clear();
    }
    return *this;
}

Pin::~Pin()
{
    clear();
}

bool Pin::append(int digit)
{
    if (digit < 0 || digit > 9 || m_size >= maximumDigits)
        return false;
    m_digits.at(std::size_t(m_size++)) = char('0' + digit);
    return true;
}

void Pin::removeLast()
{
    if (m_size > 0)
        m_digits.at(std::size_t(--m_size)) = 0;
}

void Pin::clear()
{
    sodium_memzero(m_digits.data(), m_digits.size());
    m_size = 0;
}

bool Pin::isEasy() const
{
    if (m_size < 2)
        return false;
    const int step = m_digits.at(1) - m_digits.at(0);
    for (std::size_t i = 2; i < std::size_t(m_size); ++i) {
        if (m_digits.at(i) - m_digits.at(i - 1) != step)
            return false;
    }
    return step >= -1 && step <= 1;
}

bool Pin::isSameAs(const Pin &other) const
{
    return m_size == other.m_size && sodium_memcmp(m_digits.data(), other.m_digits.data(), m_digits.size()) == 0;
}

} // namespace handrail
