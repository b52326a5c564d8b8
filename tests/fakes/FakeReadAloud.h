// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/ReadAloud.h"

#include <utility>

namespace handrail {

/// Says nothing; remembers what it was to say, and comes to its end when told to.
class FakeReadAloud final : public ReadAloud
{
public:
    [[nodiscard]] bool canSpeak() override { return isAvailable; }
    void speak(const QString &text, const QString &language, std::function<void()> ended) override
    {
        stop();
        said = text;
        saidIn = language;
        m_ended = std::move(ended);
    }
    void stop() override { end(); }
    void end()
    {
        if (const std::function<void()> ended = std::exchange(m_ended, nullptr))
            ended();
    }
    [[nodiscard]] bool isSpeaking() const { return m_ended != nullptr; }

    bool isAvailable = true;
    QString said;
    QString saidIn;

private:
    std::function<void()> m_ended;
};

} // namespace handrail
