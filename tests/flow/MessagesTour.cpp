// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MessagesTour.h"

namespace handrail {

MessagesTour::MessagesTour(Stage &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool MessagesTour::thread()
{
    Screen &screen = m_stage.screen();
    const QString page = QStringLiteral("messages");
    return screen.waitFor(QStringLiteral("Messages, *")) && screen.press(QStringLiteral("Messages, *"))
        && screen.waitFor(QStringLiteral("Write to Dana")) && m_album.add(m_stage, page)
        && m_album.addLargeAndInSpanish(m_stage, page) && m_album.addLow(m_stage, page) && screen.press(QStringLiteral("Back"));
}

} // namespace handrail
