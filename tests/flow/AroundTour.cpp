// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AroundTour.h"

#include "HarborTown.h"
#include "PackPublisher.h"

namespace handrail {

AroundTour::AroundTour(std::unique_ptr<Stage> &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool AroundTour::press(const char *name)
{
    return m_stage->screen().waitFor(QString::fromUtf8(name)) && m_stage->screen().press(QString::fromUtf8(name));
}

bool AroundTour::show(const char *page, const char *mark)
{
    return m_stage->screen().waitFor(QString::fromUtf8(mark)) && m_album.add(*m_stage, QString::fromLatin1(page));
}

bool AroundTour::more(const char *page)
{
    const QString name = QString::fromLatin1(page);
    return m_album.addLargeAndInSpanish(*m_stage, name) && m_album.addLow(*m_stage, name);
}

/// An app that no clinic set up: its address is typed.
bool AroundTour::typing()
{
    m_stage.reset();
    m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
    return m_stage->openAppToType() && show("welcome-address", "Your clinic’s address") && more("welcome-address")
        && m_stage->screen().type(QStringLiteral("Your clinic’s address"), QStringLiteral("https://my clinic/fhir"))
        && press("Sign in with your program") && show("welcome-no-address", "This address does not work*")
        && more("welcome-no-address");
}

bool AroundTour::begin()
{
    test::PackPublisher publisher;
    m_stage.reset(); // one app at a time
    m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc()));
    m_stage->usePackKey(publisher.key());
    return m_stage->openClinic() && m_stage->importToClinic(publisher.offer(1, harborTown())) && m_stage->openApp();
}

bool AroundTour::beforeSignIn()
{
    return press("What is IOP?") && show("about-iop", "IOP may fit if") && more("about-iop")
        && m_stage->screen().scrollTo(QStringLiteral("Cost and cover: what to ask")) && show("about-iop-cost", "Copy the questions")
        && press("Back") && press("Community help") && show("community-signed-out", "Works offline") && press("Back");
}

bool AroundTour::town()
{
    Screen &screen = m_stage->screen();
    return m_stage->signIn(QStringLiteral("nell"), QStringLiteral("demo"))
        && screen.waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 20'000)
        && show("today-aftercare", "Aftercare, month 2, No end date") && more("today-aftercare") && press("Learn")
        && press("Community help, *") && press("Food") && show("community", "Harbor Food Pantry. *") && more("community")
        && press("Harbor Food Pantry. *") && show("community-place", "Ask for help with this, *") && more("community-place")
        && press("Back") && press("Food") && screen.type(QStringLiteral("Search community help"), QStringLiteral("xyzzy"))
        && show("community-none", "Nothing found for “xyzzy”");
}

bool AroundTour::all()
{
    return typing() && begin() && beforeSignIn() && town();
}

} // namespace handrail
