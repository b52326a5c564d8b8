// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "account/Account.h"

#include "core/Log.h"
#include "store/Erasing.h"
#include "store/StoreOpening.h"

#include <QPointer>
#include <algorithm>
#include <array>

namespace handrail {

namespace {

/// Coming to the front and a network that comes and goes must not be a burden to the clinic (design security row 39).
constexpr std::chrono::minutes leastBetweenTries{1};

/// Before each further try to open the store by itself.
constexpr std::array<std::chrono::seconds, 4> keyWaits{std::chrono::seconds(1), std::chrono::seconds(2), std::chrono::seconds(4),
                                                       std::chrono::seconds(8)};

} // namespace

Account::Account(HttpClient &http, SecretStore &secrets, Browser &browser, const Clock &clock, AccountFiles files,
                 DeviceAuth *deviceAuth, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_files(std::move(files))
    , m_deviceAuth(deviceAuth)
    , m_signIn(http, browser, clock)
{
    connect(&m_signIn, &SignIn::pageOpened, this, [this](const QUrl &page) {
        m_signInPage = page;
        Q_EMIT stateChanged();
    });
    m_tryTimer.setSingleShot(true);
    connect(&m_tryTimer, &QTimer::timeout, this, &Account::tryWaiting);
    m_keyTimer.setSingleShot(true);
    connect(&m_keyTimer, &QTimer::timeout, this, [this] {
        if (m_state == State::KeyUnavailable)
            openLast();
    });
    connect(&m_checkTimer, &QTimer::timeout, this, &Account::checkSome);
    m_heldTimer.setSingleShot(true);
    connect(&m_heldTimer, &QTimer::timeout, this, [this] { giveUpHeld(); });
    m_wipeTimer.setSingleShot(true);
    connect(&m_wipeTimer, &QTimer::timeout, this, &Account::wipeMemory);
}

Account::~Account()
{
    dropPartings();
    leave();
}

void Account::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    if (m_before && state != State::Active && state != State::Starting && state != State::SigningIn)
        m_before->patientName.clear(); // nobody is in: nothing of a person is held
    Q_EMIT stateChanged();
}

void Account::setProblem(std::optional<Problem> problem)
{
    if (problem)
        qCInfo(logApp) << "account:" << *problem;
    m_problem = std::move(problem);
    Q_EMIT problemChanged();
}

void Account::clearProblem()
{
    setProblem(std::nullopt);
}

bool Account::isSessionOnly() const
{
    return m_store && m_store->isInMemory();
}

const Identity *Account::identity() const
{
    return m_records ? &m_records->identity() : nullptr;
}

QCoro::Task<void> Account::start()
{
    m_keyTries = 0;
    finishErasings();
    co_await openLast();
}

void Account::waitForKey(const Problem &problem)
{
    m_keyTimer.stop();
    if (problem.kind == ProblemKind::KeyUnavailable && m_keyTries < keyWaits.size())
        m_keyTimer.start(keyWaits.at(m_keyTries++));
}

QCoro::Task<void> Account::openLast()
{
    const QPointer<Account> self = this;
    const State before = m_state;
    const std::optional<QString> last = m_files.lastAccount();
    if (!last || isToBeErased(m_files, *last)) {
        setState(State::SignedOut);
        co_return;
    }
    AccountFiles files = m_files;
    QString hash = *last;
    OpenedStore opened = co_await openExisting(m_secrets, std::move(files), hash);
    if (!self || m_state != before)
        co_return;
    if (!opened) {
        if (opened.error().kind == ProblemKind::NotFound) {
            setState(State::SignedOut);
        } else if (opened.error().kind == ProblemKind::Locked) {
            beLocked(hash);
            setState(State::Locked);
            takeKeyOut(hash); // if the app was ended in the middle of setting the PIN
        } else {
            waitForKey(opened.error());
            setProblem(opened.error());
            setState(State::KeyUnavailable);
        }
        co_return;
    }
    if (m_problem)
        setProblem(std::nullopt);
    const Result<std::optional<Credentials>> credentials = signedIn(**opened);
    if (!credentials || !*credentials) {
        if (!m_cameFrom.isEmpty()) {
            opened->reset();
            co_await goBack(hash);
            co_return;
        }
        if (!credentials)
            setProblem(credentials.error());
        else if (isMended(**opened)) // and the sign-in could not be read
            setProblem(Problem{ProblemKind::StoreBroken, false, {}});
        setState(State::SignedOut);
        co_return;
    }
    m_accountHash = hash;
    enter(std::move(*opened), **credentials);
    setState(State::Active);
    if (m_isSettled)
        begin();
}

QCoro::Task<OpenedStore> Account::storeFor(QString accountHash, QDateTime serverNow, bool isPinForgotten)
{
    const QPointer<Account> self = this;
    dropParting(accountHash); // its store is opened anew
    if (m_erasing) {
        const Pending<bool> erasing = *m_erasing;
        const bool isDone = co_await erasing;
        Q_UNUSED(isDone)
    }
    AccountFiles own = m_files;
    const Result<void> clear = co_await finishErasingForSignIn(m_secrets, std::move(own), accountHash);
    if (!self)
        co_return OpenedStore(handrail::problem(ProblemKind::Cancelled));
    if (!clear)
        co_return OpenedStore(handrail::problem(ProblemKind::NotErased));
    AccountFiles files = m_files;
    OpenedStore opened = co_await openOrCreate(m_secrets, std::move(files), accountHash);
    if (!self)
        co_return opened;
    if (opened) {
        m_busyFor.clear();
        co_return opened;
    }
    const ProblemKind why = opened.error().kind;
    const bool isShut = why == ProblemKind::KeyUnavailable || why == ProblemKind::StoreForeign || why == ProblemKind::StoreBroken;
    if (isShut || (why == ProblemKind::Locked && isPinForgotten)) { // then the sign-in at the clinic has taken the PIN's place
        AccountFiles again = m_files;
        opened = co_await openBeside(m_secrets, std::move(again), accountHash, serverNow);
        if (!self)
            co_return opened;
    }
    const bool isMissing = !opened && opened.error().kind == ProblemKind::KeychainMissing;
    const bool isBusy = !opened && opened.error().kind == ProblemKind::KeychainBusy;
    const bool isBusyAgain = isBusy && m_busyFor == accountHash; // who was told so and signs in once more goes on all the same
    m_busyFor = isBusy ? accountHash : QString();
    // Without a place for the key nothing is written to the disk, and what is there stays as it is; the person is told (isSessionOnly).
    if (isMissing || isBusyAgain)
        co_return Store::inMemory();
    co_return opened;
}

QCoro::Task<void> Account::signIn(QUrl fhirBase)
{
    if (m_state == State::SigningIn || (m_state == State::Locked && m_isPinBusy)) // what runs may open the store
        co_return;
    const QPointer<Account> self = this;
    m_stateBefore = m_state;
    m_signInPage.clear();
    setProblem(std::nullopt);
    setState(State::SigningIn);
    Result<SignedIn> signedIn = co_await m_signIn.start(std::move(fhirBase), m_stateBefore == State::Locked);
    if (!self)
        co_return;
    if (!signedIn) {
        if (signedIn.error().kind != ProblemKind::Cancelled)
            setProblem(signedIn.error());
        setState(m_stateBefore);
        co_return;
    }
    const QString hash = AccountFiles::hashOf(signedIn->credentials.identity);
    const bool isSamePerson = m_store && hash == m_accountHash;
    // Who signs in from the lock of their own store was told what becomes of it.
    const bool isPinForgotten = m_stateBefore == State::Locked && hash == m_accountHash;
    if (isPinForgotten && !signedIn->isAnew && !isPinEnded()) {
        // The clinic does not say that the password was given just now: a browser that was left signed in must not do for the PIN. When no PIN
        // opens anything any more there is no other way.
        revoke(std::move(signedIn->credentials), false);
        setProblem(Problem{ProblemKind::SignInUnproven, false, QStringLiteral("no auth_time")});
        setState(State::Locked);
        co_return;
    }
    dropHeld();
    if (!isSamePerson && isSessionOnly() && m_store->outbox().unsentCount().value_or(1) > 0) {
        // With their store in memory, what the one before has not sent would be gone. They can send it, or sign out knowing that.
        revoke(std::move(signedIn->credentials), false);
        setProblem(Problem{ProblemKind::UnsentOfAnother, false, {}});
        setState(m_stateBefore);
        co_return;
    }
    if (m_store)
        Q_EMIT aboutToLock(); // what is being written is kept while it can be
    if (!self)
        co_return;
    // One's own store stays open, with what is unsent in it; with a PIN it could not be opened again. Another's goes before the next person's is opened.
    OpenedStore opened;
    if (isSamePerson) {
        if (const Result<void> renewed = m_store->setCredentials(signedIn->credentials); !renewed) {
            revoke(std::move(signedIn->credentials), false);
            setProblem(renewed.error());
            setState(m_stateBefore);
            co_return;
        }
        opened = std::move(m_store);
        leave();
    } else {
        noteLeaving();
        leave();
        opened = co_await storeFor(hash, signedIn->serverNow, isPinForgotten);
        if (!self)
            co_return;
        if (!opened && opened.error().kind == ProblemKind::Locked) {
            holdSignIn(hash, std::move(*signedIn));
            co_return;
        }
    }
    Result<void> kept;
    if (opened && !isSamePerson)
        kept = (*opened)->setCredentials(signedIn->credentials);
    if (!opened || !kept) {
        revoke(std::move(signedIn->credentials), false);
        const Problem why = opened ? kept.error() : opened.error();
        opened = tl::make_unexpected(why); // closed
        co_await comeBack(why);
        co_return;
    }
    takeUp(std::move(*opened), hash, *signedIn);
    co_await begin(true);
}

/// The last step of a sign-in.
void Account::takeUp(std::unique_ptr<Store> store, QString accountHash, const SignedIn &signedIn)
{
    m_accountHash = std::move(accountHash);
    const bool isOnDisk = !store->isInMemory();
    if (const Result<void> noted = SyncEngine::noteSignIn(*store); !noted)
        qCWarning(logApp) << "noting the sign-in:" << noted.error();
    enter(std::move(store), signedIn.credentials);
    m_tokens->setAccessToken(signedIn.accessToken, signedIn.expiresIn);
    if (isOnDisk) {
        if (const Result<void> noted = m_files.setLastAccount(m_accountHash); !noted)
            qCWarning(logApp) << "noting the account:" << noted.error();
    } else {
        setProblem(Problem{ProblemKind::KeychainMissing, false, {}});
    }
    setState(State::Active);
}

void Account::setLanguage(const QString &language)
{
    m_language = language;
    m_signIn.setLanguage(language);
    if (m_records)
        m_records->setLanguage(language);
}

QCoro::Task<void> Account::retryOpening()
{
    if (m_state != State::KeyUnavailable)
        co_return;
    setProblem(std::nullopt);
    setState(State::Starting);
    co_await start();
}

void Account::enter(std::unique_ptr<Store> store, const Credentials &credentials, std::unique_ptr<TokenSource> tokens)
{
    m_cameFrom.clear();
    m_store = std::move(store);
    returnAside();
    m_isFirstSyncDone = m_store->value(firstSyncDone()).value_or(std::nullopt).has_value();
    m_records = std::make_unique<Records>(*m_store, credentials.identity);
    m_records->setLanguage(m_language);
    m_records->setClock(m_clock);
    countPutAside();
    m_tokens = tokens ? std::move(tokens) : std::make_unique<TokenSource>(m_http, *m_store, m_clock);
    SyncOptions options;
    options.packTaker = m_packTaker;
    m_sync = std::make_unique<SyncEngine>(m_http, *m_tokens, *m_store, m_clock, credentials.identity, nullptr, std::move(options));
    m_operation = std::make_unique<Operation>(m_http, *m_tokens, m_clock, credentials.identity.server);
    connect(m_sync.get(), &SyncEngine::recordsChanged, this, &Account::recordsChanged);
    connect(m_sync.get(), &SyncEngine::outboxChanged, this, &Account::outboxChanged);
    connect(m_sync.get(), &SyncEngine::partsChanged, this, &Account::syncChanged);
    connect(m_sync.get(), &SyncEngine::stateChanged, this, [this] {
        if (!m_isFirstSyncDone && m_sync->lastSuccess().isValid()) {
            m_isFirstSyncDone = true;
            if (const Result<void> noted = m_store->setValue(firstSyncDone(), "1"); !noted)
                qCWarning(logApp) << "noting the first sync:" << noted.error();
            Q_EMIT recordsChanged(); // some look further once all is here
        }
        Q_EMIT syncChanged();
    });
    connect(m_sync.get(), &SyncEngine::signInNeeded, this, [this] {
        if (m_state != State::Active)
            return;
        const bool isRelative = identity()->role == Role::Relative;
        if (isRelative && m_tokens->isSharingOver()) {
            // Not under the feet of the sync that says so.
            QMetaObject::invokeMethod(this, &Account::endShared, Qt::QueuedConnection);
            return;
        }
        if (isRelative) // whether anything still is, the clinic says after the next sign-in
            forgetShared(true);
        setProblem(Problem{ProblemKind::SignInNeeded, false, {}});
        setState(State::NeedsSignIn);
    });
    endOldShared();
    noteOther();
    readLock();
}

void Account::leave()
{
    const bool wasIn = m_records != nullptr;
    m_checkTimer.stop();
    m_checking.reset();
    m_operation.reset();
    m_sync.reset();
    m_lastRun = {};
    m_tokens.reset();
    m_records.reset();
    m_store.reset();
    m_accountHash.clear();
    m_isKeyLeft = false;
    m_isFirstSyncDone = false;
    m_asidePins.clear();
    readLock();
    if (wasIn)
        Q_EMIT left();
    Q_EMIT recordsChanged(); // whoever shows a record looks again and finds none
}

void Account::settle()
{
    if (m_isSettled)
        return;
    m_isSettled = true;
    revokeKept();
    if (m_state == State::Active && !m_lastRun.isValid())
        begin();
}

void Account::sendSoon()
{
    Q_EMIT outboxChanged();
    if (m_sync)
        m_sync->nudge();
}

QCoro::Task<void> Account::begin(bool isAsked)
{
    const QPointer<Account> self = this;
    checkStore();
    if (!self || !m_store)
        co_return;
    co_await takeBackAside();
    if (!self)
        co_return;
    if (isAsked && m_sync)
        m_sync->retryNow(); // who has just signed in has a network: nothing has to wait for its planned time
    co_await runSync();
}

void Account::refreshIfOlderThan(std::chrono::minutes age)
{
    if (m_state == State::Active && endOldShared())
        Q_EMIT stateChanged(); // the first download is to come again
    if (m_state != State::Active || m_sync->state() != SyncEngine::State::Idle)
        return;
    // By the wall clock, which goes on while the device sleeps. One that was turned back must not stop the downloads.
    const QDateTime now = m_clock.nowUtc();
    if (m_lastRun.isValid() && m_lastRun <= now && m_lastRun > now - age)
        return;
    runSync();
}

void Account::retry()
{
    if (!m_sync || isRetriedLately())
        return;
    m_lastRetry = m_clock.monotonic();
    m_sync->retryNow();
}

bool Account::isRetriedLately() const
{
    const std::optional<Problem> problem = m_sync ? m_sync->lastProblem() : std::nullopt;
    const bool reachedNone = problem && (problem->kind == ProblemKind::Offline || problem->kind == ProblemKind::Timeout);
    return !reachedNone && m_lastRetry && m_clock.monotonic() < *m_lastRetry + leastBetweenTries;
}

void Account::tryNow()
{
    if (!m_isSettled)
        return;
    revokeKept();
    if (m_state != State::Active)
        return;
    if (!isAnythingWaiting()) {
        refreshIfOlderThan(leastBetweenTries);
        return;
    }
    // One that comes too soon is not lost: the network is often there some seconds after the window.
    const std::chrono::milliseconds since = m_clock.monotonic() - m_lastTry.value_or(m_clock.monotonic() - leastBetweenTries);
    if (!m_tryTimer.isActive())
        m_tryTimer.start(std::max<std::chrono::milliseconds>(std::chrono::milliseconds(0), leastBetweenTries - since));
}

bool Account::isAnythingWaiting() const
{
    return m_sync->state() != SyncEngine::State::Idle || m_records->unsentCount() > 0;
}

void Account::tryWaiting()
{
    if (m_state != State::Active || !isAnythingWaiting())
        return;
    if (m_sync->state() == SyncEngine::State::Running) { // it may have begun without the network; its end tells
        m_tryTimer.start(std::chrono::seconds(1));
        return;
    }
    m_lastTry = m_clock.monotonic();
    m_lastRun = m_clock.nowUtc();
    m_sync->retryNow();
}

QCoro::Task<void> Account::runSync()
{
    if (!m_sync)
        co_return;
    const QPointer<Account> self = this;
    m_lastRun = m_clock.nowUtc();
    const Result<void> synced = co_await m_sync->run();
    if (!self)
        co_return;
    if (!synced) {
        qCInfo(logApp) << "sync:" << synced.error();
        if (synced.error().kind == ProblemKind::StoreBroken)
            QMetaObject::invokeMethod(this, &Account::mendStore,
                                      Qt::QueuedConnection); // not under the feet of who waits for the same run
        co_return;
    }
    purgePutAside();
}

} // namespace handrail
