// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/Records.h"

#include <QSet>

namespace handrail {

namespace {

constexpr qsizetype longestReason = 1000;

const QString appointmentResponse = QStringLiteral("AppointmentResponse");

} // namespace

std::optional<Session> Records::readSession(const QByteArray &json, const RsvpAnswers &answers) const
{
    Result<Session> session = fhir::readAppointment(json, {}, m_language);
    if (!session)
        return std::nullopt; // entered in error, or unreadable: never shown, counted by the download
    if (m_identity.role == Role::Relative) {
        if (fhir::isTimeAlone(json))
            return std::nullopt; // that the patient is busy is no session of the relative's
        // Whether the patient was there is told apart (busyTimes), and is not whether the relative was.
        if (session->status == SessionStatus::Attended || session->status == SessionStatus::NotAttended)
            session->status = SessionStatus::Booked;
    }
    const auto found = answers.constFind(session->id);
    if (found == answers.cend())
        return *session;
    // The later of two words counts: the clinic's own in the appointment, or this person's newest answer to it.
    const bool areBothDated = session->changedAt.isValid() && found->arrivedAt.isValid();
    const bool isClinicLater = areBothDated && session->changedAt > found->arrivedAt;
    ComingSaid said = found->said;
    if (said.coming != Coming::Unsaid) // one that was refused leaves the clinic's own word as it stands
        session->isDeclinedByMe = said.coming == Coming::Declined || (session->noted == Coming::Declined && isClinicLater);
    // Most appointments begin as accepted: without dates that says nothing of an answer.
    const bool isNoted = areBothDated ? isClinicLater : said.coming != Coming::Accepted;
    if (said.way == ComingSaid::Way::Sent && said.coming == session->noted && isNoted)
        said.way = ComingSaid::Way::Seen;
    if (found->refused)
        session->said = found->refused;
    else if (said.coming != Coming::Unsaid)
        session->said = said;
    return *session;
}

Records::RsvpAnswers Records::rsvpAnswers() const
{
    const Result<QList<QByteArray>> stored = m_store.records(appointmentResponse); // the newest first
    if (!stored)
        qCWarning(logSync) << "reading records:" << stored.error();
    QList<fhir::Rsvp> atClinic;
    QSet<QString> known;
    for (const QByteArray &json : stored.value_or(QList<QByteArray>())) {
        if (const Result<fhir::Rsvp> rsvp = fhir::readAppointmentResponse(json)) {
            atClinic << *rsvp;
            known << rsvp->identifier;
        }
    }

    // What still waits here; then what the clinic has, if this person did not say something later that it took and did not send back.
    RsvpAnswers answers;
    RsvpAnswers taken;
    QHash<QString, ComingSaid> refused;
    QHash<QString, OutboxItem> mine;
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) { // the newest first
        if (item.resourceType != appointmentResponse)
            continue;
        const Result<fhir::Rsvp> rsvp = fhir::readAppointmentResponse(item.payload);
        if (!rsvp)
            continue;
        mine.insert(item.identifier, item);
        const QString id = rsvp->appointmentId;
        if (answers.contains(id) || taken.contains(id))
            continue;
        ComingSaid said{rsvp->coming, ComingSaid::Way::Saved, item.sequence, item.queuedAt, item.doneAt, rsvp->comment};
        if (item.state == OutboxState::Done
            || known.contains(item.identifier)) { // what came from the clinic is there, whatever the outbox thinks
            said.way = ComingSaid::Way::Sent;
            taken.insert(id, {said, {}, {}});
        } else if (item.state == OutboxState::Rejected) {
            said.way = ComingSaid::Way::Refused;
            if (!refused.contains(id))
                refused.insert(id, said);
        } else {
            answers.insert(id, {said, {}, {}});
        }
    }
    for (const fhir::Rsvp &rsvp : std::as_const(atClinic)) {
        const QString &id = rsvp.appointmentId;
        if (answers.contains(id))
            continue;
        const auto own = mine.constFind(rsvp.identifier);
        const bool isMine = own != mine.cend() && !rsvp.identifier.isEmpty();
        if (const auto later = taken.constFind(id); isMine && later != taken.cend() && later->said.number > own->sequence) {
            answers.insert(id, *later);
            continue;
        }
        ComingSaid said{rsvp.coming, ComingSaid::Way::Sent, 0, {}, {}, rsvp.comment};
        if (isMine) {
            said.number = own->sequence;
            said.saidAt = own->queuedAt;
            said.sentAt = own->doneAt;
        }
        answers.insert(id, {said, rsvp.changedAt, {}});
    }
    for (auto it = taken.cbegin(); it != taken.cend(); ++it) {
        if (!answers.contains(it.key()))
            answers.insert(it.key(), *it);
    }
    for (auto it = refused.cbegin(); it != refused.cend(); ++it) {
        Answer &answer = answers[it.key()];
        if (it->number > answer.said.number)
            answer.refused = *it;
    }
    return answers;
}

Result<void> Records::queueRsvp(const Session &session, Coming coming, const QString &comment, const QDateTime &nowUtc)
{
    OutboxItem item;
    item.identifier = urn(newId());
    item.resourceType = appointmentResponse;
    item.dependencyKey = QStringLiteral("appointment/") + session.id; // the last word stays the last
    item.payload = fhir::writeRsvp(item.identifier, session, coming, comment.left(longestReason));
    item.queuedAt = nowUtc;
    const RsvpAnswers answers = rsvpAnswers();
    if (const auto found = answers.constFind(session.id); found != answers.cend() && !found->refused) {
        const Result<fhir::Rsvp> again = fhir::readAppointmentResponse(item.payload);
        const bool isCurrent =
            found->said.way == ComingSaid::Way::Saved || session.noted == coming || session.noted != Coming::Declined;
        if (again && found->said.coming == coming && found->said.comment == again->comment && isCurrent)
            return {};
    }
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued)
        return tl::make_unexpected(queued.error());
    return {};
}

} // namespace handrail
