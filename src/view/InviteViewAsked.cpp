// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/DeepLink.h"
#include "core/Log.h"
#include "core/Wipe.h"
#include "view/InviteView.h"
#include "view/SharingText.h"

// The part of inviting that asks the clinic, and what its answers mean.

namespace handrail {

namespace {

constexpr int daysSigned = 7; // so long a clinic takes what was signed (InviteRequest)

} // namespace

void InviteView::retry()
{
    if (m_state == Unanswered)
        ask(m_againIdentifier);
}

void InviteView::unsign()
{
    m_draft.invite.signedAt = {};
    m_draft.invite.signature.clear();
    m_draft.invite.consentText.clear();
}

// `identifier`: of one that the clinic has; empty: the draft is sent.
void InviteView::ask(const QString &identifier)
{
    Records *from = records();
    if (!from || !m_account.operation())
        return;
    clearErrors();
    m_doneText.clear();
    enter(Asking);
    asking(this, from->identity().patientId, m_draft.invite, identifier);
}

QCoro::Task<void> InviteView::asking(QPointer<InviteView> self, QString patientId, SignedInvite signedInvite, QString identifier)
{
    const quint64 call = ++self->m_call;
    Operation *operation = self->m_account.operation();
    Result<InviteAnswer> answer;
    if (identifier.isEmpty())
        answer = co_await invite(*operation, patientId, signedInvite);
    else
        answer = co_await inviteAgain(*operation, patientId, identifier);
    // Who has left, closed the page or asked anew meanwhile is not told; what was signed waits in the store.
    if (self && self->m_call == call && self->m_state == Asking)
        self->take(answer);
}

// The two records that the clinic has just made, so that the list knows them whatever download is under way.
QCoro::Task<void> InviteView::bring(QPointer<SyncEngine> sync, QString consentId, QString personId)
{
    constexpr std::chrono::seconds longest{20};
    if (sync)
        (void)co_await sync->readAgain(QStringLiteral("RelatedPerson"), personId, longest);
    if (sync)
        (void)co_await sync->readAgain(QStringLiteral("Consent"), consentId, longest);
}

void InviteView::take(const Result<InviteAnswer> &answer)
{
    Records *to = records();
    if (!answer) {
        takeProblem(answer.error());
        return;
    }
    if (answer->kind == InviteAnswer::Kind::Refused) {
        takeRefusal(answer->refusal);
        return;
    }
    if (to && m_againIdentifier.isEmpty())
        (void)dropInvite(*to); // the clinic has it; if this fails, the Consent that comes says so
    m_consentId = answer->consentId;
    m_againIdentifier = m_againIdentifier.isEmpty() ? m_draft.invite.identifier : m_againIdentifier;
    bring(m_account.sync(), answer->consentId, answer->personId);
    if (answer->kind == InviteAnswer::Kind::Waiting) {
        enter(Waiting);
        return;
    }
    m_link = to ? inviteLink(to->identity().server, answer->link) : QString();
    m_code = answer->code;
    const TimeText text(m_preferences.locale(), m_preferences.textScale());
    const QDateTime until = answer->until.toTimeZone(m_clock.localZone());
    const QDate today = m_clock.today();
    m_untilText = tr("Works once, until %1, %2").arg(text.relativeDay(until.date(), today), text.time(until.time()));
    enter(Code);
}

void InviteView::refuse(const QString &words, bool isCallBetter)
{
    m_problemText = words;
    m_isCallBetter = isCallBetter;
    enter(Refused);
}

// InviteOperation.h says which there are.
void InviteView::takeRefusal(const QString &refusal)
{
    Records *to = records();
    const bool isNew = m_againIdentifier.isEmpty();
    if (refusal == u"used" || refusal == u"ended") {
        if (to && isNew)
            (void)dropInvite(*to);
        m_account.refreshIfOlderThan(std::chrono::minutes(0));
        refuse(refusal == u"used" ? tr("%1 has used this invitation already.").arg(calledName())
                                  : tr("Sharing with %1 has ended. You can invite them again.").arg(calledName()));
        return;
    }
    if (refusal == u"too-many") {
        unsign();
        keep();
        refuse(tr("Five invitations are open. Stop one of them, or wait until one is used. What you filled in is kept."));
        return;
    }
    if (refusal == u"under-age" || !isNew) {
        unsign();
        if (isNew)
            keep();
        refuse(tr("Your clinic arranges this together with you. Please call."), true);
        return;
    }
    // The clinic is asked first: one that it has it answers, however long ago that was signed, and nobody signs another in its place.
    const bool isOld = m_draft.invite.signedAt.addDays(daysSigned) <= m_clock.nowUtc();
    unsign();
    State next = Who;
    if (refusal == u"name") {
        m_nameError = tr("Your clinic could not take this name. Please write it in another way.");
    } else if (refusal == u"relationship") {
        m_wordsError = tr("Your clinic could not take this. Please write it in another way.");
    } else if (refusal == u"until") {
        m_endError = tr("Your clinic could not take this day. Please pick another one.");
    } else if (refusal == u"session" || refusal == u"appointment") {
        keep();
        refuse(tr("That session is not open any more. Please begin again."));
        return;
    } else if (refusal == u"signature" || refusal == u"signed") {
        next = Permission;
        if (refusal == u"signed" && isOld)
            m_problemText = tr("You signed this over a week ago. Please read it and sign again.");
        else
            m_signatureError = tr("Please check this device’s date and time. Then type your name and sign again.");
    } else {
        keep();
        refuse(tr("Your clinic’s server could not take this. What you filled in is kept. Please call your clinic."), true);
        return;
    }
    keep();
    compose();
    enter(next);
}

void InviteView::takeProblem(const Problem &problem)
{
    qCInfo(logApp) << "inviting:" << problem;
    if (problem.kind == ProblemKind::NotFound || problem.kind == ProblemKind::Forbidden) {
        const bool isNew = m_againIdentifier.isEmpty(); // else the draft is of somebody else
        if (Records *to = records(); to && isNew)
            (void)dropInvite(*to);
        Q_EMIT notOffered();
        refuse(isNew
                   ? tr("Your clinic arranges this together with you. What you signed is not used, and not kept here. Please call.")
                   : tr("Your clinic arranges this together with you. Please call."),
               true);
        return;
    }
    if (problem.isUnsent || problem.kind == ProblemKind::Offline)
        m_problemText = tr("Inviting needs the network. What you filled in and signed is kept. Try again when you are online.");
    else if (problem.kind == ProblemKind::SignInNeeded)
        m_problemText = tr("Please sign in again first. What you filled in and signed is kept.");
    else
        m_problemText = tr("No answer came from your clinic. Try again. It stays one invitation, however often you try.");
    enter(Unanswered);
}

void InviteView::drop()
{
    if (m_state != Unanswered)
        return;
    Records *to = records();
    if (to && m_againIdentifier.isEmpty())
        (void)dropInvite(*to);
    m_account.refreshIfOlderThan(std::chrono::minutes(0)); // if it did arrive, the list says so
    forget();
    enter(Closed);
}

void InviteView::cancelInvitation()
{
    Records *to = records();
    if (!to || m_consentId.isEmpty() || (m_state != Code && m_state != Waiting))
        return;
    Sharing sharing;
    sharing.consentId = m_consentId;
    for (const Sharing &one : to->sharings(m_clock.nowUtc())) {
        if (one.consentId == m_consentId)
            sharing = one;
    }
    if (const Result<void> queued = to->queueConsentEnd(sharing, m_clock.nowUtc()); !queued) {
        m_doneText = tr("This device could not save that. Please try again, or call your clinic.");
        Q_EMIT changed();
        return;
    }
    wipe(m_link);
    wipe(m_code);
    m_link.clear();
    m_code.clear();
    m_doneText.clear();
    enter(Cancelled);
    readCancelled();
    m_account.sendSoon();
}

void InviteView::readCancelled()
{
    const Records *from = records();
    if (m_state != Cancelled || !from)
        return;
    // Of one that has not come down yet, or is gone.
    Sharing::Stop stop = from->unsentCount() > 0 ? Sharing::Stop::Saved : Sharing::Stop::Sent;
    QList<Sharing> still;
    const QList<Sharing> sharings = from->sharings(m_clock.nowUtc());
    for (const Sharing &one : sharings) {
        if (one.consentId != m_consentId)
            continue;
        stop = one.state == Sharing::State::Ended ? Sharing::Stop::Sent : one.stop;
        still = stillHolding(sharings, one);
    }
    const bool isFar = isOutOfReach(m_account);
    m_problemText = stopText(stop, isFar, calledName(), still);
    m_isCallBetter = isStopByCall(stop, isFar);
    Q_EMIT changed();
}

} // namespace handrail
