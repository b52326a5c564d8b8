// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SharingView.h"

#include "care/Schedule.h"
#include "core/Log.h"
#include "view/ConsentText.h"
#include "view/MinuteTimer.h"
#include "view/NameText.h"
#include "view/ProblemText.h"
#include "view/RoleText.h"
#include "view/SessionItem.h"
#include "view/SharingText.h"

#include <QPointer>
#include <algorithm>

namespace handrail {

namespace {

constexpr std::chrono::minutes askAgainAfter{5};

const char *iconOf(SharedThing::Kind kind)
{
    switch (kind) {
    case SharedThing::Kind::Times: return "home";
    case SharedThing::Kind::WithIt: return "account-multiple";
    case SharedThing::Kind::Busy: return "calendar";
    case SharedThing::Kind::Attendance: break;
    }
    return "calendar-check";
}

bool isMeant(const Sharing &sharing, const QString &id)
{
    return id == sharing.consentId || id == sharingId(sharing);
}

/// The argument of Navigator::Invite.
QString signAgain(const Sharing &sharing)
{
    return u"again/" % sharingId(sharing);
}

QVariantMap fact(const char *iconName, const QString &title, const QString &note = {})
{
    return {{QStringLiteral("iconName"), QString::fromLatin1(iconName)},
            {QStringLiteral("title"), title},
            {QStringLiteral("note"), note}};
}

} // namespace

SharingView::SharingView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_seen(account, clock, preferences, AccessLogView::Of::OnePerson)
{
    connect(&account, &Account::stateChanged, this, [this] {
        m_nextAsk = {};
        readOffer();
        refresh();
    });
    connect(&account, &Account::left, this, [this] {
        m_personId.clear();
        setOffered(false);
        refresh();
    });
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::syncChanged, this, [this] {
        readOffer();
        m_refresh.ask();
    });
    connect(&preferences, &Preferences::changed, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
    connect(&minute, &MinuteTimer::turned, this, [this] {
        readOffer();
        m_refresh.ask();
    });
}

void SharingView::settle()
{
    m_isSettled = true;
    readOffer();
}

Records *SharingView::records() const
{
    Records *records = m_account.records();
    return records && records->identity().role == Role::Patient ? records : nullptr;
}

void SharingView::setOffered(bool isOffered)
{
    if (isOffered == m_isOffered)
        return;
    m_isOffered = isOffered;
    Q_EMIT offerChanged();
}

// What is known stands until the clinic says something else; it is asked once a day, after a download that was whole, so that there is a network.
void SharingView::readOffer()
{
    Records *from = records();
    if (!from || m_isAsking)
        return;
    const bool mayAsk = m_isSettled && m_account.state() == Account::State::Active && m_account.isFirstSyncDone()
        && m_account.sync() && m_account.sync()->state() == SyncEngine::State::Idle && !m_account.sync()->lastProblem()
        && m_account.sync()->lastSuccess().isValid() && m_clock.monotonic() >= m_nextAsk;
    if (!mayAsk && m_isOffered)
        return;
    const std::optional<InvitingOffer> offer = invitingOffer(*from, m_clock.nowUtc());
    setOffered(offer && offer->isOffered);
    if (!mayAsk || (offer && !offer->isOld))
        return;
    m_isAsking = true;
    m_nextAsk = m_clock.monotonic() + askAgainAfter;
    askOffer(this, from->identity().patientId);
}

QCoro::Task<void> SharingView::askOffer(QPointer<SharingView> self, QString patientId)
{
    Operation *operation = self->m_account.operation();
    const Result<bool> offered = co_await isInvitingOffered(*operation, patientId);
    if (!self)
        co_return;
    self->m_isAsking = false;
    Records *to = self->records();
    if (!offered || !to || to->identity().patientId != patientId || self->m_account.operation() != operation)
        co_return; // nobody knows, or somebody else is here by now
    if (const Result<void> noted = noteInvitingOffer(*to, *offered, self->m_clock.nowUtc()); !noted)
        qCWarning(logApp) << "noting what the clinic offers:" << noted.error();
    self->setOffered(*offered);
}

void SharingView::noteNotOffered()
{
    if (Records *to = records())
        (void)noteInvitingOffer(*to, false, m_clock.nowUtc());
    setOffered(false);
}

void SharingView::setShown(bool isShown)
{
    m_shown = std::max(0, m_shown + (isShown ? 1 : -1));
    m_problemText.clear();
    refresh();
    if (isShown && !m_person.isEmpty())
        m_seen.look();
}

void SharingView::setPersonId(const QString &id)
{
    m_personId = id;
    refresh();
    if (!m_person.isEmpty())
        m_seen.look();
}

QString SharingView::whenOf(const QString &sessionId) const
{
    const Records *from = records();
    const std::optional<Session> session = from ? from->session(sessionId).value_or(std::nullopt) : std::nullopt;
    if (!session || !session->start.isValid())
        return {};
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    return sessionItem(*session, {}, m_clock, text).whenText;
}

bool SharingView::endsBeforeSession(const Sharing &sharing, const QList<Sharing> &all) const
{
    const Records *from = records();
    const auto holds = [](const Sharing &one) {
        return one.stop == Sharing::Stop::None && (one.state == Sharing::State::Active || one.state == Sharing::State::Waiting);
    };
    if (!from || !holds(sharing) || sharing.sessionId.isEmpty() || !sharing.until.isValid())
        return false;
    const std::optional<Session> session = from->session(sharing.sessionId).value_or(std::nullopt);
    if (!session || !session->start.isValid() || session->isCancelled() || isOver(*session, m_clock.nowUtc()))
        return false;
    const QDate day = dayOf(*session, m_clock.localZone());
    const auto isUntil = [&](const Sharing &one) {
        return holds(one) && sharingName(one) == sharingName(sharing)
            && (one.sessionId.isEmpty() || one.sessionId == sharing.sessionId) && (!one.until.isValid() || one.until >= day);
    };
    return day > sharing.until && std::none_of(all.cbegin(), all.cend(), isUntil);
}

QVariantList SharingView::endingBefore(const QString &sessionId) const
{
    const Records *from = records();
    const QList<Sharing> all = from ? from->sharings(m_clock.nowUtc()) : QList<Sharing>();
    QVariantList ending;
    for (const Sharing &one : all) {
        if (one.sessionId == sessionId && endsBeforeSession(one, all))
            ending << QVariantMap{{QStringLiteral("title"), tr("Sign again for %1").arg(calledName(sharingName(one)))},
                                  {QStringLiteral("signAgain"), signAgain(one)}};
    }
    return ending;
}

QVariantMap SharingView::mapOf(const Sharing &sharing, const QList<Sharing> &all) const
{
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QString name = sharingName(sharing), chip = sharingState(sharing);
    const auto day = [&](const QDateTime &time) { return fullDate(time.toTimeZone(m_clock.localZone()).date(), text); };
    QString icon, until;
    switch (sharing.state) {
    case Sharing::State::Waiting: icon = QStringLiteral("clock"); break;
    case Sharing::State::Active: icon = sharing.hasJoined ? QStringLiteral("check-circle") : QStringLiteral("email-outline"); break;
    case Sharing::State::Ended:
        icon = QStringLiteral("close");
        until = sharing.endedAt.isValid() ? tr("Ended on %1").arg(day(sharing.endedAt)) : QString();
        break;
    case Sharing::State::Expired:
        icon = QStringLiteral("close");
        until = sharing.until.isValid() ? tr("Was until %1").arg(fullDate(sharing.until, text)) : QString();
        break;
    }
    if (sharing.state == Sharing::State::Waiting || sharing.state == Sharing::State::Active)
        until = sharing.until.isValid() ? tr("Until %1").arg(fullDate(sharing.until, text)) : tr("Until you stop");
    const bool endsBefore = endsBeforeSession(sharing, all);
    if (endsBefore)
        until = tr("Until %1, before the session").arg(fullDate(sharing.until, text));
    const QString what = sharedParts(sharing).join(QStringLiteral(" · "));
    const QString relation = roleText(sharing.relationshipCode, sharing.relationship);
    QStringList spoken{name, relation, chip, what, until};
    spoken.removeAll(QString());
    return {{QStringLiteral("id"), sharingId(sharing)},
            {QStringLiteral("consentId"), sharing.consentId},
            {QStringLiteral("name"), name},
            {QStringLiteral("relation"), relation},
            {QStringLiteral("initials"), initialsOf(name)},
            {QStringLiteral("what"), what},
            {QStringLiteral("until"), until},
            {QStringLiteral("chip"), chip},
            {QStringLiteral("chipIcon"), icon},
            {QStringLiteral("isWaiting"), sharing.state == Sharing::State::Waiting},
            {QStringLiteral("signAgain"), endsBefore ? signAgain(sharing) : QString()},
            {QStringLiteral("spoken"), spoken.join(QStringLiteral(", "))}};
}

QVariantMap SharingView::detailOf(const Sharing &sharing, const QList<Sharing> &all) const
{
    QVariantMap map = mapOf(sharing, all);
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QString called = calledName(map.value(QStringLiteral("name")).toString());
    const bool isNow = sharing.state == Sharing::State::Active || sharing.state == Sharing::State::Waiting;
    QVariantList facts;
    for (const SharedThing &thing :
         sharedThings({!sharing.sessionId.isEmpty(), whenOf(sharing.sessionId), sharing.isBusyShared, sharing.isAttendanceShared}))
        facts << fact(iconOf(thing.kind), thing.words, thing.note);
    for (const QString &id : sharing.keptOutOf) {
        const Records *from = records();
        const std::optional<Session> session = from ? from->session(id).value_or(std::nullopt) : std::nullopt;
        // Only where this permission would open it.
        if (!sharing.sessionId.isEmpty() && sharing.sessionId != id)
            continue;
        if (session && sharing.until.isValid() && dayOf(*session, m_clock.localZone()) > sharing.until)
            continue;
        if (isNow && session && !session->isCancelled() && !isOver(*session, m_clock.nowUtc()))
            facts << fact(
                "close", tr("Without %1: %2", "a name, and when a session is").arg(called, whenOf(id)),
                tr("Your clinic holds this session without %1, who does not see it. You can ask your clinic why.").arg(called));
    }
    QString since;
    if (sharing.signedAt.isValid())
        since = tr("You signed on %1").arg(fullDate(sharing.signedAt.toTimeZone(m_clock.localZone()).date(), text));
    facts << fact("clock", map.value(QStringLiteral("until")).toString(), since);

    QString stateText;
    const bool isStopping = isNow && sharing.stop != Sharing::Stop::None;
    const bool isFar = isOutOfReach(m_account);
    if (sharing.state == Sharing::State::Waiting)
        stateText = tr("Your clinic signs this too, before anything is shared. You will see it here. Then you can make the code.");
    else if (sharing.state == Sharing::State::Active && !sharing.hasJoined)
        stateText = tr("%1 has not used the invitation yet.").arg(called);
    if (isStopping)
        stateText.clear();
    const QList<Sharing> others = stillHolding(all, sharing);
    QVariantList still;
    for (const Sharing &one : others)
        still << mapOf(one, all);
    QStringList alsoFor;
    for (const Sharing &one : all) {
        if (one.consentId == sharing.consentId && one.personId != sharing.personId)
            alsoFor << sharingName(one);
    }
    const QString endedText = !isNow && !still.isEmpty() ? stillText(called, others)
        : sharing.state == Sharing::State::Ended         ? tr("%1 sees nothing. They were not told why.").arg(called)
        : sharing.state == Sharing::State::Expired       ? tr("The time is over. %1 sees nothing.").arg(called)
                                                         : QString();
    map.insert(QStringLiteral("called"), called);
    map.insert(QStringLiteral("isOver"), !isNow || sharing.stop == Sharing::Stop::Sent);
    map.insert(QStringLiteral("facts"), facts);
    map.insert(QStringLiteral("still"), still);
    map.insert(QStringLiteral("isStillSeeing"), isSeeing(others));
    map.insert(QStringLiteral("stopQuestion"), stopQuestion(called, others, alsoFor));
    map.insert(QStringLiteral("endsBeforeText"),
               map.value(QStringLiteral("signAgain")).toString().isEmpty()
                   ? QString()
                   : tr("This session is now after your permission ends. %1 can’t join it with this one. To share it, sign again. "
                        "There will be a new code to give.")
                         .arg(called));
    map.insert(QStringLiteral("stateText"), endedText.isEmpty() ? stateText : endedText);
    map.insert(QStringLiteral("stopText"), isStopping ? stopText(sharing.stop, isFar, called, others) : QString());
    map.insert(QStringLiteral("isCallBetter"), isStopping && isStopByCall(sharing.stop, isFar));
    map.insert(QStringLiteral("canStop"), isNow && (sharing.stop == Sharing::Stop::None || sharing.stop == Sharing::Stop::Refused));
    map.insert(QStringLiteral("canMakeCode"),
               sharing.state == Sharing::State::Active && !sharing.hasJoined && !sharing.identifier.isEmpty() && !isStopping
                   && alsoFor.isEmpty()); // a code is for one person
    map.insert(QStringLiteral("signedWords"), records() ? records()->signedText(sharing.consentId) : QString());
    return map;
}

void SharingView::refresh()
{
    m_people.clear();
    m_past.clear();
    m_person.clear();
    m_unfinishedName.clear();
    if (Records *from = m_shown > 0 ? records() : nullptr) {
        const QDateTime now = m_clock.nowUtc();
        const QList<Sharing> all = from->sharings(now);
        for (const Sharing &sharing : all) {
            const bool isNow = sharing.state == Sharing::State::Active || sharing.state == Sharing::State::Waiting;
            (isNow ? m_people : m_past) << mapOf(sharing, all);
            if (m_person.isEmpty() && isMeant(sharing, m_personId)) {
                m_person = detailOf(sharing, all);
                m_seen.setWho(QString(u"RelatedPerson/" % sharing.personId));
            }
        }
        if (const std::optional<InviteDraft> kept = keptInvite(*from, now); kept && kept->isSigned())
            m_unfinishedName = calledName(kept->invite.name);
    }
    Q_EMIT changed();
}

bool SharingView::stop(const QString &id)
{
    Records *to = records();
    if (!to)
        return false;
    m_problemText.clear();
    const QList<Sharing> sharings = to->sharings(m_clock.nowUtc());
    const auto meant = std::find_if(sharings.cbegin(), sharings.cend(), [&](const Sharing &one) { return isMeant(one, id); });
    if (meant == sharings.cend())
        return false;
    const Result<void> queued = to->queueConsentEnd(*meant, m_clock.nowUtc());
    if (queued)
        m_account.sendSoon();
    else
        m_problemText = handrail::problemText(queued.error()).inOne();
    refresh();
    return queued.has_value();
}

} // namespace handrail
