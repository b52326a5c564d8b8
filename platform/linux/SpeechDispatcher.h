// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/ReadAloud.h"

#include <QProcess>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace handrail {

/// Speech Dispatcher, by its own command spd-say: the text goes to its standard input, so that no list of processes shows it.
class SpeechDispatcher final : public ReadAloud
{
public:
    SpeechDispatcher() = default;
    ~SpeechDispatcher() override;
    SpeechDispatcher(const SpeechDispatcher &) = delete;
    SpeechDispatcher &operator=(const SpeechDispatcher &) = delete;

    [[nodiscard]] bool canSpeak() override;
    void speak(const QString &text, const QString &language, std::function<void()> ended) override;
    void stop() override;

private:
    void end();

    std::optional<QString> m_program; ///< empty: there is none; looked for once
    std::unique_ptr<QProcess> m_process;
    std::function<void()> m_ended;
};

} // namespace handrail
