// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"
#include "sync/Records.h"

#include <QSet>
#include <algorithm>

namespace handrail {

namespace {

constexpr qsizetype longestReason = 1000;

const QString appointmentResponse = QStringLiteral("AppointmentResponse");

/// Who comes, where that is not the patient; else empty.
QString relativeIn(const Identity &identity)
{
    return identity.role == Role::Relative ? identity.relatedPersonId : QString();
}

} // namespace

std::optional<Session> Records::readSession(const QByteArray &json, const RsvpAnswers &answers) const
{
    Result<Session> session = fhir::readAppointment(json, {}, m_language, relativeIn(m_identity));
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
    const Answer answer = answerTo(*session, *found);
    ComingSaid said = answer.said;
    if (answer.before) {
        // A clinic that says where a session stood has taken its notes back and asks anew. What another noted may have been of that time.
        if (!session->isMoved() && (session->noted == answer.before->coming || session->noted != Coming::Declined)) {
            session->noted = Coming::Unsaid;
            session->isDeclinedByMe = false;
            session->isAsked = true;
        }
        if (session->isAsked)
            session->saidBefore = answer.before;
    }
    // The later of two words counts: the clinic's own in the appointment, or this person's newest answer to it.
    const bool areBothDated = session->changedAt.isValid() && answer.arrivedAt.isValid();
    const bool isClinicLater = areBothDated && session->changedAt > answer.arrivedAt;
    if (said.coming != Coming::Unsaid) // one that was refused leaves the clinic's own word as it stands
        session->isDeclinedByMe = said.coming == Coming::Declined || (session->noted == Coming::Declined && isClinicLater);
    // Most appointments begin as accepted: without dates that says nothing of an answer.
    const bool isNoted = areBothDated ? isClinicLater : said.coming != Coming::Accepted;
    if (said.way == ComingSaid::Way::Sent && said.coming == session->noted && isNoted)
        said.way = ComingSaid::Way::Seen;
    if (answer.refused)
        session->said = answer.refused;
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

    RsvpAnswers answers;
    QHash<QString, ComingSaid> mine;
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) { // the newest first
        if (item.resourceType != appointmentResponse)
            continue;
        const Result<fhir::Rsvp> rsvp = fhir::readAppointmentResponse(item.payload);
        if (!rsvp)
            continue;
        ComingSaid said{rsvp->coming, ComingSaid::Way::Saved, item.sequence, item.queuedAt,
                        item.doneAt,  rsvp->comment,          rsvp->start};
        if (item.state == OutboxState::Done
            || known.contains(item.identifier)) // what came from the clinic is there, whatever the outbox thinks
            said.way = ComingSaid::Way::Sent;
        else if (item.state == OutboxState::Rejected)
            said.way = ComingSaid::Way::Refused;
        mine.insert(item.identifier, said);
        answers[rsvp->appointmentId].here << RsvpWord{said, {}};
    }
    for (const fhir::Rsvp &rsvp : std::as_const(atClinic)) {
        ComingSaid said{rsvp.coming, ComingSaid::Way::Sent, 0, {}, {}, rsvp.comment, rsvp.start};
        if (const auto own = mine.constFind(rsvp.identifier); own != mine.cend() && !rsvp.identifier.isEmpty()) {
            said.number = own->number;
            said.saidAt = own->saidAt;
            said.sentAt = own->sentAt;
            if (!said.start.isValid()) // a server need not keep it
                said.start = own->start;
        }
        answers[rsvp.appointmentId].atClinic << RsvpWord{said, rsvp.changedAt};
    }
    return answers;
}

Records::Answer Records::answerTo(const Session &session, const RsvpWords &words)
{
    const auto isOfThisTime = [&session](const RsvpWord &word) {
        if (word.said.start.isValid() && session.start.isValid()) // some servers keep whole seconds
            return word.said.start.toSecsSinceEpoch() == session.start.toSecsSinceEpoch();
        // A word that names no time was of the earlier one when the clinic moved the session after it and asks anew.
        const QDateTime when = word.arrivedAt.isValid() ? word.arrivedAt : word.said.saidAt;
        const bool isAskedAfter = session.isMoved() && session.isAsked && when.isValid() && session.changedAt.isValid();
        return !isAskedAfter || when >= session.changedAt;
    };
    // What still waits here; then what the clinic has, if this person did not say something later that it took and did not send back.
    Answer answer;
    std::optional<RsvpWord> mine;
    for (const RsvpWord &word : words.here) {
        if (!isOfThisTime(word))
            continue;
        if (word.said.way != ComingSaid::Way::Refused) {
            mine = word;
            break;
        }
        if (!answer.refused)
            answer.refused = word.said;
    }
    std::optional<RsvpWord> last = mine;
    if (!mine || mine->said.way != ComingSaid::Way::Saved) {
        const auto there = std::find_if(words.atClinic.cbegin(), words.atClinic.cend(), isOfThisTime);
        const bool isThere = there != words.atClinic.cend();
        if (isThere && !(mine && there->said.number > 0 && mine->said.number > there->said.number))
            last = *there;
    }
    if (last)
        static_cast<RsvpWord &>(answer) = *last;
    if (answer.refused && answer.refused->number <= answer.said.number)
        answer.refused.reset();
    if (last || answer.refused)
        return answer;
    for (const RsvpWord &word : words.here + words.atClinic) {
        if (word.said.way == ComingSaid::Way::Refused || word.said.coming == Coming::Unsaid || isOfThisTime(word))
            continue;
        answer.before = word.said;
        if (!answer.before->start.isValid())
            answer.before->start = session.previousStart;
        break;
    }
    return answer;
}

Result<void> Records::queueRsvp(const Session &session, Coming coming, const QString &comment, const QDateTime &nowUtc)
{
    OutboxItem item;
    item.identifier = urn(newId());
    item.resourceType = appointmentResponse;
    item.dependencyKey = QStringLiteral("appointment/") + session.id; // the last word stays the last
    item.payload = fhir::writeRsvp(item.identifier, session, coming, comment.left(longestReason), relativeIn(m_identity), nowUtc);
    item.queuedAt = nowUtc;
    const Answer last = answerTo(session, rsvpAnswers().value(session.id));
    if (last.said.coming != Coming::Unsaid && !last.refused) {
        const Result<fhir::Rsvp> again = fhir::readAppointmentResponse(item.payload);
        // A session that went away and came back asks anew for a time that was answered before.
        const bool isAskedSince = session.isAsked && last.arrivedAt.isValid() && session.changedAt > last.arrivedAt;
        const bool isCurrent = last.said.way == ComingSaid::Way::Saved || session.noted == coming
            || (session.noted != Coming::Declined && !isAskedSince);
        if (again && last.said.coming == coming && last.said.comment == again->comment && isCurrent)
            return {};
    }
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued)
        return tl::make_unexpected(queued.error());
    return {};
}

} // namespace handrail
