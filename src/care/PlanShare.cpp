// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SafetyPlan.h"
#include "core/Ids.h"
#include "core/Log.h"

#include <QCryptographicHash>

namespace handrail {

namespace {

QByteArray digestOf(const Answers &answers)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        hash.addData(QByteArray(it.key().toUtf8() + '\n'));
        hash.addData(QByteArray(it->toString().toUtf8() + '\0'));
    }
    return hash.result().toHex();
}

} // namespace

Answers planAnswers(const SafetyPlan &plan, const QStringList &skillTitles)
{
    Answers answers;
    for (const PlanPart part : planParts) {
        QStringList lines = plan.lines(part);
        if (part == PlanPart::Coping)
            lines = skillTitles + lines;
        if (!lines.isEmpty())
            answers.insert(nameOf(part) + QStringLiteral("-words"), lines.join(u'\n'));
    }
    return answers;
}

PlanShare::State PlanShare::state(const SafetyPlan &plan, const QStringList &skillTitles) const
{
    if (plan.sharing.identifier.isEmpty())
        return State::Never;
    for (const OutboxEntry &entry : m_records.outbox().value_or(QList<OutboxEntry>())) {
        const bool isOurs = entry.item.identifier == plan.sharing.identifier || entry.item.after == plan.sharing.identifier;
        if (isOurs && entry.item.state == OutboxState::Rejected)
            return State::Refused;
        if (isOurs && entry.item.state != OutboxState::Done)
            return State::Waiting;
    }
    if (!plan.sharing.isOn)
        return State::Stopped;
    return plan.sharing.digest == digestOf(planAnswers(plan, skillTitles)) ? State::Sent : State::Older;
}

Result<SafetyPlan> PlanShare::share(SafetyPlan plan, const QStringList &skillTitles)
{
    const std::optional<Form> form = safetyPlanForm(m_records);
    const Answers answers = planAnswers(plan, skillTitles);
    if (!form || answers.isEmpty())
        return problem(ProblemKind::BadData, QStringLiteral("safety plan: nothing to share"));
    const QByteArray digest = digestOf(answers);
    const bool isFirst = plan.sharing.identifier.isEmpty();
    const bool isAnew = !isFirst && m_records.isTakenBack(plan.sharing.identifier);
    if (plan.sharing.isOn && !isFirst && !isAnew && plan.sharing.digest == digest)
        return plan;
    const QDateTime now = m_clock.nowUtc();
    CompletedForm completed;
    completed.identifier = isFirst || isAnew ? urn(newId()) : plan.sharing.identifier;
    completed.questionnaire = form->canonicalWithVersion();
    completed.patientId = m_records.identity().patientId;
    completed.authored = now.toTimeZone(m_clock.localZone());
    completed.answers = answers;
    // The name under which it goes is on the disk before it goes: who is cut off in between sends the same once more, not another one.
    const SafetyPlan before = plan;
    plan.sharing.isOn = true;
    plan.sharing.identifier = completed.identifier;
    plan.sharing.digest.clear();
    if (const Result<void> kept = keepSafetyPlan(m_records, plan); !kept)
        return tl::make_unexpected(kept.error());
    Result<void> queued = isAnew ? m_records.queueAnew(completed, *form, now, false, before.sharing.identifier)
                                 : m_records.amend(completed, *form, now, false);
    if (!queued && queued.error().kind == ProblemKind::NotFound) // nothing of it is anywhere yet
        queued = m_records.queue(completed, *form, now, false);
    if (!queued) {
        if (const Result<void> kept = keepSafetyPlan(m_records, before); !kept)
            qCWarning(logApp) << "the plan says that it is shared, and it is not sent yet:" << kept.error();
        return tl::make_unexpected(queued.error());
    }
    plan.sharing.digest = digest;
    if (const Result<void> kept = keepSafetyPlan(m_records, plan); !kept)
        return tl::make_unexpected(kept.error());
    return plan;
}

Result<SafetyPlan> PlanShare::stop(SafetyPlan plan)
{
    // First, so that no change goes after it even when the disk takes nothing more.
    plan.sharing.isOn = false;
    if (const Result<void> kept = keepSafetyPlan(m_records, plan); !kept)
        return tl::make_unexpected(kept.error());
    const Result<QList<OutboxEntry>> entries = m_records.outbox();
    if (!entries)
        return tl::make_unexpected(entries.error());
    PlanSharing after = plan.sharing;
    // What has not left stays here, a change of it too; and what was refused is not sent after the next sign-in.
    for (const OutboxEntry &entry : *entries) {
        const OutboxItem &item = entry.item;
        const bool isIt = item.identifier == plan.sharing.identifier;
        const bool canBeTakenBack = item.isHere() || item.state == OutboxState::Rejected;
        if ((!isIt && item.after != plan.sharing.identifier) || item.identifier.isEmpty() || !canBeTakenBack)
            continue;
        if (const Result<bool> taken = m_records.withdraw(item.identifier); !taken)
            return tl::make_unexpected(taken.error());
        if (isIt && !item.mayHaveLeft)
            after = {};
        else
            after.digest.clear();
    }
    if (after == plan.sharing)
        return plan;
    plan.sharing = after;
    if (const Result<void> kept = keepSafetyPlan(m_records, plan); !kept)
        return tl::make_unexpected(kept.error());
    return plan;
}

} // namespace handrail
