// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/api/FhirApi.h"

#include "clinic/records/PatientStanding.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::clinic {

// The FHIR API of the log: what is written into it about each request, and AuditEvent, which reads it.

namespace {

const ResourceType &auditEvent()
{
    static const ResourceType type = [] {
        ResourceType made;
        made.name = QStringLiteral("AuditEvent");
        made.parameters = {{QStringLiteral("patient"), {}, SearchKind::Reference, {}, QStringLiteral("Patient")},
                           {QStringLiteral("agent"), {}, SearchKind::Reference, {}, {}},
                           {QStringLiteral("agent-role"), {}, SearchKind::Token, {}, {}},
                           {QStringLiteral("date"), {}, SearchKind::Date, {}, {}}};
        return made;
    }();
    return type;
}

// The condition of one value of a clause, on the columns of the log. False when it cannot be read.
bool addValue(AuditLog::Search &search, const Clause &clause, const QString &value)
{
    if (clause.name == QLatin1String("date") || clause.name == QLatin1String("_lastUpdated"))
        return addRange(search.where, search.values, value, QLatin1String("at"), QLatin1String("(at + 1)"));
    if (clause.name == QLatin1String("_id")) {
        search.where += QLatin1String("id = ?");
        search.values << value.toLongLong();
        return true;
    }
    if (clause.name == QLatin1String("agent-role")) {
        // The roles that describe() gives, by what kind of record somebody has.
        const bool isOurs = !value.contains(u'|') || value.section(u'|', 0, -2) == canonical(u"CodeSystem/audit-role");
        const QString role = isOurs ? value.section(u'|', -1) : QString();
        const QString type = role == QLatin1String("patient") ? QStringLiteral("Patient")
            : role == QLatin1String("relative")               ? QStringLiteral("RelatedPerson")
            : role == QLatin1String("staff")                  ? QStringLiteral("Practitioner")
                                                              : QString();
        search.where += type.isEmpty() ? QLatin1String("0") : QLatin1String("who LIKE ?");
        if (!type.isEmpty())
            search.values << QString(type + QLatin1String("/%"));
        return true;
    }
    const QString target =
        value.contains(u'/') || clause.modifier.isEmpty() ? value.section(u'/', -2) : QString(clause.modifier + u'/' + value);
    if (clause.name == QLatin1String("patient")) {
        search.where += QLatin1String("patient = ?");
        search.values << (target.startsWith(QLatin1String("Patient/")) ? target.mid(8) : target);
    } else if (target.contains(u'/')) {
        search.where += QLatin1String("who = ?");
        search.values << target;
    } else {
        search.where += QLatin1String("substr(who, instr(who, '/') + 1) = ?");
        search.values << target;
    }
    return true;
}

// False when a value cannot be read or a modifier is not for the log.
bool addClauses(AuditLog::Search &search, const QList<Clause> &clauses)
{
    for (const Clause &clause : clauses) {
        if (clause.modifier == QLatin1String("missing"))
            return false;
        search.where += clause.modifier == QLatin1String("not") ? QLatin1String(" AND NOT (") : QLatin1String(" AND (");
        for (qsizetype i = 0; i < clause.values.size(); ++i) {
            search.where += i ? QLatin1String(" OR ") : QLatin1String();
            if (!addValue(search, clause, clause.values.at(i)))
                return false;
        }
        search.where += u')';
    }
    return true;
}

} // namespace

void FhirApi::noteAbout(const Record &record)
{
    if (m_policy.isKeptFromPatient(record)) // that staff read it would tell that it is there
        return;
    for (const QString &owner : record.owners) {
        if (owner.startsWith(QLatin1String("Patient/")) && !m_about.contains(owner.mid(8)))
            m_about.append(owner.mid(8));
    }
}

// The patients whom a search names, and whose a record is that it names by id, whatever comes back: that there is none is an answer too.
void FhirApi::noteAsked(const SearchQuery &search)
{
    const QString patient = QStringLiteral("Patient");
    for (const Clause &clause : search.clauses) {
        const bool isId = clause.name == QLatin1String("_id");
        if (!isId && (!clause.parameter || clause.parameter->kind != SearchKind::Reference))
            continue;
        QString bare = isId ? search.type->name : clause.modifier.isEmpty() ? clause.parameter->target : clause.modifier;
        if (bare.isEmpty()) // an id alone, of any type
            bare = patient;
        for (const QString &value : clause.values) {
            const QString target = QString(value).remove(u'\\').section(u'/', -2); // no id has what is escaped
            const QString type = target.contains(u'/') ? target.section(u'/', 0, 0) : bare;
            if (const RecordPtr named = isId || type == patient ? m_records.read(type, target.section(u'/', -1)) : nullptr)
                noteAbout(*named);
        }
    }
}

// Whose record it was, whoever looked. A search shows many: a row for each patient of whom something was shown
// or asked.
void FhirApi::log(const Access &access, char action, const QString &type, const QString &id, int status)
{
    QStringList patients = std::exchange(m_about, {});
    const RecordPtr record = access.isRelative() && !id.isEmpty() ? m_records.read(type, id) : nullptr;
    if (record && m_policy.isKeptFromPatient(*record))
        patients = QStringList{QString()};
    else if (!access.patientId.isEmpty())
        patients = QStringList{access.patientId};
    else if (patients.isEmpty())
        patients.append(QString());
    for (const QString &patient : std::as_const(patients))
        m_audit.add(access, action, type, id, patient, status);
}

// "Rosa Bell, sister" or "Dana Ruiz, Counselor": the role of staff is that in the patient's care team.
void FhirApi::describe(AuditAgent &agent, const QString &patient)
{
    const auto bodyOf = [this](const QString &reference) {
        const RecordPtr record = m_records.read(reference.section(u'/', 0, 0), reference.section(u'/', 1));
        return record && !record->isDeleted ? QJsonDocument::fromJson(record->body).object() : QJsonObject();
    };
    // Always with a text, and with what that is in other languages where the record says so.
    const auto wordsOf = [](QJsonObject codeable) {
        const QJsonObject coding = codeable.value(QLatin1String("coding")).toArray().at(0).toObject();
        if (codeable.value(QLatin1String("text")).toString().isEmpty() && coding.contains(QLatin1String("display"))) {
            codeable.insert(QStringLiteral("text"), coding.value(QLatin1String("display")));
            if (coding.contains(QLatin1String("_display")))
                codeable.insert(QStringLiteral("_text"), coding.value(QLatin1String("_display")));
        }
        return codeable;
    };
    if (agent.who.isEmpty()) {
        agent.role = "staff";
        const QString clinic = localReference(bodyOf(u"Patient/" + patient)
                                                  .value(QLatin1String("managingOrganization"))
                                                  .toObject()
                                                  .value(QLatin1String("reference"))
                                                  .toString());
        agent.name = bodyOf(clinic).value(QLatin1String("name")).toString();
        return;
    }
    const QJsonObject person = bodyOf(agent.who);
    const QJsonObject name = person.value(QLatin1String("name")).toArray().at(0).toObject();
    agent.name = name.value(QLatin1String("text")).toString();
    if (agent.name.isEmpty())
        agent.name = QString(name.value(QLatin1String("given")).toArray().at(0).toString() + u' '
                             + name.value(QLatin1String("family")).toString())
                         .trimmed();
    if (agent.who.startsWith(QLatin1String("Patient/"))) {
        agent.role = "patient";
    } else if (agent.who.startsWith(QLatin1String("RelatedPerson/"))) {
        agent.role = "relative";
        agent.roleWords = wordsOf(person.value(QLatin1String("relationship")).toArray().at(0).toObject());
    } else if (agent.who.startsWith(QLatin1String("Practitioner/"))) {
        agent.role = "staff";
        for (const QString &team : idsOfPatient(m_records, patient, QStringLiteral("CareTeam"))) {
            const QJsonArray members = bodyOf(QString(u"CareTeam/" + team)).value(QLatin1String("participant")).toArray();
            for (const QJsonValue &member : members) {
                const QString who =
                    member.toObject().value(QLatin1String("member")).toObject().value(QLatin1String("reference")).toString();
                if (who == agent.who && agent.roleWords.isEmpty())
                    agent.roleWords = wordsOf(member.toObject().value(QLatin1String("role")).toArray().at(0).toObject());
            }
        }
    }
}

QList<SearchParameter> FhirApi::auditParameters()
{
    return auditEvent().parameters;
}

Reply FhirApi::audit(const Access &access, const Operation &operation)
{
    const bool isSearch = operation.path.size() == 1;
    if (operation.method != "GET") {
        Reply reply = outcome(405, "not-supported", "This method cannot be used here");
        setHeader(reply, "Allow", "GET, HEAD");
        return reply;
    }
    if (!Policy::hasScope(access, u"AuditEvent", isSearch ? Verb::Search : Verb::Read))
        return insufficientScope();
    // A relative learns nothing of who else looks; a patient sees who saw their record, and nobody else's.
    const bool isStaff = Policy::isStaff(access);
    if (access.isRelative() || operation.path.size() > 2 || (!isStaff && access.patientId.isEmpty()))
        return notFound();
    AuditLog::Search search;
    search.hasAccounts = isStaff;
    // The same people come again and again in one answer.
    search.describe = [this, known = QHash<QString, AuditAgent>()](AuditAgent &agent, const QString &patient) mutable {
        const QString key = agent.who + u' ' + patient;
        auto found = known.find(key);
        if (found == known.end()) {
            describe(agent, patient);
            found = known.insert(key, agent);
        }
        agent = *found;
    };
    if (!isStaff) {
        search.where = QStringLiteral(" AND patient = ?");
        search.values << access.patientId;
    }
    const auto note = [this](const QString &patient) {
        if (!patient.isEmpty() && !m_about.contains(patient))
            m_about.append(patient);
    };
    Reply reply;
    reply.headers = {{"Content-Type", "application/fhir+json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    if (!isSearch) {
        search.where += QLatin1String(" AND id = ?");
        search.values << operation.path.at(1).toLongLong();
        const auto found = m_audit.find(search);
        if (found.isEmpty())
            return notFound();
        note(found.first().patient);
        reply.body = found.first().resource;
        return reply;
    }

    SearchQuery query = readSearch(m_records.types(), auditEvent(), operation.query, [](const QString &) { return true; });
    if (!query.elements.isEmpty()) {
        query.unknown.append(QStringLiteral("_elements"));
        query.kept.removeIf([](const QString &link) { return link.startsWith(QLatin1String("_elements=")); });
    }
    if (!query.error && !addClauses(search, query.clauses))
        query.error = "A value in the search cannot be read";
    if (query.error)
        return outcome(400, "invalid", query.error);
    if (!query.unknown.isEmpty() && operation.prefer.contains("handling=strict"))
        return outcome(400, "not-supported", "A search parameter is not known here");
    if (!spend(query))
        return tooCostly();
    noteAsked(query);
    m_audit.flush(); // before the watch: what writes is not stopped
    const QByteArray self = m_base + "/AuditEvent" + (query.kept.isEmpty() ? QByteArray() : '?' + query.kept.join(u'&').toLatin1());
    reply.body = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"";
    const QByteArray link = ",\"link\":[{\"relation\":\"self\",\"url\":" + quoted(self) + '}';
    const StatementWatch watch(m_records.database(), m_budget.time);
    if (query.isCountOnly) {
        qint64 total = 0;
        const QHash<QString, qint64> counts = m_audit.counts(search);
        for (auto each = counts.begin(); each != counts.end(); ++each) {
            total += each.value();
            if (!query.clauses.isEmpty()) // who counts the log of all looked at nobody's
                note(each.key());
        }
        reply.body += ",\"total\":" + QByteArray::number(total) + link + "]}";
        return m_budget.time.isSpent() ? tooCostly() : reply;
    }
    // Rows come in the order of time, whatever of it is sorted by. The newest first, unless asked.
    const bool isSorted = std::any_of(query.kept.begin(), query.kept.end(),
                                      [](const QString &each) { return each.startsWith(QLatin1String("_sort=")); });
    search.isNewestFirst = !isSorted || query.sort.first().isDescending;
    search.after = query.page.section(u'-', 0, 0).toLongLong();
    search.count = query.count;
    if (!search.isNewestFirst) { // each page that is read makes rows of its own, and would have no end
        search.upTo = query.page.section(u'-', 1, 1).toLongLong();
        if (search.upTo <= 0)
            search.upTo = m_audit.newest();
    }
    const auto found = m_audit.find(search);
    if (m_budget.time.isSpent())
        return tooCostly();
    reply.body += link;
    if (found.size() > query.count)
        reply.body += ",{\"relation\":\"next\",\"url\":"
            + quoted(QByteArray(self + (query.kept.isEmpty() ? "?_page=" : "&_page=")
                                + QByteArray::number(found.at(query.count - 1).id)
                                + (search.upTo > 0 ? QByteArray('-' + QByteArray::number(search.upTo)) : QByteArray())))
            + '}';
    reply.body += ']';
    for (qsizetype i = 0; i < std::min<qsizetype>(found.size(), query.count); ++i) {
        note(found.at(i).patient);
        reply.body += (i ? ",{" : ",\"entry\":[{") + QByteArray("\"fullUrl\":")
            + quoted(QByteArray(m_base + "/AuditEvent/" + QByteArray::number(found.at(i).id)))
            + ",\"resource\":" + found.at(i).resource + ",\"search\":{\"mode\":\"match\"}}";
    }
    reply.body += found.isEmpty() ? "}" : "]}";
    return reply;
}

} // namespace handrail::clinic
