// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "PrivacyTour.h"

namespace handrail {

PrivacyTour::PrivacyTour(Stage &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool PrivacyTour::press(const char *name)
{
    return m_stage.screen().waitFor(QString::fromUtf8(name)) && m_stage.screen().press(QString::fromUtf8(name));
}

bool PrivacyTour::show(const char *page, const char *mark)
{
    const QString name = QString::fromLatin1(page);
    return m_stage.screen().waitFor(QString::fromUtf8(mark)) && m_album.add(m_stage, name)
        && m_album.addLargeAndInSpanish(m_stage, name) && m_album.addLow(m_stage, name);
}

bool PrivacyTour::all()
{
    // Somebody looks, so that there is something to see.
    const auto dana =
        m_stage.clinic().signIn(QStringLiteral("dana"), QStringLiteral("demo"), QStringLiteral("openid fhirUser user/*.rs"));
    for (const char *path : {"CarePlan?patient=Patient/p101", "Goal?patient=Patient/p101", "Appointment?patient=Patient/p101"}) {
        if (!dana || m_stage.clinic().send("GET", path, dana->accessToken).status != 200)
            return false;
    }
    Screen &screen = m_stage.screen();
    return press("You and settings*") && press("Who can see what, *") && show("who-sees", "Who looked, *")
        && screen.scrollTo(QStringLiteral("Only you")) && m_album.add(m_stage, QStringLiteral("who-sees-own"))
        && screen.scrollTo(QStringLiteral("Delete")) && m_album.add(m_stage, QStringLiteral("who-sees-end"))
        && screen.scrollTo(QStringLiteral("Who looked, *")) && press("Who looked, *") && show("who-looked", "Dana Ruiz, *")
        && press("Back") && screen.scrollTo(QStringLiteral("What you signed, *")) && press("What you signed, *")
        && show("what-i-signed", "Read what I signed: *") && press("Read what I signed: *")
        && show("signed-words", "What you signed") && press("Back") && press("Back")
        && screen.scrollTo(QStringLiteral("Download all of it, *")) && press("Download all of it, *")
        && show("download", "Save the file") && press("Save the file") && screen.waitFor(QStringLiteral("Saved as *"), 30'000)
        && screen.scrollTo(QStringLiteral("Saved as *")) && m_album.add(m_stage, QStringLiteral("download-saved"))
        && press("Today");
}

} // namespace handrail
