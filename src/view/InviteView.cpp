// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/InviteView.h"

#include "core/Log.h"
#include "core/Wipe.h"
#include "view/RoleText.h"
#include "view/SessionItem.h"
#include "view/SharingText.h"

#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

namespace handrail {

namespace {

constexpr QStringView again = u"code/";
constexpr QStringView anew = u"again/"; // for a session that has moved behind the end of a permission

} // namespace

InviteView::InviteView(Account &account, const Clock &clock, const Preferences &preferences, Dialer &dialer, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_dialer(dialer)
{
    connect(&account, &Account::aboutToLock, this, &InviteView::close);
    connect(&account, &Account::left, this, [this] {
        forget();
        enter(Closed);
    });
    connect(&account, &Account::recordsChanged, this, &InviteView::readCancelled);
    connect(&account, &Account::outboxChanged, this, &InviteView::readCancelled);
    connect(&account, &Account::syncChanged, this, &InviteView::readCancelled);
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        if (m_state == Closed)
            return;
        readCancelled();
        readSession();
        compose();
        Q_EMIT changed();
    });
}

Records *InviteView::records() const
{
    Records *records = m_account.records();
    return records && records->identity().role == Role::Patient ? records : nullptr;
}

void InviteView::enter(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void InviteView::clearErrors()
{
    m_nameError.clear();
    m_wordsError.clear();
    m_endError.clear();
    m_signatureError.clear();
    m_problemText.clear();
    m_isCallBetter = false;
}

// Nothing of it stays in memory.
void InviteView::forget()
{
    ++m_call;
    wipe(m_link);
    wipe(m_code);
    m_link.clear();
    m_code.clear();
    m_untilText.clear();
    m_doneText.clear();
    m_consentId.clear();
    m_againIdentifier.clear();
    m_draft = {};
    m_consent = {};
    m_ends.clear();
    m_sessionText.clear();
    m_patientName.clear();
    clearErrors();
}

void InviteView::readSession()
{
    m_sessionText.clear();
    const Records *from = records();
    if (!from || m_draft.invite.sessionId.isEmpty())
        return;
    const TimeText text(m_preferences.locale()); // what is signed says the same at any size
    const std::optional<Session> session = from->session(m_draft.invite.sessionId).value_or(std::nullopt);
    if (!session || !session->start.isValid())
        return;
    const SessionItem item = sessionItem(*session, {}, m_clock, text);
    const QDateTime start = session->start.toTimeZone(session->zone.isValid() ? session->zone : m_clock.localZone());
    m_sessionText = tr("%1, %2").arg(text.longDay(start.date()), item.timeText);
}

// The day after the session moves with it.
void InviteView::readEnds()
{
    using Kind = InviteEnd::Kind;
    const Records *from = records();
    if (!from)
        return;
    const bool isAfterSession = end() >= 0 && m_ends.at(end()).kind == Kind::AfterSession;
    m_ends = inviteEnds(*from, m_clock, m_draft.invite.sessionId);
    if (isAfterSession && m_ends.constFirst().kind == Kind::AfterSession)
        m_draft.invite.until = m_ends.constFirst().day;
}

void InviteView::compose()
{
    const Records *from = records();
    if (!from)
        return;
    m_patientName = from->name().full;
    ConsentFacts facts;
    facts.patientName = m_patientName;
    const std::optional<ClinicContact> clinic = from->clinicContact();
    facts.clinicName = clinic && !clinic->name.isEmpty() ? clinic->name : tr("My clinic");
    facts.toName = plainInviteLine(m_draft.invite.name);
    const QString own = plainInviteLine(m_draft.invite.relationshipWords);
    facts.relation = own.isEmpty() ? relationText(m_draft.relationship).toLower() : own;
    facts.sessionText = m_sessionText;
    facts.isBusyShared = m_draft.invite.isBusyShared;
    facts.isAttendanceShared = m_draft.invite.isAttendanceShared;
    facts.until = m_draft.invite.until;
    facts.today = m_clock.today();
    m_consent = consentText(facts, TimeText(m_preferences.locale()));
}

void InviteView::open(const QString &argument)
{
    forget();
    Records *from = records();
    if (!from) {
        enter(Closed);
        return;
    }
    if (argument.startsWith(again)) {
        const QString consentId = argument.mid(again.size());
        for (const Sharing &sharing : from->sharings(m_clock.nowUtc())) {
            if (sharing.consentId != consentId || sharing.identifier.isEmpty())
                continue;
            m_draft.invite.name = sharing.name;
            m_againIdentifier = sharing.identifier;
            m_consentId = consentId;
            ask(sharing.identifier);
            return;
        }
        refuse(tr("This is not there any more. Your list has what is true now."));
        return;
    }
    const std::optional<InviteDraft> kept = keptInvite(*from, m_clock.nowUtc());
    std::optional<Sharing> before;
    for (const Sharing &sharing : argument.startsWith(anew) ? from->sharings(m_clock.nowUtc()) : QList<Sharing>()) {
        if (sharingId(sharing) == argument.mid(anew.size()))
            before = sharing;
    }
    if (argument.startsWith(anew) && !before) {
        refuse(tr("This is not there any more. Your list has what is true now."));
        return;
    }
    const QString sessionId = before ? before->sessionId : argument;
    const bool isMeant = kept && kept->invite.sessionId == sessionId && (!before || kept->invite.name == before->name);
    m_draft = kept && (kept->isSigned() || isMeant) ? *kept : beginInvite(*from, m_clock, sessionId);
    if (before && m_draft.invite.name.isEmpty()) {
        m_draft.invite.name = before->name;
        m_draft.relationship = relationshipOf(before->relationshipCode);
        if (!before->relationship.isEmpty() || roleCodeOf(m_draft.relationship) != before->relationshipCode)
            m_draft.invite.relationshipWords = roleText(before->relationshipCode, before->relationship);
    }
    m_ends = inviteEnds(*from, m_clock, m_draft.invite.sessionId);
    if (!m_draft.isSigned() && faultOf(m_draft, m_clock) == InviteFault::DayOver)
        m_draft.invite.until = m_ends.constFirst().day; // it was begun long ago
    readSession();
    compose();
    enter(m_draft.isSigned() ? Unanswered : Who);
}

void InviteView::close()
{
    if (m_state == Closed)
        return;
    if (isWriting())
        keep();
    forget();
    enter(Closed);
}

void InviteView::keep()
{
    Records *to = records();
    if (!to || (m_draft.invite.name.isEmpty() && m_draft.invite.relationshipWords.isEmpty()))
        return;
    if (const Result<void> kept = keepInvite(*to, m_draft); !kept)
        qCWarning(logApp) << "an invitation is not kept:" << kept.error();
}

void InviteView::setName(const QString &name)
{
    if (m_state != Who || name == m_draft.invite.name)
        return;
    m_draft.invite.name = name;
    m_nameError.clear();
    Q_EMIT edited();
    Q_EMIT changed();
}

void InviteView::setOwnWords(const QString &words)
{
    if (m_state != Who || words == m_draft.invite.relationshipWords)
        return;
    m_draft.invite.relationshipWords = words;
    m_wordsError.clear();
    Q_EMIT edited();
    Q_EMIT changed();
}

void InviteView::setRelationship(int relationship)
{
    if (m_state != Who)
        return;
    m_draft.relationship = InviteDraft::Relationship(std::clamp(relationship, 0, int(InviteDraft::Relationship::Friend)));
    Q_EMIT changed();
}

void InviteView::setBusyShared(bool isShared)
{
    if (m_state != Who)
        return;
    m_draft.invite.isBusyShared = isShared;
    Q_EMIT changed();
}

void InviteView::setAttendanceShared(bool isShared)
{
    if (m_state != Who)
        return;
    m_draft.invite.isAttendanceShared = isShared;
    Q_EMIT changed();
}

QStringList InviteView::relationships() const
{
    using Relationship = InviteDraft::Relationship;
    return {relationText(Relationship::Family), relationText(Relationship::Partner), relationText(Relationship::Friend)};
}

QStringList InviteView::ends() const
{
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    QStringList words;
    for (const InviteEnd &end : m_ends) {
        const QString day = fullDate(end.day, text);
        switch (end.kind) {
        case InviteEnd::Kind::AfterSession: words << tr("The day after the session: %1").arg(day); break;
        case InviteEnd::Kind::ProgramEnd: words << tr("The end of my program: %1").arg(day); break;
        case InviteEnd::Kind::ThreeMonths: words << tr("3 months: %1").arg(day); break;
        case InviteEnd::Kind::SixMonths: words << tr("6 months: %1").arg(day); break;
        case InviteEnd::Kind::Year: words << tr("A year: %1").arg(day); break;
        }
    }
    return words;
}

int InviteView::end() const
{
    const auto at =
        std::find_if(m_ends.cbegin(), m_ends.cend(), [this](const InviteEnd &end) { return end.day == m_draft.invite.until; });
    return at == m_ends.cend() ? -1 : int(at - m_ends.cbegin());
}

void InviteView::setEnd(int end)
{
    if (m_state != Who || end < 0 || end >= m_ends.size())
        return;
    m_draft.invite.until = m_ends.at(end).day;
    m_endError.clear();
    Q_EMIT changed();
}

void InviteView::next()
{
    if (m_state != Who)
        return;
    clearErrors();
    switch (faultOf(m_draft, m_clock)) {
    case InviteFault::NameMissing: m_nameError = tr("Please write their name."); break;
    case InviteFault::NameTooLong: m_nameError = tr("This is too long. 100 letters fit."); break;
    case InviteFault::WordsTooLong: m_wordsError = tr("This is too long. 60 letters fit."); break;
    case InviteFault::DayOver: m_endError = tr("This day is over. Please pick another one."); break;
    case InviteFault::DayTooFar: m_endError = tr("A year is the longest. Please pick another one."); break;
    default:
        m_draft.invite.name = plainInviteLine(m_draft.invite.name);
        m_draft.invite.relationshipWords = plainInviteLine(m_draft.invite.relationshipWords);
        m_draft.invite.relationshipCode = roleCodeOf(m_draft.relationship);
        keep();
        compose();
        enter(Permission);
        return;
    }
    Q_EMIT changed();
}

bool InviteView::back()
{
    if (m_state != Permission)
        return false;
    clearErrors();
    enter(Who);
    return true;
}

void InviteView::agree(const QString &signature)
{
    if (m_state != Permission) // a second tap
        return;
    clearErrors();
    switch (signatureFault(m_draft, signature)) {
    case InviteFault::SignatureMissing: m_signatureError = tr("Please type your own name to sign."); break;
    case InviteFault::SignatureOfOther: m_signatureError = tr("This is their name. Please type your own."); break;
    default: break;
    }
    Records *to = records();
    if (!m_signatureError.isEmpty() || !to) {
        Q_EMIT changed();
        return;
    }
    // The day may have turned since, a sync may have changed a name or moved the session: nobody signs other words than they read.
    const ConsentText shown = m_consent;
    const bool isOneSession = !m_sessionText.isEmpty();
    readSession();
    if (isOneSession && m_sessionText.isEmpty()) { // else it would be signed for all of them
        refuse(tr("That session is not open any more. Please begin again."));
        return;
    }
    readEnds();
    compose();
    if (m_consent != shown) {
        m_problemText = tr("Something changed. Please read it again.");
        Q_EMIT changed();
        return;
    }
    SignedInvite &invite = m_draft.invite;
    const QDateTime now = m_clock.nowUtc();
    invite.signature = plainInviteLine(signature);
    invite.consentText = m_consent.signedWith(invite.signature);
    invite.language = m_preferences.language();
    invite.signedAt = now.toOffsetFromUtc(now.toTimeZone(m_clock.localZone()).offsetFromUtc());
    // On the disk before the first call: whatever is lost from here on is asked for under the same identifier.
    if (const Result<void> kept = keepInvite(*to, m_draft); !kept) {
        qCWarning(logApp) << "an invitation is not kept:" << kept.error();
        unsign();
        m_problemText = tr("This device could not save it, so it was not sent. Please free some space and try again.");
        Q_EMIT changed();
        return;
    }
    ask({});
}

QVariantList InviteView::consentRows() const
{
    QVariantList rows;
    for (const ConsentText::Row &row : m_consent.rows)
        rows << QVariantMap{
            {QStringLiteral("label"), row.label}, {QStringLiteral("value"), row.value}, {QStringLiteral("note"), row.note}};
    return rows;
}

QString InviteView::codeText() const
{
    return m_code.size() == 6 ? QString(m_code.left(3) % u' ' % m_code.mid(3)) : m_code;
}

QString InviteView::spokenCode() const
{
    QStringList signs;
    for (const QChar c : m_code)
        signs << QString(c);
    return signs.join(QStringLiteral(", "));
}

QString InviteView::messageText() const
{
    return tr("You have an invitation. Open this link and use the code I tell you.");
}

void InviteView::copyMessage()
{
    if (m_state != Code)
        return;
    QGuiApplication::clipboard()->setText(QString(messageText() % u'\n' % m_link));
    m_doneText = tr("Copied. Paste it into a message.");
    Q_EMIT changed();
}

void InviteView::sendMessage()
{
    if (m_state != Code)
        return;
    const bool isHanded = m_dialer.text({}, QString(messageText() % u'\n' % m_link));
    m_doneText = isHanded ? QString() : tr("This device has no app for texts. Copy the message, or show the picture.");
    Q_EMIT changed();
}

} // namespace handrail
