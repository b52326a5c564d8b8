// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AccountView.h"

#include "care/CameBack.h"
#include "core/Log.h"
#include "view/HeldText.h"
#include "view/OutgoingItem.h"
#include "view/PlanText.h"
#include "view/ProblemText.h"
#include "view/TimeText.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>

namespace handrail {

namespace {

/// What a person typed or pasted, as an address: a letter or a message breaks a long one over two lines, and few people type https.
/// Invalid when it is none.
QUrl addressOf(const QString &typed)
{
    QString address = typed;
    address.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    address = address.trimmed();
    if (!address.isEmpty() && !address.contains(QLatin1String("://")))
        address.prepend(QLatin1String("https://"));
    return QUrl(address, QUrl::StrictMode);
}

} // namespace

AccountView::AccountView(Account &account, Navigator &navigator, CrisisView &crisis, Browser &browser,
                         const Preferences &preferences, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_navigator(navigator)
    , m_crisis(crisis)
    , m_browser(browser)
    , m_preferences(preferences)
    , m_clock(clock)
{
    connect(&account, &Account::cameBack, this, &AccountView::putCameBackTogether);
    connect(&account, &Account::stateChanged, this, &AccountView::onStateChanged);
    connect(&account, &Account::syncChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::problemChanged, this, &AccountView::changed);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::pinChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
}

/// What came back from a store put aside, with what is here; also when the program ended before that was done.
void AccountView::putCameBackTogether()
{
    if (!m_account.records())
        return;
    EarlierPlanWords words;
    words.title = tr("My safety plan from earlier");
    for (const PlanPart part : planParts)
        words.parts.insert(part, planTitle(part));
    words.language = m_preferences.language();
    if (const Result<void> done = handrail::putCameBackTogether(*m_account.records(), words); !done)
        qCWarning(logApp) << "putting together what came back:" << done.error();
}

void AccountView::onStateChanged()
{
    putCameBackTogether();
    keepClinicContact();
    const bool isRelativeNow = isRelative();
    const Navigator::Route home = isRelativeNow ? Navigator::FamilyHome : Navigator::Today;
    switch (m_account.state()) {
    case Account::State::Starting: m_navigator.setEntry(Navigator::Starting, false, false); break;
    case Account::State::SignedOut:
    case Account::State::Revoked:
        m_isExploring = false;
        m_navigator.setEntry(Navigator::Welcome, false, false);
        break;
    case Account::State::SigningIn:
        m_isExploring = false;
        m_navigator.setEntry(Navigator::SigningIn, false, false);
        break;
    case Account::State::Locked: m_navigator.setEntry(Navigator::Locked, false, false); break;
    case Account::State::KeyUnavailable: m_navigator.setEntry(Navigator::KeyUnavailable, false, false); break;
    case Account::State::Active:
        if (!m_account.isSessionOnly()) { // else nothing is left behind
            const QString server = m_account.identity()->server.toString();
            Q_EMIT serverChosen(server);
            m_metServer.clear();
            if (!m_isServerFixed)
                m_server = server;
            else if (!leadsTo(server))
                qCWarning(logApp) << "this device is signed in at another clinic: --server counts after signing out";
        }
        if (m_account.isFirstSyncDone() || m_isExploring)
            m_navigator.setEntry(home, true, isRelativeNow);
        else
            m_navigator.setEntry(Navigator::FirstSync, false, false);
        break;
    case Account::State::NeedsSignIn: m_navigator.setEntry(home, true, isRelativeNow); break;
    }
    Q_EMIT changed();
}

/// Whoever is in sees the line of their own clinic or none; while nobody is, that of who was in last. A relative's goes with what was shared: which
/// clinic it was says where a patient is treated.
void AccountView::keepClinicContact()
{
    const Records *records = m_account.records();
    if (!records) {
        if (m_account.state() == Account::State::Revoked && m_crisis.hasClinic())
            m_crisis.forgetClinic(m_isOnDisk);
        return;
    }
    m_isOnDisk = !m_account.isSessionOnly();
    const QString server = records->identity().server.toString(QUrl::FullyEncoded);
    std::optional<ClinicContact> contact = records->clinicContact();
    if (contact && !isUsable(*contact))
        contact->hours.clear(); // words beside the number never cost the number
    const bool isKnown = contact && isUsable(*contact);
    // Before the first download nothing here tells what is shared.
    const bool isOver = isRelative() && m_account.isFirstSyncDone() && !(isKnown && records->isAnythingShared());
    if (isOver && m_crisis.hasClinic())
        m_crisis.forgetClinic(m_isOnDisk);
    else if (!isOver && isKnown)
        m_crisis.keepClinic({*contact, server}, m_isOnDisk);
    else if (!isOver)
        m_crisis.forgetClinicBut(server);
}

bool AccountView::isRelative() const
{
    return m_account.identity() && m_account.identity()->role == Role::Relative;
}

QString AccountView::fullName() const
{
    return m_account.records() ? m_account.records()->name().full : QString();
}

QString AccountView::initials() const
{
    QString initials;
    const QStringList names = fullName().split(u' ', Qt::SkipEmptyParts);
    if (!names.isEmpty())
        initials += names.first().at(0).toUpper();
    if (names.size() > 1)
        initials += names.last().at(0).toUpper();
    return initials;
}

QString AccountView::clinicName() const
{
    const std::optional<ClinicContact> contact = m_account.records() ? m_account.records()->clinicContact() : std::nullopt;
    return contact ? contact->name : QString();
}

QString AccountView::clinicPhone() const
{
    return m_crisis.clinicPhone();
}

bool AccountView::hasServer() const
{
    return !m_server.trimmed().isEmpty();
}

void AccountView::setServer(const QString &server)
{
    if (server == m_server)
        return;
    m_server = server;
    Q_EMIT changed();
}

ProblemWords AccountView::problemWords() const
{
    if (!hasProblem())
        return {};
    // Nobody is signed in, so nothing is saved here and nothing waits: only the way to the clinic matters.
    if (m_account.problem()->kind == ProblemKind::Offline && !isSignedIn())
        return {tr("Your clinic can’t be reached"), tr("Check your connection and your clinic’s address. Then try again.")};
    if (m_account.problem()->kind == ProblemKind::KeychainBusy && !isSignedIn()) // Account::signIn()
        return {
            handrail::problemText(*m_account.problem()).title,
            tr("Unlock it if it asks you to. Then sign in again. If it stays like this, you can still use Handrail after that, but "
               "nothing new is kept when you close it.")};
    const bool isLockBroken = m_account.state() == Account::State::Locked && !m_account.isLockReadable();
    if (m_account.problem()->kind == ProblemKind::StoreBroken && isLockBroken)
        return {tr("Your PIN can’t be checked right now"),
                tr("Nothing is erased. Please try again. If it stays like this, sign in with your clinic.")};
    if (m_account.isUnsentGone())
        return {handrail::problemText(*m_account.problem()).title,
                tr("What you wrote was not sent, and is gone from this device. Call the clinic. The rest is gone, too.")};
    return isSignedIn() ? handrail::problemText(*m_account.problem()) : problemTextOfAsking(*m_account.problem());
}

int AccountView::unsentCount() const
{
    return m_account.records() ? m_account.records()->unsentCount() : 0;
}

QString AccountView::unsentText() const
{
    if (!m_account.records() || unsentCount() == 0)
        return {};
    const Result<QList<Outgoing>> things = outgoing(*m_account.records(), wayOf(m_account));
    return things ? handrail::unsentText(*things, m_preferences.locale()) : tr("what was saved here and can’t be read now");
}

OnlyHere AccountView::onlyHere() const
{
    Records *records = m_account.records();
    return records ? handrail::onlyHere(*records, m_clock.nowUtc()).value_or(OnlyHere()) : OnlyHere();
}

QString AccountView::onlyHereText() const
{
    const OnlyHere here = onlyHere();
    QStringList things{begunText(here, m_preferences.locale()), handrail::onlyHereText(here, m_preferences.locale())};
    things.removeAll(QString());
    if (!m_account.asidePins().isEmpty())
        things << tr("what is behind the PIN you had before");
    return m_preferences.locale().createSeparatedList(things);
}

QString AccountView::staysText() const
{
    QStringList names;
    for (const OtherAccount &other : m_account.others())
        names << (other.patientName.isEmpty() ? tr("another person") : other.patientName);
    names.removeDuplicates();
    if (names.isEmpty())
        return tr("If somebody else uses Handrail here, what is theirs stays.");
    return tr("What you have here for %1 stays. To erase that too, go there and sign out there.")
        .arg(m_preferences.locale().createSeparatedList(names));
}

QString AccountView::keptText() const
{
    const OnlyHere here = onlyHere();
    const bool isAny = unsentCount() > 0 || here.isAnythingBegun() || here.isAnythingMade();
    if (isAny && m_account.isSessionOnly())
        return tr("What is not sent or not finished will be lost, and what you made here too, because this device keeps nothing.");
    QStringList said;
    if (!isAny)
        said << tr(
            "Everything is sent. What you did here is erased from this device. Your clinic’s phone number stays, for Help now.");
    else
        said << (unsentCount() > 0 ? tr("What is not sent stays locked on this device. It goes out after you sign in again.")
                                   : tr("Everything is sent."));
    if (here.isAnythingBegun())
        said << tr("Not finished: %1. That stays locked here for now. A check-in waits for 12 hours, a form for 30 days.")
                    .arg(begunText(here, m_preferences.locale()));
    if (here.isAnythingMade())
        said << tr("Only on this device: %1. That stays locked here. You see it after you sign in again.")
                    .arg(handrail::onlyHereText(here, m_preferences.locale()));
    if (isAny)
        said << tr("What came from your clinic is erased here. It comes back after you sign in.");
    if (!m_account.asidePins().isEmpty()) {
        const QDateTime until = m_account.asidePins().constFirst().until.toTimeZone(m_clock.localZone()); // the newest
        said << tr("What is behind the PIN you had before stays locked here until %1 or longer. “Sign out and erase” removes "
                   "it now.")
                    .arg(TimeText(m_preferences.locale()).shortDay(until.date()));
    }
    return said.join(u' ');
}

void AccountView::signIn()
{
    // The server of who is signed in stays theirs, whatever was typed on the welcome page before.
    const QUrl base = m_account.identity() ? m_account.identity()->server : addressOf(m_server);
    m_account.signIn(base);
}

void AccountView::cancelSignIn()
{
    m_account.cancelSignIn();
}

void AccountView::openSignInPage()
{
    m_browser.open(m_account.signInPage());
}

void AccountView::copySignInPage()
{
    // The address holds no secret: without this app's verifier its code is worth nothing (RFC 7636).
    QGuiApplication::clipboard()->setText(signInPage());
}

void AccountView::fixServer(const QString &server)
{
    m_isServerFixed = true;
    setServer(server);
    Q_EMIT changed();
}

bool AccountView::leadsTo(const QString &base) const
{
    return hasServer() && addressOf(m_server).matches(addressOf(base), QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
}

void AccountView::meetServer(const QString &server)
{
    if (hasServer() && m_server != m_metServer)
        return;
    // In ASCII: with letters of another script it could look like the address of another clinic.
    m_metServer = QUrl(server).toString(QUrl::FullyEncoded);
    setServer(m_metServer);
    Q_EMIT serverChosen(m_metServer);
}

void AccountView::leaveServer(bool isForgotten)
{
    if (m_metServer.isEmpty())
        return;
    if (m_preferences.server() == m_metServer)
        Q_EMIT serverChosen({});
    if (!isForgotten)
        return;
    if (m_server == m_metServer)
        setServer({});
    m_metServer.clear();
}

void AccountView::retryOpening()
{
    m_account.retryOpening();
}

void AccountView::explore()
{
    m_isExploring = true;
    onStateChanged();
}

void AccountView::signOut()
{
    m_account.signOut();
}

void AccountView::erase()
{
    m_account.signOut(Account::Leaving::Erase);
}

void AccountView::sendNow()
{
    if (!m_isBusy)
        send();
}

QCoro::Task<void> AccountView::send()
{
    const QPointer<AccountView> self = this;
    const QPointer<SyncEngine> sync = m_account.sync();
    const int before = unsentCount();
    m_isBusy = true;
    m_sendReport.clear();
    Q_EMIT changed();
    if (sync && sync->state() == SyncEngine::State::Running)
        co_await sync->run(); // joined; what waits for its time is not in it
    if (!self)
        co_return;
    const bool isTooSoon = m_account.isRetriedLately();
    if (sync && !isTooSoon) {
        m_account.retry();
        co_await sync->run();
    }
    if (!self)
        co_return;
    m_isBusy = false;
    if (m_account.sync())
        m_sendReport = reportAfter(before);
    if (isTooSoon && unsentCount() > 0)
        m_sendReport += u' ' + tr("It was tried less than a minute ago. You can try again in a minute.");
    Q_EMIT changed();
}

QString AccountView::reportAfter(int unsentBefore) const
{
    const Unsent unsent = m_account.records()->unsent();
    if (unsent.count == 0)
        return tr("Everything is sent.");
    QStringList sentences;
    if (unsent.count < unsentBefore)
        sentences << tr("%n thing(s) sent.", nullptr, unsentBefore - unsent.count);
    const std::optional<Problem> problem = m_account.sync()->lastProblem();
    if (m_account.state() == Account::State::NeedsSignIn)
        sentences << tr("Not sent: your clinic wants you to sign in again first.");
    else if (wayOf(m_account).isOffline)
        sentences << tr("Not sent: you’re offline. It is still safe here.");
    else if (problem)
        sentences << tr("Not sent: %1. It is still safe here.").arg(handrail::problemText(*problem).title);
    if (unsent.refused > 0)
        sentences << tr("%n thing(s) can’t be sent as they are. Open what waits to see why.", nullptr, unsent.refused);
    if (sentences.isEmpty())
        sentences << tr("Not all of it could be sent now. It is still safe here.");
    return sentences.join(u' ');
}

void AccountView::forgetSendReport()
{
    m_sendReport.clear();
    Q_EMIT changed();
}

void AccountView::clearProblem()
{
    m_account.clearProblem();
}

} // namespace handrail
