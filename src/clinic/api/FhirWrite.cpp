// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/FhirApi.h"

#include "clinic/forms/ClinicNotices.h"
#include "clinic/records/SearchIndex.h"
#include "clinic/records/SessionMove.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <limits>

namespace handrail::clinic {

// create and update of the FHIR API. All inside a transaction of the caller's.

namespace {

QString typeNameOf(const Draft &draft)
{
    return draft.json.value(QLatin1String("resourceType")).toString();
}

// The relatives whom a provision names, or one inside it.
QStringList peopleNamed(const QJsonObject &provision)
{
    QStringList people;
    for (const QJsonValue &actor : valuesAt(provision, QStringLiteral("actor.reference.reference"))) {
        const QString person = localReference(actor.toString());
        if (person.startsWith(QLatin1String("RelatedPerson/")))
            people.append(person);
    }
    const QJsonArray inner = provision.value(QLatin1String("provision")).toArray();
    for (const QJsonValue &each : inner)
        people += peopleNamed(each.toObject());
    return people;
}

// A relative's record says who wrote it by reference alone: a name beside it would be whatever they wish to be called.
std::optional<Draft> withoutAuthorNames(Draft draft, const ResourceType &type)
{
    QJsonObject json = draft.json;
    for (const QString &name : type.authorNames) {
        QJsonObject author = json.value(name).toObject();
        if (author.contains(QLatin1String("display")) || author.contains(QLatin1String("_display"))
            || author.contains(QLatin1String("identifier"))) {
            author.remove(QLatin1String("display"));
            author.remove(QLatin1String("_display"));
            author.remove(QLatin1String("identifier"));
            json.insert(name, author);
        }
    }
    return json == draft.json ? std::optional(std::move(draft)) : readDraft(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

Reply FhirApi::write(const Access &access, const ResourceType &type, const Operation &operation)
{
    const Verb verb = operation.method == "POST" ? Verb::Create : Verb::Update;
    if (!Policy::hasScope(access, type.name, verb))
        return insufficientScope();
    if (!m_rate.take(access.userId, m_records.clock().monotonic()))
        return tooMany();
    const Outcome result = verb == Verb::Create ? create(access, type, operation) : update(access, type, operation);
    if (result.reply.status < 300 && result.record) {
        const char action = verb == Verb::Create ? 'C' : 'U';
        if (m_policy.isKeptFromPatient(*result.record))
            m_about.clear(); // also where it was not, before this
        noteAbout(*result.record);
        if (access.isRelative() && m_policy.isKeptFromPatient(*result.record))
            m_audit.add(access, action, type.name, result.record->id, {}, result.reply.status);
        else
            log(access, action, type.name, result.record->id, result.reply.status);
        if (!operation.isInTransaction && !m_audit.flushInside()) // no write without its row
            return problemReply({ProblemKind::StoreBroken, true, {}, 0, -1});
    }
    return result.reply;
}

FhirApi::Outcome FhirApi::written(const Access &access, const RecordPtr &record, int status, const Operation &operation)
{
    const bool isMinimal = operation.prefer.contains("return=minimal");
    const RecordPtr told = m_policy.toldBy(access, record); // one that was there already may have changed since
    std::optional<QByteArray> body;
    if (!isMinimal)
        body = m_policy.shown(access, *told);
    Outcome result{resourceReply(status, *told, body.value_or(QByteArray())), record};
    setHeader(result.reply, "Location",
              m_base + '/' + record->type.toLatin1() + '/' + record->id.toLatin1() + "/_history/"
                  + QByteArray::number(told->version));
    return result;
}

FhirApi::Outcome FhirApi::create(const Access &access, const ResourceType &type, const Operation &operation)
{
    std::optional<Draft> draft = readDraft(operation.body);
    if (draft && access.isRelative())
        draft = withoutAuthorNames(*std::move(draft), type);
    if (!draft)
        return {outcome(400, "structure", "The body is not JSON that can be read"), nullptr};
    if (typeNameOf(*draft) != type.name)
        return {outcome(400, "invalid", "The body is not of the type in the address"), nullptr};
    if (const QList<Issue> issues = m_validator.check(draft->json); !issues.isEmpty())
        return {issuesReply(issues), nullptr};

    // A conditional create looks among what this person may see: another patient's identifier is neither found nor told of.
    QByteArray condition = operation.ifNoneExist;
    if (!condition.isEmpty()) {
        if (!Policy::hasScope(access, type.name, Verb::Search))
            return {insufficientScope(), nullptr}; // it tells whether there is one
        condition = condition.mid(condition.indexOf('?') + 1);
        const SearchQuery query = readSearch(m_records.types(), type, condition, [&](const QString &name) {
            return Policy::mayFind(access, type, name) || name == QLatin1String("identifier");
        });
        if (query.error || query.clauses.isEmpty() || !query.unknown.isEmpty())
            return {outcome(412, "invalid", "If-None-Exist cannot be read"), nullptr};
        if (!spend(query))
            return {tooCostly(), nullptr};
        if (const auto scope = m_policy.searchScope(access, query)) {
            const Matches found = matches(access, query, *scope, std::nullopt, 2, std::numeric_limits<qsizetype>::max());
            if (found.isTooCostly)
                return {tooCostly(), nullptr};
            if (found.error)
                return {outcome(412, "invalid", "If-None-Exist cannot be read"), nullptr};
            if (found.records.size() > 1)
                return {outcome(412, "multiple-matches", "More than one record matches"), nullptr};
            if (found.records.size() == 1)
                return written(access, found.records.first(), 200, operation);
        }
    }
    if (const auto refusal = m_policy.refusal(access, type, Verb::Create, *draft, nullptr, m_newInTransaction))
        return {*refusal, nullptr};
    if (const QList<Issue> issues = m_forms.check(draft->json); !issues.isEmpty())
        return {issuesReply(issues), nullptr};
    const Result<RecordPtr> settled = store(type, operation.givenId, *draft);
    if (!settled)
        return {problemReply(settled.error()), nullptr};
    return written(access, *settled, 201, operation);
}

// Writes it, with what the clinic's rooms make of it. Gives the record as it is then.
Result<RecordPtr> FhirApi::store(const ResourceType &type, const QString &id, const Draft &draft)
{
    const Result<RecordPtr> made = m_records.write(type.name, id, draft);
    if (!made)
        return made;
    const RecordPtr stored = *made;
    if (const auto done = m_forms.received(*stored); !done)
        return tl::unexpected(done.error());
    if (!onWritten)
        return stored;
    if (const auto done = onWritten(*stored); !done)
        return tl::unexpected(done.error());
    const RecordPtr now = m_records.read(stored->type, stored->id);
    return now && now->version != stored->version ? now : stored;
}

FhirApi::Outcome FhirApi::update(const Access &access, const ResourceType &type, const Operation &operation)
{
    const QString id = operation.path.at(1);
    const RecordPtr current = isId(id) ? m_records.read(type.name, id) : nullptr;
    if (!current || !m_policy.isThere(access, *current))
        return {notFound(), nullptr};
    noteAbout(*current);
    if (current->isDeleted)
        return {outcome(410, "deleted", "This record was deleted"), nullptr};
    std::optional<Draft> draft = readDraft(operation.body);
    if (draft && Policy::isStaff(access) && type.name == QLatin1String("Appointment"))
        draft = withMoveNoted(*std::move(draft), *current, m_records.clock().nowUtc().toMSecsSinceEpoch());
    if (!draft)
        return {outcome(400, "structure", "The body is not JSON that can be read"), nullptr};
    if (typeNameOf(*draft) != type.name || draft->json.value(QLatin1String("id")).toString() != id)
        return {outcome(400, "invalid", "The body is not the record in the address"), nullptr};
    const bool isMatchAsked = !operation.ifMatch.trimmed().isEmpty();
    if (isMatchAsked ? !isTagIn(operation.ifMatch, etagOf(*current)) : type.needsMatch)
        return {outcome(412, "conflict", !isMatchAsked ? "If-Match is needed here" : "The record has changed since"), nullptr};
    if (const QList<Issue> issues = m_validator.check(draft->json); !issues.isEmpty())
        return {issuesReply(issues), nullptr};
    if (const auto refusal = m_policy.refusal(access, type, Verb::Update, *draft, current.get(), m_newInTransaction))
        return {*refusal, nullptr};
    if (const QList<Issue> issues = m_forms.check(draft->json); !issues.isEmpty())
        return {issuesReply(issues), nullptr};
    const Result<RecordPtr> settled = store(type, id, *draft);
    if (!settled)
        return {problemReply(settled.error()), nullptr};
    noteConsent(*current);
    // Staff are told of a patient's own word only: what they ended themselves they know.
    if (type.name == QLatin1String("Consent") && !Policy::isStaff(access)
        && draft->json.value(QLatin1String("status")) == QLatin1String("inactive")
        && QJsonDocument::fromJson(current->body).object().value(QLatin1String("status")) != QLatin1String("inactive")) {
        if (const auto told = writeSharingEnded(m_records, id, u"Patient/" + access.patientId); !told)
            return {problemReply(told.error()), nullptr};
    }
    return written(access, *settled, 200, operation);
}

// Remembers whom a Consent named that has now ended, so that their sign-ins can be ended once the change is committed.
void FhirApi::noteConsent(const Record &before)
{
    if (before.type != QLatin1String("Consent"))
        return;
    const auto statusOf = [](const Record &record) {
        return QJsonDocument::fromJson(record.body).object().value(QLatin1String("status")).toString();
    };
    const RecordPtr now = m_records.read(before.type, before.id);
    if (now && !now->isDeleted && statusOf(*now) == QLatin1String("active"))
        return;
    const QJsonObject json = QJsonDocument::fromJson(before.body).object();
    const QString patient =
        localReference(json.value(QLatin1String("patient")).toObject().value(QLatin1String("reference")).toString());
    for (const QString &person : peopleNamed(json.value(QLatin1String("provision")).toObject()))
        m_endedConsents.append({person.mid(14), patient.mid(8)});
}

void FhirApi::tellConsents()
{
    const auto ended = std::exchange(m_endedConsents, {});
    for (const auto &[person, patient] : ended) {
        // Another Consent may still hold: then the sign-in goes on, with what that one opens.
        if (onConsentEnded && ConsentGrants(m_records).holding(person, patient).isEmpty())
            onConsentEnded(person, patient);
    }
}

} // namespace handrail::clinic
