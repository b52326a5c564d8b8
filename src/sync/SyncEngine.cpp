// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/SyncEngine.h"

#include "core/Log.h"
#include "fhir/Read.h"
#include "net/Pending.h"
#include "sync/AccessLog.h"
#include "sync/FhirClient.h"
#include "sync/Pull.h"
#include "sync/Push.h"
#include "sync/Retry.h"

#include <QPointer>
#include <QTimer>
#include <algorithm>
#include <new>

namespace handrail {

namespace {

constexpr std::chrono::days keptAfterSent{7};
/// Of the session's time. By then it is over, also when it moved.
constexpr std::chrono::days answerKeptAfter{60};
const QString lastSuccessName = QStringLiteral("sync.lastSuccess");
/// After a restart the time of the last success may be this much too early.
constexpr std::chrono::milliseconds successKeptEvery = std::chrono::minutes(10);

/// What a relative said to a session that is shown to them no more has its time. What is unsent, or was not taken, is for them to see first.
Result<void> forgetAnswers(Store &store, const QDateTime &now)
{
    const auto isNeeded = [&store](const OutboxItem &item) {
        if (item.resourceType != QLatin1String("AppointmentResponse"))
            return true;
        const Result<fhir::Rsvp> rsvp = fhir::readAppointmentResponse(item.payload);
        const auto session = store.record(QStringLiteral("Appointment"), rsvp ? rsvp->appointmentId : QString());
        return !session || session->has_value();
    };
    const Result<int> removed = store.outbox().removeDone(now.addYears(100), isNeeded); // whatever the clock said then
    return removed ? Result<void>() : tl::make_unexpected(removed.error());
}

struct Work;
QCoro::Task<Result<void>> sendNudged(Work *work);

/// What a run does its work with. A run holds on to it until it ends, also when the engine is gone by then.
struct Work {
    Work(HttpClient &http, TokenSource &tokens, Store &store, const Clock &clock, Identity who, SyncOptions options)
        : identity(std::move(who))
        , retry(std::move(options.random))
        , client(http, tokens, clock, identity.server, life)
        , push(client, store, clock, identity, retry, life)
        , pull(client, store, clock, identity, life, std::move(options.packTaker))
    {
        pull.setBetweenPages([this] { return sendNudged(this); });
    }

    std::shared_ptr<SyncLife> life = std::make_shared<SyncLife>();
    const Identity identity;
    const Retry retry;
    FhirClient client;
    Push push;
    Pull pull;
    bool isNudged = false;  ///< an item was queued and should not wait for the rest of a download
    bool hasPulled = false; ///< the last run downloaded everything
    Result<void> nudged;    ///< the first problem of what was sent in the middle of a download
};

/// What was queued meanwhile does not wait for the rest of a download. A problem only when it is one that stops the run. `work` belongs to the run,
/// which waits for this.
QCoro::Task<Result<void>> sendNudged(Work *work)
{
    if (!std::exchange(work->isNudged, false))
        co_return Result<void>();
    const std::shared_ptr<SyncLife> life = work->life;
    Result<void> pushed = co_await work->push.run();
    if (life->isOver)
        co_return cancelled();
    if (!pushed && work->nudged)
        work->nudged = pushed;
    co_return !pushed && Retry::stopsRun(pushed.error()) ? pushed : Result<void>();
}

/// What sends and downloads; `isWhole` false: download only the types of which something was sent.
QCoro::Task<Result<void>> execute(std::shared_ptr<Work> work, bool isWhole)
{
    work->isNudged = false;
    work->hasPulled = false;
    work->nudged = {};
    Result<void> result = co_await work->push.run();
    if (work->life->isOver)
        co_return cancelled();
    if (!result && Retry::stopsRun(result.error()))
        co_return result;

    const QStringList sent = work->push.takeSentTypes();
    if (!isWhole && sent.isEmpty())
        co_return result;
    work->pull.begin();
    bool isPullGood = true;
    for (int step = 0; step < work->pull.stepCount(); ++step) {
        if (!isWhole && !sent.contains(work->pull.typeOf(step)))
            continue;
        Result<void> pulled = co_await work->pull.run(step);
        if (work->life->isOver)
            co_return cancelled();
        isPullGood = isPullGood && pulled.has_value();
        if (!pulled && result)
            result = pulled;
        if (!pulled && Retry::stopsRun(pulled.error()))
            co_return pulled;
        Result<void> pushed = co_await sendNudged(work.get());
        if (work->life->isOver)
            co_return cancelled();
        if (!pushed)
            co_return pushed;
    }
    if (result)
        result = work->nudged;
    if (isWhole && work->pull.isNothingThere())
        co_return problem(ProblemKind::NotFhir, QStringLiteral("no resource type is there"));
    work->hasPulled = isWhole && isPullGood;
    if (result) {
        if (const std::optional<Problem> dropped = work->pull.takeDropped())
            result = tl::make_unexpected(*dropped);
    }
    co_return result;
}

} // namespace

struct SyncEngine::Private {
    Private(SyncEngine *engine, Store &itsStore, const Clock &itsClock, std::shared_ptr<Work> itsWork)
        : q(engine)
        , store(itsStore)
        , clock(itsClock)
        , work(std::move(itsWork))
    {
    }

    SyncEngine *q;
    Store &store;
    const Clock &clock;
    std::shared_ptr<Work> work;
    QTimer timer;
    State state = State::Idle;
    std::optional<Pending<Result<void>>> running;
    bool isWholeRunWanted = false;
    int failures = 0;
    QDateTime lastSuccess;
    QDateTime keptSuccess; ///< what of it the store holds
    std::optional<Problem> lastProblem;

    static QCoro::Task<void> readOne(QPointer<SyncEngine> engine, std::shared_ptr<Work> work, QString type, QString id,
                                     Pending<Result<void>> answer);
    static QCoro::Task<void> readLog(QPointer<SyncEngine> engine, std::shared_ptr<Work> work, QString next, QString language,
                                     Pending<Result<AccessPage>> answer);
    Result<void> endShared(const Result<void> &result);
    static QCoro::Task<void> drive(QPointer<SyncEngine> engine, std::shared_ptr<Work> work, bool isWhole);
    // With no memory even to begin or to end a run the app ends here: a run that half began or half ended would never end, and all that was
    // saved is on the disk.
    Pending<Result<void>> start(bool isWhole) noexcept;
    void finish(Result<void> result) noexcept;
    void plan(const Result<void> &result);
    void setState(State next);
    void startSoon(bool isWhole);
};

QCoro::Task<void> SyncEngine::Private::drive(QPointer<SyncEngine> engine, std::shared_ptr<Work> work, bool isWhole)
{
    Result<void> result;
    try {
        result = co_await execute(work, isWhole);
    } catch (const std::bad_alloc &) {
        // Else this run would never end, and nothing would be sent before the app is started again.
        result = problem(ProblemKind::BadData, QStringLiteral("no memory"), true);
    }
    if (engine)
        engine->d->finish(std::move(result));
    // What nobody waits for.
    if (!isWhole || !work->hasPulled || work->life->isOver)
        co_return;
    try {
        Result<void> older = co_await work->pull.readOlder();
        if (!older && !work->life->isOver)
            qCInfo(logSync) << "older sessions:" << older.error();
    } catch (const std::bad_alloc &) {
        qCWarning(logSync) << "older sessions: no memory";
    }
}

Pending<Result<void>> SyncEngine::Private::start(bool isWhole) noexcept
{
    Pending<Result<void>> answer;
    running = answer;
    timer.stop();
    isWholeRunWanted = false;
    const QPointer<SyncEngine> engine(q);
    setState(State::Running);
    if (!engine) {
        answer.complete(cancelled());
        return answer;
    }
    drive(engine, work, isWhole);
    return answer;
}

void SyncEngine::Private::finish(Result<void> result) noexcept
{
    const QPointer<SyncEngine> engine(q);
    const Pending<Result<void>> answer = *running;
    running.reset();
    result = endShared(result);
    if (!engine) {
        answer.complete(result);
        return;
    }
    if (work->hasPulled) {
        lastSuccess = clock.nowUtc();
        // Only for the line "last updated"; losing it is no failure of the run. A run that brings nothing new writes nothing, but for this
        // once in a while.
        if (!keptSuccess.isValid() || std::abs(keptSuccess.msecsTo(lastSuccess)) >= successKeptEvery.count()) {
            (void)store.setValue(lastSuccessName, lastSuccess.toString(Qt::ISODateWithMs).toLatin1());
            keptSuccess = lastSuccess;
        }
        // What the clinic took a week ago has come back with the downloads since.
        (void)store.outbox().removeDone(lastSuccess - keptAfterSent, [this](const OutboxItem &item) {
            if (item.resourceType != QLatin1String("AppointmentResponse"))
                return false;
            // The clinic need not keep of which time it was.
            const Result<fhir::Rsvp> rsvp = fhir::readAppointmentResponse(item.payload);
            return rsvp && rsvp->start.isValid() && rsvp->start >= lastSuccess - answerKeptAfter;
        });
        if (work->identity.role == Role::Relative)
            (void)forgetAnswers(store, clock.nowUtc());
    }
    lastProblem = result ? std::nullopt : std::optional(result.error());
    failures = result ? 0 : failures + 1;
    plan(result);
    if (engine)
        Q_EMIT q->stateChanged();
    if (engine && !result && result.error().kind == ProblemKind::SignInNeeded)
        Q_EMIT q->signInNeeded();
    answer.complete(result); // those who waited may end the engine here
}

/// A relative's consent may have ended with the sign-in: what it opened goes until the clinic says otherwise.
Result<void> SyncEngine::Private::endShared(const Result<void> &result)
{
    if (result || result.error().kind != ProblemKind::SignInNeeded || work->identity.role != Role::Relative)
        return result;
    Result<void> removed = work->pull.removeShared();
    if (removed)
        removed = forgetAnswers(store, clock.nowUtc());
    return removed ? result : removed;
}

QCoro::Task<void> SyncEngine::Private::readOne(QPointer<SyncEngine> engine, std::shared_ptr<Work> work, QString type, QString id,
                                               Pending<Result<void>> answer)
{
    Result<void> result = co_await work->pull.readAgain(std::move(type), std::move(id));
    if (engine)
        result = engine->d->endShared(result);
    answer.complete(result);
    if (engine && !result && result.error().kind == ProblemKind::SignInNeeded)
        Q_EMIT engine->signInNeeded();
}

QCoro::Task<void> SyncEngine::Private::readLog(QPointer<SyncEngine> engine, std::shared_ptr<Work> work, QString next,
                                               QString language, Pending<Result<AccessPage>> answer)
{
    const Result<AccessPage> page =
        co_await readAccessPage(work->client, work->identity.patientId, std::move(next), std::move(language));
    answer.complete(page);
    if (engine && !page && page.error().kind == ProblemKind::SignInNeeded)
        Q_EMIT engine->signInNeeded();
}

void SyncEngine::Private::plan(const Result<void> &result)
{
    state = State::Idle;
    const bool isSignInNeeded = !result && result.error().kind == ProblemKind::SignInNeeded;
    if (isSignInNeeded)
        return;
    std::optional<std::chrono::milliseconds> wait;
    const auto noLaterThan = [&](std::chrono::milliseconds candidate) { wait = wait ? std::min(*wait, candidate) : candidate; };
    if (!result && result.error().isRetryable) {
        state = State::Waiting;
        noLaterThan(work->retry.beforeRun(failures, result.error().retryAfterSeconds));
    }
    const QDateTime now = clock.nowUtc();
    if (const QDateTime due = work->push.nextDue(); due.isValid() && (result || due > now))
        noLaterThan(std::chrono::milliseconds(
            std::clamp<qint64>(now.msecsTo(due), 0, std::chrono::milliseconds(Retry::longestItemWait).count())));
    if (isWholeRunWanted || work->isNudged)
        noLaterThan(std::chrono::milliseconds(0));
    if (wait && !result && !isWholeRunWanted) // Retry-After is meant for everything but a person who asks
        wait = std::max<std::chrono::milliseconds>(*wait, std::chrono::seconds(result.error().retryAfterSeconds));
    if (wait)
        timer.start(*wait);
}

void SyncEngine::Private::setState(State next)
{
    if (state == next)
        return;
    state = next;
    Q_EMIT q->stateChanged();
}

void SyncEngine::Private::startSoon(bool isWhole)
{
    isWholeRunWanted = isWholeRunWanted || isWhole;
    if (running)
        return; // the end of the run looks at what is wanted
    timer.start(0);
}

SyncEngine::SyncEngine(HttpClient &http, TokenSource &tokens, Store &store, const Clock &clock, Identity identity, QObject *parent,
                       SyncOptions options)
    : QObject(parent)
    , d(std::make_unique<Private>(this, store, clock,
                                  std::make_shared<Work>(http, tokens, store, clock, std::move(identity), std::move(options))))
{
    const auto last = store.value(lastSuccessName);
    if (last && *last)
        d->lastSuccess = d->keptSuccess = QDateTime::fromString(QString::fromLatin1(**last), Qt::ISODateWithMs);
    d->work->push.setChanged([this] { Q_EMIT outboxChanged(); });
    d->work->pull.setRecordsChanged([this] { Q_EMIT recordsChanged(); });
    d->work->pull.setPartsChanged([this] { Q_EMIT partsChanged(); });
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] {
        // A nudge alone sends; every other planned run is a whole one.
        const bool isNudgeAlone = d->work->isNudged && !d->isWholeRunWanted && d->state != State::Waiting;
        if (!d->running)
            d->start(!isNudgeAlone);
    });
}

SyncEngine::~SyncEngine()
{
    d->work->life->isOver = true;
    d->work->push.setChanged({});
    d->work->pull.setRecordsChanged({});
    d->work->pull.setPartsChanged({});
    if (d->running) {
        const Pending<Result<void>> answer = *d->running;
        d->running.reset();
        answer.complete(cancelled());
    }
}

QCoro::Task<Result<void>> SyncEngine::run()
{
    const Pending<Result<void>> answer = d->running ? *d->running : d->start(true);
    Result<void> result = co_await answer; // this may be gone from here on
    co_return result;
}

bool SyncEngine::isAtWork() const
{
    return d->running || (d->timer.isActive() && d->timer.interval() == 0);
}

void SyncEngine::nudge()
{
    d->work->isNudged = true;
    d->startSoon(false);
}

void SyncEngine::retryNow()
{
    d->failures = 0;
    d->work->push.forgetBackOff();
    d->startSoon(true);
}

QCoro::Task<Result<void>> SyncEngine::readAgain(QString type, QString id, std::chrono::milliseconds limit)
{
    const Pending<Result<void>> answer;
    QTimer::singleShot(limit, [answer] { answer.complete(problem(ProblemKind::Timeout, QStringLiteral("one record"), true)); });
    Private::readOne(this, d->work, std::move(type), std::move(id), answer);
    Result<void> result = co_await answer; // this may be gone from here on
    co_return result;
}

QCoro::Task<Result<AccessPage>> SyncEngine::readAccessLog(QString next, QString language)
{
    const Pending<Result<AccessPage>> answer;
    Private::readLog(this, d->work, std::move(next), std::move(language), answer);
    Result<AccessPage> page = co_await answer; // this may be gone from here on
    co_return page;
}

Result<void> SyncEngine::forgetShared()
{
    const Result<void> removed = removeShared();
    return removed ? forgetOfSessions(d->store, d->clock.nowUtc()) : removed;
}

Result<void> SyncEngine::removeShared()
{
    if (const Result<void> removed = d->work->pull.removeShared(); !removed)
        return removed;
    d->lastSuccess = d->keptSuccess = {};
    return d->store.removeValue(lastSuccessName);
}

Result<void> SyncEngine::forgetOfSessions(Store &store, const QDateTime &now)
{
    if (const Result<void> removed = forgetAnswers(store, now); !removed)
        return removed;
    const Result<ValueNames> own = store.valueNames(QStringLiteral("of-sessions/"));
    if (!own)
        return tl::make_unexpected(own.error());
    for (const QString &name : own->names) {
        if (const Result<void> removed = store.removeValue(name); !removed)
            return removed;
    }
    return {};
}

Result<void> SyncEngine::noteSignIn(Store &store)
{
    return Push::noteSignIn(store);
}

SyncEngine::State SyncEngine::state() const
{
    return d->state;
}

std::optional<qint64> SyncEngine::inFlight() const
{
    return d->work->push.inFlight();
}

QList<SyncPart> SyncEngine::parts() const
{
    return d->work->pull.parts();
}

QDateTime SyncEngine::lastSuccess() const
{
    return d->lastSuccess;
}

std::optional<Problem> SyncEngine::lastProblem() const
{
    return d->lastProblem;
}

QDateTime SyncEngine::serverTime() const
{
    return d->work->client.clockOffset() ? d->work->client.serverNow() : QDateTime();
}

std::chrono::milliseconds SyncEngine::serverClockOffset() const
{
    return d->work->client.clockOffset().value_or(std::chrono::milliseconds(0));
}

} // namespace handrail
