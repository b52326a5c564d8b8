// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/Notifier.h"

#include <QObject>
#include <array>
#include <optional>

namespace handrail {

/// Notifications of a Linux desktop: org.freedesktop.Notifications (Desktop Notifications Specification 1.2) on the session bus. Found
/// when the first one is shown; without the bus or the service nothing happens.
class DesktopNotifier final : public QObject, public Notifier
{
    Q_OBJECT
public:
    DesktopNotifier() = default;
    ~DesktopNotifier() override;

    void show(Kind kind, const QString &title, const QString &text) override;
    void withdraw(Kind kind) override;
    void whenPressed(std::function<void(Kind)> pressed) override { m_pressed = std::move(pressed); }

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    struct Place {
        uint id = 0;     ///< of what is to be seen; 0: nothing, or its answer is still to come
        int showing = 0; ///< counts, so that an answer to an older one is not taken for the newest
    };

    bool listen();
    void close(uint id);
    /// Which of ours it was, which is gone now. The ids of other programs' notifications come here, too.
    std::optional<Kind> forget(uint id);
    Place &placeOf(Kind kind) { return m_places[std::size_t(kind)]; }

    std::function<void(Kind)> m_pressed;
    std::array<Place, std::size_t(Kind::Timer) + 1> m_places;
    bool m_isListening = false;
};

} // namespace handrail
