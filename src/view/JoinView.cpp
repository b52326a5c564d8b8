// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/JoinView.h"

#include "care/HowItWas.h"
#include "care/Schedule.h"
#include "core/Log.h"
#include "view/MinuteTimer.h"

#include <QPointer>
#include <algorithm>

namespace handrail {

namespace {

using Kind = JoinAnswer::Kind;

} // namespace

bool takesChoices(const QUrl &link)
{
    return link.query().startsWith(QLatin1String("jwt="));
}

QUrl startingWith(const QUrl &link, bool isMicOn, bool isCameraOn)
{
    if (!takesChoices(link))
        return link;
    QUrl url = link;
    url.setFragment(QStringLiteral("config.startWithAudioMuted=%1&config.startWithVideoMuted=%2")
                        .arg(isMicOn ? QLatin1String("false") : QLatin1String("true"),
                             isCameraOn ? QLatin1String("false") : QLatin1String("true")));
    return url;
}

JoinView::JoinView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, Navigator &navigator,
                   Browser &browser, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_navigator(navigator)
    , m_browser(browser)
{
    connect(&account, &Account::stateChanged, this, &JoinView::refresh);
    // Also when another person signs in over this one: the state never says that nobody is in then.
    connect(&account, &Account::left, this, [this] {
        forget();
        m_isMakingLinks = false;
        refresh();
    });
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, this, &JoinView::refresh);
    connect(&minute, &MinuteTimer::turned, this, &JoinView::refresh);
    connect(&navigator, &Navigator::routeChanged, this, &JoinView::follow);
}

void JoinView::setSessionId(const QString &id)
{
    if (id == m_id)
        return;
    forget();
    m_id = id;
    refresh();
}

void JoinView::forget()
{
    ++m_asked;
    m_id.clear();
    m_came = Came::Nothing;
    m_isMicOn = true;
    m_isCameraOn = false;
    m_hasChosen = false;
}

// Who left the pages is not taken into a session by an answer that comes late.
void JoinView::follow()
{
    if (m_id.isEmpty() || m_navigator.has(Navigator::BeforeJoin) || m_navigator.has(Navigator::WaitingRoom))
        return;
    forget();
    refresh();
}

std::optional<Session> JoinView::find(const QString &id) const
{
    const Records *records = m_account.records();
    if (!records || id.isEmpty())
        return std::nullopt;
    return records->session(id).value_or(std::nullopt);
}

Role JoinView::role() const
{
    const Identity *identity = m_account.identity();
    return identity ? identity->role : Role::Patient;
}

void JoinView::refresh()
{
    const std::optional<Session> session = find(m_id);
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    m_item = session ? sessionItem(*session, {}, m_clock, text, role()) : SessionItem();
    m_state = session ? joinState(*session, role(), m_clock.nowUtc()) : JoinState::None;
    m_isLateKnown = session && session->noted == Coming::Late;
    m_isMade = session && session->joinUrl.isEmpty();
    m_isBare = session && !m_isMade && !takesChoices(session->joinUrl);
    m_zone = session ? zoneOf(*session, m_clock.localZone()) : m_clock.localZone();
    m_opensAt = session ? joinOpensAt(*session, role()) : QDateTime();
    m_callFrom = session ? callFrom(*session) : QDateTime();
    // "Too early" is not the last word where the session was called off or moved since, either way. Of one move the clinic knew when it said so.
    if (!m_heldOpensAt.isValid() || m_opensAt == m_saidOpensAt)
        m_heldOpensAt = m_opensAt;
    if (m_came == Came::Refused && m_refusal == Kind::TooEarly
        && (m_state == JoinState::None || m_state == JoinState::Over || m_opensAt != m_heldOpensAt))
        m_came = Came::Nothing;
    const QString when = m_item.isToday ? m_item.timeText : m_item.whenText;
    m_whenText = m_item.leaders.isEmpty() ? when : tr("%1 with %2").arg(when, m_item.leaders);
    m_name = m_account.records() ? m_account.records()->name().given.section(u' ', 0, 0) : QString();
    Q_EMIT changed();
    // Who comes back when it is over finds the question, and not the way in.
    if (m_state == JoinState::Over && m_navigator.route() == Navigator::WaitingRoom && isHowItWasAsked())
        m_navigator.replace(Navigator::HowWasIt, QString(m_id));
}

/// It was opened here, and the time for the question has come.
bool JoinView::isHowItWasAsked() const
{
    Records *records = m_account.records();
    const std::optional<Session> session = m_came == Came::Opened ? find(m_id) : std::nullopt;
    const QList<JoinedSession> joined =
        records && session ? joinedSessions(*records).value_or(QList<JoinedSession>()) : QList<JoinedSession>();
    return std::any_of(joined.cbegin(), joined.cend(), [&](const JoinedSession &one) {
        return isHowItWasDue(one, *session, m_clock.nowUtc(), AskedWhen::Leaving);
    });
}

JoinView::Step JoinView::step() const
{
    switch (m_came) {
    case Came::Asking: return Asking;
    case Came::Opened: return Opened;
    case Came::NoBrowser: return Refused;
    case Came::Refused:
        // What was too early opens by itself.
        if (m_refusal == Kind::TooEarly && isJoinOpen(m_state) && m_saidOpensAt <= m_clock.nowUtc())
            return Ready;
        return Refused;
    case Came::Nothing: break;
    }
    if (m_id.isEmpty())
        return Nothing;
    if (isJoinOpen(m_state))
        return Ready;
    return m_state == JoinState::OpensLater ? Early : Refused;
}

bool JoinView::canJoin() const
{
    switch (step()) {
    case Ready:
    case Opened: return isJoinOpen(m_state);
    case Refused:
        return m_came == Came::NoBrowser
            || (m_came == Came::Refused && (m_refusal == Kind::Failed || m_refusal == Kind::TooLate) && isJoinOpen(m_state));
    case Nothing:
    case Early:
    case Asking: break;
    }
    return false;
}

bool JoinView::shouldCall() const
{
    if (step() == Refused)
        return m_refusal != Kind::TooEarly || m_came != Came::Refused;
    return step() == Ready && m_state == JoinState::AskFirst;
}

QString JoinView::timeOf(const QDateTime &utc) const
{
    const QDate today = m_clock.nowUtc().toTimeZone(m_zone).date();
    return TimeText(m_preferences.locale(), m_preferences.textScale()).dayAt(utc.toTimeZone(m_zone), today);
}

QDateTime JoinView::opensAt() const
{
    return m_came == Came::Refused && m_saidOpensAt.isValid() ? m_saidOpensAt : m_opensAt;
}

QString JoinView::movedText() const
{
    const Step now = step();
    const bool isBefore =
        now == Early || now == Ready || (now == Refused && m_came == Came::Refused && m_refusal == Kind::TooEarly);
    return m_item.isMoved && isBefore ? tr("Moved. %1", "Was 5:00 pm").arg(m_item.wasText) : QString();
}

QString JoinView::offText() const
{
    const Step now = step();
    // Before it opens: the browser lies over this page then, and what was chosen may be on.
    const bool isLost =
        now == Opened ? m_isChoiceLost : (now == Early || now == Ready || now == Asking) && m_hasChosen && isLinkBare();
    return isLost ? offWords(m_isMicOn, m_isCameraOn) : QString();
}

QString JoinView::offWords(bool isMicOn, bool isCameraOn) const
{
    if (isMicOn && isCameraOn)
        return {};
    return isMicOn   ? tr("Turn your camera off in the browser, too.")
        : isCameraOn ? tr("Turn your microphone off in the browser, too.")
                     : tr("Turn your microphone and your camera off in the browser, too.");
}

QString JoinView::nobodyText() const
{
    const Step now = step();
    if (!m_callFrom.isValid() || (now != Early && now != Ready && now != Opened) || shouldCall())
        return {};
    if (m_clock.nowUtc() >= m_callFrom)
        return tr("Nobody there?");
    return tr("Nobody there %1?", "a time: at 6:10 pm").arg(timeOf(m_callFrom));
}

QString JoinView::title() const
{
    switch (step()) {
    case Nothing: break;
    case Early: return isSoon() ? tr("You’re in the right place") : tr("Not open yet");
    case Ready: return m_state == JoinState::AskFirst ? tr("Call your clinic first") : tr("You can join now");
    case Asking: return tr("Asking your clinic…");
    case Opened: return tr("Your session opened");
    case Refused: return refusedTitle();
    }
    return {};
}

QString JoinView::text() const
{
    switch (step()) {
    case Nothing: break;
    case Early:
        return (isSoon() ? tr("Join opens %1. Nobody sees you yet.") : tr("Join opens %1. You can come back then."))
            .arg(timeOf(opensAt()));
    case Ready:
        if (m_state == JoinState::AskFirst)
            return tr("It began over 20 minutes ago. Were you in before? Then join again.");
        if (m_state == JoinState::OpenLate)
            return m_isLateKnown ? tr("It has begun. Your clinic knows that you are late.")
                                 : tr("It has begun. You can still come.");
        return tr("It opens in your web browser.");
    case Asking: return tr("This takes a moment.");
    case Opened: return tr("It is in your web browser. Did you lose the page? Join again.");
    case Refused: return refusedText();
    }
    return {};
}

QString JoinView::refusedTitle() const
{
    if (m_came == Came::NoBrowser)
        return tr("No web browser opened");
    if (m_came == Came::Nothing)
        return m_item.state == Sessions::Cancelled ? tr("This session was cancelled")
            : m_state == JoinState::Over           ? tr("This session is over")
                                                   : tr("This session is not open for you.");
    switch (m_refusal) {
    case Kind::Open:
    case Kind::Left: break;
    case Kind::TooEarly: return tr("Not open yet");
    case Kind::TooLate: return tr("It began over 20 minutes ago");
    case Kind::Over: return tr("This session is over");
    case Kind::Cancelled: return tr("This session was cancelled");
    case Kind::NotBooked: return tr("This session is not booked yet");
    case Kind::NoLink: return tr("There is no video link");
    case Kind::NotForYou: return tr("This session is not open for you.");
    case Kind::Failed:
        return m_problem == ProblemKind::Offline ? tr("You’re offline")
            : m_problem == ProblemKind::Timeout  ? tr("Your clinic is slow to answer")
                                                 : tr("Your clinic’s system has trouble");
    }
    return {};
}

QString JoinView::refusedText() const
{
    if (m_came == Came::NoBrowser)
        return tr("Please call your clinic.");
    if (m_came == Came::Nothing)
        return tr("Call your clinic to ask about the next one.");
    switch (m_refusal) {
    case Kind::Open:
    case Kind::Left: break;
    case Kind::TooEarly:
        return (isSoon() ? tr("Join opens %1. You can wait here.") : tr("Join opens %1. You can come back then."))
            .arg(timeOf(opensAt()));
    case Kind::TooLate: return tr("Call your clinic. They can tell you what to do.");
    case Kind::Over:
    case Kind::Cancelled: return tr("Call your clinic to ask about the next one.");
    case Kind::NotBooked: return tr("Call your clinic to ask.");
    case Kind::NoLink: return tr("Call your clinic. They can tell you how to join.");
    case Kind::NotForYou: return tr("Call your clinic if you think it should be.");
    case Kind::Failed:
        return m_problem == ProblemKind::Offline ? tr("Check your Wi-Fi or data. Then try again, or call your clinic.")
                                                 : tr("It is not your fault. Try again, or call your clinic.");
    }
    return {};
}

void JoinView::begin(const QString &id)
{
    setSessionId(id);
    if (m_preferences.checksDevices() || !isJoinOpen(m_state)) {
        m_navigator.go(m_preferences.checksDevices() ? Navigator::BeforeJoin : Navigator::WaitingRoom, id);
        return;
    }
    m_navigator.go(Navigator::WaitingRoom, id);
    join();
}

void JoinView::ready(bool isMicOn, bool isCameraOn)
{
    const QString id = m_id;
    m_isMicOn = isMicOn;
    m_isCameraOn = isCameraOn;
    m_hasChosen = true;
    m_navigator.replace(Navigator::WaitingRoom, id);
    if (isJoinOpen(m_state))
        join();
}

void JoinView::leave()
{
    if (isHowItWasAsked())
        m_navigator.replace(Navigator::HowWasIt, QString(m_id));
    else
        m_navigator.back();
}

void JoinView::join()
{
    if (m_came != Came::Asking && canJoin() && m_account.operation())
        ask(m_id);
}

QCoro::Task<void> JoinView::ask(QString id)
{
    const QPointer<JoinView> self = this;
    const int asked = ++m_asked;
    m_came = Came::Asking;
    Q_EMIT changed();
    JoinRooms rooms;
    rooms.operation = m_account.operation();
    rooms.sync = m_account.sync();
    rooms.records = [self] { return self ? self->m_account.records() : nullptr; };
    rooms.now = [&clock = m_clock] { return clock.nowUtc(); };
    rooms.role = role();
    rooms.isMade = m_isMakingLinks;
    const JoinAnswer answer = co_await joinSession(std::move(rooms), id);
    // Locked, left, or asked anew meanwhile: nothing opens.
    if (!self || asked != m_asked)
        co_return;
    m_isMakingLinks = answer.isMade;
    if (answer.kind == Kind::Left) {
        m_came = Came::Nothing;
        m_account.refreshIfOlderThan(std::chrono::minutes(0)); // a sign-in that ended is met there
    } else if (answer.kind != Kind::Open) {
        m_came = Came::Refused;
        m_refusal = answer.kind;
        m_problem = answer.problem.kind;
        m_saidOpensAt = answer.opensAt;
        m_heldOpensAt = {}; // as it is known here after all that was read for the answer
        if (answer.kind != Kind::Failed)
            m_account.refreshIfOlderThan(std::chrono::minutes(0)); // what is shown is not what the clinic has
    } else {
        m_isChoiceLost = m_hasChosen && !takesChoices(answer.link);
        m_came = m_browser.open(startingWith(answer.link, m_isMicOn, m_isCameraOn)) ? Came::Opened : Came::NoBrowser;
        Records *records = m_account.records();
        if (const Result<void> noted =
                records && m_came == Came::Opened ? noteJoined(*records, id, m_clock.nowUtc()) : Result<void>();
            !noted) // the worst of it is that nobody asks how it was
            qCWarning(logApp) << "noting that a session was joined:" << noted.error();
    }
    refresh();
}

} // namespace handrail
