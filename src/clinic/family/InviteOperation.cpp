// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/InviteOperation.h"

#include "clinic/api/FhirApi.h"
#include "clinic/family/FamilySessions.h"
#include "clinic/family/Parameters.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace handrail::clinic {

namespace {

QJsonObject jsonOf(const RecordPtr &record)
{
    return record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
}

QJsonObject referenceTo(const QString &type, const QString &id)
{
    return {{QStringLiteral("reference"), QString(type + u'/' + id)}};
}

} // namespace

InviteOperation::InviteOperation(Records &records, AuditLog &audit, std::function<Result<void>(const Record &)> follow)
    : m_records(records)
    , m_audit(audit)
    , m_invitations(records)
    , m_settings(records.database())
    , m_validator(records.types())
    , m_follow(std::move(follow))
{
}

OperationResult InviteOperation::run(const OperationCall &call)
{
    if (!call.access.fhirUser.startsWith(QLatin1String("Patient/")) || call.access.patientId.isEmpty()
        || !Policy::hasScope(call.access, u"Consent", Verb::Update))
        return {outcome(403, "forbidden", "This sign-in may not invite")};
    const QJsonObject patient = jsonOf(m_records.read(QStringLiteral("Patient"), call.id));
    if (call.id != call.access.patientId || patient.isEmpty())
        return {notFound()};
    if (ConsentGrants::areShut(m_records, call.id))
        return {noSuchOperation()};

    const Parameters asked(call.body);
    if (const auto known = m_invitations.byIdentifier(call.id, asked.text("identifier", "valueUri").toLower()))
        return {renewed(*known, call)};
    const auto request = InviteRequest::read(call.body, now(), today(call.id));
    if (!request)
        return {request.error()};
    if (!mayInvite(patient))
        return {refused(422, "business-rule", "under-age", "The clinic arranges this together with you")};
    if (m_invitations.openCount(call.id) >= Invitations::mostOpen)
        return {refused(422, "business-rule", "too-many", "Five invitations wait already; end one first")};
    if (!request->appointment.isEmpty() && !isComingFamilySession(request->appointment, call.id))
        return {refused(422, "value", "session", "This is no family session that is to come")};

    const bool isCountersigned = m_settings.isOn(FamilySettings::Choice::Countersign);
    const auto person = stored(invitedPerson(*request, patient));
    if (!person)
        return {person.error()};
    const auto consent = stored(signedConsent(*request, patient, (*person)->id, organizationOf(patient),
                                              isCountersigned ? QStringLiteral("proposed") : QStringLiteral("active")));
    if (!consent)
        return {consent.error()};
    if (!m_invitations.add(call.id, request->identifier, (*person)->id, (*consent)->id))
        return {problemReply({ProblemKind::StoreBroken, true, {}, 0, -1})};
    m_audit.add(call.access, 'C', (*person)->type, (*person)->id, call.id, 201);
    m_audit.add(call.access, 'C', (*consent)->type, (*consent)->id, call.id, 201);
    const auto made = m_invitations.byConsent((*consent)->id);
    return {made ? renewed(*made, call) : problemReply({ProblemKind::StoreBroken, true, {}, 0, -1})};
}

// Where the clinic is; without a zone that of UTC, as for the Consent itself.
QDate InviteOperation::today(const QString &patient)
{
    const auto clock = ConsentGrants::clockOf(m_records, patient);
    return clock ? clock->dateOf(now()) : QDateTime::fromMSecsSinceEpoch(now(), Qt::UTC).date();
}

// A link and a code, once the Consent is in force.
Reply InviteOperation::renewed(const Invitation &invitation, const OperationCall &call)
{
    const auto sharing = m_invitations.sharing(invitation);
    if (invitation.isUsed)
        return refused(409, "conflict", "used", "This invitation was used");
    if (invitation.isClosed || !sharing)
        return refused(409, "conflict", "ended", "Sharing with this person has ended");
    // One that ran out counts again once it has a new link.
    const bool isOldOne = invitation.ends != 0 && invitation.ends <= now();
    if (isOldOne && m_invitations.openCount(call.id) >= Invitations::mostOpen)
        return refused(422, "business-rule", "too-many", "Five invitations wait already; end one first");
    ParametersAnswer answer;
    if (sharing->isActive) {
        const auto pair = m_invitations.renewed(invitation);
        if (!pair)
            return problemReply({ProblemKind::StoreBroken, true, {}, 0, -1});
        answer.add("status", "valueCode", QStringLiteral("open"))
            .add("link", "valueString", pair->link)
            .add("code", "valueString", pair->code)
            .add("until", "valueInstant", QString::fromLatin1(writeInstant(pair->ends)));
    } else {
        answer.add("status", "valueCode", QStringLiteral("waiting"));
    }
    return answer.add("consent", "valueReference", referenceTo(QStringLiteral("Consent"), invitation.consent))
        .add("person", "valueReference", referenceTo(QStringLiteral("RelatedPerson"), invitation.person))
        .reply();
}

// 18 or older for sure: a birth date that is cut short counts as its last day. Without one nobody knows.
bool InviteOperation::mayInvite(const QJsonObject &patient)
{
    if (m_settings.isOn(FamilySettings::Choice::Minors))
        return true;
    const auto born = readTime(patient.value(QLatin1String("birthDate")).toString(), TimeForm::Date);
    return born && QDateTime::fromMSecsSinceEpoch(born->high - 1, Qt::UTC).addYears(18).toMSecsSinceEpoch() <= now();
}

bool InviteOperation::isComingFamilySession(const QString &appointment, const QString &patient)
{
    const RecordPtr record = m_records.read(QStringLiteral("Appointment"), appointment);
    return record && record->owners.contains(QString(u"Patient/" + patient)) && isFamilySessionAfter(jsonOf(record), now());
}

// Who discloses: the clinic that has the patient, else the only one there is.
QJsonObject InviteOperation::organizationOf(const QJsonObject &patient)
{
    const QJsonObject own = patient.value(QLatin1String("managingOrganization")).toObject();
    if (!own.isEmpty())
        return own;
    Statement row = m_records.database().statement(
        QStringLiteral("SELECT id FROM resource WHERE type = 'Organization' AND deleted = 0 ORDER BY row LIMIT 1"));
    return row.run() && row.next() ? referenceTo(QStringLiteral("Organization"), row.text(0))
                                   : QJsonObject{{QStringLiteral("display"), QStringLiteral("The clinic")}};
}

tl::expected<RecordPtr, Reply> InviteOperation::stored(const QJsonObject &resource)
{
    const auto draft = readDraft(QJsonDocument(resource).toJson(QJsonDocument::Compact));
    if (!draft)
        return tl::unexpected(outcome(400, "structure", "The body is not JSON that can be read"));
    if (const QList<Issue> issues = m_validator.check(draft->json); !issues.isEmpty())
        return tl::unexpected(issuesReply(issues));
    const Result<RecordPtr> record = m_records.write(resource.value(QLatin1String("resourceType")).toString(), {}, *draft);
    if (!record)
        return tl::unexpected(problemReply(record.error()));
    if (const auto followed = m_follow(**record); !followed)
        return tl::unexpected(problemReply(followed.error()));
    return *record;
}

} // namespace handrail::clinic
