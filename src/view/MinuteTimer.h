// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"

#include <QObject>
#include <QTimer>

namespace handrail {

/// Says when the minute on the wall turns, so that countdowns and "today" are right without anybody polling.
class MinuteTimer final : public QObject
{
    Q_OBJECT
public:
    explicit MinuteTimer(const Clock &clock, QObject *parent = nullptr);

    /// It also says so once at this moment, if that is before the minute turns.
    void lookAt(const QDateTime &utc);

Q_SIGNALS:
    void turned();

private:
    void arm();
    const Clock &m_clock;
    QTimer m_timer;
};

} // namespace handrail
