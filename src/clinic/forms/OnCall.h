// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/forms/AlertList.h"
#include "clinic/forms/OnCallCommand.h"

#include <QHash>
#include <chrono>
#include <memory>

namespace handrail::clinic {

/// Calls somebody when an urgent alert was acknowledged by nobody for a while, if the clinic has set that up (design clinical 3.3, 8).
/// State: Idle -> Running (a command is under way) -> Idle. What was taken (exit 0) is noted at the alert; what was not is tried again, after
/// 1 minute, then 2, 4, 8, and every 10, each alert by itself. Of those that are due the one with the fewest failures is next, of these the
/// oldest: what the command does not take holds up no other, however many they are. What a crash leaves unpaged is found at the next start.
class OnCall
{
public:
    struct Options {
        QString command; ///< a program; its one argument is the alert's id
        std::chrono::minutes after{15};
        std::chrono::milliseconds limit{30'000}; ///< for one run
    };
    OnCall(Records &records, Options options);

    /// On the server's thread, every second or two.
    void tick();

private:
    void reload();
    [[nodiscard]] bool settle();

    Records &m_records;
    AlertList m_alerts;
    Options m_options;
    Database::CommitMark m_mark;
    bool m_isLoaded = false;
    QList<RaisedAlert> m_waiting; ///< urgent, open, not paged
    std::unique_ptr<OnCallCommand> m_running;
    QString m_runningId;
    /// Of an alert that the command did not take.
    struct Failed {
        int times = 0;
        std::chrono::milliseconds nextTry{0}; ///< monotonic
    };
    QHash<QString, Failed> m_failed; ///< by the alert's id
};

} // namespace handrail::clinic
