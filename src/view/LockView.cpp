// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/LockView.h"

#include "view/ProblemText.h"
#include "view/TimeText.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace handrail {

namespace {

using namespace std::chrono_literals;

/// From so few tries left on it is said how many.
constexpr int fewLeft = 3;

Pin twin(const Pin &pin)
{
    Pin twin;
    for (const char digit : pin.digits())
        twin.append(digit - '0');
    return twin;
}

} // namespace

LockView::LockView(Account &account, const Clock &clock, const Preferences &preferences, Navigator &navigator, MinuteTimer &minute,
                   QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_navigator(navigator)
{
    connect(&account, &Account::stateChanged, this, &LockView::onAccountChanged);
    connect(&account, &Account::problemChanged, this, &LockView::changed);
    connect(&account, &Account::pinChanged, this, [this] {
        if (wait().count() > 0)
            m_waiting.start();
        Q_EMIT changed();
        Q_EMIT enteredChanged();
    });
    connect(&preferences, &Preferences::changed, this, &LockView::changed);
    connect(&preferences, &Preferences::languageChanged, this, &LockView::changed);
    connect(&minute, &MinuteTimer::turned, this, [this] {
        if (isPadShut())
            Q_EMIT changed();
    });
    // Whoever leaves the page leaves nothing typed behind.
    connect(&navigator, &Navigator::routeChanged, this, [this] {
        const Navigator::Route route = m_navigator.route();
        if (m_purpose != Unlock && route != Navigator::Pin && !Navigator::isHelp(route))
            reset(Unlock);
    });
    m_waiting.setInterval(1s);
    connect(&m_waiting, &QTimer::timeout, this, [this] {
        if (wait().count() == 0) {
            m_waiting.stop();
            Q_EMIT changed();
        }
    });
}

void LockView::onAccountChanged()
{
    if (m_account.state() == Account::State::Locked || m_account.state() == Account::State::SigningIn)
        reset(Unlock);
    if (!m_account.records())
        m_isEarlierBack = false;
    if (wait().count() > 0)
        m_waiting.start();
    Q_EMIT changed();
}

int LockView::digits() const
{
    if (m_purpose != Earlier)
        return m_account.pinDigits();
    const Account::AsidePin *pin = m_account.asidePin(m_earlier);
    return pin ? pin->digits : Pin::minimumDigits;
}

int LockView::tries() const
{
    if (m_purpose != Earlier)
        return m_account.pinTries();
    const Account::AsidePin *pin = m_account.asidePin(m_earlier);
    return pin ? pin->tries : 0;
}

int LockView::triesLeft() const
{
    if (m_purpose != Earlier)
        return m_account.pinTriesLeft();
    const Account::AsidePin *pin = m_account.asidePin(m_earlier);
    return pin ? pin->triesLeft : 0;
}

std::chrono::milliseconds LockView::wait() const
{
    return m_purpose == Earlier ? m_account.asidePinWait(m_earlier) : m_account.pinWait();
}

void LockView::reset(Purpose purpose)
{
    m_purpose = purpose;
    m_current.clear();
    m_next.clear();
    m_notice.clear();
    m_isEarlierEnded = false;
    setPin({});
    setStep(purpose == Set ? New : Present);
    if (wait().count() > 0)
        m_waiting.start();
}

void LockView::setStep(Step step)
{
    m_step = step;
    Q_EMIT changed();
    Q_EMIT enteredChanged();
}

void LockView::setPin(Pin pin)
{
    m_pin = std::move(pin);
    Q_EMIT enteredChanged();
}

QString LockView::stateText() const
{
    if (!canHavePin())
        return tr("Not here: this device has no safe place for a key");
    if (!isOn())
        return tr("Off");
    if (!isInForce())
        return tr("Not in force yet. Your device’s safe place did not let go of the old key. Handrail tries again at each lock.");
    const int minutes = m_preferences.lockMinutes();
    return minutes == 0 ? tr("On, as soon as you leave") : tr("On, %n minute(s) after you leave", nullptr, minutes);
}

int LockView::knobs() const
{
    if (m_step == Present)
        return std::max(digits(), 1);
    // A new one may be longer than it is by now: there is one place more, up to the longest.
    return std::clamp(m_pin.size() + 1, int(Pin::minimumDigits), int(Pin::maximumDigits));
}

QString LockView::title() const
{
    if (m_step == New)
        return tr("Choose a PIN");
    if (m_step == Again)
        return tr("Enter it once more");
    if (m_purpose == Earlier && !isPadShut())
        return isEnded() ? tr("That PIN is off") : tr("Enter the PIN you had");
    if (isEnded())
        return isSignedIn() ? tr("This PIN is off") : tr("Please sign in again");
    if (isUnreadable())
        return tr("Handrail stays locked");
    return isPadShut() ? tr("Let’s try again soon") : tr("Enter your PIN");
}

QString LockView::text() const
{
    if (isBusy())
        return tr("One moment…");
    if (m_step == Present && isEnded() && m_purpose != Earlier)
        return tr("10 tries did not match, so this PIN is off. What you saved and did not send is kept.");
    if (isPadShut()) {
        // To the next full minute: the pad is open when the clock shows it.
        const qint64 opens = m_clock.nowUtc().toMSecsSinceEpoch() + wait().count();
        const QDateTime at =
            QDateTime::fromMSecsSinceEpoch((opens + 59'999) / 60'000 * 60'000, Qt::UTC).toTimeZone(m_clock.localZone());
        return tr("%n tries did not match. The number pad opens again at %1.", nullptr, tries())
            .arg(TimeText(m_preferences.locale()).time(at.time()));
    }
    if (!m_notice.isEmpty())
        return m_notice;
    if (m_purpose == Unlock && !hasOtherProblem() && m_account.problem())
        return words(*m_account.problem());
    if (m_step == New)
        return tr("6 numbers or more that only you know.");
    if (m_purpose == Unlock && isSignedIn())
        return tr("You are signed in. What you saved here before is behind your PIN.");
    if (m_purpose == Earlier)
        return tr("The one from before you went on without it.");
    return {};
}

QStringList LockView::earlierTexts() const
{
    QStringList texts;
    const TimeText days(m_preferences.locale());
    for (const Account::AsidePin &pin : m_account.asidePins()) {
        const QDateTime until = pin.until.toTimeZone(m_clock.localZone());
        texts << tr("Enter it, and what you kept only here up to %1 comes back. It is kept until %2.")
                     .arg(days.shortDay(pin.since.toTimeZone(m_clock.localZone()).date()), days.shortDay(until.date()));
    }
    return texts;
}

QString LockView::forgottenText() const
{
    const QString kept = tr(
        "What you saved and did not send yet is kept. The rest that is only here opens with this PIN alone: "
        "your safety plan, your people, worksheets, days you marked, skills and lessons, check-ins that only you can see, "
        "and what you did not finish. It stays locked here for 30 days. If you remember the PIN by then, you can bring it back.");
    return canGoOnWithoutPin() ? tr("You can go on without it. The PIN is off then, and you can set a new one. %1").arg(kept)
                               : tr("Sign in with your clinic. The PIN is off then, and you can set a new one. %1").arg(kept);
}

bool LockView::hasOtherProblem() const
{
    return m_account.problem() && m_account.problem()->kind != ProblemKind::PinWrong;
}

QString LockView::words(const Problem &problem) const
{
    if (problem.kind == ProblemKind::PinWrong) {
        const int left = triesLeft();
        if (m_purpose == Earlier && left <= fewLeft)
            return tr("That did not match. %n more try(s), then that PIN is off.", nullptr, left);
        return left <= fewLeft ? tr("That did not match. %n more try(s), then you sign in with your clinic.", nullptr, left)
                               : tr("That did not match. Please try again.");
    }
    if (problem.kind == ProblemKind::Cancelled)
        return {};
    if (m_purpose == Earlier && problem.kind == ProblemKind::PinEnded)
        return tr("10 tries did not match, so what was behind that PIN can’t be opened any more.");
    if (m_purpose == Earlier && problem.kind == ProblemKind::Conflict)
        return tr("What can come back now is back. For the rest, please enter the PIN again in some days.");
    const ProblemWords said = handrail::problemText(problem);
    return tr("%1. %2").arg(said.title, said.text);
}

void LockView::begin(Purpose purpose)
{
    reset(purpose);
    m_navigator.go(Navigator::Pin);
}

void LockView::beginEarlier(int index)
{
    if (index < 0 || index >= m_account.asidePins().size())
        return;
    m_earlier = m_account.asidePins().at(index).path;
    begin(Earlier);
}

void LockView::digit(int digit)
{
    if (isBusy() || isPadShut() || isUnreadable() || (m_step == Present && isEnded()))
        return;
    if (!m_notice.isEmpty()) {
        m_notice.clear();
        Q_EMIT changed();
    }
    if (m_pin.append(digit))
        Q_EMIT enteredChanged();
    if (m_step == Present && m_pin.size() >= digits())
        tryPresent();
}

void LockView::erase()
{
    m_pin.removeLast();
    Q_EMIT enteredChanged();
}

void LockView::goOn()
{
    if (!canGoOn())
        return;
    if (m_step == New) {
        if (m_pin.isEasy()) {
            m_notice = tr("That one is easy to guess. Please choose another one.");
            setPin({});
            Q_EMIT changed();
            return;
        }
        m_next = std::exchange(m_pin, Pin());
        m_notice.clear();
        setStep(Again);
        return;
    }
    if (!m_pin.isSameAs(m_next)) {
        m_next.clear();
        setPin({});
        m_notice = tr("The two did not match. Please choose again.");
        setStep(New);
        return;
    }
    finish();
}

QCoro::Task<void> LockView::tryPresent()
{
    const QPointer<LockView> self = this;
    Pin tried = std::exchange(m_pin, Pin());
    Q_EMIT enteredChanged();
    if (m_purpose == Unlock) {
        co_await m_account.unlock(std::move(tried));
        co_return;
    }
    const Purpose purpose = m_purpose;
    if (purpose == Change)
        m_current = twin(tried);
    Result<void> done;
    if (purpose == TurnOff)
        done = co_await m_account.removePin(std::move(tried));
    else if (purpose == Device)
        done = co_await m_account.setUnlockByDevice(!isDeviceOn(), std::move(tried));
    else if (purpose == Earlier)
        done = co_await m_account.openAside(m_earlier, std::move(tried));
    else
        done = co_await m_account.checkPin(std::move(tried));
    if (!self || m_purpose != purpose)
        co_return;
    m_isEarlierBack = m_isEarlierBack || (purpose == Earlier && done);
    if (!done || purpose != Change)
        end(done);
    else
        setStep(New);
}

QCoro::Task<void> LockView::finish()
{
    const QPointer<LockView> self = this;
    const Purpose purpose = m_purpose;
    Pin next = std::exchange(m_next, Pin());
    Pin current = std::exchange(m_current, Pin());
    m_pin.clear();
    m_isWorking = true;
    Q_EMIT changed();
    Q_EMIT enteredChanged();
    Result<void> done;
    if (purpose == Change)
        done = co_await m_account.changePin(std::move(current), std::move(next));
    else
        done = co_await m_account.setPin(std::move(next));
    if (!self)
        co_return;
    m_isWorking = false;
    if (m_purpose == purpose)
        end(done);
    Q_EMIT changed();
}

/// A step that ends the flow, or fails and can be tried again.
void LockView::end(const Result<void> &result)
{
    // One that is not there any more has had its time.
    const bool isGone = !result && m_purpose == Earlier && result.error().kind == ProblemKind::NotFound;
    if (result || isGone) {
        reset(Unlock);
        if (m_navigator.route() == Navigator::Pin)
            m_navigator.back();
        return;
    }
    const QString said = words(result.error());
    const Purpose purpose = m_purpose;
    reset(purpose);
    m_notice = said;
    m_isEarlierEnded = purpose == Earlier && result.error().kind == ProblemKind::PinEnded;
    Q_EMIT changed();
}

void LockView::lockNow()
{
    m_account.lock();
}

void LockView::goOnWithoutPin()
{
    m_account.forgetPin();
}

void LockView::giveUp()
{
    m_account.giveUpHeld();
}

void LockView::readAgain()
{
    m_account.readLockAgain();
}

void LockView::useDevice()
{
    m_account.unlockByDevice();
}

} // namespace handrail
