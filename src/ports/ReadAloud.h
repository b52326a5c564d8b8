// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QString>
#include <functional>

namespace handrail {

/// The system's voice. For texts that come with the app alone: nothing that a person wrote or that the clinic knows is ever spoken.
class ReadAloud
{
public:
    virtual ~ReadAloud() = default;
    /// False where the system has no voice; then no button offers one.
    [[nodiscard]] virtual bool canSpeak() = 0;
    /// Says `text` in `language` (BCP 47), instead of what it says now. `ended` is called once, in the event loop, when it has been said, was
    /// stopped, or could not be.
    virtual void speak(const QString &text, const QString &language, std::function<void()> ended) = 0;
    virtual void stop() = 0;
};

} // namespace handrail
