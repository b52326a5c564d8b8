// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Outgoing.h"

#include "care/CheckIn.h"
#include "care/FormsAnswered.h"
#include "care/SafetyPlan.h"
#include "care/SafetyReport.h"
#include "core/Assignment.h"

#include <QHash>
#include <algorithm>
#include <tuple>

namespace handrail {

namespace {

using Kind = Outgoing::Kind;
using State = Outgoing::State;

bool isDamaged(const OutboxItem &item)
{
    return item.identifier.isEmpty();
}

Kind kindOf(const OutboxEntry &entry)
{
    if (isDamaged(entry.item))
        return Kind::Damaged;
    if (entry.item.resourceType == u"Consent")
        return Kind::Unshare;
    if (entry.item.action == OutboxAction::Update)
        return entry.form ? Kind::Change : entry.item.after.isEmpty() ? Kind::Lesson : Kind::Mark;
    if (entry.form && entry.form->questionnaire.section(u'|', 0, 0) == moduleDoneUrl())
        return Kind::Lesson;
    if (entry.form)
        return entry.form->questionnaire.section(u'|', 0, 0) == dailyCheckInUrl() ? Kind::CheckIn : Kind::Form;
    if (entry.message)
        return entry.message->kind == MessageKind::Worksheet ? Kind::Sheet : Kind::Message;
    if (entry.item.resourceType == u"MedicationStatement")
        return Kind::Dose;
    if (entry.item.resourceType == u"AppointmentResponse")
        return entry.coming == Coming::Late ? Kind::Late : entry.coming == Coming::Accepted ? Kind::Coming : Kind::Decline;
    return Kind::Other;
}

State stateOf(const OutboxItem &item, const Way &way)
{
    switch (item.state) {
    case OutboxState::Done: return State::Sent;
    case OutboxState::Rejected: return isDamaged(item) ? State::Damaged : State::Refused;
    default: break;
    }
    if (way.isSignInNeeded)
        return State::NeedsSignIn;
    switch (item.state) {
    // Any other was left so by a run that was cut off; the one now may be busy with something else.
    case OutboxState::Sending: return way.inFlight == item.sequence ? State::Sending : State::Unsure;
    case OutboxState::Uncertain:
    case OutboxState::Conflict: return State::Unsure;
    default: return State::Saved;
    }
}

/// The plan for a bad day is changed on its own page, and what went ahead goes again with its form.
QString answersOf(const Records &records, const Outgoing &thing)
{
    const bool isForm = thing.kind == Kind::Form || thing.kind == Kind::Change;
    if (!isForm || thing.state != State::Refused || thing.isAhead)
        return {};
    const QString identifier = thing.kind == Kind::Change ? thing.said.item.after : thing.identifier;
    const std::optional<SubmittedForm> sent = records.submittedAs(identifier);
    const bool isChangedHere = sent && sent->form.isAmendable && sent->form.questionnaire.section(u'|', 0, 0) != safetyPlanUrl();
    return isChangedHere && FormsAnswered(records).to(sent->form) ? identifier : QString();
}

/// What belongs to one that was refused, directly or through others, waits for that one.
void findWhatIsBehind(QList<Outgoing> &things)
{
    for (Outgoing &refused : things) {
        if (refused.state != State::Refused)
            continue;
        QStringList names{refused.identifier};
        for (qsizetype at = 0; at < names.size(); ++at) {
            for (Outgoing &thing : things) {
                const bool isAfter = thing.said.item.after == names.at(at) && thing.state != State::Sent;
                if (!isAfter || thing.identifier.isEmpty() || names.contains(thing.identifier))
                    continue;
                names << thing.identifier;
                refused.goesAlong << thing.number;
                if (thing.state != State::Refused)
                    thing.state = State::Behind;
            }
        }
    }
}

/// What needs the person and what belongs to it, what is leaving, what waits, what is locked, what went.
int groupOf(const Outgoing &thing)
{
    if (thing.needsPerson() || thing.state == State::Behind)
        return 0;
    switch (thing.state) {
    case State::Sending: return 1;
    case State::Locked: return 3;
    case State::Sent: return 4;
    default: return 2;
    }
}

} // namespace

Result<QList<Outgoing>> outgoing(const Records &records, const Way &way)
{
    const Result<QList<OutboxEntry>> entries = records.outbox();
    if (!entries)
        return tl::make_unexpected(entries.error());
    QList<Outgoing> things;
    for (const OutboxEntry &entry : *entries) {
        const OutboxItem &item = entry.item;
        if (item.state == OutboxState::Kept)
            continue; // it goes nowhere
        Outgoing thing;
        thing.number = item.sequence;
        thing.identifier = item.identifier;
        thing.kind = kindOf(entry);
        thing.state = stateOf(item, way);
        thing.answered = entry.form ? entry.form->authored : QDateTime();
        thing.isAhead = entry.form && isSentAhead(*entry.form);
        thing.said = entry;
        thing.savedAt = item.queuedAt;
        thing.sentAt = item.doneAt;
        thing.retryAt = item.retryAt;
        thing.problem = item.problem;
        thing.answers = answersOf(records, thing);
        things << thing;
    }
    for (int i = 0; i < records.storesPutAside(); ++i) {
        Outgoing thing;
        thing.number = -1 - i;
        thing.kind = Kind::Earlier;
        thing.state = State::Locked;
        things << thing;
    }
    findWhatIsBehind(things);
    QHash<qint64, qint64> leaders; // what belongs to another stands below it
    for (const Outgoing &thing : std::as_const(things)) {
        for (const qint64 number : thing.goesAlong)
            leaders.insert(number, std::min(thing.number, leaders.value(number, thing.number)));
    }
    const auto place = [&leaders](const Outgoing &thing) {
        const qint64 leader = leaders.value(thing.number, thing.number);
        return std::tuple(groupOf(thing), leader, leader != thing.number, thing.number);
    };
    std::stable_sort(things.begin(), things.end(), [&place](const Outgoing &a, const Outgoing &b) {
        return a.state == State::Sent && b.state == State::Sent ? a.sentAt > b.sentAt : place(a) < place(b);
    });
    return things;
}

} // namespace handrail
