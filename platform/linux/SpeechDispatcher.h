// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/ReadAloud.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>

namespace handrail {

/// Speech Dispatcher, by its own command spd-say: the text goes to its standard input, so that no list of processes shows it. A sentence at a
/// time: stopped, the rest is never handed on, and at most the end of one sentence is still heard. Its --stop is not used: it would take the
/// words from every other program's mouth, a screen reader's too.
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
    void sayNext();
    void end();

    std::optional<QString> m_program; ///< empty: there is none; looked for once
    std::unique_ptr<QProcess> m_process;
    QStringList m_sentences; ///< still to be said
    QString m_language;
    std::function<void()> m_ended;
};

} // namespace handrail
