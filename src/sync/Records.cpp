// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Records.h"

#include "core/Ids.h"
#include "core/Log.h"
#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QSet>
#include <algorithm>

namespace handrail {

namespace {

const QString appointment = QStringLiteral("Appointment");
const QString appointmentResponse = QStringLiteral("AppointmentResponse");
const QString questionnaireResponse = QStringLiteral("QuestionnaireResponse");

QList<QByteArray> orNone(Result<QList<QByteArray>> result)
{
    if (!result)
        qCWarning(logSync) << "reading records:" << result.error();
    return std::move(result).value_or(QList<QByteArray>());
}

} // namespace

Records::Records(Store &store, Identity identity)
    : m_store(store)
    , m_identity(std::move(identity))
{
}

std::optional<Session> Records::readSession(const QByteArray &json, const Declines &declined) const
{
    Result<Session> session = fhir::readAppointment(json);
    if (!session)
        return std::nullopt; // entered in error, or unreadable: never shown, counted by the download
    session->isDeclinedByMe = declined.contains(session->id);
    session->isDeclineUnsent = declined.value(session->id, false);
    return *session;
}

Result<QList<Session>> Records::sessions(const QDate &from, const QDate &to) const
{
    const Result<QList<QByteArray>> stored = m_store.recordsByDay(appointment, from, to);
    if (!stored)
        return tl::make_unexpected(stored.error());
    const Declines declined = declines();
    QList<Session> sessions;
    for (const QByteArray &json : *stored) {
        if (const std::optional<Session> session = readSession(json, declined))
            sessions << *session;
    }
    std::stable_sort(sessions.begin(), sessions.end(), [](const Session &a, const Session &b) { return a.start < b.start; });
    return sessions;
}

Result<std::optional<Session>> Records::session(const QString &id) const
{
    const Result<std::optional<QByteArray>> json = m_store.record(appointment, id);
    if (!json)
        return tl::make_unexpected(json.error());
    if (!*json)
        return std::optional<Session>();
    return readSession(**json, declines());
}

Records::Declines Records::declines() const
{
    Declines declined;
    const auto add = [&declined](const QByteArray &json, bool isUnsent) {
        const Result<fhir::Rsvp> rsvp = fhir::readAppointmentResponse(json);
        if (rsvp && rsvp->isDeclined)
            declined.insert(rsvp->appointmentId, isUnsent);
    };
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) {
        if (item.resourceType == appointmentResponse && item.state != OutboxState::Rejected)
            add(item.payload, item.state != OutboxState::Done);
    }
    // What came from the clinic is there, whatever the outbox thinks.
    for (const QByteArray &json : orNone(m_store.records(appointmentResponse)))
        add(json, false);
    return declined;
}

QString Records::address(const QString &locationId) const
{
    const Result<std::optional<QByteArray>> json = m_store.record(QStringLiteral("Location"), locationId);
    if (!json || !*json)
        return {};
    return fhir::readAddress(**json).value_or(QString());
}

std::optional<Program> Records::program() const
{
    for (const QByteArray &json : orNone(m_store.records(QStringLiteral("CarePlan")))) {
        const Result<std::optional<Program>> program = fhir::readProgram(json);
        if (program && *program)
            return *program;
    }
    return std::nullopt;
}

std::optional<Form> Records::form(const QString &url, const QByteArray &builtIn) const
{
    for (const QByteArray &json : orNone(m_store.records(QStringLiteral("Questionnaire")))) {
        const Result<Form> form = fhir::readQuestionnaire(json);
        if (form && form->url == url)
            return *form;
    }
    const Result<Form> form = fhir::readQuestionnaire(builtIn);
    return form && form->url == url ? std::optional<Form>(*form) : std::nullopt;
}

QList<SubmittedForm> Records::submitted(const QString &questionnaireUrl, int limit) const
{
    QList<SubmittedForm> submitted;
    QSet<QString> seen;
    const auto add = [&](const QByteArray &json, OutboxState state, const QDateTime &sentAt) {
        const Result<CompletedForm> form = fhir::readQuestionnaireResponse(json);
        if (!form || form->questionnaire.section(u'|', 0, 0) != questionnaireUrl || seen.contains(form->identifier))
            return;
        if (!form->identifier.isEmpty())
            seen.insert(form->identifier);
        submitted << SubmittedForm{*form, state, sentAt};
    };
    // The outbox first: it knows the time of the server's word.
    for (const OutboxItem &item : m_store.outbox().all().value_or(QList<OutboxItem>())) {
        if (item.resourceType == questionnaireResponse)
            add(item.payload, item.state, item.doneAt);
    }
    for (const QByteArray &json : orNone(m_store.records(questionnaireResponse, limit)))
        add(json, OutboxState::Done, {});
    std::stable_sort(submitted.begin(), submitted.end(),
                     [](const SubmittedForm &a, const SubmittedForm &b) { return a.form.authored > b.form.authored; });
    return submitted.mid(0, limit);
}

std::optional<ClinicContact> Records::clinicContact() const
{
    for (const QString &type : {QStringLiteral("Organization"), QStringLiteral("CareTeam")}) {
        for (const QByteArray &json : orNone(m_store.records(type))) {
            if (const Result<ClinicContact> contact = fhir::readClinicContact(json))
                return *contact;
        }
    }
    return std::nullopt;
}

Name Records::name() const
{
    const bool isRelative = m_identity.role == Role::Relative;
    const QString type = isRelative ? QStringLiteral("RelatedPerson") : QStringLiteral("Patient");
    const Result<std::optional<QByteArray>> json =
        m_store.record(type, isRelative ? m_identity.relatedPersonId : m_identity.patientId);
    if (!json || !*json)
        return {};
    const Result<fhir::PersonName> name = fhir::readPersonName(**json);
    return name ? Name{name->given, name->full} : Name{};
}

Name Records::patientName() const
{
    // A relative may not read the patient's own record; what the clinic calls the patient stands in the relative's.
    if (m_identity.role != Role::Relative)
        return name();
    const Result<std::optional<QByteArray>> json = m_store.record(QStringLiteral("RelatedPerson"), m_identity.relatedPersonId);
    if (!json || !*json)
        return {};
    const Result<fhir::PersonName> patient = fhir::readPatientOf(**json);
    return patient ? Name{patient->given, patient->full} : Name{};
}

bool Records::isMedicineOnPlan() const
{
    const QList<QByteArray> requests = orNone(m_store.records(QStringLiteral("MedicationRequest")));
    return std::any_of(requests.cbegin(), requests.cend(),
                       [](const QByteArray &json) { return fhir::isActiveMedication(json).value_or(false); });
}

Result<void> Records::queue(const CompletedForm &completed, const Form &form, const QDateTime &nowUtc, bool isUrgent)
{
    OutboxItem item;
    item.identifier = completed.identifier;
    item.resourceType = questionnaireResponse;
    // No key: each check-in stands alone, so that one which the server cannot take holds up no other.
    item.priority = isUrgent ? 0 : 1;
    item.payload = fhir::writeQuestionnaireResponse(completed, form);
    item.queuedAt = nowUtc;
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued)
        return tl::make_unexpected(queued.error());
    return {};
}

Result<void> Records::queueDecline(const Session &session, const QString &comment, const QDateTime &nowUtc)
{
    OutboxItem item;
    item.identifier = urn(newId());
    item.resourceType = appointmentResponse;
    item.dependencyKey = QStringLiteral("appointment/") + session.id;
    item.payload = fhir::writeDecline(item.identifier, session, comment);
    item.queuedAt = nowUtc;
    const Result<qint64> queued = m_store.outbox().queue(item);
    if (!queued)
        return tl::make_unexpected(queued.error());
    return {};
}

int Records::unsentCount() const
{
    return m_store.outbox().unsentCount().value_or(1) + m_storesPutAside;
}

} // namespace handrail
