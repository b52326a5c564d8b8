// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/FamilySessions.h"

#include "clinic/family/HelpCards.h"
#include "clinic/records/SearchIndex.h"
#include "clinic/records/SessionMove.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

namespace {

QString actorOf(const QJsonValue &participant)
{
    return localReference(
        participant.toObject().value(QLatin1String("actor")).toObject().value(QLatin1String("reference")).toString());
}

// The text of a resource with one member replaced, all else as it was written.
QByteArray withMember(const QByteArray &text, QByteArrayView name, const QByteArray &value)
{
    const std::optional<Members> members = readMembers(text);
    QByteArray made = "{";
    for (const auto &[key, old] : members.value_or(Members())) {
        if (made.size() > 1)
            made += ',';
        made += '"' + key.toByteArray() + "\":" + (key == name ? value : old.toByteArray());
    }
    return made + '}';
}

constexpr qint64 minute = 60'000;
constexpr qint64 longestSession = 24 * 60 * minute; // of those that may run still

std::optional<qint64> timeAt(const QJsonObject &appointment, QLatin1String name)
{
    const auto time = readTime(appointment.value(name).toString(), TimeForm::DateTime);
    return time ? std::optional(time->low) : std::nullopt;
}

} // namespace

bool isFamilySession(const QJsonObject &appointment)
{
    const auto kinds = valuesAt(appointment, QStringLiteral("serviceType.coding"));
    return std::any_of(kinds.begin(), kinds.end(), [](const QJsonValue &coding) {
        return coding.toObject().value(QLatin1String("code")).toString() == QLatin1String("family")
            && coding.toObject().value(QLatin1String("system")).toString() == canonical(u"CodeSystem/session-kind");
    });
}

bool isStillOn(const QJsonObject &appointment)
{
    static const QStringList on{QStringLiteral("booked"), QStringLiteral("arrived"), QStringLiteral("checked-in")};
    return on.contains(appointment.value(QLatin1String("status")).toString());
}

qint64 sessionEnd(const QJsonObject &appointment, qint64 start)
{
    const int minutes = appointment.value(QLatin1String("minutesDuration")).toInt(60);
    return timeAt(appointment, QLatin1String("end")).value_or(start + minutes * minute);
}

bool hasEnded(const QJsonObject &appointment, qint64 now)
{
    const auto start = timeAt(appointment, QLatin1String("start"));
    return start && sessionEnd(appointment, *start) <= now;
}

QStringList appointmentsOf(Records &records, const QString &session)
{
    QStringList ids{session};
    Statement found = records.database().statement(QStringLiteral(
        "SELECT r.id FROM index_token t JOIN resource r ON r.row = t.row WHERE t.parameter = 'Appointment.identifier' "
        "AND t.system = ? AND t.code = ? AND r.deleted = 0 ORDER BY r.row"));
    for (bool hasRow = found.run({canonical(u"sid/session"), session}) && found.next(); hasRow; hasRow = found.next())
        ids.append(found.text(0));
    return ids;
}

bool isFamilySessionAfter(const QJsonObject &appointment, qint64 at)
{
    const QString status = appointment.value(QLatin1String("status")).toString();
    return isFamilySession(appointment) && sessionStart(appointment) > at && status != QLatin1String("cancelled")
        && status != QLatin1String("entered-in-error");
}

Result<void> FamilySessions::follow(const Record &record)
{
    if (record.type == QLatin1String("Communication"))
        return addressCard(m_records, record);
    if (record.type == QLatin1String("Appointment")) {
        const RecordPtr session = m_records.read(record.type, record.id);
        return session ? settle(session, true) : Result<void>();
    }
    if (record.type == QLatin1String("Consent")) {
        const QString status =
            record.isDeleted ? QString() : QJsonDocument::fromJson(record.body).object().value(QLatin1String("status")).toString();
        if (status != QLatin1String("active") && status != QLatin1String("proposed") && !m_invitations.close(record.id))
            return problem(ProblemKind::StoreBroken, QStringLiteral("invitation"));
    }
    if (record.type != QLatin1String("Consent") && record.type != QLatin1String("RelatedPerson")
        && record.type != QLatin1String("Flag"))
        return {};
    for (const QString &owner : record.owners) {
        if (!owner.startsWith(QLatin1String("Patient/")))
            continue;
        if (auto settled = settlePatient(owner.mid(8)); !settled)
            return settled;
    }
    return {};
}

// The RelatedPersons who took an invitation of this patient up.
QStringList FamilySessions::invitedOf(const QString &patient)
{
    QStringList people;
    Statement rows = m_records.database().statement(
        QStringLiteral("SELECT DISTINCT person FROM invitation WHERE patient = ? AND used IS NOT NULL ORDER BY id"));
    for (bool hasRow = rows.run({patient}) && rows.next(); hasRow; hasRow = rows.next())
        people.append(QString(u"RelatedPerson/" + rows.text(0)));
    return people;
}

Result<void> FamilySessions::settlePatient(const QString &patient)
{
    if (invitedOf(patient).isEmpty())
        return {};
    QStringList ids;
    {
        Statement rows = m_records.database().statement(QStringLiteral(
            "SELECT DISTINCT r.id FROM compartment c JOIN resource r ON r.row = c.row JOIN index_date d ON d.row = r.row "
            "WHERE c.owner = ? AND c.type = 'Appointment' AND d.parameter = 'Appointment.date' AND d.low > ?"));
        for (bool hasRow = rows.run({QString(u"Patient/" + patient), now() - longestSession}) && rows.next(); hasRow;
             hasRow = rows.next())
            ids.append(rows.text(0));
    }
    for (const QString &id : std::as_const(ids)) {
        if (const RecordPtr session = m_records.read(QStringLiteral("Appointment"), id)) {
            if (auto settled = settle(session); !settled)
                return settled;
        }
    }
    return {};
}

Result<void> FamilySessions::settle(const RecordPtr &session, bool isWritten)
{
    if (session->isDeleted)
        return {};
    const QJsonObject json = QJsonDocument::fromJson(session->body).object();
    const qint64 start = sessionStart(json).value_or(0);
    if (sessionEnd(json, start) <= now()) // what has been stays as it was
        return {};
    // Into one that runs somebody may still come. Who was in it was, whatever ends now; what they see is asked of the Consents.
    const bool isRunning = start <= now();
    if (isRunning && !isStillOn(json)) // it ended early
        return {};
    const RecordPtr earlier =
        isWritten && onOutlasted ? m_records.readVersion(session->type, session->id, session->version - 1) : nullptr;
    const auto wasIn = [before = earlier ? QJsonDocument::fromJson(earlier->body).object() : QJsonObject()](const QString &person) {
        return !statusIn(before, person).isEmpty();
    };
    QStringList managed, wanted;
    for (const QString &owner : session->owners) {
        if (!owner.startsWith(QLatin1String("Patient/")))
            continue;
        const QString patient = owner.mid(8);
        for (const QString &person : invitedOf(patient)) {
            managed.append(person);
            const auto isOpenAt = [&](qint64 at) {
                return isFamilySession(json)
                    && ConsentGrants::areOpening(m_grants.holding(person.mid(14), patient, at), session->type, json);
            };
            // What holds at its start: a Consent that ends before then opens no place in it.
            if (isOpenAt(std::max(start, now())))
                wanted.append(person);
            else if (wasIn(person) && isFamilySessionAfter(json, now()) && isOpenAt(now())) {
                if (auto told = onOutlasted(session->id, owner, person); !told)
                    return told;
            }
        }
    }
    QJsonArray participants;
    QStringList present;
    bool isChanged = false;
    const QJsonArray before = json.value(QLatin1String("participant")).toArray();
    for (const QJsonValue &each : before) {
        const QString actor = actorOf(each);
        if (!isRunning && managed.contains(actor) && !wanted.contains(actor)) {
            isChanged = true;
            continue;
        }
        present.append(actor);
        participants.append(each);
    }
    for (const QString &person : std::as_const(wanted)) {
        if (present.contains(person))
            continue;
        isChanged = true;
        participants.append(QJsonObject{{QStringLiteral("actor"), QJsonObject{{QStringLiteral("reference"), person}}},
                                        {QStringLiteral("status"), QStringLiteral("needs-action")}});
    }
    if (!isChanged)
        return {};
    const auto draft =
        readDraft(withMember(session->body, "participant", QJsonDocument(participants).toJson(QJsonDocument::Compact)));
    if (!draft)
        return problem(ProblemKind::StoreBroken, QStringLiteral("session"));
    const Result<RecordPtr> stored = m_records.write(session->type, session->id, *draft);
    if (!stored)
        return tl::unexpected(stored.error());
    return {};
}

} // namespace handrail::clinic
