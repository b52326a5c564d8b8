// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "JoinTour.h"

namespace handrail {

JoinTour::JoinTour(Stage &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool JoinTour::press(const char *name)
{
    return m_stage.screen().waitFor(QString::fromUtf8(name)) && m_stage.screen().press(QString::fromUtf8(name));
}

bool JoinTour::show(const char *page, const char *mark)
{
    const QString name = QString::fromLatin1(page);
    return m_stage.screen().waitFor(QString::fromUtf8(mark)) && m_album.add(m_stage, name)
        && m_album.addLargeAndInSpanish(m_stage, name) && m_album.addLow(m_stage, name);
}

bool JoinTour::all()
{
    m_stage.callDevices().found = {true, true, true, true};
    if (!press("Join") || !m_stage.screen().waitFor(QStringLiteral("Only you see this")))
        return false;
    m_stage.callDevices().speak(0.15);
    if (!show("join-check", "We can hear you"))
        return false;
    m_stage.callDevices().plug({true, false, false, false});
    return show("join-check-nothing", "No microphone found. You can still join.") && press("I’m ready")
        && show("join-opened", "Your session opened") && m_stage.person().visited().value(0).scheme() == QLatin1String("https")
        && howItWas();
}

/// The question for who comes back after the end, its card, and the word with the session.
bool JoinTour::howItWas()
{
    const auto later = [this](int minutes) {
        m_stage.clock().advance(std::chrono::minutes(minutes));
        Q_EMIT m_stage.app().account().recordsChanged(); // as the minute would
    };
    if (!press("Leave")) // it has not begun
        return false;
    later(70);
    return show("how-was-it-card", "Say how it was") && press("Say how it was") && show("how-was-it", "Nothing is picked yet")
        && press("Good") && show("how-was-it-said", "Done") && press("Done");
}

} // namespace handrail
