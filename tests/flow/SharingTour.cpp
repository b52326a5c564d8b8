// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SharingTour.h"

namespace handrail {

SharingTour::SharingTour(Stage &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool SharingTour::press(const char *name)
{
    return m_stage.screen().waitFor(QString::fromUtf8(name)) && m_stage.screen().press(QString::fromUtf8(name));
}

bool SharingTour::show(const char *page, const char *mark)
{
    return m_stage.screen().waitFor(QString::fromUtf8(mark)) && m_album.add(m_stage, QString::fromLatin1(page));
}

bool SharingTour::more(const char *page)
{
    const QString name = QString::fromLatin1(page);
    return m_album.addLargeAndInSpanish(m_stage, name) && m_album.addLow(m_stage, name);
}

bool SharingTour::inviting()
{
    Screen &screen = m_stage.screen();
    return press("You and settings*") && press("People I share with, *") && show("sharing", "Rosa Bell*") && more("sharing")
        && press("Invite somebody") && screen.waitFor(QStringLiteral("Who do you want to invite?"))
        && screen.type(QStringLiteral("Their first and last name"), QStringLiteral("Luis Ortega"))
        && show("invite-who", "What Luis will see") && more("invite-who") && press("Next")
        && show("invite-permission", "Your permission to share") && more("invite-permission") && press("Read the full notice")
        && show("invite-notice", "The full notice") && more("invite-notice") && press("Go back")
        && screen.type(QStringLiteral("Type your name to sign"), QStringLiteral("Maya Bell")) && press("I agree")
        && show("invite-code", "The code: *") && more("invite-code") && press("Done")
        && screen.waitFor(QStringLiteral("Luis Ortega*"));
}

bool SharingTour::people()
{
    Screen &screen = m_stage.screen();
    return press("Rosa Bell*") && show("sharing-person", "What Rosa can see") && more("sharing-person") && press("Stop sharing")
        && show("sharing-stop", "Stop now") && more("sharing-stop") && press("Go back") && press("Back") && press("Luis Ortega*")
        && show("sharing-invited", "Make a code") && press("Stop sharing") && press("Stop now")
        && show("sharing-stopped", "Luis sees nothing. *") && press("Back") && press("Back") && press("Back")
        && screen.waitFor(QStringLiteral("You and settings*"));
}

} // namespace handrail
