// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Log.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/Push.h"

namespace handrail {

namespace {

const QString task = QStringLiteral("Task");
const QString consent = QStringLiteral("Consent");
const QString questionnaireResponse = QStringLiteral("QuestionnaireResponse");
/// So often a record that a search does not find is looked for: some servers' searches come late.
constexpr int mostSearches = 3;

tl::unexpected<Problem> failure(const Problem &problem)
{
    return tl::make_unexpected(problem);
}

QString gone()
{
    return QString(nameOf(ProblemKind::Conflict) % QStringLiteral(":gone"));
}

/// That the clinic knows no such permission or task may be a mistake of a moment. So it goes here, and all of them are listed anew after this: one
/// that comes back is still in force, and is shown so (Records::sharings, Records::tasks).
Result<void> removeDenied(Store &store, const OutboxItem &item)
{
    const Result<fhir::Slice> named = fhir::readResource(item.payload);
    if (!named)
        return failure(named.error());
    if (const Result<void> removed = store.removeRecord(item.resourceType, named->id); !removed)
        return removed;
    return store.setCursor(item.resourceType, {});
}

} // namespace

bool Push::isNamedById(const OutboxItem &item)
{
    return item.action == OutboxAction::Update && (item.resourceType == task || item.resourceType == consent);
}

QString Push::serverIdOf(const QString &identifier) const
{
    const auto item = m_store.outbox().find(identifier);
    return item && *item ? (*item)->serverId : QString();
}

Push::Step Push::stepFor(const OutboxItem &item, const Found &there) const
{
    if (item.resourceType == task && item.action == OutboxAction::Update) {
        switch (fhir::compareTask(there.json, item.payload)) {
        case fhir::TaskStanding::Open:
            return {Step::What::Put, fhir::applyTaskUpdate(there.json, item.payload, serverIdOf(item.after))};
        case fhir::TaskStanding::Same: break;
        case fhir::TaskStanding::Closed: break; // the clinic's word stands, and the answers themselves are there
        }
        return {};
    }
    if (item.resourceType == consent) {
        if (fhir::compareConsent(there.json, item.payload) == Sharing::Stop::Saved)
            return {Step::What::Put, fhir::applyConsentUpdate(there.json, item.payload)};
        return {};
    }
    if (item.resourceType != questionnaireResponse)
        return {}; // never written twice under one identifier
    switch (fhir::compareAnswers(there.json, item.payload)) {
    case fhir::Answered::Same: break;
    case fhir::Answered::Earlier:
        // The person has not seen these. Who sends for the first time has seen none, unless it says so.
        if (!fhir::isMadeFrom(item.payload, there.json) || (item.action == OutboxAction::Create && !fhir::isChange(item.payload)))
            return {Step::What::Conflict};
        return {Step::What::Put, fhir::writeAmendment(there.json, item.payload)};
    case fhir::Answered::Later:
        // By a clock that is ahead of ours, where it is these that the person saw. What cannot be read says nothing of when.
        if (!fhir::isChange(item.payload) || !fhir::isMadeFrom(item.payload, there.json) || !fhir::readResponseHead(item.payload))
            return {Step::What::Conflict};
        return {Step::What::Put, fhir::writeAmendment(there.json, item.payload)};
    }
    return {};
}

/// Changes that wait, made from one that is refused: the clinic never has that, and there are no newer answers on its account.
QList<OutboxItem> Push::behind(const OutboxItem &refused) const
{
    QList<OutboxItem> changed;
    if (refused.action != OutboxAction::Update || refused.resourceType != questionnaireResponse)
        return changed;
    const QList<OutboxItem> all = m_store.outbox().unsent().value_or(QList<OutboxItem>());
    for (OutboxItem item : all) {
        const bool isBehind = item.action == refused.action && item.resourceType == refused.resourceType
            && item.after == refused.after && item.sequence > refused.sequence && item.state == OutboxState::Queued;
        if (!isBehind || !fhir::isMadeFrom(item.payload, refused.payload))
            continue;
        item.payload = fhir::writeWithout(item.payload, refused.payload);
        changed << item;
    }
    return changed;
}

/// The record that an update is about.
QCoro::Task<Result<Push::Found>> Push::findTarget(OutboxItem item)
{
    if (isNamedById(item)) {
        const Result<fhir::Slice> named = fhir::readResource(item.payload);
        if (!named)
            co_return Found();
        const QString noName;
        Result<Found> found = co_await readBack(item.resourceType, named->id, noName);
        co_return found;
    }
    const QString id = serverIdOf(item.after);
    if (!id.isEmpty()) {
        Result<Found> found = co_await readBack(item.resourceType, id, item.after);
        if (m_life->isOver || !found || found->isThere || found->status == 404 || found->status == 410)
            co_return found;
    }
    Result<Found> found = co_await verify(item.resourceType, item.after);
    co_return found;
}

QCoro::Task<Result<void>> Push::update(OutboxItem item)
{
    bool isOfLost = false; // it was done days ago, or is damaged
    if (!item.after.isEmpty()) {
        const Result<std::optional<OutboxItem>> before = m_store.outbox().find(item.after);
        if (!before)
            co_return failure(before.error());
        const bool isDamaged = *before && (*before)->payload.isEmpty();
        if (*before && !isDamaged && (*before)->state != OutboxState::Done)
            co_return Result<void>();
        isOfLost = !*before || isDamaged;
    }
    Result<Found> there = co_await findTarget(item);
    if (m_life->isOver)
        co_return cancelled();
    // A task is done once its answers are there.
    if (there && there->isThere && isOfLost && isNamedById(item)) {
        Result<Found> answers = co_await verify(questionnaireResponse, item.after);
        if (m_life->isOver)
            co_return cancelled();
        if (!answers)
            there = failure(answers.error());
        else if (answers->canAsk && !answers->isThere && isStill(item))
            co_return saveRejected(std::move(item), gone());
    }
    if (!isStill(item))
        co_return Result<void>();
    if (!there) {
        item.attempts += 1;
        co_return failUncertain(std::move(item), there.error());
    }
    if (there->isThere) {
        Result<void> settled = co_await settle(std::move(item), std::move(*there));
        co_return settled;
    }
    if (there->notFhir) {
        item.attempts += 1;
        co_return failUncertain(std::move(item), *there->notFhir);
    }
    const bool isGone = there->status == 404 || there->status == 410;
    if (isGone && isNamedById(item)) { // nobody waits for it any more, or nothing is shared
        if (const Result<void> removed = removeDenied(m_store, item); !removed)
            co_return removed;
        co_return saveDone(std::move(item), QString());
    }
    if (isGone)
        co_return saveRejected(std::move(item), gone());
    if (!there->canAsk)
        co_return saveRejected(std::move(item), QString(nameOf(ProblemKind::Forbidden) % QStringLiteral(":forbidden")));
    if (isNamedById(item) || item.searches >= mostSearches)
        co_return saveRejected(std::move(item), gone());
    item.searches += 1;
    item.attempts += 1;
    const Problem problem{ProblemKind::Conflict, true, QStringLiteral("to be amended, record not found")};
    co_return failUncertain(std::move(item), problem);
}

} // namespace handrail
