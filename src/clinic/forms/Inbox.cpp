// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/Inbox.h"

#include "clinic/base/FhirTime.h"
#include "clinic/forms/ClinicNotices.h"
#include "clinic/forms/DerivedRecord.h"
#include "clinic/forms/InboxDone.h"
#include "clinic/forms/RequestMarks.h"
#include "clinic/records/PatientStanding.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"
#include "core/Message.h"
#include "fhir/ShownText.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <tuple>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString communicationType = u"Communication"_s;
const QString responseType = u"AppointmentResponse"_s;
const QString secureMessage = u"secure-message"_s;
const QString needsAction = u"needs-action"_s;
/// A worksheet has several parts of which each may be as long as a message.
constexpr qsizetype mostCharacters = 100'000;
constexpr qsizetype atOnce = 100; ///< records in one transaction, some tens of milliseconds
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

QString kindSystem()
{
    return canonical(u"CodeSystem/message-kind");
}

QJsonObject reference(const QString &target)
{
    return {{u"reference"_s, target}};
}

QString targetOf(const QJsonValue &value)
{
    return value["reference"_L1].toString();
}

QStringList kindsOf(const QJsonObject &message)
{
    QStringList kinds;
    for (const QJsonValue &category : message.value("category"_L1).toArray()) {
        for (const QJsonValue &coding : category["coding"_L1].toArray()) {
            if (coding["system"_L1].toString() == kindSystem())
                kinds << coding["code"_L1].toString();
        }
    }
    return kinds;
}

QString textOf(const QJsonObject &message)
{
    QStringList parts;
    for (const QJsonValue &part : message.value("payload"_L1).toArray())
        parts << part["contentString"_L1].toString();
    return parts.join(u'\n');
}

/// The dateTime of an extension of ours.
QString timeIn(const QJsonObject &record, QStringView extension)
{
    const QString url = canonical(extension);
    for (const QJsonValue &each : record.value("extension"_L1).toArray()) {
        if (each["url"_L1].toString() == url)
            return each["valueDateTime"_L1].toString();
    }
    return {};
}

QString patientIn(const QJsonObject &appointment)
{
    for (const QJsonValue &participant : appointment.value("participant"_L1).toArray()) {
        if (const QString actor = targetOf(participant["actor"_L1]); actor.startsWith("Patient/"_L1))
            return actor;
    }
    return {};
}

Result<void> wrongWords(const QString &text)
{
    const QString words = text.trimmed();
    if (words.isEmpty() || words.size() > mostMessageCharacters)
        return problem(ProblemKind::BadData, u"message"_s);
    return {};
}

QJsonObject startRecord(const QString &type, const QString &kind, const QString &patient)
{
    const QString id = newId().toString(QUuid::WithoutBraces);
    QJsonObject made = derivedRecord(type, id, u"message"_s);
    made.insert(u"identifier"_s,
                QJsonArray{QJsonObject{{u"system"_s, uriSystem.toString()}, {u"value"_s, QString(u"urn:uuid:" + id)}}});
    made.insert(u"category"_s, QJsonArray{codeable(kindSystem(), kind)});
    made.insert(u"subject"_s, reference(patient));
    made.insert(u"recipient"_s, QJsonArray{reference(patient)});
    return made;
}

QJsonArray payloadOf(const QString &text)
{
    return {QJsonObject{{u"contentString"_s, text.trimmed()}}};
}

} // namespace

QList<Issue> checkMessage(const QJsonObject &resource)
{
    if (resource.value("resourceType"_L1).toString() != communicationType || textOf(resource).size() <= mostCharacters)
        return {};
    return {Issue{"too-long", u"Communication.payload"_s, "This message is too long"}};
}

QStringList Inbox::idsOf(const QString &type)
{
    QStringList ids;
    Statement found = m_records.database().statement(u"SELECT id FROM resource WHERE type = ? AND deleted = 0"_s);
    for (bool hasRow = found.run({type}) && found.next(); hasRow; hasRow = found.next())
        ids.append(found.text(0));
    return ids;
}

QJsonObject Inbox::json(const QString &reference)
{
    const RecordPtr record = m_records.read(reference.section(u'/', 0, 0), reference.section(u'/', 1));
    return record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
}

Result<void> Inbox::write(const QJsonObject &record)
{
    return writeDerived(m_records, record.value("resourceType"_L1).toString(), record.value("id"_L1).toString(), record);
}

std::optional<InboxItem> Inbox::fromMessage(const QJsonObject &message)
{
    QStringList kinds = kindsOf(message);
    InboxItem item;
    item.from = targetOf(message.value("sender"_L1));
    // A relative's needs no mark as a message: a concern has none, and whatever they send is for somebody to read.
    const bool isFromRelative = item.from.startsWith("RelatedPerson/"_L1);
    const bool isMarked = kinds.removeAll(secureMessage) > 0;
    const bool isOfClinic = std::any_of(kinds.cbegin(), kinds.cend(), isClinicsNotice);
    const bool isFromThem = isFromRelative || ((isMarked || isOfClinic) && item.from.startsWith("Patient/"_L1));
    if (!isFromThem || message.value("status"_L1).toString() == "entered-in-error"_L1)
        return std::nullopt;
    item.reference = communicationType + u'/' + message.value("id"_L1).toString();
    item.kind = kinds.isEmpty() ? u"message"_s : fhir::shownText(kinds.first(), fhir::Lines::One);
    item.patient = targetOf(message.value("subject"_L1));
    item.about = targetOf(message.value("about"_L1)[0]);
    const QString topic = message.value("topic"_L1)["text"_L1].toString();
    if (item.kind == sharingTooShort || item.kind == newRelative)
        item.text = targetOf(message.value("about"_L1)[1]);
    else
        item.text = fhir::shownText(topic.isEmpty() ? textOf(message) : QString(topic % u": " % textOf(message)), fhir::Lines::One);
    const qint64 updated = timeOf(message.value("meta"_L1)["lastUpdated"_L1]).value_or(0);
    item.sent = timeOf(message.value("sent"_L1)).value_or(updated);
    if (item.sent > updated) { // the device's clock was ahead; a mark of staff's is a version of its own, it came with the first
        const RecordPtr first = m_records.readVersion(communicationType, message.value("id"_L1).toString(), 1);
        item.sent = first ? first->updated : updated;
    }
    // Where the session that it is about began, for the app that wrote it.
    if (const QString start = timeIn(message, u"StructureDefinition/about-start");
        !start.isEmpty() && item.about.startsWith("Appointment/"_L1))
        item.moved = movedSince(start, item.sent, json(item.about), m_records);
    item.seen = timeOf(message.value("received"_L1));
    readMarks(item, message);
    if (!item.done && item.kind == "worksheet"_L1)
        item.done = item.seen;
    return item;
}

InboxItem Inbox::fromResponse(const QJsonObject &response, qint64 sent)
{
    InboxItem item;
    item.reference = responseType + u'/' + response.value("id"_L1).toString();
    item.kind = response.value("participantStatus"_L1).toString();
    item.from = targetOf(response.value("actor"_L1));
    item.about = targetOf(response.value("appointment"_L1));
    const QJsonObject appointment = json(item.about);
    item.patient = item.from.startsWith("Patient/"_L1) ? item.from : patientIn(appointment);
    item.text = fhir::shownText(response.value("comment"_L1).toString(), fhir::Lines::One);
    item.sent = sent;
    const std::optional<qint64> said = timeOf(timeIn(response, u"StructureDefinition/said-at"));
    if (said && *said < sent) // else the device's clock was ahead
        item.said = said;
    const std::optional<qint64> end = timeOf(appointment.value("end"_L1));
    item.isTooLate = end && *end <= sent;
    item.moved = movedSince(response.value("start"_L1).toString(), sent, appointment, m_records);
    readMarks(item, response);
    // A move away and back took what was noted of it, and it is of this time again.
    if (item.seen && !item.moved && item.kind != needsAction && statusIn(appointment, item.from) == needsAction) {
        item.seen.reset();
        item.done.reset();
    }
    return item;
}

/// The newest of each person to each session, or to this one.
QList<InboxItem> Inbox::responses(const QString &appointment)
{
    QStringList ids;
    if (appointment.isEmpty()) {
        ids = idsOf(responseType);
    } else {
        const QString target = localReference(appointment);
        Statement found = m_records.database().statement(
            u"SELECT r.id FROM index_reference i JOIN resource r ON r.row = i.row WHERE i.parameter = "
            "'AppointmentResponse.appointment' AND i.target = ? AND r.deleted = 0"_s);
        for (bool hasRow = found.run({target.isEmpty() ? appointment : target}) && found.next(); hasRow; hasRow = found.next())
            ids.append(found.text(0));
    }
    QHash<QString, InboxItem> newest;
    for (const QString &id : std::as_const(ids)) {
        const QJsonObject response = json(responseType + u'/' + id);
        const QString key = QString(targetOf(response.value("appointment"_L1)) % u'|' % targetOf(response.value("actor"_L1)));
        // A mark of staff's is a version of its own: what was said was said with the first.
        const RecordPtr first = m_records.readVersion(responseType, id, 1);
        const InboxItem item = fromResponse(response, first ? first->updated : 0);
        // What was said of the time before a move, and arrived late, is no later word about the new one.
        const auto rank = [](const InboxItem &one) { return std::tuple(!one.moved, one.sent, one.reference); };
        if (!newest.contains(key) || rank(item) > rank(newest[key]))
            newest.insert(key, item);
    }
    return newest.values();
}

/// It asks staff for a look.
bool Inbox::isNews(const InboxItem &item)
{
    const auto isNo = [](const QString &status) { return status == "declined"_L1 || status == "tentative"_L1; };
    const QString noted = statusIn(json(item.about), item.from);
    const bool isAsked = noted == needsAction && item.kind != needsAction && !item.moved;
    return isNo(item.kind) || isNo(noted) || isAsked || !item.text.isEmpty() || item.seen || item.done;
}

QList<InboxItem> Inbox::all(bool isOpenOnly)
{
    QList<InboxItem> items;
    for (const QString &id : idsOf(communicationType)) {
        if (const auto item = fromMessage(json(communicationType + u'/' + id)))
            items << *item;
    }
    for (const InboxItem &item : responses({})) {
        if (isNews(item))
            items << item;
    }
    items += allDone(m_records);
    if (isOpenOnly)
        items.removeIf([](const InboxItem &item) { return item.done.has_value(); });
    std::sort(items.begin(), items.end(), [](const InboxItem &a, const InboxItem &b) {
        return std::tuple(a.done.has_value(), a.sent, a.reference) < std::tuple(b.done.has_value(), b.sent, b.reference);
    });
    return items;
}

std::optional<InboxItem> Inbox::find(const QString &reference)
{
    const QString place = reference.contains(u'/') ? reference : QString(communicationType % u'/' % reference);
    if (place.startsWith(communicationType + u'/')) {
        if (const auto item = fromMessage(json(place)))
            return item;
    }
    const QString response = reference.contains(u'/') ? reference : QString(responseType % u'/' % reference);
    const QString session = response.startsWith(responseType + u'/') ? targetOf(json(response).value("appointment"_L1)) : QString();
    for (const InboxItem &item : session.isEmpty() ? QList<InboxItem>() : responses(session)) {
        if (item.reference == response)
            return item;
    }
    return doneOf(m_records, reference);
}

/// Inside the caller's transaction. Both marks are one version, before the Appointment: the app takes that as the later word.
Result<void> Inbox::note(const InboxItem &item, const std::optional<QString> &doneBy)
{
    if (item.seen && !doneBy)
        return {};
    QJsonObject record = json(item.reference);
    const bool isMessage = record.value("resourceType"_L1).toString() == communicationType;
    if (!item.seen && isMessage)
        record.insert(u"received"_s, instant(now()));
    else if (!item.seen)
        putMark(record, seenMark(), now(), {});
    if (doneBy)
        putMark(record, doneMark(), now(), *doneBy);
    if (auto written = write(record); !written)
        return written;
    if (item.seen || !item.reference.startsWith(responseType + u'/'))
        return {};
    QJsonObject appointment = item.moved ? QJsonObject() : json(item.about);
    if (const QString before = statusIn(appointment, item.from); before.isEmpty() || before == item.kind)
        return {};
    const qint64 changed = timeOf(appointment.value("meta"_L1)["lastUpdated"_L1]).value_or(0);
    // A new version is the clinic's later word of everybody: an older note must not outdo what somebody has said since.
    QHash<QString, QString> noted;
    for (const InboxItem &other : responses(item.about)) {
        if (!other.seen && !other.moved && other.sent > changed && statusIn(appointment, other.from) != other.kind)
            noted.insert(other.from, needsAction);
    }
    noted.insert(item.from, item.kind);
    QJsonArray participants = appointment.value("participant"_L1).toArray();
    for (QJsonValueRef participant : participants) {
        QJsonObject person = participant.toObject();
        const auto said = noted.constFind(targetOf(person.value("actor"_L1)));
        if (said == noted.cend())
            continue;
        person.insert(u"status"_s, *said);
        participant = person;
    }
    appointment.insert(u"participant"_s, participants);
    return write(appointment);
}

namespace {

/// Runs `action` in one transaction, all or nothing.
template <typename Action>
Result<void> inOne(Records &records, Action action)
{
    Transaction transaction(records.database());
    if (!transaction.isOpen())
        return problem(ProblemKind::StoreInUse, u"inbox"_s);
    records.noticeChanges();
    const Result<void> done = action();
    if (!done) {
        records.forget();
        return done;
    }
    if (!transaction.commit()) {
        records.forget();
        return problem(ProblemKind::StoreBroken, u"inbox"_s);
    }
    return {};
}

} // namespace

Result<InboxItem> Inbox::setSeen(const QString &reference)
{
    std::optional<InboxItem> item;
    const Result<void> done = inOne(m_records, [&]() -> Result<void> {
        item = find(reference);
        return item ? note(*item, std::nullopt) : Result<void>(problem(ProblemKind::NotFound, u"inbox"_s));
    });
    if (!done)
        return tl::unexpected(done.error());
    return find(item->reference).value_or(*item);
}

Result<InboxItem> Inbox::setDone(const QString &reference, const QString &who)
{
    std::optional<InboxItem> item;
    const Result<void> done = inOne(m_records, [&]() -> Result<void> {
        item = find(reference);
        if (!item)
            return problem(ProblemKind::NotFound, u"inbox"_s);
        if (item->done)
            return {};
        return note(*item, who);
    });
    if (!done)
        return tl::unexpected(done.error());
    return find(item->reference).value_or(*item);
}

Result<InboxItem> Inbox::reply(const QString &reference, const QString &text, const QString &practitionerId)
{
    if (const Result<void> wrong = wrongWords(text); !wrong)
        return tl::unexpected(wrong.error());
    std::optional<InboxItem> item;
    const Result<void> done = inOne(m_records, [&]() -> Result<void> {
        item = find(reference);
        if (!item)
            return problem(ProblemKind::NotFound, u"inbox"_s);
        const QJsonObject message = json(item->reference);
        if (message.value("resourceType"_L1).toString() != communicationType || item->from != item->patient
            || isClinicsNotice(item->kind))
            return problem(ProblemKind::Conflict, u"inbox"_s);
        QJsonObject sender = clinic::reference(u"Practitioner/" + practitionerId);
        QString name = json(targetOf(sender)).value("name"_L1)[0]["text"_L1].toString();
        if (!practitionerId.isEmpty() && json(targetOf(sender)).isEmpty())
            return problem(ProblemKind::BadData, u"practitioner"_s);
        if (practitionerId.isEmpty()) {
            sender = json(item->patient).value("managingOrganization"_L1).toObject();
            name = json(targetOf(sender)).value("name"_L1).toString();
        }
        QJsonObject answer = startRecord(communicationType, secureMessage, item->patient);
        if (!name.isEmpty())
            sender.insert(u"display"_s, name);
        if (!targetOf(sender).isEmpty())
            answer.insert(u"sender"_s, sender);
        const QString root = targetOf(message.value("partOf"_L1)[0]);
        answer.insert(u"status"_s, u"completed"_s);
        answer.insert(u"partOf"_s, QJsonArray{clinic::reference(root.isEmpty() ? item->reference : root)});
        answer.insert(u"inResponseTo"_s, QJsonArray{clinic::reference(item->reference)});
        // Never before what it answers.
        answer.insert(u"sent"_s, instant(std::max(now(), item->sent + 1000)));
        answer.insert(u"payload"_s, payloadOf(text));
        const bool isDone = item->kind == "message"_L1 && !item->done;
        if (auto noted = note(*item, isDone ? std::optional(QString()) : std::nullopt); !noted)
            return noted;
        return write(answer);
    });
    if (!done)
        return tl::unexpected(done.error());
    return find(item->reference).value_or(*item);
}

QJsonObject Inbox::announcement(const QString &patient, const QJsonObject &person, const QString &text, int days) const
{
    QJsonObject word = startRecord(u"CommunicationRequest"_s, u"announcement"_s, patient);
    word.insert(u"status"_s, u"active"_s);
    word.insert(u"priority"_s, u"routine"_s);
    word.insert(u"authoredOn"_s, instant(now()));
    word.insert(u"occurrencePeriod"_s, QJsonObject{{u"start"_s, instant(now())}, {u"end"_s, instant(now() + days * dayMs)}});
    if (const QJsonObject clinic = person.value("managingOrganization"_L1).toObject(); !clinic.isEmpty())
        word.insert(u"sender"_s, clinic);
    word.insert(u"payload"_s, payloadOf(text));
    return word;
}

Announced Inbox::announce(const QString &patientId, const QString &text, int days)
{
    Announced announced;
    const auto fail = [&](const Problem &problem) {
        announced.problem = problem;
        return announced;
    };
    if (const Result<void> wrong = wrongWords(text); !wrong)
        return fail(wrong.error());
    // Everything is looked up before the lock; with many the lock is given back in between, so that nobody at the clinic waits long.
    QList<QJsonObject> all;
    for (const QString &id : patientId.isEmpty() ? idsOf(u"Patient"_s) : QStringList{patientId}) {
        const QString patient = u"Patient/" + id;
        const QJsonObject person = json(patient);
        const Standing standing = standingOf(person);
        if (standing == Standing::Unknown)
            return fail({ProblemKind::NotFound, false, u"announce"_s, 0, -1});
        // To one who is named it is said even if they are not active: a clinic may have something to tell after the program.
        if (standing == Standing::In || (standing == Standing::Inactive && !patientId.isEmpty()))
            all.append(announcement(patient, person, text, days));
        else
            ++announced.leftOut;
    }
    for (qsizetype from = 0; from < all.size(); from += atOnce) {
        const Result<void> done = inOne(m_records, [&]() -> Result<void> {
            for (const QJsonObject &word : all.mid(from, atOnce)) {
                if (auto written = write(word); !written)
                    return written;
            }
            return {};
        });
        if (!done)
            return fail(done.error());
        announced.told += int(std::min(atOnce, all.size() - from));
    }
    return announced;
}

} // namespace handrail::clinic
