// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/TimedPlayer.h"

#include "care/KeptWait.h"
#include "core/Log.h"
#include "view/PlayText.h"
#include "view/Preferences.h"
#include "view/ReminderText.h"
#include "view/SkillView.h"

#include <QAccessible>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace handrail {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds bellSign = 4s;

QStringList placesOf(const Exercise &exercise)
{
    const auto *wave = std::get_if<WaveExercise>(&exercise);
    return wave ? wave->places : QStringList();
}

} // namespace

TimedPlayer::TimedPlayer(const Clock &clock, Haptics &haptics, ScreenAwake &screen, ReadAloud *voice, Preferences *preferences,
                         QObject *parent)
    : QObject(parent)
    , m_play(clock)
    , m_haptics(haptics)
    , m_screen(screen)
    , m_voice(voice)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_voiceWish(preferences ? preferences->isLedAloud() : std::nullopt)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TimedPlayer::look);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { setInFront(state == Qt::ApplicationActive); });
}

TimedPlayer::~TimedPlayer()
{
    hush();
    m_screen.release();
}

void TimedPlayer::begin(const Exercise &exercise, const QStringList &cautions, bool isWithoutHolding)
{
    m_exercise = exercise;
    m_cautions = cautions;
    m_place.clear();
    PlayChoice choice;
    choice.isWithoutHolding = isWithoutHolding && hasHolding();
    start(choice);
    Q_EMIT placeChanged();
}

void TimedPlayer::open(const SkillView *skill)
{
    if (!skill || planOf(skill->exercise(), {}).isEmpty())
        return;
    m_language = skill->language();
    withdraw();
    const bool isGoing = m_skillId == skill->id() && !m_kept && m_play.place();
    if (handrail::goesOn(skill->exercise()) && !isGoing && restore(*skill))
        return;
    if (m_kept && goesOn() && m_skillId != skill->id()) // whoever does something else has ended it
        drop();
    const bool isSame = std::exchange(m_skillId, skill->id()) == skill->id();
    const std::optional<PlayPlace> kept = std::exchange(m_kept, std::nullopt);
    const std::optional<PlayPlace> place = isSame ? (kept ? kept : m_play.place()) : std::nullopt;
    if (!place) {
        begin(skill->exercise(), skill->cautions(), skill->isCautionDue());
        return;
    }
    const bool isPaused = kept || state() == Paused;
    const qsizetype where = placesOf(m_exercise).indexOf(m_place);
    m_exercise = skill->exercise();
    m_cautions = skill->cautions();
    m_place = placesOf(m_exercise).value(where);
    m_play.beginAt(m_exercise, *place);
    if (isPaused)
        m_play.pause();
    show();
    Q_EMIT placeChanged();
}

void TimedPlayer::setKeeping(std::function<Records *()> records, Notifier &notifier)
{
    m_records = std::move(records);
    m_notifier = &notifier;
}

/// As an earlier run of the app, or the time under the lock, has left it.
bool TimedPlayer::restore(const SkillView &skill)
{
    Records *records = m_records();
    const Result<std::optional<KeptWait>> kept =
        records ? keptWait(*records, Waiting::Timer) : Result<std::optional<KeptWait>>(std::nullopt);
    if (!kept)
        qCWarning(logApp) << "a timer cannot be read:" << kept.error();
    const QDateTime now = m_clock.nowUtc();
    if (!kept || !*kept || (*kept)->skill != skill.id() || (*kept)->isStaleAt(now))
        return false;
    if (m_skillId.isEmpty() && (*kept)->elapsedAt(now) >= (*kept)->total)
        return false; // it was over while the app was not there: this is a new one
    m_skillId = skill.id();
    m_kept.reset();
    m_exercise = skill.exercise();
    m_cautions = skill.cautions();
    PlayChoice choice;
    choice.isCheckYes = (*kept)->isCheckYes;
    m_play.beginWithLeft(m_exercise, choice, (*kept)->total - (*kept)->elapsedAt(now), (*kept)->isPaused);
    show();
    return true;
}

void TimedPlayer::keep()
{
    Records *records = goesOn() && !m_skillId.isEmpty() && m_play.place() ? m_records() : nullptr;
    if (!records)
        return;
    const KeptWait wait{m_skillId,         m_clock.nowUtc(),          m_play.total(), m_play.elapsed(), 0,
                        state() == Paused, m_play.choice().isCheckYes};
    // It runs all the same, as long as the app does.
    if (const Result<void> kept = keepWait(*records, wait, Waiting::Timer); !kept)
        qCWarning(logApp) << "a timer cannot be kept:" << kept.error();
}

void TimedPlayer::drop()
{
    Records *records = goesOn() ? m_records() : nullptr;
    if (const Result<void> dropped = records ? dropWait(*records, Waiting::Timer) : Result<void>(); !dropped)
        qCWarning(logApp) << "a timer cannot be dropped:" << dropped.error();
}

void TimedPlayer::withdraw()
{
    if (std::exchange(m_isTold, false))
        m_notifier->withdraw(Notifier::Kind::Timer);
}

void TimedPlayer::keepPlace()
{
    m_kept = m_play.place();
    keep();
}

void TimedPlayer::forgetPlace()
{
    m_kept.reset();
    withdraw();
    if (goesOn()) // it ran on without its page
        close();
}

void TimedPlayer::start(const PlayChoice &choice)
{
    m_play.begin(m_exercise, choice);
    keep();
    if (hasBell() && m_play.state() == TimedPlay::State::Running && isSeen())
        m_haptics.play(Haptics::Pulse::Tick);
    show();
}

void TimedPlayer::show()
{
    m_pulsed = m_said = -1;
    m_saidLine.clear();
    m_seen = TimedPlay::State::Idle;
    if (!isSeen())
        m_play.hide();
    Q_EMIT begun();
    Q_EMIT voiceChanged();
    settle();
    Q_EMIT moved();
}

void TimedPlayer::close()
{
    if (goesOn() && m_kept) { // the lock, or the end of the app: the time passes
        setShown(false);
        return;
    }
    m_timer.stop();
    hush();
    drop();
    m_play.end();
    m_seen = m_play.state();
    m_screen.release();
    m_place.clear();
    m_cautions.clear();
    if (!m_kept)
        m_skillId.clear();
}

void TimedPlayer::settle(By by)
{
    const bool isOther = m_play.look();
    const TimedPlay::State now = m_play.state();
    const bool isNew = std::exchange(m_seen, now) != now;
    if (now == TimedPlay::State::Running && isSeen())
        m_screen.hold();
    else
        m_screen.release();
    if (const auto until = isSeen() || now != TimedPlay::State::Running ? m_play.untilChange() : m_play.phaseLeft())
        m_timer.start(std::max(*until, std::chrono::milliseconds(1ms)));
    else
        m_timer.stop();
    if (isOther)
        pulse();
    speak();
    Q_EMIT ticked();
    if (isOther) {
        Q_EMIT phaseChanged();
        Q_EMIT moved();
    }
    if (isNew)
        Q_EMIT stateChanged();
    if (isNew && now == TimedPlay::State::Ended) {
        if (hasBell())
            m_haptics.play(Haptics::Pulse::Tick);
        if (by == By::Person || isSeen())
            drop();
        if (by == By::Itself && goesOn() && (!m_isInFront || m_kept) && m_notifier) {
            const ReminderWords words = noticeWords(Notice::TimerDone);
            m_notifier->show(Notifier::Kind::Timer, words.title, words.text);
            m_isTold = true;
        }
        by == By::Itself ? Q_EMIT finished() : Q_EMIT ended();
    }
}

void TimedPlayer::pulse()
{
    if (m_play.state() != TimedPlay::State::Running || std::exchange(m_pulsed, m_play.index()) == m_play.index())
        return;
    switch (m_play.phase().haptic) {
    case Haptic::Rise: m_haptics.play(Haptics::Pulse::Rise); break;
    case Haptic::Fall: m_haptics.play(Haptics::Pulse::Fall); break;
    case Haptic::Tick: m_haptics.play(Haptics::Pulse::Tick); break;
    case Haptic::None: break;
    }
}

/// The words of the phase that has just come, once. What was paused in its middle is said again when it goes on.
void TimedPlayer::speak()
{
    if (m_play.state() != TimedPlay::State::Running || !isSeen()) { // nobody has these words read to a bus, or into a call
        hush();
        return;
    }
    if (!isVoiceOn() || std::exchange(m_said, m_play.index()) == m_play.index())
        return;
    QString words = say();
    if (const QString also = line(); !also.isEmpty() && std::exchange(m_saidLine, also) != also)
        words += (words.isEmpty() || words.back().isPunct() ? QStringLiteral(" ") : QStringLiteral(". ")) + also;
    m_voice->speak(words, m_language, [] {});
}

void TimedPlayer::hush()
{
    if (std::exchange(m_said, -1) >= 0)
        m_voice->stop();
}

bool TimedPlayer::isVoiceOn() const
{
    return m_voiceWish.value_or(isByEar() && !QAccessible::isActive()) && canSpeak();
}

void TimedPlayer::setVoiceOn(bool isOn)
{
    const bool wasOn = isVoiceOn();
    m_voiceWish = isOn;
    if (m_preferences)
        m_preferences->setLedAloud(isOn);
    if (isVoiceOn() == wasOn)
        return;
    isOn ? speak() : hush();
    Q_EMIT voiceChanged();
}

void TimedPlayer::look()
{
    settle();
}

void TimedPlayer::setShown(bool isShown)
{
    m_isShown = isShown;
    rest();
}

void TimedPlayer::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    rest();
}

void TimedPlayer::rest()
{
    const State before = state();
    if (isSeen()) {
        m_play.show();
        withdraw();
    } else {
        m_play.hide();
        if (m_isInFront && before == Ended) // its page is gone, and it is seen that it is over
            withdraw();
    }
    if (state() != before || goesOn())
        settle();
}

void TimedPlayer::answerCheck(bool isYes)
{
    m_play.answerCheck(isYes);
    keep();
    if (!isSeen())
        m_play.hide();
    if (hasBell())
        m_haptics.play(Haptics::Pulse::Tick);
    settle();
}

void TimedPlayer::pause()
{
    m_play.pause();
    keep();
    settle();
}

void TimedPlayer::resume()
{
    m_play.resume();
    keep();
    settle();
}

void TimedPlayer::goLonger()
{
    m_play.goLonger();
    keep();
    settle();
    Q_EMIT phaseChanged();
}

void TimedPlayer::next()
{
    m_play.next();
    keep();
    m_pulsed = m_said = -1; // what comes next has the place of what was left out
    settle(By::Person);
    Q_EMIT phaseChanged();
}

void TimedPlayer::setMinutes(int minutes)
{
    PlayChoice choice = m_play.choice();
    choice.minutes = minutes;
    start(choice);
}

void TimedPlayer::setWithoutHolding(bool isWithout)
{
    m_play.setWithoutHolding(isWithout);
    settle();
    Q_EMIT phaseChanged();
    Q_EMIT moved();
}

void TimedPlayer::setPlace(const QString &place)
{
    m_place = place;
    Q_EMIT placeChanged();
}

void TimedPlayer::setQuieter(bool isQuieter)
{
    m_isQuieter = isQuieter;
    Q_EMIT phaseChanged();
}

void TimedPlayer::end()
{
    m_play.end();
    settle(By::Person);
}

bool TimedPlayer::hasBell() const
{
    const auto *timer = std::get_if<TimerExercise>(&m_exercise);
    return timer && timer->hasBell;
}

bool TimedPlayer::isBell() const
{
    return hasBell() && state() != Asking && m_play.elapsed() < bellSign;
}

QString TimedPlayer::cautions() const
{
    return state() == Asking ? m_cautions.join(u'\n') : QString();
}

QString TimedPlayer::check() const
{
    const auto *timer = std::get_if<TimerExercise>(&m_exercise);
    return timer && timer->check ? timer->check->say : QString();
}

QString TimedPlayer::secondsText() const
{
    return PlayText::seconds(m_play.phaseLeft());
}

int TimedPlayer::seconds() const
{
    return int(std::chrono::ceil<std::chrono::seconds>(m_play.phaseLeft()).count());
}

qreal TimedPlayer::phaseFraction() const
{
    const auto length = m_play.phase().length.count();
    return length == 0 ? 0 : qreal(seconds()) * 1000 / qreal(length);
}

QString TimedPlayer::leftText() const
{
    return PlayText::clock(m_play.left());
}

QString TimedPlayer::leftSpoken() const
{
    return PlayText::spoken(m_play.left());
}

QString TimedPlayer::totalText() const
{
    return PlayText::ofAll(m_play.total());
}

QString TimedPlayer::ask() const
{
    const auto *wave = std::get_if<WaveExercise>(&m_exercise);
    return wave ? wave->ask : QString();
}

QVariantList TimedPlayer::places() const
{
    QVariantList places;
    for (const QString &place : placesOf(m_exercise))
        places << QVariantMap{{QStringLiteral("code"), place}, {QStringLiteral("text"), place}};
    return places;
}

QVariantList TimedPlayer::lengths() const
{
    return PlayText::lengths(lengthsOf(m_exercise));
}

int TimedPlayer::minutes() const
{
    const QList<int> offered = lengthsOf(m_exercise);
    return offered.contains(m_play.choice().minutes) ? m_play.choice().minutes : offered.value(0);
}

} // namespace handrail
