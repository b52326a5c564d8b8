// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "RelativeTour.h"

#include "RelativesSide.h"
#include "core/Ids.h"

#include <QJsonArray>

namespace handrail {

RelativeTour::RelativeTour(Stage &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool RelativeTour::press(const char *name)
{
    return m_stage.screen().waitFor(QString::fromUtf8(name), 20'000) && m_stage.screen().press(QString::fromUtf8(name));
}

bool RelativeTour::show(const char *page, const char *mark)
{
    return m_stage.screen().waitFor(QString::fromUtf8(mark), 20'000) && m_album.add(m_stage, QString::fromLatin1(page));
}

bool RelativeTour::more(const char *page)
{
    const QString name = QString::fromLatin1(page);
    return m_album.addLargeAndInSpanish(m_stage, name) && m_album.addLow(m_stage, name);
}

bool RelativeTour::pages()
{
    Screen &screen = m_stage.screen();
    return screen.waitFor(QStringLiteral("How I can help"), 20'000) && show("family-early", "Join opens at 5:20 pm")
        && more("family-early") && press("Sessions") && show("family-sessions", "Family session*") && press("Lessons")
        && show("family-lessons", "Lessons") && press("You") && show("family-you", "You and privacy") && press("Sent and waiting*")
        && show("outbox-empty", "Nothing waits") && press("Home") && screen.waitFor(QStringLiteral("How I can help"))
        && screen.scrollTo(QStringLiteral("How I can help")) && show("family-card", "How I can help")
        && press("Tell the clinic something*") && show("family-tell", "Send to the clinic") && more("family-tell")
        && screen.type(QStringLiteral("What should the clinic know?"), QStringLiteral("She did not come home last night."))
        && press("Send to the clinic") && screen.waitFor(QStringLiteral("Sent to the clinic"), 20'000)
        && screen.scrollTo(QStringLiteral("Send to the clinic")) && show("family-told", "Sent to the clinic")
        && press("Leave quickly") && show("family-blank", "Notes") && press("Back") && press("Home")
        && screen.waitFor(QStringLiteral("Hi, Rosa")) && press("I can’t come*")
        && screen.waitFor(QStringLiteral("*You told us you can’t come,*Request sent at*"), 20'000)
        && screen.scrollTo(QStringLiteral("I can come after all*")) && showWhole("family-answered", "I can come after all*");
}

bool RelativeTour::later(int minutes)
{
    m_stage.clock().advance(std::chrono::minutes(minutes));
    Q_EMIT m_stage.app().account().recordsChanged(); // as the minute would
    return true;
}

bool RelativeTour::refresh()
{
    m_stage.app().navigator().home();
    return downloadAnew(m_stage);
}

bool RelativeTour::evening()
{
    const auto sessionPage = [this](const char *page, const char *mark) {
        m_stage.app().navigator().go(Navigator::SessionPage, QStringLiteral("a101-20261120-1730"));
        return showWhole(page, mark);
    };
    const auto move = [](QJsonObject &session) {
        const QString was = session[QLatin1String("start")].toString();
        for (const QLatin1String name : {QLatin1String("start"), QLatin1String("end")})
            session[name] = session[name].toString().replace(QStringLiteral("2026-11-20"), QStringLiteral("2026-11-23"));
        QJsonArray extensions = session[QLatin1String("extension")].toArray();
        for (qsizetype i = extensions.size(); i-- > 0;) {
            if (extensions.at(i).toObject().value(QLatin1String("url")).toString()
                == canonical(u"StructureDefinition/previous-start"))
                extensions.removeAt(i);
        }
        extensions << QJsonObject{{QStringLiteral("url"), canonical(u"StructureDefinition/previous-start")},
                                  {QStringLiteral("valueDateTime"), was}};
        session[QLatin1String("extension")] = extensions;
    };
    const auto movedWhileOneWaits = [this] {
        m_stage.app().navigator().go(Navigator::WaitingRoom, QStringLiteral("a101-20261120-1730"));
        return showWhole("family-waiting-moved", "Not open yet") && press("Leave");
    };
    const auto cancel = [](QJsonObject &session) { session[QLatin1String("status")] = QStringLiteral("cancelled"); };
    m_stage.callDevices().found = {true, true, true, true};
    return press("Join opens at 5:20 pm") && press("I’m ready") && showWhole("family-waiting", "You’re in the right place")
        && later(6) && showWhole("family-waiting-open", "You can join now") && press("Leave") && later(20)
        && showWhole("family-late", "It has started. You can still join.") && later(10)
        && showWhole("family-too-late", "It is late to come in now. *") && changeFamilySession(m_stage, move) && refresh()
        && showWhole("family-moved", "Family session, Monday, *") && movedWhileOneWaits()
        && sessionPage("family-session-moved", "Counselor") && changeFamilySession(m_stage, cancel) && refresh()
        && showWhole("family-cancelled", "Cancelled: *") && m_stage.endConsent(QStringLiteral("r101-1")) && ended();
}

bool RelativeTour::ended()
{
    m_stage.app().navigator().home();
    m_stage.clock().advance(std::chrono::seconds(1));
    return m_stage.screen().waitUntil(
               [this] {
                   m_stage.app().account().refreshIfOlderThan(std::chrono::minutes(0));
                   return m_stage.screen().has(QStringLiteral("Nothing is shared right now"));
               },
               20'000)
        && showWhole("family-nothing", "Nothing is shared right now");
}

bool RelativeTour::twoPeople()
{
    if (!m_stage.addIdentity(QStringLiteral("rosa"), QStringLiteral("r102-2"), QStringLiteral("p102")))
        return false;
    m_stage.person().setPatient(1);
    return press("You") && press("Add another person*") && show("family-other", "Here for Jordan") && more("family-other")
        && press("You") && show("family-you-two", "Maya") && more("family-you-two") && press("Sign out, Your clinic*")
        && m_stage.screen().waitFor(QStringLiteral("Stay signed in")) && press("Sign out")
        && m_stage.screen().waitFor(QStringLiteral("Sign in with your program"));
}

} // namespace handrail
