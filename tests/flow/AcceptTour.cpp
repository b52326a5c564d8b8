// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AcceptTour.h"

#include "core/DeepLink.h"

namespace handrail {

AcceptTour::AcceptTour(Stage &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

QString AcceptTour::link() const
{
    return inviteLink(m_stage.clinic().base(), QStringLiteral("Zm9ydHktdHdvIGRvdmVzIQ")); // one that was never made
}

bool AcceptTour::all()
{
    Screen &screen = m_stage.screen();
    const auto show = [&](const char *page, const QString &mark) {
        const QString name = QString::fromLatin1(page);
        return screen.waitFor(mark) && m_album.add(m_stage, name) && m_album.addLargeAndInSpanish(m_stage, name)
            && m_album.addLow(m_stage, name);
    };
    return screen.press(QStringLiteral("I have an invitation")) && show("invitation-link", QStringLiteral("The link"))
        && screen.type(QStringLiteral("The link"), link()) && screen.press(QStringLiteral("Continue"))
        && screen.waitFor(QStringLiteral("Your code")) && screen.type(QStringLiteral("Your code"), QStringLiteral("K7M4"))
        && show("invitation-code", QStringLiteral("You have an invitation"))
        && screen.type(QStringLiteral("Your code"), QStringLiteral("P2")) && screen.press(QStringLiteral("Continue"))
        && show("invitation-closed", QStringLiteral("This invitation is closed"))
        && screen.press(QStringLiteral("Read: how families can help")) && show("invitation-lessons", QStringLiteral("For families"))
        && screen.press(QStringLiteral("Back")) && screen.waitFor(QStringLiteral("This invitation is closed"))
        && screen.press(QStringLiteral("Close")) && screen.waitFor(QStringLiteral("Sign in with your program"));
}

bool AcceptTour::question()
{
    Screen &screen = m_stage.screen();
    m_stage.app().open(link());
    return screen.waitFor(QStringLiteral("Accept it on this device?"))
        && m_album.add(m_stage, QStringLiteral("invitation-question"))
        && m_album.addLargeAndInSpanish(m_stage, QStringLiteral("invitation-question")) && screen.press(QStringLiteral("Not now"));
}

} // namespace handrail
